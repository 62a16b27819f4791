/**
 * A map from two non-negative integers to one: open addressing with linear probing, without an
 * object for each entry. A trace keeps some hundred thousand neighbourhoods of words in such maps.
 */
import { slotAfter, slotOf } from './hash';

/** Numbers of a slot: first key plus one (0: the slot is free), second key, value. */
const WIDTH = 3;

export class PairMap {
	private size = 0;

	private mask: number;

	private slots: Int32Array;

	/** @param capacity a power of two */
	public constructor( capacity = 16384 ) {
		this.mask = capacity - 1;
		this.slots = new Int32Array( capacity * WIDTH );
	}

	/** @return the value; -1 if there is none */
	public get( first: number, second: number ): number {
		const at = this.find( first, second );
		return this.slots[ at ] === 0 ? -1 : this.slots[ at + 2 ] as number;
	}

	/** @return the value before; -1 if there was none */
	public set( first: number, second: number, value: number ): number {
		const { slots } = this;
		const at = this.find( first, second );
		if ( slots[ at ] !== 0 ) {
			const before = slots[ at + 2 ] as number;
			slots[ at + 2 ] = value;
			return before;
		}
		slots[ at ] = first + 1;
		slots[ at + 1 ] = second;
		slots[ at + 2 ] = value;
		this.size++;
		if ( this.size * 2 > this.mask ) {
			this.grow( this.mask * 2 + 1 );
		}
		return -1;
	}

	/** Makes room for so many more pairs at once, instead of step by step. */
	public reserve( count: number ): void {
		let mask = this.mask;
		while ( ( this.size + count ) * 2 > mask ) {
			mask = mask * 2 + 1;
		}
		if ( mask > this.mask ) {
			this.grow( mask );
		}
	}

	/** Where a pair stands, or would stand. */
	private find( first: number, second: number ): number {
		const { slots, mask } = this;
		const key = first + 1;
		for ( let slot = slotOf( first, second, mask ); ; slot = slotAfter( slot, mask ) ) {
			const at = slot * WIDTH;
			if ( slots[ at ] === 0 || ( slots[ at ] === key && slots[ at + 1 ] === second ) ) {
				return at;
			}
		}
	}

	private grow( mask: number ): void {
		const old = this.slots;
		const slots = new Int32Array( ( mask + 1 ) * WIDTH );
		this.mask = mask;
		this.slots = slots;
		for ( let at = 0; at < old.length; at += WIDTH ) {
			const key = old[ at ] as number;
			if ( key ) {
				const second = old[ at + 1 ] as number;
				// All pairs differ: the first free slot is the one.
				let slot = slotOf( key - 1, second, mask );
				while ( slots[ slot * WIDTH ] ) {
					slot = slotAfter( slot, mask );
				}
				slots[ slot * WIDTH ] = key;
				slots[ slot * WIDTH + 1 ] = second;
				slots[ slot * WIDTH + 2 ] = old[ at + 2 ] as number;
			}
		}
	}
}
