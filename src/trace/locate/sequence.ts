/** Words in their order, with marks among them, ready to be aligned with another sequence. */

/** Numbers that stand for no word. */
const HEADING = 0;
const NOTE = 1;
const SEPARATOR = 2;
/** A separator of the other side, so that the two are never paired. */
export const OTHER_SEPARATOR = 3;
const FIRST_WORD = 4;

/** Numbers for words, the same for equal ones. */
export class WordNumbers {
	private readonly numbers = new Map<string, number>();

	public of( word: string ): number {
		let number = this.numbers.get( word );
		if ( number === undefined ) {
			number = this.numbers.size + FIRST_WORD;
			this.numbers.set( word, number );
		}
		return number;
	}

	public all( words: string[] ): Int32Array {
		const numbers = new Int32Array( words.length );
		for ( let i = 0; i < words.length; i++ ) {
			numbers[ i ] = this.of( words[ i ] as string );
		}
		return numbers;
	}
}

export class Sequence {
	/** Numbers of words, and of marks. */
	public readonly values: number[] = [];

	/** For each value the word that it stands for; -1 for a mark. */
	public readonly words: number[] = [];

	/** 1 where the other side may have more, before each value; one more for the end. */
	public readonly holes: number[] = [];

	/** @param hole 1 if the other side may have more before the value */
	public push( value: number, word: number, hole: number ): void {
		this.values.push( value );
		this.words.push( word );
		this.holes.push( hole );
	}

	public heading( hole: number ): void {
		this.push( HEADING, -1, hole );
	}

	public note(): void {
		this.push( NOTE, -1, 1 );
	}

	/** Nothing is paired across this place. */
	public separator(): void {
		this.push( SEPARATOR, -1, 1 );
	}
}
