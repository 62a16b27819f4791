/** Words as numbers: comparing two words is then comparing two integers. */
import { IntList } from './int-list';

export class Vocabulary {
	private readonly numbers = new Map<string, number>();

	private readonly texts: string[] = [];

	/** How often a word of this text was introduced. */
	private readonly uses = new IntList();

	private total = 0;

	/** Numbers of single signs of Latin-1 plus one: a third of all that is looked up. */
	private readonly signs = new Int32Array( 256 );

	/** The number of a word's text, by exact case. */
	public intern( word: string ): number {
		let number = this.numbers.get( word );
		if ( number === undefined ) {
			number = this.texts.length;
			this.numbers.set( word, number );
			this.texts.push( word );
			this.uses.push( 0 );
		}
		return number;
	}

	/** The number of a part of a text. */
	public internPart( text: string, start: number, end: number ): number {
		const unit = text.charCodeAt( start );
		if ( end - start !== 1 || unit >= this.signs.length ) {
			return this.intern( text.slice( start, end ) );
		}
		const known = this.signs[ unit ] as number;
		if ( known ) {
			return known - 1;
		}
		const number = this.intern( text.charAt( start ) );
		this.signs[ unit ] = number + 1;
		return number;
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
		return Math.log2( ( this.total + PRIOR ) / ( this.uses.get( number ) + 1 ) );
	}
}

/** In a page of a few words, chance repeats them as little as in a long one. */
const PRIOR = 500;
