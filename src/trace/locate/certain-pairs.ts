/** Two short sequences of words: the pairs that every best comparison has in common. */
import type { Alignment } from './align-words';

/** Lengths of the longest common subsequences of beginnings, or of ends, of two sequences. */
function lengths(
	height: number, width: number, isEqual: ( i: number, j: number ) => boolean
): Uint16Array {
	const row = width + 1;
	const table = new Uint16Array( ( height + 1 ) * row );
	for ( let i = 1; i <= height; i++ ) {
		for ( let j = 1; j <= width; j++ ) {
			const at = i * row + j;
			table[ at ] = isEqual( i - 1, j - 1 ) ?
				( table[ at - row - 1 ] as number ) + 1 :
				Math.max( table[ at - row ] as number, table[ at - 1 ] as number );
		}
	}
	return table;
}

/**
 * Pairs what can be paired in one way only: a longest common subsequence has one pair of each
 * rank, so a pair that is the only one of its rank is in all of them.
 *
 * @param left
 * @param right
 * @param range begin and end on the left, begin and end on the right
 * @param result is filled in
 */
export function pairCertainly(
	left: Int32Array, right: Int32Array, range: [ number, number, number, number ],
	{ pairs, ambiguous }: Alignment
): void {
	const [ leftFrom, leftTo, rightFrom, rightTo ] = range;
	const height = leftTo - leftFrom;
	const width = rightTo - rightFrom;
	const row = width + 1;
	function isEqual( i: number, j: number ): boolean {
		return left[ leftFrom + i ] === right[ rightFrom + j ];
	}
	const before = lengths( height, width, isEqual );
	const behind = lengths( height, width,
		( i, j ) => isEqual( height - 1 - i, width - 1 - j ) );
	const best = before[ before.length - 1 ] as number;
	/** By rank: the pair as one number; -1 for several. */
	const ofRank = new Map<number, number>();
	for ( let i = 0; i < height; i++ ) {
		for ( let j = 0; j < width; j++ ) {
			const rank = before[ i * row + j ] as number;
			const rest = behind[ ( height - 1 - i ) * row + width - 1 - j ] as number;
			if ( isEqual( i, j ) && rank + 1 + rest === best ) {
				ofRank.set( rank, ofRank.has( rank ) ? -1 : i * row + j );
				ambiguous[ leftFrom + i ] = 1;
			}
		}
	}
	for ( const pair of ofRank.values() ) {
		if ( pair >= 0 ) {
			const i = leftFrom + Math.floor( pair / row );
			pairs[ i ] = rightFrom + pair % row;
			ambiguous[ i ] = 0;
		}
	}
}
