/**
 * Words of an alignment that can stand in one place only because nothing can stand between them
 * and their neighbour.
 */
import type { Alignment } from './align-words';

/**
 * Looks for words without a pair beside words with one.
 *
 * @param step 1 to look behind words with a pair, -1 to look before them
 * @return for each word the place that it has by its neighbour; -1 for none
 */
function besides(
	left: Int32Array, right: Int32Array, holes: ArrayLike<number>, pairs: Int32Array,
	used: Uint8Array, step: 1 | -1
): Int32Array {
	const found = new Int32Array( left.length ).fill( -1 );
	const first = step === 1 ? 1 : left.length - 2;
	for ( let i = first; i >= 0 && i < left.length; i += step ) {
		const neighbour = i - step;
		const boundary = Math.max( i, neighbour );
		const beside = Math.max( pairs[ neighbour ] as number, found[ neighbour ] as number );
		const place = beside + step;
		const isHere = ( pairs[ i ] as number ) < 0 && beside >= 0 && !holes[ boundary ] &&
			place >= 0 && place < right.length && !used[ place ] && right[ place ] === left[ i ];
		if ( isHere ) {
			found[ i ] = place;
		}
	}
	return found;
}

/**
 * Pairs words without a pair with what stands beside their neighbours' pairs, unless the
 * neighbours on the two sides say different things, or two words claim one place.
 *
 * @param left words as numbers
 * @param right
 * @param holes 1 where the right may have more words, before each word of the left and at its end
 * @param alignment is added to
 */
export function attachNeighbours(
	left: Int32Array, right: Int32Array, holes: ArrayLike<number>, alignment: Alignment
): void {
	const { pairs, ambiguous } = alignment;
	const used = new Uint8Array( right.length );
	for ( const pair of pairs ) {
		if ( pair >= 0 ) {
			used[ pair ] = 1;
		}
	}
	const behind = besides( left, right, holes, pairs, used, 1 );
	const before = besides( left, right, holes, pairs, used, -1 );
	/** By place on the right, how many words say that they stand there. */
	const claims = new Uint8Array( right.length );
	for ( let i = 0; i < left.length; i++ ) {
		const [ one, other ] = [ behind[ i ] as number, before[ i ] as number ];
		for ( const place of one === other ? [ one ] : [ one, other ] ) {
			if ( place >= 0 ) {
				claims[ place ] = Math.min( 2, ( claims[ place ] as number ) + 1 );
			}
		}
	}
	for ( let i = 0; i < left.length; i++ ) {
		const one = behind[ i ] as number;
		const other = before[ i ] as number;
		const place = Math.max( one, other );
		const isAgreed = one < 0 || other < 0 || one === other;
		if ( place >= 0 && isAgreed && claims[ place ] === 1 ) {
			pairs[ i ] = place;
			ambiguous[ i ] = 0;
		}
	}
}
