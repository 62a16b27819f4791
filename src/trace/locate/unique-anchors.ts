/**
 * Pairs of equal runs of words that stand once on either side, as many as keep their order (the
 * idea of Heckel 1978 and of patience diff).
 */
import { hashPair } from '../hash';
import { lowerBound } from './lower-bound';

/** Begin and end on the left, begin and end on the right. */
export type Range = [ number, number, number, number ];

/** Places on the left and on the right, both increasing. */
export type Anchors = [ number[], number[] ];

/**
 * Pairs of one order on both sides, as many as there are: the longest increasing subsequence.
 *
 * @param pairs ordered by the place on the left
 */
function longestInOrder( [ left, right ]: Anchors ): Anchors {
	/** Last pair of the best chain of each length. */
	const tails: number[] = [];
	const before = new Int32Array( left.length );
	for ( let pair = 0; pair < left.length; pair++ ) {
		const place = right[ pair ] as number;
		const low = lowerBound( tails.length,
			( length ) => ( right[ tails[ length ] as number ] as number ) < place );
		before[ pair ] = low > 0 ? tails[ low - 1 ] as number : -1;
		tails[ low ] = pair;
	}
	const chain: number[] = [];
	for ( let pair = tails[ tails.length - 1 ] ?? -1; pair >= 0; pair = before[ pair ] as number ) {
		chain.push( pair );
	}
	chain.reverse();
	return [ left, right ].map(
		( places ) => chain.map( ( pair ) => places[ pair ] as number )
	) as Anchors;
}

/** Hashes of the runs of a length that begin at each place of a part. */
function hashRuns( values: Int32Array, from: number, to: number, length: number ): Int32Array {
	let hashes = values.slice( from, to );
	for ( let done = 1; done < length; done *= 2 ) {
		const longer = new Int32Array( Math.max( 0, hashes.length - done ) );
		for ( let i = 0; i < longer.length; i++ ) {
			longer[ i ] = hashPair( hashes[ i ] as number, hashes[ i + done ] as number );
		}
		hashes = longer;
	}
	return hashes;
}

/** Where each value stands that stands once; -1 for one that stands several times. */
function singles( values: Int32Array ): Map<number, number> {
	const places = new Map<number, number>();
	for ( let i = 0; i < values.length; i++ ) {
		const value = values[ i ] as number;
		places.set( value, places.has( value ) ? -1 : i );
	}
	return places;
}

/**
 * Anchors between two ranges.
 *
 * @param left words of one side as numbers
 * @param right of the other side
 * @param range
 * @param length of the runs, a power of two
 * @return where the runs begin; empty if no run stands once on both sides
 */
export function findAnchors(
	left: Int32Array, right: Int32Array, range: Range, length: number
): Anchors {
	const [ leftFrom, leftTo, rightFrom, rightTo ] = range;
	const leftRuns = hashRuns( left, leftFrom, leftTo, length );
	const rightPlaces = singles( hashRuns( right, rightFrom, rightTo, length ) );
	const anchors: Anchors = [ [], [] ];
	for ( const [ hash, place ] of singles( leftRuns ) ) {
		const other = rightPlaces.get( hash ) ?? -1;
		if ( place < 0 || other < 0 ) {
			continue;
		}
		let same = 0;
		while ( same < length &&
			left[ leftFrom + place + same ] === right[ rightFrom + other + same ] ) {
			same++;
		}
		if ( same === length ) {
			anchors[ 0 ].push( leftFrom + place );
			anchors[ 1 ].push( rightFrom + other );
		}
	}
	return longestInOrder( anchors );
}
