/** Where a log refers to something by its id, and what becomes of that when the thing goes. */
import { findThing, idsOf, needThing, objectsAt } from './find-things';
import { logShape } from './generated/log-shape';
import { isJsonObject, type JsonValue, pointerTo, valueAt, withValueAt } from './json-value';
import { fieldShape, idOf } from './log-parts';
import type { IdKind, Shape } from './shape';

/** A place where an id stands that is defined elsewhere. */
export interface Reference {
	/** JSON Pointer to the id. */
	path: string;
	/** The field, such as `advisers`, and the name of what it is part of, such as `disclosure`. */
	field: string;
	within: string;
	/** What has an id and holds it. */
	thing: IdKind;
	/** Id of that thing. */
	id: string;
	/** The entry that it stands in, where it does. */
	entry?: string;
	/** Nothing is left of what holds it without it: another id can take its place, but none not. */
	isNeeded: boolean;
}

type Visit = ( id: string, shape: Shape, at: Reference ) => void;

/** `at` is where the value stands; its field and its holder are those of a reference there. */
function visitReferences( value: JsonValue, shape: Shape, at: Reference, visit: Visit ): void {
	if ( shape.items && Array.isArray( value ) ) {
		const { items } = shape;
		value.forEach( ( item, index ) => visitReferences( item, items, {
			...at, path: pointerTo( at.path, index ), isNeeded: false
		}, visit ) );
	} else if ( shape.properties && isJsonObject( value ) ) {
		const kind = shape[ 'x-defines' ];
		const id = kind && idOf( value );
		const holder = kind && id !== undefined ?
			{ thing: kind, id, ...kind === 'entries' && { entry: id } } : {};
		for ( const [ name, part ] of Object.entries( value ) ) {
			visitReferences( part, fieldShape( shape, name ), {
				...at,
				...holder,
				path: pointerTo( at.path, name ),
				field: name,
				within: at.field,
				isNeeded: ( shape.required ?? [] ).includes( name )
			}, visit );
		}
	} else if ( shape[ 'x-refersTo' ] && typeof value === 'string' ) {
		visit( value, shape, at );
	}
}

/** The kind of what an id means, where things of several kinds may be meant. */
function kindOf( log: JsonValue, id: string, kinds: readonly IdKind[] ): IdKind | undefined {
	return kinds.find( ( kind ) => findThing( log, kind, id ) ) ?? kinds[ 0 ];
}

/**
 * Everything in a log that refers to a thing from outside of it; of an entry also what refers to
 * its advice.
 *
 * @throws {RangeError} if there is no such thing
 */
export function referencesTo( log: JsonValue, kind: IdKind, id: string ): Reference[] {
	const { path: own } = needThing( log, kind, id );
	const gone: [ IdKind, string ][] = [ [ kind, id ] ];
	if ( kind === 'entries' ) {
		objectsAt( log, `${ own }/advice` ).forEach( ( { value } ) => {
			gone.push( [ 'advice', idOf( value ) ?? '' ] );
		} );
	}
	const found: Reference[] = [];
	const start: Reference = {
		path: '', field: '', within: '', isNeeded: false, thing: 'entries', id: ''
	};
	visitReferences( log, logShape, start, ( to, shape, at ) => {
		if ( at.path.startsWith( `${ own }/` ) || !gone.some( ( [ , one ] ) => one === to ) ) {
			return;
		}
		const meant = kindOf( log, to, shape[ 'x-refersTo' ] ?? [] );
		if ( gone.some( ( [ what, one ] ) => what === meant && one === to ) ) {
			found.push( at );
		}
	} );
	return found;
}

function parentOf( path: string ): string {
	return path.slice( 0, path.lastIndexOf( '/' ) );
}

/** Takes an id out of its place; a list that is left empty by it goes as well. */
function withoutId( log: JsonValue, path: string ): JsonValue {
	const rest = withValueAt( log, path, undefined );
	const list = valueAt( rest, parentOf( path ) );
	return Array.isArray( list ) && !list.length ?
		withValueAt( rest, parentOf( path ), undefined ) : rest;
}

/** Puts another id in the place of one; a list that has it already has it once. */
function withId( log: JsonValue, path: string, id: string ): JsonValue {
	const list = valueAt( log, parentOf( path ) );
	return Array.isArray( list ) && list.includes( id ) ?
		withoutId( log, path ) : withValueAt( log, path, id );
}

/**
 * Removes a thing together with what refers to it.
 *
 * @param log
 * @param kind
 * @param id
 * @param instead id of what takes its place wherever it is referred to; else references go
 * @return null if something cannot be without it and nothing takes its place
 * @throws {RangeError} if there is no such thing
 */
export function removeWithReferences(
	log: JsonValue, kind: IdKind, id: string, instead?: string
): JsonValue | null {
	const references = referencesTo( log, kind, id );
	if ( instead === undefined && references.some( ( { isNeeded } ) => isNeeded ) ) {
		return null;
	}
	// From the end, so that places in lists stay what they are.
	const rest = [ ...references ].reverse().reduce( ( result, { path, thing, id: holder } ) => (
		// Nothing refers to itself.
		instead === undefined || ( thing === kind && holder === instead ) ?
			withoutId( result, path ) : withId( result, path, instead )
	), log );
	return withValueAt( rest, needThing( rest, kind, id ).path, undefined );
}

/** Whether there would be none of a kind that every log has. */
export function isLastPage( log: JsonValue, kind: IdKind ): boolean {
	return kind === 'pages' && idsOf( log, 'pages' ).length < 2;
}
