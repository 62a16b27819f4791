/**
 * The words and marks of wikitext.
 *
 * A word is a run of letters, digits and combining marks, with apostrophes inside; in scripts
 * that write no spaces between words, each letter is one. A mark is a run of one same other sign
 * (`[[`, `'''`, `.`). White space is neither, nor is the markup that the Translate extension puts
 * around and before the units of a page: marking a page for translation introduces no word.
 */
import { IntList } from './int-list';

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
	const unit = text.charCodeAt( at );
	return unit >= 0xD800 && unit <= 0xDBFF && ( text.codePointAt( at ) as number ) > 0xFFFF ?
		2 : 1;
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

/** Numbers that tell of a word or mark: where it begins, where it ends, and 1 for a word. */
export const PIECE = 3;

/**
 * Finds the words and marks of a text, in order.
 *
 * @param text
 * @param into is filled with the numbers of each, see PIECE; offsets are in UTF-16 units
 * @return how many of them are words
 */
export function findWords( text: string, into: IntList ): number {
	const hidden = translationMarkup( text );
	const end = text.length;
	let nextHidden = 0;
	let hiddenAt = hidden ? hidden[ 0 ] as number : end;
	let words = 0;
	let at = 0;
	into.length = 0;
	while ( at < end ) {
		if ( at >= hiddenAt ) {
			at = hidden?.[ nextHidden + 1 ] ?? end;
			nextHidden += 2;
			hiddenAt = hidden?.[ nextHidden ] ?? end;
			continue;
		}
		const start = at;
		const kind = classAt( text, at );
		at += widthAt( text, at );
		if ( kind === SPACE ) {
			continue;
		}
		const isWord = kind === WORD || kind === SINGLE;
		at = isWord ?
			endOfWord( text, at, hiddenAt, kind ) :
			endOfMark( text, start, at, hiddenAt );
		words += isWord ? 1 : 0;
		into.push( start );
		into.push( at );
		into.push( isWord ? 1 : 0 );
	}
	return words;
}

/** A list that nobody uses: lines are many and short. */
let spare: IntList | null = null;

/**
 * Calls back for each word and mark of a text, in order.
 *
 * @param text
 * @param visit gets the UTF-16 offsets of its beginning and end
 */
export function visitWords(
	text: string, visit: ( isWord: boolean, start: number, end: number ) => void
): void {
	const found = spare || new IntList();
	spare = null;
	findWords( text, found );
	for ( let at = 0; at < found.length; at += PIECE ) {
		visit( found.get( at + 2 ) === 1, found.get( at ), found.get( at + 1 ) );
	}
	spare = found;
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

/** A mark is a run of one sign, which may take two units. */
function endOfMark( text: string, start: number, from: number, stop: number ): number {
	const unit = text.charCodeAt( start );
	let at = from;
	if ( at - start === 1 ) {
		while ( at < stop && text.charCodeAt( at ) === unit ) {
			at++;
		}
		return at;
	}
	const second = text.charCodeAt( start + 1 );
	while (
		at + 1 < stop && text.charCodeAt( at ) === unit && text.charCodeAt( at + 1 ) === second
	) {
		at += 2;
	}
	return at;
}
