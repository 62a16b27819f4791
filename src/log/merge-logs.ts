/** Merging what two people made of one log at the same time. */
import { logShape } from './generated/log-shape';
import {
	equalValues, fieldOf, isJsonObject, type JsonObject, type JsonValue, pointerTo, withValueAt
} from './json-value';
import { fieldShape, hasIdentity, idOf, itemKeys } from './log-parts';
import { mergeOrder } from './merge-order';
import { type RenamedId, separateIds } from './separate-ids';
import type { Shape } from './shape';

export { checkMerged } from './check-merged';

/** A place where both sides made something else of the same thing. */
export interface Conflict {
	/** JSON Pointer into `merged`, where a value stands until it is decided: theirs, if any. */
	path: string;
	/** Id of the entry that it is part of. */
	entry?: string;
	/** What each side has there; undefined where it is absent. */
	base?: JsonValue;
	mine?: JsonValue;
	theirs?: JsonValue;
}

export interface LogMerge {
	merged: JsonValue;
	conflicts: Conflict[];
	/** Entries and advice of mine that got another id, since theirs had taken it for another. */
	renamed: RenamedId[];
	/** Lists that both put in another order; that of theirs was kept. */
	reordered: string[];
}

/** How a conflict is decided; a value of one's own may be absent. */
export type Choice = 'mine' | 'theirs' | { value: JsonValue | undefined };

/** A part of the log on all sides; undefined where it is absent. */
interface Sides {
	base: JsonValue | undefined;
	mine: JsonValue | undefined;
	theirs: JsonValue | undefined;
}

interface Place {
	path: string;
	shape: Shape;
	entry: string | undefined;
}

class Merger {
	public readonly conflicts: Conflict[] = [];

	public readonly reordered: string[] = [];

	/** @return undefined if the part is absent */
	public merge( sides: Sides, place: Place ): JsonValue | undefined {
		const { base, mine, theirs } = sides;
		if ( equalValues( mine, theirs ) || equalValues( base, mine ) ) {
			return theirs;
		}
		if ( equalValues( base, theirs ) ) {
			return mine;
		}
		const { shape } = place;
		if (
			shape.properties && isJsonObject( mine ) && isJsonObject( theirs ) &&
			( base === undefined || isJsonObject( base ) )
		) {
			return this.fields( base || {}, mine, theirs, place );
		}
		if (
			hasIdentity( shape.items ) && Array.isArray( mine ) && Array.isArray( theirs ) &&
			( base === undefined || Array.isArray( base ) )
		) {
			return this.items( base || [], mine, theirs, { ...place, shape: shape.items } );
		}
		const { path, entry } = place;
		this.conflicts.push( { path, ...entry !== undefined && { entry }, base, mine, theirs } );
		return theirs === undefined ? mine : theirs;
	}

	private fields(
		base: JsonObject, mine: JsonObject, theirs: JsonObject, { path, shape, entry }: Place
	): JsonObject {
		const names = [ mine, theirs ].flatMap( Object.keys );
		const { keys } = mergeOrder(
			Object.keys( base ), Object.keys( mine ), Object.keys( theirs ), new Set( names )
		);
		const fields = keys.flatMap( ( name ): [ string, JsonValue ][] => {
			const value = this.merge(
				{
					base: fieldOf( base, name ),
					mine: fieldOf( mine, name ),
					theirs: fieldOf( theirs, name )
				},
				{ path: pointerTo( path, name ), shape: fieldShape( shape, name ), entry }
			);
			return value === undefined ? [] : [ [ name, value ] ];
		} );
		return Object.fromEntries( fields );
	}

	/** `shape` is that of an item. */
	private items(
		base: JsonValue[], mine: JsonValue[], theirs: JsonValue[], { path, shape, entry }: Place
	): JsonValue[] {
		const [ old, here, there ] = [ base, mine, theirs ].map( ( list ) => {
			const keys = itemKeys( list, shape );
			return { keys, items: new Map( keys.map( ( key, index ) => [ key, list[ index ] ] ) ) };
		} ) as [ KeyedList, KeyedList, KeyedList ];
		// One side took it out, and the other left it as it was.
		const isGone = ( key: string ): boolean => old.items.has( key ) &&
			!( here.items.has( key ) && there.items.has( key ) ) &&
			equalValues( old.items.get( key ),
				( here.items.has( key ) ? here : there ).items.get( key ) );
		const wanted =
			new Set( [ ...here.keys, ...there.keys ].filter( ( key ) => !isGone( key ) ) );
		const { keys, bothMoved } = mergeOrder( old.keys, here.keys, there.keys, wanted );
		if ( bothMoved ) {
			this.reordered.push( path );
		}
		const isEntry = shape[ 'x-defines' ] === 'entries';
		return keys.flatMap( ( key, index ) => {
			const sides = {
				base: old.items.get( key ),
				mine: here.items.get( key ),
				theirs: there.items.get( key )
			};
			const item = this.merge( sides, {
				path: pointerTo( path, index ),
				shape,
				entry: isEntry ? idOf( sides.theirs ) ?? idOf( sides.mine ) : entry
			} );
			return item === undefined ? [] : [ item ];
		} );
	}
}

interface KeyedList {
	keys: string[];
	items: Map<string, JsonValue>;
}

/**
 * Merges two states of a log that were made from a common one. What was changed on one side alone
 * is taken over without a word: lists of entries, advice, topics, agents, sections and pages by
 * id, changes and reviews by what they are about, everything else by field. Order and unknown
 * fields survive. Where both sides changed the same field, it is a conflict, and `merged` holds
 * the value of `theirs` there; where one side took out what the other changed, what is left.
 *
 * Entries and advice that both sides added under one id are two: ids are counted up.
 *
 * @param base the raw JSON value that both began with
 * @param mine
 * @param theirs
 */
export function mergeLogs( base: JsonValue, mine: JsonValue, theirs: JsonValue ): LogMerge {
	const merger = new Merger();
	const separate = separateIds( base, mine, theirs );
	const merged = merger.merge(
		{ base, mine: separate.mine, theirs },
		{ path: '', shape: logShape, entry: undefined }
	);
	return {
		merged: merged === undefined ? null : merged,
		conflicts: merger.conflicts,
		renamed: separate.renamed,
		reordered: merger.reordered
	};
}

/** Places within one list from the last to the first, so that the others stay where they are. */
function fromTheEnd( a: string, b: string ): number {
	return b.localeCompare( a, 'en', { numeric: true } );
}

/**
 * Puts decisions into what was merged.
 *
 * @param merged
 * @param conflicts of the same merge
 * @param choices one for each conflict, in their order; what is not decided stays as it is
 */
export function resolveConflicts(
	merged: JsonValue, conflicts: readonly Conflict[], choices: readonly ( Choice | undefined )[]
): JsonValue {
	let result = merged;
	const absent: string[] = [];
	conflicts.forEach( ( conflict, index ) => {
		const choice = choices[ index ];
		if ( choice === undefined ) {
			return;
		}
		const value = choice === 'mine' ? conflict.mine :
			choice === 'theirs' ? conflict.theirs : choice.value;
		if ( value === undefined ) {
			absent.push( conflict.path );
		} else {
			result = withValueAt( result, conflict.path, value );
		}
	} );
	for ( const path of absent.sort( fromTheEnd ) ) {
		result = withValueAt( result, path, undefined );
	}
	return result;
}
