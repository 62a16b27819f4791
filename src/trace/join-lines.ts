/** Notes in the graph of words which words an edit put side by side. */
import type { WordGraph } from './word-graph';

export interface JoinedLine {
	/** Word ids. */
	readonly ids: Int32Array;
	/** It was found again as a whole: inside it nothing stands side by side for the first time. */
	readonly whole: boolean;
}

/**
 * Joins the words of lines.
 *
 * @param graph
 * @param lines that were put in the place of others, in order
 * @param left the word before them
 * @param right the word after them
 */
export function joinLines(
	graph: WordGraph, lines: readonly JoinedLine[], left: number, right: number
): void {
	let previous = left;
	let beforePrevious = -1;
	let wasNew = false;
	for ( const { ids, whole } of lines ) {
		if ( !whole ) {
			for ( let at = 0; at < ids.length; at++ ) {
				const id = ids[ at ] as number;
				const isNew = graph.join( previous, id );
				if ( beforePrevious !== -1 && ( isNew || wasNew ) ) {
					graph.addGram( beforePrevious, previous, id );
				}
				wasNew = isNew;
				beforePrevious = previous;
				previous = id;
			}
		} else if ( ids.length ) {
			graph.join( previous, ids[ 0 ] as number );
			// Its words may have stood in other lines since.
			graph.chain( ids );
			previous = ids[ ids.length - 1 ] as number;
			beforePrevious = -1;
		}
	}
	graph.join( previous, right );
}
