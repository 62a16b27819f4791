/** Every distinct line that was ever seen, split into words once. */
import { visitWords } from './wikitext-words';
import type { TracedLine } from './types';
import type { Vocabulary } from './vocabulary';

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

	public constructor( private readonly vocabulary: Vocabulary ) {}

	public get( text: string ): Line {
		let line = this.lines.get( text );
		if ( !line ) {
			// A part of a long string keeps all of it in memory: a line is copied.
			const own = ( ' ' + text ).slice( 1 );
			line = { text: own, number: this.lines.size, ...this.split( own ), instances: [] };
			this.lines.set( own, line );
		}
		return line;
	}

	private split( text: string ): Pick<Line, 'words' | 'marks'> {
		const words: number[] = [];
		const marks: number[] = [];
		visitWords( text, ( isWord, start, end ) => {
			const number = this.vocabulary.internPart( text, start, end );
			if ( isWord ) {
				words.push( number );
			} else {
				marks.push( words.length, number );
			}
		} );
		return { words: new Int32Array( words ), marks: new Int32Array( marks ) };
	}
}
