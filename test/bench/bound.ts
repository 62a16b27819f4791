/**
 * The least work that a trace has to do: one pass that splits every revision into lines and looks
 * each line up in a map, and one that splits each distinct line into words and interns them.
 *
 * @return how many distinct lines and words there are
 */
export function bound( texts: readonly string[] ): { lines: number; words: number } {
	const lines = new Map<string, number>();
	for ( const text of texts ) {
		for ( const line of text.split( '\n' ) ) {
			if ( !lines.has( line ) ) {
				lines.set( line, lines.size );
			}
		}
	}
	const words = new Map<string, number>();
	for ( const line of lines.keys() ) {
		for ( const word of line.match( /[\p{L}\p{N}\p{M}_]+/gu ) ?? [] ) {
			if ( !words.has( word ) ) {
				words.set( word, words.size );
			}
		}
	}
	return { lines: lines.size, words: words.size };
}
