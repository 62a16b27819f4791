/* eslint-disable no-bitwise -- rolling hashes are made of nothing else. */

/** The runs of k words of one text, to be found again in others. */
export class GramCounts {
	/** Id of the run that starts at each word of the text, as long as there is one. */
	public readonly ids: Int32Array;

	/** How many different runs there are. */
	public readonly distinct: number;

	private readonly heads: Int32Array;

	private readonly next: number[] = [];

	/** Where each run stands in the text. */
	private readonly places: number[] = [];

	private readonly hashes: number[] = [];

	/** Takes the first word of a run out of its hash. */
	private readonly leaving: number;

	public constructor( private readonly words: Int32Array, public readonly size: number ) {
		let slots = 16;
		while ( slots < words.length * 2 ) {
			slots *= 2;
		}
		this.heads = new Int32Array( slots ).fill( -1 );
		let leaving = 1;
		for ( let at = 1; at < size; at++ ) {
			leaving = Math.imul( leaving, 0x01000193 );
		}
		this.leaving = leaving;
		this.ids = new Int32Array( Math.max( 0, words.length - size + 1 ) );
		this.visit( words, ( hash, at ) => {
			let id = this.find( words, hash, at );
			if ( id < 0 ) {
				id = this.places.push( at ) - 1;
				this.hashes.push( hash );
				this.next.push( this.heads[ this.slot( hash ) ] as number );
				this.heads[ this.slot( hash ) ] = id;
			}
			this.ids[ at ] = id;
		} );
		this.distinct = this.places.length;
	}

	/** How often each run of the text, by id, stands in other words. */
	public countIn( words: Int32Array ): Int32Array {
		const counts = new Int32Array( this.distinct );
		this.visit( words, ( hash, at ) => {
			const id = this.find( words, hash, at );
			if ( id >= 0 ) {
				counts[ id ] = counts[ id ] as number + 1;
			}
		} );
		return counts;
	}

	private slot( hash: number ): number {
		return ( hash ^ ( hash >>> 15 ) ) & ( this.heads.length - 1 );
	}

	private visit( words: Int32Array, visit: ( hash: number, at: number ) => void ): void {
		let hash = 0;
		for ( let end = 0; end < words.length; end++ ) {
			const out = end - this.size;
			if ( out >= 0 ) {
				hash = ( hash - Math.imul( words[ out ] as number + 1, this.leaving ) ) | 0;
			}
			hash = ( Math.imul( hash, 0x01000193 ) + ( words[ end ] as number ) + 1 ) | 0;
			if ( out >= -1 ) {
				visit( hash, out + 1 );
			}
		}
	}

	private find( words: Int32Array, hash: number, at: number ): number {
		let id = this.heads[ this.slot( hash ) ] as number;
		while ( id >= 0 && !( this.hashes[ id ] === hash && this.isAt( id, words, at ) ) ) {
			id = this.next[ id ] as number;
		}
		return id;
	}

	private isAt( id: number, words: Int32Array, at: number ): boolean {
		const place = this.places[ id ] as number;
		for ( let offset = 0; offset < this.size; offset++ ) {
			if ( this.words[ place + offset ] !== words[ at + offset ] ) {
				return false;
			}
		}
		return true;
	}
}
