/**
 * Words between two places at which the page may show more than the wikitext says: where they
 * stand several times between the words around them, nothing tells which of them they are.
 */
import type { Alignment } from './align-words';

/**
 * How often a sequence stands in a part of another one, up to two times (Knuth, Morris and
 * Pratt 1977).
 */
function countOccurrences( sought: Int32Array, text: Int32Array ): number {
	/** For each beginning of the sequence the longest beginning that it ends with. */
	const borders = new Int32Array( sought.length );
	let count = 0;
	let border = 0;
	for ( let i = 1; i < sought.length; i++ ) {
		while ( border > 0 && sought[ i ] !== sought[ border ] ) {
			border = borders[ border - 1 ] as number;
		}
		border += sought[ i ] === sought[ border ] ? 1 : 0;
		borders[ i ] = border;
	}
	let found = 0;
	for ( let i = 0; i < text.length && count < 2; i++ ) {
		while ( found > 0 && text[ i ] !== sought[ found ] ) {
			found = borders[ found - 1 ] as number;
		}
		found += text[ i ] === sought[ found ] ? 1 : 0;
		if ( found === sought.length ) {
			count++;
			found = borders[ found - 1 ] as number;
		}
	}
	return count;
}

/** True for neighbours whose pairs are neighbours. */
function isOnePiece( pairs: Int32Array, start: number, end: number ): boolean {
	const first = pairs[ start ] as number;
	for ( let i = start; i < end; i++ ) {
		if ( first < 0 || pairs[ i ] !== first + i - start ) {
			return false;
		}
	}
	return true;
}

/**
 * Takes back the pairs of segments that could stand elsewhere.
 *
 * @param left words as numbers
 * @param right
 * @param holes 1 where the right may have more words, before each word of the left and at its end
 * @param alignment is changed
 */
export function dropDoubtfulSegments(
	left: Int32Array, right: Int32Array, holes: ArrayLike<number>,
	{ pairs, ambiguous }: Alignment
): void {
	/** Begin and end of what is taken back, in turn. */
	const doubtful: number[] = [];
	const behind = new Int32Array( left.length + 1 ).fill( right.length );
	for ( let i = left.length - 1; i >= 0; i-- ) {
		const pair = pairs[ i ] as number;
		behind[ i ] = pair < 0 ? behind[ i + 1 ] as number : pair;
	}
	let before = -1;
	let start = 0;
	for ( let end = 1; end <= left.length; end++ ) {
		if ( end < left.length && !holes[ end ] ) {
			continue;
		}
		const from = before + 1;
		const to = behind[ end ] as number;
		const isBetween = Boolean( holes[ start ] ) && Boolean( holes[ end ] );
		if ( isBetween && to - from > end - start && isOnePiece( pairs, start, end ) &&
			countOccurrences( left.subarray( start, end ), right.subarray( from, to ) ) > 1 ) {
			doubtful.push( start, end );
		}
		for ( let i = start; i < end; i++ ) {
			before = Math.max( before, pairs[ i ] as number );
		}
		start = end;
	}
	for ( let i = 0; i < doubtful.length; i += 2 ) {
		pairs.fill( -1, doubtful[ i ], doubtful[ i + 1 ] );
		ambiguous.fill( 1, doubtful[ i ], doubtful[ i + 1 ] );
	}
}
