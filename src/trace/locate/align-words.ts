/**
 * Two sequences of words in the same order, one of which lacks some words of the other: which
 * word is which. Equal words only, in time that grows with the length alone.
 */
import { pairCertainly } from './certain-pairs';
import { findAnchors, type Anchors, type Range } from './unique-anchors';

/** Ranges up to this product of lengths are compared word by word. */
const SMALL = 4096;
/** Runs of so many words say something; they are looked for first. */
const STRONG_RUNS = [ 8, 4 ];
/** Short ones are found by accident, and long ones stand once where everything is repeated. */
const OTHER_RUNS = [ 2, 1, 16, 32 ];
/** Steps that may be taken, for each word: text that needs more is left unpaired. */
const STEPS = 60;

export interface Alignment {
	/** For each word on the left its place on the right; -1 for none. */
	pairs: Int32Array;
	/** 1 for words that have several equally good places: they have no pair. */
	ambiguous: Uint8Array;
}

class Aligner {
	public readonly pairs: Int32Array;

	public readonly ambiguous: Uint8Array;

	private steps: number;

	public constructor( private readonly left: Int32Array, private readonly right: Int32Array ) {
		this.pairs = new Int32Array( left.length ).fill( -1 );
		this.ambiguous = new Uint8Array( left.length );
		this.steps = STEPS * ( left.length + right.length );
	}

	public run(): void {
		const open: Range[] = [ [ 0, this.left.length, 0, this.right.length ] ];
		for ( let range = open.pop(); range && this.steps > 0; range = open.pop() ) {
			const rest = this.trim( range );
			const [ height, width ] = [ rest[ 1 ] - rest[ 0 ], rest[ 3 ] - rest[ 2 ] ];
			if ( height === 0 || width === 0 || this.divide( rest, STRONG_RUNS, open ) ) {
				continue;
			}
			if ( height * width <= SMALL ) {
				this.steps -= height * width;
				pairCertainly( this.left, this.right, rest, this );
			} else {
				this.divide( rest, OTHER_RUNS, open );
			}
		}
	}

	private pair( i: number, j: number ): void {
		this.pairs[ i ] = j;
	}

	/** Pairs equal words at both ends of a range, and gives what is between. */
	private trim( range: Range ): Range {
		let [ leftFrom, leftTo, rightFrom, rightTo ] = range;
		while ( leftFrom < leftTo && rightFrom < rightTo &&
			this.left[ leftFrom ] === this.right[ rightFrom ] ) {
			this.pair( leftFrom++, rightFrom++ );
		}
		while ( leftFrom < leftTo && rightFrom < rightTo &&
			this.left[ leftTo - 1 ] === this.right[ rightTo - 1 ] ) {
			this.pair( --leftTo, --rightTo );
		}
		return [ leftFrom, leftTo, rightFrom, rightTo ];
	}

	/**
	 * Pairs the anchors in a range, if there are any; what is between them is to be looked at.
	 *
	 * @param range
	 * @param lengths of the runs that may be anchors
	 * @param open gets the ranges between them
	 * @return false if there are none
	 */
	private divide( range: Range, lengths: number[], open: Range[] ): boolean {
		const [ height, width ] = [ range[ 1 ] - range[ 0 ], range[ 3 ] - range[ 2 ] ];
		for ( const length of lengths ) {
			if ( length > Math.min( height, width ) || this.steps <= 0 ) {
				continue;
			}
			this.steps -= height + width;
			const anchors = findAnchors( this.left, this.right, range, length );
			if ( anchors[ 0 ].length ) {
				this.split( range, anchors, open );
				return true;
			}
		}
		return false;
	}

	private split( range: Range, [ lefts, rights ]: Anchors, open: Range[] ): void {
		let [ leftFrom, , rightFrom ] = range;
		lefts.forEach( ( left, i ) => {
			const right = rights[ i ] as number;
			this.pair( left, right );
			if ( left > leftFrom && right > rightFrom ) {
				open.push( [ leftFrom, left, rightFrom, right ] );
			}
			leftFrom = left + 1;
			rightFrom = right + 1;
		} );
		open.push( [ leftFrom, range[ 1 ], rightFrom, range[ 3 ] ] );
	}
}

/**
 * Pairs the words of two sequences.
 *
 * @param left words as numbers
 * @param right
 */
export function alignWords( left: Int32Array, right: Int32Array ): Alignment {
	const aligner = new Aligner( left, right );
	aligner.run();
	return { pairs: aligner.pairs, ambiguous: aligner.ambiguous };
}
