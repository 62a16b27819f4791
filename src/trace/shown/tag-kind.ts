/** What the tags of wikitext do to the words beside them and within them. */

/** Tags of HTML that end the word before them. */
const BLOCKS = new Set( ( 'address article aside blockquote br caption center dd details div dl dt ' +
	'figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tbody td tfoot th ' +
	'thead tr ul' ).split( ' ' ) );

/** Tags of HTML that wikitext may hold within a line. */
const INLINE = new Set( ( 'abbr b bdi bdo big cite code data del dfn em font i ins kbd link mark ' +
	'meta q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr' )
	.split( ' ' ) );

/** Tags that mark a part of the wikitext and leave nothing on the page. */
const TRANSPARENT = new Set( 'translate tvar noinclude onlyinclude includeonly section'.split( ' ' ) );

export type TagKind = 'block' | 'inline' | 'transparent' | 'unknown';

export function tagKind( name: string ): TagKind {
	if ( TRANSPARENT.has( name ) ) {
		return 'transparent';
	}
	if ( INLINE.has( name ) ) {
		return 'inline';
	}
	return BLOCKS.has( name ) ? 'block' : 'unknown';
}

/** True for an opening tag that hides what stands in it. */
export function isHiding( tag: string ): boolean {
	return /\sstyle\s*=[^<>]*display\s*:\s*none|\shidden(?=[\s=/>])/i.test( tag );
}

const ATTRIBUTE = /\s([a-z]+)\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'/>]+))/gi;

/**
 * An attribute of an opening tag; empty if it has none of that name.
 *
 * @param tag as written
 * @param name in lower case
 */
export function attributeOf( tag: string, name: string ): string {
	for ( const [ , found, ...values ] of tag.matchAll( ATTRIBUTE ) ) {
		if ( ( found as string ).toLowerCase() === name ) {
			return ( values.find( ( value ) => value !== undefined ) ?? '' )
				.replace( /\s+/g, ' ' ).trim();
		}
	}
	return '';
}
