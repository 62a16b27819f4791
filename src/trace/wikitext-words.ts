/**
 * The words and marks of wikitext.
 *
 * A word is a run of letters, digits and combining marks, with apostrophes inside; in scripts
 * that write no spaces between words, each letter is one. A mark is a run of one same other sign
 * (`[[`, `'''`, `.`). White space is neither, nor is the markup that the Translate extension puts
 * around and before the units of a page: marking a page for translation introduces no word.
 */

const SPACE = 0;
const WORD = 1;
/** A letter that is a word of its own. */
const SINGLE = 2;
const MARK = 3;
const APOSTROPHE = 4;

const LETTER = /[\p{L}\p{N}\p{M}_]/u;
const UNSPACED = new RegExp( '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}' +
	'\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Tibt}]', 'u' );
const COMBINING = /\p{M}/u;

function classify( character: string ): number {
	if ( character === '\'' || character === '’' ) {
		return APOSTROPHE;
	}
	if ( /\s/.test( character ) ) {
		return SPACE;
	}
	if ( !LETTER.test( character ) ) {
		return MARK;
	}
	// A combining mark belongs to the letter before, in every script.
	return UNSPACED.test( character ) && !COMBINING.test( character ) ? SINGLE : WORD;
}

/** Classes of UTF-16 units that were met, plus one. */
const known = new Uint8Array( 0x10000 );

function classAt( text: string, at: number ): number {
	const unit = text.charCodeAt( at );
	if ( unit >= 0xD800 && unit <= 0xDBFF ) {
		return classify( String.fromCodePoint( text.codePointAt( at ) as number ) );
	}
	if ( !known[ unit ] ) {
		known[ unit ] = classify( text.charAt( at ) ) + 1;
	}
	return known[ unit ] as number - 1;
}

/** UTF-16 units of the character at a place. */
function widthAt( text: string, at: number ): number {
	return ( text.codePointAt( at ) as number ) > 0xFFFF ? 2 : 1;
}

/** What the Translate extension adds to a page. */
const TRANSLATION = /<\/?(?:translate|languages)\b[^<>]*>|<!--T:[^<>]*?-->/gi;

/** Places to leave out: beginnings and ends in turn. */
function translationMarkup( line: string ): number[] | null {
	if ( !line.includes( '<' ) ) {
		return null;
	}
	const places: number[] = [];
	for ( const match of line.matchAll( TRANSLATION ) ) {
		places.push( match.index, match.index + match[ 0 ].length );
	}
	return places.length ? places : null;
}

/**
 * Calls back for each word and mark of a text, in order.
 *
 * @param text
 * @param visit gets the UTF-16 offsets of its beginning and end
 */
export function visitWords(
	text: string, visit: ( isWord: boolean, start: number, end: number ) => void
): void {
	const hidden = translationMarkup( text );
	let nextHidden = 0;
	const end = text.length;
	let at = 0;
	while ( at < end ) {
		const hiddenAt = hidden?.[ nextHidden ] ?? Infinity;
		if ( at >= hiddenAt ) {
			at = hidden?.[ nextHidden + 1 ] ?? end;
			nextHidden += 2;
			continue;
		}
		const start = at;
		const kind = classAt( text, at );
		at += widthAt( text, at );
		if ( kind === SPACE ) {
			continue;
		}
		const stop = Math.min( hiddenAt, end );
		if ( kind === WORD || kind === SINGLE ) {
			at = endOfWord( text, at, stop, kind );
			visit( true, start, at );
		} else {
			const sign = text.slice( start, at );
			while ( at < stop && text.startsWith( sign, at ) ) {
				at += sign.length;
			}
			visit( false, start, at );
		}
	}
}

function endOfWord( text: string, from: number, stop: number, kind: number ): number {
	let at = from;
	while ( at < stop ) {
		const next = classAt( text, at );
		if ( next === WORD && ( kind === WORD || COMBINING.test( text.charAt( at ) ) ) ) {
			at += widthAt( text, at );
		} else if (
			next === APOSTROPHE && kind === WORD &&
			at + 1 < stop && classAt( text, at + 1 ) === WORD
		) {
			at++;
		} else {
			break;
		}
	}
	return at;
}
