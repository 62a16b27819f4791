/** Text of unknown origin as wikitext that shows it, and does nothing else. */
import { plainText } from '../log/plain-text';

/**
 * What can begin or end markup anywhere in a line. Behaviour switches have underscores in every
 * language of MediaWiki, in Japanese wide ones.
 */
const active = /[!#&*<=>[\]_`{|}~\\\uff3f]/g;
/** Before a space, within a line, a colon is only a colon. */
const colons = /:(?! )/g;
/** At the beginning of a line these indent it, or draw a rule. */
const lineMark = /^[:;-]/;
/** Two of them are italics; one at the edge of the text may meet another one there. */
const quotes = /''+|^'|'$/g;
/** Numbers behind these become links. */
const linking = /ISBN|RFC|PMID/gi;
/** A mark at the beginning would be put together with what stands before. */
const leadingMark = /^\p{M}/u;
/** Characters that MediaWiki replaces when a page is saved. */
const refused = /[\ufffe\uffff]/g;
/** What it puts in their place ends a link, in either form. */
const unlinkable = /[\ufffd-\uffff]|%ef%bf%b[def]/i;

function reference( character: string ): string {
	return `&#${ character.codePointAt( 0 ) };`;
}

function references( text: string ): string {
	return text.replace( /[^]/gu, reference );
}

/**
 * Wikitext that shows a piece of a line; spaces at its edges stay. Line breaks do not.
 *
 * @param line in NFC, without control characters
 */
function escapeLine( line: string ): string {
	return line
		.replace( active, reference )
		.replace( colons, reference )
		.replace( quotes, references )
		.replace( linking, ( word ) => reference( word ) + word.slice( 1 ) )
		.replace( leadingMark, reference );
}

/**
 * Wikitext that shows a text as it is, within a line: it cannot transclude, link, sign,
 * categorise, open or end a list, table, heading, tag or comment, and no number becomes a link.
 * Line breaks are kept, other white space is collapsed. The text is put in the form that MediaWiki
 * gives to everything that is saved (NFC).
 */
export function escapeWikitext( text: string ): string {
	return plainText( text ).replace( refused, '\ufffd' ).normalize( 'NFC' ).split( /\n+/ )
		.map( ( line ) => line.replace( /[ \t]+/g, ' ' ).replace( /^ | $/g, '' ) )
		.filter( Boolean )
		.map( ( line ) => escapeLine( line ).replace( lineMark, reference ) )
		.join( '<br>' );
}

/** The same for words of messages, whose spaces at the edges divide them from others. */
export function escapeWords( text: string ): string {
	return escapeLine( plainText( text ).normalize( 'NFC' ).replace( /[ \t\n]+/g, ' ' ) );
}

/** What no title may contain, control characters among it, or what the wiki would change. */
const untitled = /[#<>[\]{}|\u0000-\u001f\u007f-\u009f\ufffd\ufffe\uffff]|~~~|%[0-9a-f]{2}|&[#\w]+;|(?:^|\/)\.{1,2}(?:\/|$)|^:|: *$/i; // eslint-disable-line no-control-regex
/** Bytes of UTF-8 that a title may have. */
const LONGEST_TITLE = 255;

function isTitle( title: string ): boolean {
	return /[^\s:_]/.test( title ) && !untitled.test( title ) &&
		encodeURI( title ).replace( /%../g, ' ' ).length <= LONGEST_TITLE;
}

/**
 * A link to a page of the wiki; the text alone where the title is none.
 *
 * @param title with namespace; of any origin
 * @param fragment of any origin; empty for none
 * @param text wikitext
 */
export function wikiLink( title: string, fragment: string, text: string ): string {
	// The wiki leaves marks of direction out of titles.
	const name = plainText( title ).replace( /[\u200e\u200f]/g, '' ).replace( /[\s_]+/g, ' ' ).trim().normalize( 'NFC' );
	if ( !isTitle( name ) ) {
		return text;
	}
	const anchor = fragment && !unlinkable.test( plainText( fragment ) ) ?
		// The wiki decodes what is encoded in a link, also where that gives no letters.
		`#${ escapeWikitext( fragment ).replace( /<br>/g, ' ' ).replace( /%/g, reference ) }` :
		'';
	// The colon keeps categories, files and links to other languages from being what they are.
	const target = name.replace( active, reference ).replace( quotes, references );
	return `[[:${ target }${ anchor }|${ text }]]`;
}

const safeUrl = /^https:\/\/[a-z0-9][a-z0-9.-]*(?::\d{1,5}|)(?:[/?#]|$)/i;

/**
 * A link to an address outside; the text alone where the address is none that can be trusted: one
 * that begins with `https://` and a name of ASCII letters, without a user name before it.
 *
 * @param url of any origin
 * @param text wikitext
 */
export function outsideLink( url: string, text: string ): string {
	const address = encodeAddress( url );
	return address === null ? text : `[${ address.replace( /&/g, '&amp;' ) } ${ text }]`;
}

/**
 * An https address in ASCII, with everything encoded that could be anything but a part of it.
 *
 * @return null where it is none that can be trusted
 */
export function encodeAddress( url: string ): string | null {
	const address = plainText( url ).trim();
	return safeUrl.test( address ) && !unlinkable.test( address ) ?
		address.replace( /%(?![0-9a-f]{2})|[^\w\-.~:/?#@$&()*+,;=%]|[_~*]/giu, ( character ) => (
			/[_~*%]/.test( character ) ?
				`%${ character.charCodeAt( 0 ).toString( 16 ).toUpperCase() }` :
				encodeURIComponent( character ).replace( /[!'()]/g, ( own ) => (
					`%${ own.charCodeAt( 0 ).toString( 16 ).toUpperCase() }`
				) )
		) ) :
		null;
}
