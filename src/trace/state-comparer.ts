/** What became of words from one state of a page to another. */
import { differentPart } from './different-part';
import { isAscending, keptOrder } from './kept-order';
import type { Trace } from './trace';
import type { RevisionEffect, TracedLine } from './types';

/** Fewer words than this in another order are no move that anybody would speak of. */
export const FEWEST_MOVED = 4;

type State = readonly TracedLine[];

/** Words, and in between lines that both states have, each of which counts as one thing. */
interface Things {
	/** By which each is known: a word's id, or that of the first word of the line. */
	readonly keys: number[];
	/** How many words each is. */
	readonly weights: number[];
	/** Null for a word. */
	readonly lines: ( TracedLine | null )[];
}

function thingsOf( trace: Trace, lines: State, other: ReadonlySet<TracedLine> ): Things {
	const things: Things = { keys: [], weights: [], lines: [] };
	for ( const line of lines ) {
		const { ids } = line;
		if ( !other.has( line ) ) {
			for ( let at = 0; at < ids.length; at++ ) {
				things.keys.push( trace.identityOf( ids[ at ] as number ) );
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

export class StateComparer {
	/**
	 * By key of what stood before: its place plus one, and with a minus if it stands now as well.
	 * Between two comparisons all is 0.
	 */
	private readonly places: Int32Array;

	/** @param trace as it is at this moment */
	public constructor( private readonly trace: Trace ) {
		this.places = new Int32Array( trace.wordLimit );
	}

	/**
	 * Compares two states.
	 *
	 * @param before
	 * @param after
	 * @param base number of the revision of the first one; words from later ones are new
	 */
	public compare( before: State, after: State, base: number ): RevisionEffect {
		const { trace, places } = this;
		// What is the same before and after all the rest keeps its order, whatever moves.
		const { from, oldEnd, newEnd } = differentPart( before, after );
		const oldLines = before.slice( from, oldEnd );
		const newLines = after.slice( from, newEnd );
		const old = thingsOf( trace, oldLines, new Set( newLines ) );
		const now = thingsOf( trace, newLines, new Set( oldLines ) );
		for ( let at = 0; at < old.keys.length; at++ ) {
			places[ old.keys[ at ] as number ] = at + 1;
		}
		const inserted: number[] = [];
		const restored: number[] = [];
		/** What stood before, by its index now, with its place then. */
		const kept: number[] = [];
		const keptPlaces: number[] = [];
		for ( let at = 0; at < now.keys.length; at++ ) {
			const key = now.keys[ at ] as number;
			const place = places[ key ] as number;
			if ( place ) {
				kept.push( at );
				keptPlaces.push( place - 1 );
				places[ key ] = -place;
			} else {
				( trace.originOf( key ) > base ? inserted : restored ).push( key );
			}
		}
		const removed = old.keys.filter( ( key ) => ( places[ key ] as number ) > 0 );
		for ( const key of old.keys ) {
			places[ key ] = 0;
		}
		return {
			inserted: new Int32Array( inserted ),
			removed: new Int32Array( removed ),
			restored: new Int32Array( restored ),
			moved: new Int32Array( this.movedWords( now, kept, keptPlaces ) )
		};
	}

	/** Of what stood before and stands now, the words that left their order: as few as possible. */
	private movedWords(
		now: Things, kept: readonly number[], places: readonly number[]
	): number[] {
		if ( isAscending( places ) ) {
			return [];
		}
		const weights = kept.map( ( at ) => now.weights[ at ] as number );
		const stays = keptOrder( places, weights, weights );
		return kept.filter( ( _, index ) => !stays[ index ] ).flatMap( ( at ) => {
			const line = now.lines[ at ];
			return line ? [ ...line.ids ].map( ( id ) => this.trace.identityOf( id ) ) :
				[ now.keys[ at ] as number ];
		} );
	}
}
