/** Words that come back while the very same ones stand elsewhere by now. */
import { UNKNOWN, type Row } from './row';
import type { WordGraph } from './word-graph';

/** Longest stretch that is taken as a copy. */
const LONGEST_COPY = 64;

/**
 * What once stood between two words that were found, and now does again, was restored with them,
 * even if the very words stand elsewhere by now: they keep the origin, as new words of that origin.
 *
 * @param graph
 * @param words
 */
export function matchCopies( graph: WordGraph, words: Row ): void {
	const { ids, types } = words;
	for ( let start = 1; start < ids.length; start++ ) {
		if ( ids[ start ] !== UNKNOWN || ids[ start - 1 ] === UNKNOWN ) {
			continue;
		}
		let id = graph.followerOf( ids[ start - 1 ] as number, types[ start ] as number );
		if ( id === -1 ) {
			continue;
		}
		const path: number[] = [];
		id = ids[ start - 1 ] as number;
		let at = start;
		while ( ids[ at ] === UNKNOWN && path.length <= LONGEST_COPY ) {
			id = graph.followerOf( id, types[ at ] as number );
			if ( id === -1 ) {
				break;
			}
			path.push( id );
			at++;
		}
		if (
			path.length && path.length <= LONGEST_COPY && id !== -1 &&
			ids[ at ] !== UNKNOWN && graph.wereNeighbours( id, ids[ at ] as number )
		) {
			path.forEach( ( model, index ) => {
				ids[ start + index ] = graph.introduce(
					graph.types.get( model ), graph.origins.get( model )
				);
			} );
		}
	}
}
