/** Every distinct line that was ever seen, split into words once. */
import { IntList } from './int-list';
import type { TracedLine } from './types';
import type { Vocabulary } from './vocabulary';
import { findWords, PIECE } from './wikitext-words';

/** A distinct line of wikitext. */
export interface Line {
	readonly text: string;
	/** Lines are numbered as they first appear. */
	readonly number: number;
	/** Numbers of its words in the vocabulary. */
	readonly words: Int32Array;
	/** For each of its marks, how many words stand before it; then its number. */
	readonly marks: Int32Array;
	/** The places where it stood, told apart by the identity of its words; the oldest first. */
	readonly instances: TracedLine[];
}

export class LineTable {
	private readonly lines = new Map<string, Line>();

	/** The words and marks of the line that is being split. */
	private readonly pieces = new IntList();

	public constructor( private readonly vocabulary: Vocabulary ) {}

	public get( text: string ): Line {
		let line = this.lines.get( text );
		if ( !line ) {
			// A part of a long string keeps all of it in memory: a line is copied.
			const own = ( ' ' + text ).slice( 1 );
			line = this.split( own );
			this.lines.set( own, line );
		}
		return line;
	}

	private split( text: string ): Line {
		const { pieces, vocabulary } = this;
		const wordCount = findWords( text, pieces );
		const words = new Int32Array( wordCount );
		const marks = new Int32Array( 2 * ( pieces.length / PIECE - wordCount ) );
		let word = 0;
		let mark = 0;
		for ( let at = 0; at < pieces.length; at += PIECE ) {
			const number = vocabulary.internPart( text, pieces.get( at ), pieces.get( at + 1 ) );
			if ( pieces.get( at + 2 ) ) {
				words[ word++ ] = number;
			} else {
				marks[ mark++ ] = word;
				marks[ mark++ ] = number;
			}
		}
		return { text, number: this.lines.size, words, marks, instances: [] };
	}
}
