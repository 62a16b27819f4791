/**
 * Runs of apostrophes in wikitext: which of them are marks of bold and italic text, and which
 * are shown. It decides whether `L'''amour''` is the word "L'amour".
 *
 * Follows MediaWiki's `Parser::doQuotes`: of four apostrophes the first is shown, of more than
 * five all but five. Where both bold and italic are left open at the end of a line, one bold
 * mark is read as an apostrophe and an italic mark: after a word of one letter if there is one,
 * else after a longer word, else after a space.
 */

/** A run that the rule for open marks may take for an apostrophe. */
interface BoldMark {
	at: number;
	/** The smaller, the sooner it is taken. */
	rank: number;
}

function rankOf( text: string, at: number, length: number ): number {
	if ( length === 4 ) {
		// The first apostrophe is text: it counts as a word of one letter.
		return text[ at - 1 ] === ' ' ? 0 : 1;
	}
	if ( text[ at - 1 ] === ' ' ) {
		return 2;
	}
	return text[ at - 2 ] === ' ' ? 0 : 1;
}

/**
 * Finds the apostrophes that are shown, for one line.
 *
 * @param text
 * @param runs begin and length of each run of two or more apostrophes on the line, in turn
 * @param shown gets, by the offset of a run, how many of its apostrophes are shown
 */
export function readQuoteMarks( text: string, runs: number[], shown: Map<number, number> ): void {
	let bold = 0;
	let italic = 0;
	let best: BoldMark | null = null;
	for ( let i = 0; i < runs.length; i += 2 ) {
		const at = runs[ i ] as number;
		const length = runs[ i + 1 ] as number;
		if ( length === 4 || length > 5 ) {
			shown.set( at, length === 4 ? 1 : length - 5 );
		}
		const isBold = length >= 3;
		bold += isBold ? 1 : 0;
		italic += length === 2 || length >= 5 ? 1 : 0;
		if ( length === 3 || length === 4 ) {
			const rank = rankOf( text, at, length );
			if ( !best || rank < best.rank ) {
				best = { at, rank };
			}
		}
	}
	if ( best && bold % 2 && italic % 2 ) {
		shown.set( best.at, ( shown.get( best.at ) ?? 0 ) + 1 );
	}
}
