/** The words of a page as it is shown, prepared for finding words of its wikitext among them. */
import { Sequence, type WordNumbers } from './sequence';

/** What a block of a shown page is. */
export const BLOCK_TEXT = 0;
export const BLOCK_HEADING = 1;
/** The first block of a footnote in its list. */
export const BLOCK_NOTE = 2;
/** A further block of a footnote. */
export const BLOCK_NOTE_MORE = 3;

/** The words of a shown page in order of the document. */
export interface RenderedWords {
	texts: string[];

	/** Number of the first word of each block; increasing. */
	blockStarts: ArrayLike<number>;

	/** `BLOCK_TEXT` and so on, for each block. */
	blockKinds: ArrayLike<number>;
}

/** The words of a page's text, or those of its footnotes. */
export interface RenderedPart {
	sequence: Sequence;

	/** For each footnote begin and end among the values, its mark not counted. */
	notes: [ number, number ][];
}

/** A shown page as numbers. */
export interface RenderedPage {
	texts: string[];

	/** For each word its number. */
	values: Int32Array;

	/** 1 for words that begin a block, or 2 if that is a footnote; one more for the end. */
	blocks: Uint8Array;

	/** 1 for words that have been found in the wikitext. */
	taken: Uint8Array;

	body: RenderedPart;
	notes: RenderedPart;
}

/** Numbers the words of a page, and takes its footnotes out of the order of the document. */
export function readRendered( rendered: RenderedWords, numbers: WordNumbers ): RenderedPage {
	const { texts, blockStarts, blockKinds } = rendered;
	const values = numbers.all( texts );
	const body: RenderedPart = { sequence: new Sequence(), notes: [] };
	const notes: RenderedPart = { sequence: new Sequence(), notes: [] };
	const blocks = new Uint8Array( texts.length + 1 );
	blocks[ texts.length ] = 1;
	let word = 0;
	for ( let block = -1; block < blockStarts.length; block++ ) {
		const kind = blockKinds[ block ] ?? BLOCK_TEXT;
		const end = blockStarts[ block + 1 ] ?? texts.length;
		const isNote = kind === BLOCK_NOTE || kind === BLOCK_NOTE_MORE;
		const { sequence } = isNote ? notes : body;
		blocks[ word ] = kind === BLOCK_NOTE ? 2 : 1;
		if ( kind === BLOCK_HEADING ) {
			sequence.heading( 0 );
		} else if ( kind === BLOCK_NOTE ) {
			sequence.note();
			notes.notes.push( [ sequence.values.length, sequence.values.length ] );
		}
		for ( ; word < end; word++ ) {
			sequence.push( values[ word ] as number, word, 0 );
		}
		const note = notes.notes[ notes.notes.length - 1 ];
		if ( isNote && note ) {
			note[ 1 ] = sequence.values.length;
		}
	}
	const taken = new Uint8Array( texts.length );
	return { texts, values, blocks, taken, body, notes };
}
