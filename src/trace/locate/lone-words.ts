/** Pairs of an alignment that say too little. */
import type { Sequence } from './sequence';

/** So many words in a row are no accident, whatever stands beside them. */
const SURE_RUN = 3;

/** Words that the result of a template touches, by their place in a sequence. */
export interface TouchedWords {
	before( index: number ): boolean;
	behind( index: number ): boolean;
}

/**
 * Takes back pairs of one or two words that the page does not show together with their
 * neighbours, although nothing can stand between them: such words are found in any text.
 *
 * @param left
 * @param pairs for each value of it its place on the page; -1 for none; changed
 * @param touched these may be a part of the word that is shown
 */
export function dropLoneWords( left: Sequence, pairs: Int32Array, touched: TouchedWords ): void {
	const { holes } = left;
	let start = 0;
	for ( let i = 1; i <= pairs.length; i++ ) {
		const isRun = i < pairs.length && !holes[ i ] && ( pairs[ i - 1 ] as number ) >= 0 &&
			pairs[ i ] === ( pairs[ i - 1 ] as number ) + 1;
		if ( isRun ) {
			continue;
		}
		const isTorn = ( holes[ start ] ? touched.before( start ) : start > 0 ) ||
			( holes[ i ] ? touched.behind( i - 1 ) : i < pairs.length );
		if ( isTorn && i - start < SURE_RUN ) {
			pairs.fill( -1, start, i );
		}
		start = i;
	}
}
