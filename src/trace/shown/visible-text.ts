/** Text that a page shows, put together from pieces of its wikitext. */
import { visitWords } from '../wikitext-words';

/** The words of a text that is shown, each with what is known of its place. */
export interface ShownWords {
	texts: string[];
	/** Offsets in the shown text. */
	starts: number[];
	ends: number[];
	/**
	 * 1 where the page may show something else before the word (the result of a template); one
	 * more than there are words, for the end.
	 */
	holes: Uint8Array;
	/** 1 for words that such a place touches: what is shown there may be a part of the word. */
	touchesBefore: Uint8Array;
	touchesBehind: Uint8Array;
	/** 1 for the first word of a heading. */
	headings: Uint8Array;
}

export class VisibleText {
	/** UTF-16 units so far. */
	public length = 0;

	private readonly pieces: string[] = [];

	/** For each piece of the wikitext four numbers: offset and length here, begin and end there. */
	private readonly map: number[] = [];

	private readonly holes: number[] = [];

	private readonly headings: number[] = [];

	/** Adds a part of the wikitext as it stands. */
	public copy( source: string, from: number, to: number, base: number ): void {
		if ( to > from ) {
			this.put( source.slice( from, to ), base + from, base + to );
		}
	}

	/**
	 * Adds a text that stands for a part of the wikitext.
	 *
	 * @param text
	 * @param from offset of that part
	 * @param to its end
	 */
	public put( text: string, from: number, to: number ): void {
		this.map.push( this.length, text.length, from, to );
		this.add( text );
	}

	/** No word goes on across this place. */
	public breakWord(): void {
		this.add( '\n' );
	}

	/** The page may show here what does not stand in this text. */
	public hole(): void {
		this.holes.push( this.length );
		this.add( '\n' );
	}

	/** A heading begins here. */
	public heading(): void {
		this.headings.push( this.length );
	}

	private add( text: string ): void {
		this.pieces.push( text );
		this.length += text.length;
	}

	/** Splits the text into its words. */
	public words(): ShownWords {
		const text = this.pieces.join( '' );
		const texts: string[] = [];
		const starts: number[] = [];
		const ends: number[] = [];
		visitWords( text, ( isWord, start, end ) => {
			if ( isWord ) {
				texts.push( text.slice( start, end ) );
				starts.push( start );
				ends.push( end );
			}
		} );
		return {
			texts, starts, ends,
			...this.markHoles( starts, ends ),
			headings: this.markHeadings( starts )
		};
	}

	private markHoles(
		starts: number[], ends: number[]
	): Pick<ShownWords, 'holes' | 'touchesBefore' | 'touchesBehind'> {
		const count = starts.length;
		const holes = new Uint8Array( count + 1 );
		const touchesBefore = new Uint8Array( count );
		const touchesBehind = new Uint8Array( count );
		let word = 0;
		for ( const hole of this.holes ) {
			while ( word < count && ( starts[ word ] as number ) < hole ) {
				word++;
			}
			holes[ word ] = 1;
			// The hole itself is one character long.
			if ( starts[ word ] === hole + 1 ) {
				touchesBefore[ word ] = 1;
			}
			if ( word > 0 && ends[ word - 1 ] === hole ) {
				touchesBehind[ word - 1 ] = 1;
			}
		}
		return { holes, touchesBefore, touchesBehind };
	}

	/** A heading that begins with a template has no first word that is known. */
	private markHeadings( starts: number[] ): Uint8Array {
		const marks = new Uint8Array( starts.length );
		let word = 0;
		let hole = 0;
		for ( const heading of this.headings ) {
			while ( word < starts.length && ( starts[ word ] as number ) < heading ) {
				word++;
			}
			while ( hole < this.holes.length && ( this.holes[ hole ] as number ) < heading ) {
				hole++;
			}
			const start = starts[ word ];
			if ( start !== undefined && ( this.holes[ hole ] ?? Infinity ) > start ) {
				marks[ word ] = 1;
			}
		}
		return marks;
	}

	/**
	 * Visits the parts of the wikitext that shown words come from, in order.
	 *
	 * @param words of this text
	 * @param visit gets the number of a word, begin and end of a part of it, and begin and end
	 *  of the wikitext that it comes from; the two are of equal length unless something stands
	 *  for something else
	 */
	public visitSources(
		words: ShownWords,
		visit: ( word: number, from: number, to: number, start: number, end: number ) => void
	): void {
		const { map } = this;
		let word = 0;
		for ( let i = 0; i < map.length; i += 4 ) {
			const at = map[ i ] as number;
			const length = map[ i + 1 ] as number;
			const source = map[ i + 2 ] as number;
			const sourceEnd = map[ i + 3 ] as number;
			const isCopy = length === sourceEnd - source;
			while ( word < words.texts.length && ( words.ends[ word ] as number ) <= at ) {
				word++;
			}
			for ( ; word < words.texts.length; word++ ) {
				const start = words.starts[ word ] as number;
				const end = words.ends[ word ] as number;
				const from = Math.max( at, start );
				const to = Math.min( at + length, end );
				if ( from < to ) {
					visit(
						word, from - start, to - start,
						isCopy ? source + from - at : source,
						isCopy ? source + to - at : sourceEnd
					);
				}
				if ( end > at + length ) {
					break;
				}
			}
		}
	}
}
