/** The lines of a revision that is being read: found again as wholes, or word by word. */
import type { Line } from './line-table';
import { UNKNOWN, type Row } from './row';
import type { TracedLine } from './types';
import type { WordGraph } from './word-graph';

export interface NewLine {
	readonly line: Line;
	/** It was found again as a whole. */
	readonly whole: boolean;
	/** Null until it is known which words it holds. */
	traced: TracedLine | null;
	/** Its words, once they are known. */
	ids: Int32Array;
	/** Where its words stand in the row of words that are looked for. */
	at: number;
}

const NONE = new Int32Array( 0 );

/** A line of which the words are to be found. */
export function openLine( line: Line ): NewLine {
	return { line, whole: false, traced: null, ids: NONE, at: 0 };
}

/** A line that was found again as a whole. */
export function foundLine( traced: TracedLine ): NewLine {
	return { line: traced.line, whole: true, traced, ids: traced.ids, at: 0 };
}

/**
 * The words that are to be found, each group of lines between the words beside it.
 *
 * @param graph
 * @param lines
 * @param left the word before the lines
 * @param right the word after them
 */
export function rowOf( graph: WordGraph, lines: NewLine[], left: number, right: number ): Row {
	const types: number[] = [];
	const ids: number[] = [];
	const push = ( type: number, id: number ): void => {
		types.push( type );
		ids.push( id );
	};
	let before = left;
	let isOpen = false;
	for ( const entry of lines ) {
		const words = entry.traced ? entry.traced.ids : NONE;
		if ( words.length ) {
			if ( isOpen ) {
				push( graph.types.get( words[ 0 ] as number ), words[ 0 ] as number );
			}
			isOpen = false;
			before = words[ words.length - 1 ] as number;
		} else if ( entry.line.words.length ) {
			if ( !isOpen ) {
				push( graph.types.get( before ), before );
			}
			isOpen = true;
			entry.at = types.length;
			entry.line.words.forEach( ( type ) => push( type, UNKNOWN ) );
		}
	}
	if ( isOpen ) {
		push( graph.types.get( right ), right );
	}
	return { types: new Int32Array( types ), ids: new Int32Array( ids ) };
}

/** So many instances of a line are looked at, the newest first: some pages repeat one endlessly. */
const MOST_INSTANCES = 64;

/** The newest instances of a line, the newest first. */
export function newestInstances( { instances }: Line ): readonly TracedLine[] {
	// Most lines have one.
	return instances.length < 2 ? instances : instances.slice( -MOST_INSTANCES ).reverse();
}

/** The instance of a line with these words and marks; a new one if there is none. */
export function instanceOf( line: Line, ids: Int32Array, marks: Int32Array ): TracedLine {
	for ( const known of newestInstances( line ) ) {
		if (
			known.ids[ 0 ] === ids[ 0 ] && known.marks[ 0 ] === marks[ 0 ] &&
			known.ids.every( ( id, index ) => id === ids[ index ] ) &&
			known.marks.every( ( id, index ) => id === marks[ index ] )
		) {
			return known;
		}
	}
	const traced = { line, ids: ids.slice(), marks };
	line.instances.push( traced );
	return traced;
}
