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
	let size = 0;
	for ( const { line, traced } of lines ) {
		// A line to be found, and the words beside it.
		size += traced ? 0 : line.words.length + 2;
	}
	const types = new Int32Array( size );
	const ids = new Int32Array( size ).fill( UNKNOWN );
	let at = 0;
	let before = left;
	let isOpen = false;
	for ( const entry of lines ) {
		const words = entry.traced ? entry.traced.ids : NONE;
		if ( words.length ) {
			if ( isOpen ) {
				ids[ at ] = words[ 0 ] as number;
				types[ at ] = graph.types.get( ids[ at++ ] as number );
			}
			isOpen = false;
			before = words[ words.length - 1 ] as number;
		} else if ( entry.line.words.length ) {
			if ( !isOpen ) {
				ids[ at ] = before;
				types[ at++ ] = graph.types.get( before );
			}
			isOpen = true;
			entry.at = at;
			types.set( entry.line.words, at );
			at += entry.line.words.length;
		}
	}
	if ( isOpen ) {
		ids[ at ] = right;
		types[ at++ ] = graph.types.get( right );
	}
	return { types: types.subarray( 0, at ), ids: ids.subarray( 0, at ) };
}

/** So many instances of a line are looked at, the newest first: some pages repeat one endlessly. */
const MOST_INSTANCES = 64;

/** The newest instances of a line, the newest first. */
export function newestInstances( { instances }: Line ): readonly TracedLine[] {
	// Most lines have one.
	return instances.length < 2 ? instances : instances.slice( -MOST_INSTANCES ).reverse();
}

function areEqual( some: Int32Array, others: Int32Array ): boolean {
	for ( let at = 0; at < some.length; at++ ) {
		if ( some[ at ] !== others[ at ] ) {
			return false;
		}
	}
	return true;
}

/** The instance of a line with these words and marks; a new one if there is none. */
export function instanceOf( line: Line, ids: Int32Array, marks: Int32Array ): TracedLine {
	for ( const known of newestInstances( line ) ) {
		if ( areEqual( known.ids, ids ) && areEqual( known.marks, marks ) ) {
			return known;
		}
	}
	const traced = { line, ids, marks };
	line.instances.push( traced );
	return traced;
}
