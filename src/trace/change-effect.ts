/** What a change did to words: one revision, or several in a row of one page. */
import { keptOrder } from './kept-order';
import type { Trace } from './trace';
import type { RevisionEffect, TracedLine } from './types';

/** A change of one page, by numbers of revisions. */
export interface ChangeRange {
	page: string;
	/** The last revision before it; null if the page began with it. */
	base: number | null;
	/** Its last revision. */
	last: number;
}

/** What a change did; null where its revision or the one before it is not known. */
export type ChangeEffect = RevisionEffect | null;

/** Words, and in between lines that both states have, each of which counts as one thing. */
interface Things {
	/** By which each is known: a word's id, or that of the first word of the line. */
	readonly keys: number[];
	/** How many words each is. */
	readonly weights: number[];
	/** Null for a word. */
	readonly lines: ( TracedLine | null )[];
}

function thingsOf(
	trace: Trace, lines: readonly TracedLine[], other: ReadonlySet<TracedLine>
): Things {
	const things: Things = { keys: [], weights: [], lines: [] };
	for ( const line of lines ) {
		const { ids } = line;
		if ( !other.has( line ) ) {
			for ( const id of ids ) {
				things.keys.push( trace.identityOf( id ) );
				things.weights.push( 1 );
				things.lines.push( null );
			}
		} else if ( ids.length ) {
			things.keys.push( trace.identityOf( ids[ 0 ] as number ) );
			things.weights.push( ids.length );
			things.lines.push( line );
		}
	}
	return things;
}

/** Of what stood before and stands now, the words that left their order: as few as possible. */
function movedWords( trace: Trace, now: Things, places: ReadonlyMap<number, number> ): number[] {
	const kept = [ ...now.keys.keys() ].filter( ( at ) => places.has( now.keys[ at ] as number ) );
	const weights = kept.map( ( at ) => now.weights[ at ] as number );
	const stays = keptOrder(
		kept.map( ( at ) => places.get( now.keys[ at ] as number ) as number ), weights, weights
	);
	return kept.filter( ( _, index ) => !stays[ index ] ).flatMap( ( at ) => {
		const line = now.lines[ at ];
		return line ? [ ...line.ids ].map( ( id ) => trace.identityOf( id ) ) :
			[ now.keys[ at ] as number ];
	} );
}

/** From one state of a page to another. */
export function compareStates(
	trace: Trace, before: readonly TracedLine[], after: readonly TracedLine[], base: number
): RevisionEffect {
	const old = thingsOf( trace, before, new Set( after ) );
	const now = thingsOf( trace, after, new Set( before ) );
	const places = new Map( old.keys.map( ( key, place ) => [ key, place ] ) );
	const standing = new Set( now.keys );
	const arrived = now.keys.filter( ( key ) => !places.has( key ) );
	const isNew = ( id: number ): boolean => trace.originOf( id ) > base;
	return {
		inserted: Int32Array.from( arrived.filter( isNew ) ),
		removed: Int32Array.from( old.keys.filter( ( key ) => !standing.has( key ) ) ),
		restored: Int32Array.from( arrived.filter( ( id ) => !isNew( id ) ) ),
		moved: Int32Array.from( movedWords( trace, now, places ) )
	};
}

/**
 * What changes did to words.
 *
 * @param trace
 * @param changes
 * @return in their order
 */
export function changeEffects( trace: Trace, changes: readonly ChangeRange[] ): ChangeEffect[] {
	const wanted = new Map<string, Set<number>>();
	for ( const { page, base, last } of changes ) {
		const numbers = wanted.get( page ) || new Set();
		wanted.set( page, numbers.add( last ) );
		if ( base !== null ) {
			numbers.add( base );
		}
	}
	const states = new Map( [ ...wanted ].map(
		( [ page, numbers ] ) => [ page, trace.linesAfter( page, numbers ) ]
	) );
	return changes.map( ( { page, base, last } ) => {
		const before = base === null ? [] : states.get( page )?.get( base );
		const after = states.get( page )?.get( last );
		return before && after ? compareStates( trace, before, after, base ?? -1 ) : null;
	} );
}
