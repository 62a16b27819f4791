/** Where things stand in the raw value of a log. */
import { fieldOf, isJsonObject, type JsonObject, type JsonValue, pointerTo, valueAt } from './json-value';
import { idOf } from './log-parts';
import type { IdKind } from './shape';

/** The lists of the log by what they hold; advice is listed in each entry. */
export const listPaths: { readonly [ kind in Exclude<IdKind, 'advice'> ]: string } = {
	pages: '/draft/pages',
	sections: '/draft/sections',
	topics: '/topics',
	agents: '/agents',
	entries: '/entries'
};

export interface Found {
	/** JSON Pointer. */
	path: string;
	value: JsonObject;
}

/** The objects of the list at a path, with their places. */
export function objectsAt( log: JsonValue, path: string ): Found[] {
	const list = valueAt( log, path );
	return !Array.isArray( list ) ? [] : list.flatMap( ( value, index ) => (
		isJsonObject( value ) ? [ { path: pointerTo( path, index ), value } ] : []
	) );
}

/** Everything of a kind, in the order of the log. */
export function findAll( log: JsonValue, kind: IdKind ): Found[] {
	return kind !== 'advice' ? objectsAt( log, listPaths[ kind ] ) :
		objectsAt( log, listPaths.entries ).flatMap( ( { path, value } ) => {
			const list = fieldOf( value, 'advice' );
			return !Array.isArray( list ) ? [] : list.flatMap( ( advice, index ) => (
				isJsonObject( advice ) ? [ { path: `${ path }/advice/${ index }`, value: advice } ] : []
			) );
		} );
}

/** The first thing of a kind with an id; null if there is none. */
export function findThing( log: JsonValue, kind: IdKind, id: string ): Found | null {
	return findAll( log, kind ).find( ( { value } ) => idOf( value ) === id ) || null;
}

/**
 * The same for what must be there.
 *
 * @throws {RangeError} if it is not
 */
export function needThing( log: JsonValue, kind: IdKind, id: string ): Found {
	const found = findThing( log, kind, id );
	if ( !found ) {
		throw new RangeError( `The log has no ${ kind } with the id ${ id }` );
	}
	return found;
}

/** Ids of a kind, in the order of the log. */
export function idsOf( log: JsonValue, kind: IdKind ): string[] {
	return findAll( log, kind ).flatMap( ( { value } ) => idOf( value ) ?? [] );
}
