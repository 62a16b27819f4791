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

	public add( rendered: number, from: number, to: number, word: number ): void {
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
		/** Where the pieces of each word begin. */
		const next = new Int32Array( count + 1 );
		for ( const place of rendered ) {
			next[ place + 1 ] = ( next[ place + 1 ] as number ) + 1;
		}
		for ( let place = 1; place <= count; place++ ) {
			next[ place ] = ( next[ place ] as number ) + ( next[ place - 1 ] as number );
		}
		const order = new Int32Array( rendered.length );
		rendered.forEach( ( place, piece ) => {
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
		} );
		const column = ( values: number[] ): Int32Array => order
			.map( ( piece ) => values[ piece ] as number );
		return {
			rendered: column( rendered ),
			from: column( from ),
			to: column( to ),
			word: column( word )
		};
	}
}
