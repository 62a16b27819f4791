/**
 * Values of a JSON document, changed without being changed: every function gives a new value
 * that shares what stays the same. The fields of an object keep their order, and may have any
 * name: also `__proto__`, which is a field like any other in a hostile log.
 */
import { pointerSegment } from './json-places';
import { hasOwn } from './shape';

export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;

export interface JsonObject {
	[ name: string ]: JsonValue;
}

export function isJsonObject( value: unknown ): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray( value );
}

/** The JSON value of a text; undefined if it is none. */
export function jsonOf( text: string | null ): JsonValue | undefined {
	try {
		return JSON.parse( text ?? '' ) as JsonValue;
	} catch {
		return undefined;
	}
}

/** The value of a field; undefined if the object does not have it itself. */
export function fieldOf( object: JsonObject, name: string ): JsonValue | undefined {
	return hasOwn( object, name ) ? object[ name ] : undefined;
}

/** An object with one field changed, added at the end, or (undefined) taken out. */
export function withField(
	object: JsonObject, name: string, value: JsonValue | undefined
): JsonObject {
	const fields = Object.entries( object ).flatMap( ( field ): [ string, JsonValue ][] => (
		field[ 0 ] !== name ? [ field ] : value === undefined ? [] : [ [ name, value ] ]
	) );
	if ( value !== undefined && !hasOwn( object, name ) ) {
		fields.push( [ name, value ] );
	}
	return Object.fromEntries( fields );
}

/** The segments of a JSON Pointer (RFC 6901). */
export function pointerSegments( pointer: string ): string[] {
	return pointer.split( '/' ).slice( 1 )
		.map( ( segment ) => segment.replace( /~1/g, '/' ).replace( /~0/g, '~' ) );
}

/** The JSON Pointer of something within what a pointer leads to. */
export function pointerTo( path: string, ...names: ( string | number )[] ): string {
	return path + names.map( ( name ) => `/${ pointerSegment( String( name ) ) }` ).join( '' );
}

const indexPattern = /^(?:0|[1-9]\d*)$/;

function memberOf( value: JsonValue | undefined, name: string ): JsonValue | undefined {
	if ( Array.isArray( value ) ) {
		return indexPattern.test( name ) ? value[ Number( name ) ] : undefined;
	}
	return isJsonObject( value ) ? fieldOf( value, name ) : undefined;
}

/** What stands at a JSON Pointer; undefined if nothing does. */
export function valueAt( value: JsonValue, path: string ): JsonValue | undefined {
	return pointerSegments( path )
		.reduce<JsonValue | undefined>( ( part, name ) => memberOf( part, name ), value );
}

function put(
	container: JsonValue | undefined, names: string[], value: JsonValue | undefined
): JsonValue | undefined {
	const [ name, ...rest ] = names;
	if ( name === undefined ) {
		return value;
	}
	if ( Array.isArray( container ) ) {
		const index = name === '-' ? container.length : Number( name );
		if ( ( name !== '-' && !indexPattern.test( name ) ) || index > container.length ) {
			throw new RangeError( `No place ${ name } in a list of ${ container.length }` );
		}
		const item = put( container[ index ], rest, value );
		return [
			...container.slice( 0, index ),
			...( item === undefined ? [] : [ item ] ),
			...container.slice( index + 1 )
		];
	}
	const object = isJsonObject( container ) ? container : {};
	const field = put( fieldOf( object, name ), rest, value );
	// Where there was nothing to take out, nothing is made.
	return field === undefined && container === undefined ? undefined :
		withField( object, name, field );
}

/**
 * A value with something else at a JSON Pointer. Objects on the way there that do not exist are
 * made; `-` is the place after the last item of a list.
 *
 * @param value
 * @param path
 * @param part undefined takes out what is there
 * @throws {RangeError} if the path leads to a place that a list does not have
 */
export function withValueAt(
	value: JsonValue, path: string, part: JsonValue | undefined
): JsonValue {
	const result = put( value, pointerSegments( path ), part );
	return result === undefined ? null : result;
}

/** Members of an object or list, in their order. */
function membersOf( value: JsonValue[] | JsonObject ): [ string, JsonValue ][] {
	return Object.entries( value );
}

/**
 * Whether two values are the same: numbers as numbers, and objects whatever the order of their
 * fields. Without recursion: a hostile log can be nested a hundred thousand deep.
 */
export function equalValues( a: JsonValue | undefined, b: JsonValue | undefined ): boolean {
	const pairs: [ JsonValue | undefined, JsonValue | undefined ][] = [ [ a, b ] ];
	for ( let pair = pairs.pop(); pair; pair = pairs.pop() ) {
		const [ one, other ] = pair;
		if ( one === other ) {
			continue;
		}
		if (
			typeof one !== 'object' || typeof other !== 'object' || one === null || other === null ||
			one === undefined || other === undefined ||
			Array.isArray( one ) !== Array.isArray( other )
		) {
			return false;
		}
		const members = membersOf( one );
		if ( members.length !== Object.keys( other ).length ) {
			return false;
		}
		for ( const [ name, member ] of members ) {
			if ( !hasOwn( other, name ) ) {
				return false;
			}
			pairs.push( [ member, ( other as JsonObject )[ name ] ] );
		}
	}
	return true;
}
