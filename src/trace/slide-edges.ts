/**
 * Where what was put in begins as what follows it does, or ends as what stands before it, it
 * cannot be told from the words alone where it begins: "a b [c a b] d" may as well be
 * "[a b c] a b d". It is taken to begin and end where lines and sentences do, since people write
 * and paste those.
 */
import type { NewLine } from './new-lines';
import { UNKNOWN, type Row } from './row';
import type { WordGraph } from './word-graph';

/** It cannot be moved to: a word that is no part of the lines. */
const FIXED = -1;
/** How much it says that a stretch begins or ends before a word, by what the word begins. */
const INSIDE = 0;
const SENTENCE = 1;
const LINE = 2;

/**
 * Moves stretches of a row that are not found to the edges of lines and sentences, where the
 * words allow it.
 *
 * @param graph
 * @param row
 * @param lines that the row holds
 */
export function slideToEdges( graph: WordGraph, row: Row, lines: readonly NewLine[] ): void {
	let edges: Int8Array | null = null;
	const { ids, types } = row;
	for ( let start = 1; start < ids.length; start++ ) {
		if ( ids[ start ] === UNKNOWN && ids[ start - 1 ] !== UNKNOWN ) {
			let end = start;
			while ( ids[ end ] === UNKNOWN ) {
				end++;
			}
			const isInserted = end < ids.length &&
				( types[ start ] === types[ end ] || types[ start - 1 ] === types[ end - 1 ] ) &&
				graph.wereNeighbours( ids[ start - 1 ] as number, ids[ end ] as number );
			if ( isInserted ) {
				edges = edges || edgesOf( graph, row, lines );
				end += slide( row, edges, start, end );
			}
			start = end;
		}
	}
}

/** What the words of a row begin. */
function edgesOf( graph: WordGraph, { ids }: Row, lines: readonly NewLine[] ): Int8Array {
	const edges = new Int8Array( ids.length ).fill( FIXED );
	for ( const { traced, line, at } of lines ) {
		if ( !traced && line.words.length ) {
			edges.fill( INSIDE, at, at + line.words.length );
			for ( let mark = 0; mark < line.marks.length; mark += 2 ) {
				const before = line.marks[ mark ] as number;
				const sign = graph.vocabulary.text( line.marks[ mark + 1 ] as number );
				if ( before < line.words.length && /[.!?:;]/.test( sign ) ) {
					edges[ at + before ] = SENTENCE;
				}
			}
			edges[ at ] = LINE;
		}
	}
	return edges;
}

/** Moves one stretch; returns by how much. */
function slide( { ids, types }: Row, edges: Int8Array, start: number, end: number ): number {
	const scoreAt = ( shift: number ): number => {
		const first = edges[ start + shift ] as number;
		const after = edges[ end + shift ] as number;
		return first + ( after === FIXED ? LINE : after );
	};
	let best = 0;
	let bestScore = scoreAt( 0 );
	const consider = ( shift: number ): void => {
		// Of two equal ones the first is more often the old one.
		if ( scoreAt( shift ) > bestScore || scoreAt( shift ) === bestScore && shift > best ) {
			best = shift;
			bestScore = scoreAt( shift );
		}
	};
	for (
		let shift = 1;
		edges[ end + shift - 1 ] !== FIXED && ids[ end + shift - 1 ] !== UNKNOWN &&
			types[ start + shift - 1 ] === types[ end + shift - 1 ];
		shift++
	) {
		consider( shift );
	}
	for (
		let shift = -1;
		edges[ start + shift ] !== FIXED && ids[ start + shift ] !== UNKNOWN &&
			types[ start + shift ] === types[ end + shift ];
		shift--
	) {
		consider( shift );
	}
	for ( let shift = 0; shift < best; shift++ ) {
		ids[ start + shift ] = ids[ end + shift ] as number;
		ids[ end + shift ] = UNKNOWN;
	}
	for ( let shift = -1; shift >= best; shift-- ) {
		ids[ end + shift ] = ids[ start + shift ] as number;
		ids[ start + shift ] = UNKNOWN;
	}
	return best;
}
