/** Words of a plain text. */

/** A word with its place in the plain text it was taken from, in UTF-16 units. */
export interface Word {
	/** As it stands: "must" and "MUST" are two words in a policy. */
	text: string;
	start: number;
	end: number;
}

/** Scripts written without spaces: a word a character. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}' +
	'\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** One letter, digit or mark of the other scripts. */
const LETTER = `(?![${ UNSPACED }])[\\p{L}\\p{M}\\p{N}]`;
/** Apostrophes, points and hyphens may stand inside a word. */
const WORD = new RegExp(
	`[${ UNSPACED }]\\p{M}*|(?:${ LETTER })+(?:['’.\u2010-](?:${ LETTER })+)*`,
	'gu'
);

/** Splits a plain text into its words. Punctuation belongs to no word. */
export function splitWords( text: string ): Word[] {
	const words: Word[] = [];
	for ( const match of text.matchAll( WORD ) ) {
		const start = match.index ?? 0;
		words.push( { text: match[ 0 ], start, end: start + match[ 0 ].length } );
	}
	return words;
}
