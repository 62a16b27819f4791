/**
 * Titles and addresses of this wiki. Addresses are made by the wiki's own functions, so
 * that short URLs, spaces and special characters come out as everywhere else.
 */

/** Ends the address that opens the panel. */
const ADVICE_HASH = '#advice';

/** A title as the wiki shows it: its own namespace names, spaces. Null if invalid. */
export function normaliseTitle( title: string ): string | null {
	const parsed = mw.Title.newFromText( title );
	// The name of a namespace may depend on whom a page is about ("Benutzerin:").
	const isOpen = parsed && parsed.getNamespaceId() === mw.config.get( 'wgNamespaceNumber' ) &&
		parsed.getMainText() === mw.config.get( 'wgTitle' );
	return isOpen ? currentTitle() : parsed && parsed.getPrefixedText();
}

/** Title of the page that is open. */
export function currentTitle(): string {
	return mw.config.get( 'wgPageName' ).replace( /_/g, ' ' );
}

/**
 * Address of a page of this wiki.
 *
 * @param title any text of the log: where articles stand at the root of the site, a title
 *  that begins with slashes would be the address of another host
 */
export function pageUrl( title: string, query?: Record<string, string> ): string {
	const url = mw.util.getUrl( title, query );
	return /^\/(?![/\\])/.test( url ) ? url : indexUrl( { title, ...query } );
}

/** Address of a section: anchors are headings with underscores, `_2` for a second one. */
export function sectionUrl( title: string, heading: string, nth: number ): string {
	const anchor = heading ? mw.util.escapeIdForLink( heading ) + ( nth ? `_${ nth + 1 }` : '' ) : '';
	return pageUrl( title ) + ( anchor ? `#${ anchor }` : '' );
}

export function revisionUrl( revision: number ): string {
	return indexUrl( { oldid: String( revision ) } );
}

/**
 * Address of the difference that a revision made.
 *
 * @param base revision to compare with; without it the one before
 */
export function diffUrl( revision: number, base?: number | null ): string {
	return indexUrl( base ?
		{ diff: String( revision ), oldid: String( base ) } :
		{ diff: 'prev', oldid: String( revision ) } );
}

/** Address of the difference between a revision and today's text of its page. */
export function changesSinceUrl( revision: number ): string {
	return indexUrl( { diff: 'cur', oldid: String( revision ) } );
}

export function userUrl( name: string ): string | null {
	const title = mw.Title.makeTitle( 2, name );
	return title ? title.getUrl() : null;
}

/** What follows an address to open the panel: at an item, if its key is given. */
export function adviceHash( key?: string ): string {
	return ADVICE_HASH + ( key ? `/${ encodeURIComponent( key ) }` : '' );
}

/**
 * Address of the account of a draft, on one of its pages.
 *
 * @param page
 * @param key of an item; without it the panel opens at its beginning
 */
export function adviceUrl( page: string, key?: string ): string {
	return pageUrl( page ) + adviceHash( key );
}

/**
 * What the end of an address asks for.
 *
 * @param hash as `location.hash` has it
 * @return null where it is not about the panel; the key may be of no item
 */
export function readAdviceHash( hash: string ): { item?: string } | null {
	const [ beginning, key ] = hash.split( /\/(.*)/ );
	if ( beginning !== ADVICE_HASH ) {
		return null;
	}
	try {
		return key ? { item: decodeURIComponent( key ) } : {};
	} catch {
		return {};
	}
}

/** Revision ids need no title, and survive page moves. */
function indexUrl( query: Record<string, string> ): string {
	return `${ mw.util.wikiScript( 'index' ) }?${ new URLSearchParams( query ).toString() }`;
}
