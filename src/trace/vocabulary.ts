/** Words as numbers: comparing two words is then comparing two integers. */
import { hashPart, slotAfter, slotOf } from './hash';
import { IntList } from './int-list';

/** In a page of a few words, chance repeats them as little as in a long one. */
const PRIOR = 500;

export class Vocabulary {
	private readonly texts: string[] = [];

	/** The hash of each text. */
	private readonly hashes = new IntList();

	/** Open addressing, as in PairMap: the number of a text plus one; 0 for a slot that is free. */
	private slots = new Int32Array( 4096 );

	/** How often a word of this text was introduced. */
	private readonly uses = new IntList();

	private total = 0;

	/** What a word of this text said when it was last asked, in bits. */
	private bits = new Float64Array( 4096 );

	/** The total then, plus one; 0 for never. */
	private bitsAt = new Int32Array( 4096 );

	/**
	 * The number of a part of a text, by exact case. No string is made of a part that is known,
	 * as nearly all are.
	 */
	public internPart( text: string, start: number, end: number ): number {
		const { slots, hashes } = this;
		const hash = hashPart( text, start, end );
		const mask = slots.length - 1;
		let slot = slotOf( hash, 0, mask );
		for ( let entry = slots[ slot ]; entry; entry = slots[ slot ] ) {
			if ( hashes.get( entry - 1 ) === hash && this.isPart( entry - 1, text, start, end ) ) {
				return entry - 1;
			}
			slot = slotAfter( slot, mask );
		}
		const number = this.texts.push( text.slice( start, end ) ) - 1;
		hashes.push( hash );
		this.uses.push( 0 );
		slots[ slot ] = number + 1;
		if ( 2 * number > mask ) {
			this.grow();
		}
		return number;
	}

	/** How many texts there are; their numbers are smaller than this. */
	public get size(): number {
		return this.texts.length;
	}

	public text( number: number ): string {
		return this.texts[ number ] as string;
	}

	/** Counts a word that was introduced. */
	public use( number: number ): void {
		this.uses.set( number, this.uses.get( number ) + 1 );
		this.total++;
	}

	/**
	 * How much it says that a word of this text stands somewhere, in bits: the rarer, the more
	 * (Shannon's information content, with counts over the whole past).
	 */
	public information( number: number ): number {
		if ( this.bitsAt[ number ] !== this.total + 1 ) {
			this.bits[ number ] = Math.log2(
				( this.total + PRIOR ) / ( this.uses.get( number ) + 1 )
			);
			this.bitsAt[ number ] = this.total + 1;
		}
		return this.bits[ number ] as number;
	}

	private isPart( number: number, text: string, start: number, end: number ): boolean {
		const known = this.texts[ number ] as string;
		if ( known.length !== end - start ) {
			return false;
		}
		for ( let at = start; at < end; at++ ) {
			if ( known.charCodeAt( at - start ) !== text.charCodeAt( at ) ) {
				return false;
			}
		}
		return true;
	}

	private grow(): void {
		const slots = new Int32Array( this.slots.length * 2 );
		const mask = slots.length - 1;
		for ( let number = 0; number < this.texts.length; number++ ) {
			let slot = slotOf( this.hashes.get( number ), 0, mask );
			while ( slots[ slot ] ) {
				slot = slotAfter( slot, mask );
			}
			slots[ slot ] = number + 1;
		}
		this.slots = slots;
		// Of the texts, at most every second slot has one.
		this.bits = new Float64Array( slots.length );
		this.bitsAt = new Int32Array( slots.length );
	}
}
