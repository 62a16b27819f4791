/**
 * Wikitext reduced to the words that a reader of the page sees.
 *
 * This is a reduction, not a parser: it keeps what stands in links, tags, table cells and
 * template arguments, and drops the marks around it. Both sides of every comparison go
 * through it, so a mark that it leaves standing does no harm.
 *
 * Every pattern is bounded or stops at its own opening mark: a hostile page costs no more
 * than its length.
 */
import { replaceOpaque } from './opaque';

/** Replaced in this order: what encloses comes before what it may enclose. */
const MARKUP: [ RegExp, string ][] = [
	[ /<\/?(?:translate|tvar|languages)(?=[\s/>])[^<>]*>/gi, '' ],
	[ /<\/?[a-z][^<>]*>/gi, ' ' ],
	[ /__[A-Z]{3,30}__/g, ' ' ],
	[ /\[\[\s{0,9}category\s{0,9}:[^[\]]*\]\]/gi, ' ' ],
	[ /\[\[[^[\]|]*\|([^[\]]*)\]\]/g, '$1' ],
	[ /\[\[:?([^[\]]*)\]\]/g, '$1' ],
	[ /\[(?:https:|http:|)\/\/[^\s[\]]+\s([^[\]]*)\]/gi, '$1' ],
	[ /\[(?:https:|http:|)\/\/[^\s[\]]+\]/gi, ' ' ],
	[ /https?:\/\/[^\s<>[\]{}|]+/gi, ' ' ],
	// Table marks, and the attributes before a cell.
	[ /^[ \t]*\{\|.*$/gm, ' ' ],
	[ /^[ \t]*\|[-}+].*$/gm, ' ' ],
	[ /^([ \t]*[|!])[^|\n[\]{}"]{0,99}=[ \t]{0,9}"[^|\n]{0,299}\|(?!\|)/gm, '$1' ],
	// A template's name is no word of the page; its arguments may be.
	[ /\{\{[^{}|\n]*\|?/g, ' ' ],
	[ /\}\}/g, ' ' ],
	[ /'{2,}/g, '' ],
	[ /^[*#:;]+/gm, ' ' ],
	[ /^-{4,}/gm, ' ' ],
	[ /[|!]{2}|^[ \t]*[|!]/gm, ' ' ],
	[ /&nbsp;/gi, ' ' ],
	[ /&ndash;/gi, '–' ],
	[ /&mdash;/gi, '—' ],
	[ /&rsquo;/gi, '’' ],
	[ /&lt;/gi, '<' ],
	[ /&gt;/gi, '>' ],
	[ /&quot;/gi, '"' ]
];

/** A character by its number; a number that is none stays as it is. */
const NUMBERED = /&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi;

function character( written: string, hex: string | undefined, decimal: string ): string {
	const code = hex ? parseInt( hex, 16 ) : Number( decimal );
	return code > 0 && code <= 0x10ffff && !( code >= 0xd800 && code <= 0xdfff ) ?
		String.fromCodePoint( code ) :
		written;
}

/**
 * The words of a piece of wikitext, in their order, with white space collapsed.
 *
 * @param wikitext any text; what is no wikitext is kept
 */
export function toPlainText( wikitext: string ): string {
	let text = replaceOpaque( wikitext, ( part, tag ) => {
		const isProse = tag === 'nowiki' || tag === 'pre';
		return isProse ? part.replace( /<\/?(?:nowiki|pre)[^<>]*>/gi, '' ) : ( tag && ' ' );
	} );
	for ( const [ mark, replacement ] of MARKUP ) {
		text = text.replace( mark, replacement );
	}
	text = text.replace( NUMBERED, character ).replace( /&amp;/gi, '&' );
	return text.replace( /\s+/g, ' ' ).trim();
}
