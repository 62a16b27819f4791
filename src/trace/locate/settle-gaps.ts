/**
 * An alignment, held to what it can know: words that could as well be paired with others lose
 * their pair, unless it is known where one side may have more words than the other.
 */
import type { Alignment } from './align-words';

/** Pairs on both sides of words that have none. */
interface Gap {
	/** Last pair before it, and first pair behind it, on the left and on the right. */
	leftBefore: number;
	leftBehind: number;
	rightBefore: number;
	rightBehind: number;
}

class Settler {
	private readonly unsure: Uint8Array;

	public constructor(
		private readonly left: Int32Array,
		private readonly right: Int32Array,
		private readonly holes: ArrayLike<number>,
		private readonly alignment: Alignment
	) {
		this.unsure = new Uint8Array( left.length );
	}

	public run(): void {
		const { pairs, ambiguous } = this.alignment;
		let leftBefore = -1;
		let rightBefore = -1;
		for ( let i = 0; i <= pairs.length; i++ ) {
			const pair = i < pairs.length ? pairs[ i ] as number : this.right.length;
			if ( pair < 0 ) {
				continue;
			}
			const gap = { leftBefore, leftBehind: i, rightBefore, rightBehind: pair };
			if ( i - leftBefore > 1 ) {
				this.slideLeftWords( gap );
			}
			if ( pair - rightBefore > 1 ) {
				this.slideRightWords( gap );
			}
			leftBefore = i;
			rightBefore = i < pairs.length ? pairs[ i ] as number : pair;
		}
		this.unsure.forEach( ( isUnsure, i ) => {
			if ( isUnsure ) {
				pairs[ i ] = -1;
				ambiguous[ i ] = 1;
			}
		} );
	}

	/** How many pairs before a gap are neighbours on both sides, while a condition holds. */
	private countBefore(
		{ leftBefore, rightBefore }: Gap, isSame: ( back: number ) => boolean
	): number {
		const { pairs } = this.alignment;
		let count = 0;
		while ( leftBefore - count >= 0 && pairs[ leftBefore - count ] === rightBefore - count &&
			isSame( count ) ) {
			count++;
		}
		return count;
	}

	private countBehind(
		{ leftBehind, rightBehind }: Gap, isSame: ( on: number ) => boolean
	): number {
		const { pairs } = this.alignment;
		let count = 0;
		while ( leftBehind + count < pairs.length &&
			pairs[ leftBehind + count ] === rightBehind + count && isSame( count ) ) {
			count++;
		}
		return count;
	}

	/**
	 * Words on the left without a pair: nothing says that it is they that are missing on the
	 * right, and not their like beside them.
	 */
	private slideLeftWords( gap: Gap ): void {
		const { leftBefore, leftBehind } = gap;
		const { left } = this;
		const back = this.countBefore( gap,
			( n ) => left[ leftBefore - n ] === left[ leftBehind - 1 - n ] );
		const on = this.countBehind( gap,
			( n ) => left[ leftBehind + n ] === left[ leftBefore + 1 + n ] );
		this.unsure.fill( 1, leftBefore + 1 - back, leftBefore + 1 );
		this.unsure.fill( 1, leftBehind, leftBehind + on );
		if ( back ) {
			this.unsure.fill( 1, Math.max( leftBefore + 1, leftBehind - back ), leftBehind );
		}
		if ( on ) {
			this.unsure.fill( 1, leftBefore + 1, Math.min( leftBehind, leftBefore + 1 + on ) );
		}
	}

	/**
	 * Words on the right without a pair may stand where the left has a hole. Where that is one
	 * place only, they are put there; where it is none or several, the words that could stand on
	 * either side of them are unsure.
	 */
	private slideRightWords( gap: Gap ): void {
		const { leftBefore, leftBehind, rightBefore, rightBehind } = gap;
		const { right } = this;
		const back = this.countBefore( gap,
			( n ) => right[ rightBefore - n ] === right[ rightBehind - 1 - n ] );
		const on = this.countBehind( gap,
			( n ) => right[ rightBehind + n ] === right[ rightBefore + 1 + n ] );
		if ( !back && !on ) {
			return;
		}
		let first = -1;
		let last = -1;
		for ( let i = leftBefore + 1 - back; i <= leftBehind + on; i++ ) {
			if ( this.holes[ i ] ) {
				first = first < 0 ? i : first;
				last = i;
			}
		}
		if ( first < 0 ) {
			first = leftBefore + 1 - back;
			last = leftBehind + on;
		}
		const { pairs } = this.alignment;
		// Words before the first place keep the left end of the gap, those behind the right end.
		for ( let i = leftBehind; i < Math.min( first, leftBehind + on ); i++ ) {
			pairs[ i ] = rightBefore + 1 + i - leftBehind;
		}
		for ( let i = leftBefore; i >= Math.max( last, leftBefore + 1 - back ); i-- ) {
			pairs[ i ] = rightBehind - 1 - ( leftBefore - i );
		}
		const unsureFrom = Math.max( first, leftBefore + 1 - back );
		for ( let i = unsureFrom; i < Math.min( last, leftBehind + on ); i++ ) {
			if ( i <= leftBefore || i >= leftBehind ) {
				this.unsure[ i ] = 1;
			}
		}
	}
}

/**
 * Settles an alignment in place.
 *
 * @param left words as numbers
 * @param right
 * @param holes 1 where the right may have more words, before each word of the left and at its end
 * @param alignment of the two
 */
export function settleGaps(
	left: Int32Array, right: Int32Array, holes: ArrayLike<number>, alignment: Alignment
): void {
	new Settler( left, right, holes, alignment ).run();
}
