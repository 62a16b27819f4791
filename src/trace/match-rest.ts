/** Matches what other rules left over. */
import { heaviestCommon, informationOf } from './common-words';
import { countUnknown, UNKNOWN, type Row } from './row';
import type { WordGraph } from './word-graph';

/** More than this is no rest. */
const LONGEST = 200;
/** What the matches must say together, in bits. */
const BELIEVED = 10;

/**
 * Matches what is left with what was taken out by the same edit, wherever it was: few words on
 * both sides, of which most are the same, are the same ones. A short line that was moved and
 * edited is found like this.
 *
 * @param graph
 * @param words
 * @param removed words that were taken out and not found yet, in order
 * @param take is told each word that was found
 */
export function matchRest(
	graph: WordGraph, words: Row, removed: number[], take: ( id: number ) => void
): void {
	const count = countUnknown( words );
	if ( !count || !removed.length || Math.max( count, removed.length ) > LONGEST ) {
		return;
	}
	const places = new Int32Array( count );
	const rest: Row = {
		types: new Int32Array( count ),
		ids: new Int32Array( count ).fill( UNKNOWN )
	};
	for ( let at = 0, next = 0; next < count; at++ ) {
		if ( words.ids[ at ] === UNKNOWN ) {
			places[ next ] = at;
			rest.types[ next++ ] = words.types[ at ] as number;
		}
	}
	const gap = { start: 0, end: count, left: false, right: false };
	const groups = heaviestCommon( graph, rest, gap, removed );
	const matched = groups.reduce( ( sum, { length } ) => sum + length, 0 );
	const information = groups.reduce(
		( sum, group ) => sum + informationOf( graph, rest, gap, group ), 0
	);
	if ( matched * 2 < removed.length || information < BELIEVED ) {
		return;
	}
	for ( const { row, column, length } of groups ) {
		for ( let index = 0; index < length; index++ ) {
			const id = removed[ column + index ] as number;
			words.ids[ places[ row + index ] as number ] = id;
			take( id );
		}
	}
}
