/** Character references of HTML as they stand in wikitext: `&nbsp;`, `&eacute;`, `&#8217;`. */

const REFERENCE = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,31}));/iy;

/** Letters in the order of their code points; a dot stands for a sign that is no letter. */
const LETTERS: [ number, string ][] = [
	[ 0xC0, 'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml ' +
		'Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml . Oslash Ugrave ' +
		'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ' +
		'ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ' +
		'ocirc otilde ouml . oslash ugrave uacute ucirc uuml yacute thorn yuml' ],
	[ 0x152, 'OElig oelig' ],
	[ 0x160, 'Scaron scaron' ],
	[ 0x178, 'Yuml' ],
	[ 0x391, 'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron ' +
		'Pi Rho . Sigma Tau Upsilon Phi Chi Psi Omega' ],
	[ 0x3B1, 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron ' +
		'pi rho sigmaf sigma tau upsilon phi chi psi omega' ],
	// An apostrophe stands inside words.
	[ 0x27, 'apos' ],
	[ 0x2019, 'rsquo' ],
	[ 0xB5, 'micro' ]
];

/** Signs that end a word: which one it is makes no difference then. */
const SIGNS = 'nbsp amp lt gt quot ndash mdash hellip lsquo ldquo rdquo sbquo bdquo laquo raquo ' +
	'lsaquo rsaquo ensp emsp thinsp shy zwj zwnj lrm rlm bull middot copy reg trade deg times ' +
	'divide plusmn minus sect para dagger Dagger euro pound yen cent larr rarr uarr darr harr ' +
	'iexcl iquest frac12 frac14 frac34 sup2 sup3 ne le ge asymp infin prime Prime permil';

const named = new Map<string, string>();
for ( const [ first, names ] of LETTERS ) {
	names.split( ' ' ).forEach( ( name, i ) => named.set( name, String.fromCharCode( first + i ) ) );
}
for ( const name of SIGNS.split( ' ' ) ) {
	named.set( name, '\u00A0' );
}
// These are words or parts of words as digits are.
named.set( 'sup2', '²' ).set( 'sup3', '³' ).set( 'frac12', '½' ).set( 'frac14', '¼' )
	.set( 'frac34', '¾' );

/** A character reference. */
export interface Entity {
	/**
	 * The character; a space for a sign that ends a word; null for a name that is not known
	 * here: then the wiki may show a sign, or the name as it stands.
	 */
	shown: string | null;
	/** Offset behind it. */
	end: number;
}

function byNumber( code: number ): string | null {
	return code > 0 && code <= 0x10FFFF && !( code >= 0xD800 && code <= 0xDFFF ) ?
		String.fromCodePoint( code ) :
		null;
}

/**
 * Reads the character reference at a place; null if there is none.
 *
 * @param text
 * @param at offset of an ampersand
 */
export function readEntity( text: string, at: number ): Entity | null {
	REFERENCE.lastIndex = at;
	const match = REFERENCE.exec( text );
	if ( !match ) {
		return null;
	}
	const [ , hex, decimal, name ] = match;
	const shown = name !== undefined ?
		named.get( name ) ?? null :
		byNumber( hex !== undefined ? parseInt( hex, 16 ) : Number( decimal ) );
	return { shown, end: REFERENCE.lastIndex };
}
