/** Collects which parts of a page's words come from which words of its wikitext. */

/**
 * Pieces of shown words that come from words of the wikitext, in the order of the page. Of most
 * words it is the whole; of `[[link]]trail` the page shows one word that comes from two.
 */
export interface LocatedPieces {
	/** Number of the shown word. */
	rendered: Int32Array;

	/** The part of it, in UTF-16 units. */
	from: Int32Array;
	to: Int32Array;

	/** Number of the word of the wikitext. */
	word: Int32Array;
}

export class PieceList {
	private readonly rendered: number[] = [];

	private readonly from: number[] = [];

	private readonly to: number[] = [];

	private readonly word: number[] = [];

	/** Whether the order in which they were added is that of the page, as it mostly is. */
	private isSorted = true;

	public add( rendered: number, from: number, to: number, word: number ): void {
		const last = this.rendered.length - 1;
		const before = last < 0 ? -1 : this.rendered[ last ] as number;
		this.isSorted = this.isSorted && ( before < rendered ||
			( before === rendered && ( this.from[ last ] as number ) <= from ) );
		this.rendered.push( rendered );
		this.from.push( from );
		this.to.push( to );
		this.word.push( word );
	}

	/**
	 * The pieces in the order of the page.
	 *
	 * @param count of the page's words
	 */
	public sorted( count: number ): LocatedPieces {
		const { rendered, from, to, word } = this;
		if ( this.isSorted ) {
			return {
				rendered: new Int32Array( rendered ),
				from: new Int32Array( from ),
				to: new Int32Array( to ),
				word: new Int32Array( word )
			};
		}
		const order = this.order( count );
		const column = ( values: readonly number[] ): Int32Array => {
			const sorted = new Int32Array( order.length );
			for ( let at = 0; at < order.length; at++ ) {
				sorted[ at ] = values[ order[ at ] as number ] as number;
			}
			return sorted;
		};
		return {
			rendered: column( rendered ),
			from: column( from ),
			to: column( to ),
			word: column( word )
		};
	}

	/** Numbers of the pieces in the order of the page. */
	private order( count: number ): Int32Array {
		const { rendered, from } = this;
		/** Where the pieces of each word begin. */
		const next = new Int32Array( count + 1 );
		for ( const place of rendered ) {
			next[ place + 1 ] = ( next[ place + 1 ] as number ) + 1;
		}
		for ( let place = 1; place <= count; place++ ) {
			next[ place ] = ( next[ place ] as number ) + ( next[ place - 1 ] as number );
		}
		const order = new Int32Array( rendered.length );
		for ( let piece = 0; piece < rendered.length; piece++ ) {
			const place = rendered[ piece ] as number;
			const at = next[ place ] as number;
			next[ place ] = at + 1;
			// Few words have several pieces, nearly always in order.
			let slot = at;
			while ( slot > 0 && rendered[ order[ slot - 1 ] as number ] === place &&
				( from[ order[ slot - 1 ] as number ] as number ) > ( from[ piece ] as number ) ) {
				order[ slot ] = order[ slot - 1 ] as number;
				slot--;
			}
			order[ slot ] = piece;
		}
		return order;
	}
}
