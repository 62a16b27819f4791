/** Which topics of a talk page the advice log cites. */
import type { AdviceItem } from '../account/types';
import type { Source } from '../log/types';
import { normaliseTitle, pageUrl } from '../wiki/titles';

/** Everything that an item names as a source. */
function sourcesOf( { entry, advice }: AdviceItem ): Source[] {
	return [
		...entry.request.sources || [],
		...advice?.sources || [],
		...advice?.disposition?.sources || [],
		...( advice?.changes || [] ).flatMap( ( { sources = [] } ) => sources )
	].filter( ( source ) => !source.private );
}

/** The anchor of an address as it stands in the page. */
function decoded( fragment: string ): string {
	try {
		return decodeURIComponent( fragment );
	} catch {
		return fragment;
	}
}

/** Title and anchor that an address of this wiki leads to; null for those of other places. */
function readAddress( address: string, title: string ): string | null {
	let url: URL;
	try {
		url = new URL( address );
	} catch {
		return null;
	}
	const page = new URL( pageUrl( title ), location.href );
	const asked = url.searchParams.get( 'title' );
	const isHere = url.host === location.host && ( asked === null ?
		decoded( url.pathname ) === decoded( page.pathname ) :
		normaliseTitle( asked ) === title );
	return isHere ? decoded( url.hash.slice( 1 ) ) : null;
}

/**
 * The anchor at which a source stands on a page.
 *
 * @param source
 * @param title of the page
 * @return empty for the page as a whole; null for another page
 */
export function anchorOn( source: Source, title: string ): string | null {
	if ( source.url ) {
		return readAddress( source.url, title );
	}
	const [ name = '', anchor = '' ] = ( source.title || '' ).split( /#(.*)/ );
	return normaliseTitle( name ) === title ? anchor.trim().replace( / /g, '_' ) : null;
}

/** By anchor, empty for the page as a whole: the items that cite it. */
export function citedAnchors(
	items: readonly AdviceItem[], title: string
): Map<string, AdviceItem[]> {
	const cited = new Map<string, AdviceItem[]>();
	for ( const item of items ) {
		const anchors = sourcesOf( item ).map( ( source ) => anchorOn( source, title ) );
		for ( const anchor of new Set( anchors ) ) {
			if ( anchor !== null ) {
				cited.set( anchor, [ ...cited.get( anchor ) || [], item ] );
			}
		}
	}
	return cited;
}
