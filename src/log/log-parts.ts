/**
 * How the raw value of a log falls into parts that can be told apart: fields of known objects,
 * and items of lists that have an identity. What the schema does not know, and lists of things
 * without one (sources, quotes, plain ids), count as a whole.
 */
import { identities } from './generated/log-shape';
import { fieldOf, isJsonObject, type JsonValue } from './json-value';
import { hasOwn, type IdKind, type Shape } from './shape';

/** What an item of a list is. */
export type ThingKind = IdKind | 'changes' | 'reviews';

/** The shape of a field; one that the schema does not know has the empty shape. */
export function fieldShape( shape: Shape, name: string ): Shape {
	const { properties = {} } = shape;
	return hasOwn( properties, name ) ? properties[ name ] as Shape : {};
}

/** The fields by which an item is known; null for what has no identity. */
function identityFields( shape: Shape ): string[] | null {
	return shape[ 'x-defines' ] ? [ 'id' ] :
		identities.find( ( identity ) => identity.shape === shape )?.fields || null;
}

/** Whether the items of a list can be told apart. */
export function hasIdentity( items: Shape | undefined ): items is Shape {
	return items !== undefined && identityFields( items ) !== null;
}

/** What the items of a list are. `name` is that of the list. */
export function thingKind( name: string, items: Shape ): ThingKind {
	return items[ 'x-defines' ] || name as 'changes' | 'reviews';
}

function identityOf( item: JsonValue, fields: string[] ): string {
	return JSON.stringify( fields.map( ( name ) => {
		const value = isJsonObject( item ) ? fieldOf( item, name ) : undefined;
		return typeof value === 'string' || typeof value === 'number' ? value : null;
	} ) );
}

/**
 * A key for each item of a list, the same for the same thing in another state of it. Of items
 * with one identity (which only a spoilt log has) the first, second, … are the same.
 */
export function itemKeys( list: readonly JsonValue[], items: Shape ): string[] {
	const fields = identityFields( items ) || [];
	const counts = new Map<string, number>();
	return list.map( ( item ) => {
		const key = identityOf( item, fields );
		const nth = counts.get( key ) || 0;
		counts.set( key, nth + 1 );
		return nth ? `${ key } ${ nth }` : key;
	} );
}

/** The id of an item, as text. */
export function idOf( item: JsonValue | undefined ): string | undefined {
	const id = isJsonObject( item ) ? fieldOf( item, 'id' ) : undefined;
	return typeof id === 'string' ? id : undefined;
}
