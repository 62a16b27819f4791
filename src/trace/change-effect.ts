/** What a change did to words: one revision, or several in a row of one page. */
import { differentPart } from './different-part';
import { isAscending, keptOrder } from './kept-order';
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
	/** Indexes of what stood before, with their places then. */
	const kept: number[] = [];
	const keptPlaces: number[] = [];
	for ( let at = 0; at < now.keys.length; at++ ) {
		const place = places.get( now.keys[ at ] as number );
		if ( place !== undefined ) {
			kept.push( at );
			keptPlaces.push( place );
		}
	}
	if ( isAscending( keptPlaces ) ) {
		return [];
	}
	const weights = kept.map( ( at ) => now.weights[ at ] as number );
	const stays = keptOrder( keptPlaces, weights, weights );
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
	// What is the same before and after all the rest keeps its order whatever moves.
	const { from, oldEnd, newEnd } = differentPart( before, after );
	const oldLines = before.slice( from, oldEnd );
	const newLines = after.slice( from, newEnd );
	const old = thingsOf( trace, oldLines, new Set( newLines ) );
	const now = thingsOf( trace, newLines, new Set( oldLines ) );
	const places = new Map<number, number>();
	for ( let at = 0; at < old.keys.length; at++ ) {
		places.set( old.keys[ at ] as number, at );
	}
	const inserted: number[] = [];
	const restored: number[] = [];
	const standing = new Set<number>();
	for ( const key of now.keys ) {
		standing.add( key );
		if ( !places.has( key ) ) {
			( trace.originOf( key ) > base ? inserted : restored ).push( key );
		}
	}
	return {
		inserted: new Int32Array( inserted ),
		removed: new Int32Array( old.keys.filter( ( key ) => !standing.has( key ) ) ),
		restored: new Int32Array( restored ),
		moved: new Int32Array( movedWords( trace, now, places ) )
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
