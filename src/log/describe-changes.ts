/** What changed from one state of a log to another, as data of which views make words. */
import { logShape } from './generated/log-shape';
import { equalValues, fieldOf, isJsonObject, type JsonObject, type JsonValue, pointerTo } from './json-value';
import { leftOrder } from './left-order';
import { fieldShape, hasIdentity, idOf, itemKeys, type ThingKind, thingKind } from './log-parts';
import type { Shape } from './shape';

export interface LogChange {
	/** `moved`: it has another place in its list. */
	kind: 'added' | 'removed' | 'changed' | 'moved';
	/** JSON Pointer into the state after; for what was removed, into the state before. */
	path: string;
	/** Id of the entry that it is part of, or that it is. */
	entry?: string;
	/** What the field belongs to. */
	thing: ThingKind | 'log';
	/** Id of that thing, where it has one. */
	id?: string;
	/**
	 * The field, from the thing on, such as `disposition.outcome`; empty for the thing as a
	 * whole.
	 */
	field: string;
	/** undefined where it was absent. */
	before?: JsonValue;
	/** undefined where it is absent. */
	after?: JsonValue;
}

interface Place {
	/** Into the state before and the state after. */
	from: string;
	to: string;
	shape: Shape;
	about: Pick<LogChange, 'entry' | 'thing' | 'id'>;
	field: string;
}

function within( place: Place, name: string ): Place {
	return {
		...place,
		from: pointerTo( place.from, name ),
		to: pointerTo( place.to, name ),
		shape: fieldShape( place.shape, name ),
		field: place.field ? `${ place.field }.${ name }` : name
	};
}

class Describer {
	public readonly changes: LogChange[] = [];

	public compare(
		before: JsonValue | undefined, after: JsonValue | undefined, place: Place
	): void {
		if ( equalValues( before, after ) ) {
			return;
		}
		const { shape } = place;
		const isObject = ( value: JsonValue | undefined ): boolean => isJsonObject( value );
		const isList = ( value: JsonValue | undefined ): boolean => Array.isArray( value );
		if ( shape.properties && isObject( before ) && isObject( after ) ) {
			this.fields( before as JsonObject, after as JsonObject, place );
		} else if (
			// A list that comes or goes is its items.
			hasIdentity( shape.items ) && ( isList( before ) || before === undefined ) &&
			( isList( after ) || after === undefined )
		) {
			this.items( ( before || [] ) as JsonValue[],
				( after || [] ) as JsonValue[], place, shape.items );
		} else {
			this.tell( before, after, place );
		}
	}

	private tell(
		before: JsonValue | undefined, after: JsonValue | undefined,
		{ from, to, about, field }: Place, kind?: 'moved'
	): void {
		this.changes.push( {
			kind: kind || ( before === undefined ? 'added' : after === undefined ? 'removed' : 'changed' ),
			path: after === undefined ? from : to,
			...about,
			field,
			...before !== undefined && { before },
			...after !== undefined && { after }
		} );
	}

	private fields( before: JsonObject, after: JsonObject, place: Place ): void {
		const names = new Set( [ ...Object.keys( after ), ...Object.keys( before ) ] );
		for ( const name of names ) {
			this.compare( fieldOf( before, name ), fieldOf( after, name ), within( place, name ) );
		}
	}

	private items( before: JsonValue[], after: JsonValue[], place: Place, shape: Shape ): void {
		const [ oldKeys, newKeys ] = [ itemKeys( before, shape ), itemKeys( after, shape ) ];
		const oldIndex = new Map( oldKeys.map( ( key, index ) => [ key, index ] ) );
		const newIndex = new Map( newKeys.map( ( key, index ) => [ key, index ] ) );
		const name = place.field.slice( place.field.lastIndexOf( '.' ) + 1 );
		const placeOf = ( item: JsonValue | undefined, from: number, to: number ): Place => {
			const id = idOf( item );
			const thing = thingKind( name, shape );
			const entry = thing === 'entries' ? id : place.about.entry;
			return {
				from: pointerTo( place.from, from ),
				to: pointerTo( place.to, to ),
				shape,
				// Changes and reviews have none: then it is that of the advice.
				about: {
					...entry !== undefined && { entry },
					thing,
					...( id ?? place.about.id ) !== undefined && { id: id ?? place.about.id }
				},
				field: ''
			};
		};
		oldKeys.forEach( ( key, index ) => {
			if ( !newIndex.has( key ) ) {
				this.tell( before[ index ], undefined, placeOf( before[ index ], index, index ) );
			}
		} );
		const moved =
			new Set( leftOrder( newKeys.flatMap( ( key ) => oldIndex.get( key ) ?? [] ) ) );
		newKeys.forEach( ( key, to ) => {
			const from = oldIndex.get( key );
			const itemPlace = placeOf( after[ to ], from ?? to, to );
			if ( from === undefined ) {
				this.tell( undefined, after[ to ], itemPlace );
				return;
			}
			if ( moved.has( from ) ) {
				this.tell( before[ from ], after[ to ], itemPlace, 'moved' );
			}
			this.compare( before[ from ], after[ to ], itemPlace );
		} );
	}
}

/**
 * Compares two states of a log: things by their ids, changes and reviews by what they are about,
 * everything else by field. The order of fields does not count.
 *
 * @param before raw JSON value
 * @param after
 * @return in the order of the state after; what was removed from a list comes first there
 */
export function describeChanges( before: JsonValue, after: JsonValue ): LogChange[] {
	const describer = new Describer();
	describer.compare( before, after, {
		from: '', to: '', shape: logShape, about: { thing: 'log' }, field: ''
	} );
	return describer.changes;
}
