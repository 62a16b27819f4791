/** Edits of whole entries: one into two, several into one, a topic for many. */
import { idsOf, needThing } from './find-things';
import { nextId } from './fresh-id';
import { equalValues, fieldOf, isJsonObject, type JsonObject, type JsonValue, withField, withValueAt } from './json-value';
import { idOf } from './log-parts';
import { renameIds } from './rename-ids';

function listIn( object: JsonObject, name: string ): JsonValue[] {
	const list = fieldOf( object, name );
	return Array.isArray( list ) ? list : [];
}

/** Items of two lists, each value once. */
function union( a: JsonValue[], b: JsonValue[] ): JsonValue[] {
	return [ ...a, ...b.filter( ( item ) => !a.some( ( known ) => equalValues( known, item ) ) ) ];
}

/** Puts a list into an object, or takes it out if it is empty and was not there. */
function withList( object: JsonObject, name: string, list: JsonValue[] ): JsonObject {
	return list.length || fieldOf( object, name ) !== undefined ?
		withField( object, name, list ) : object;
}

function withOrigin( entry: JsonObject, ids: string[] ): JsonObject {
	return withField( entry, 'origin', union( listIn( entry, 'origin' ), ids ) );
}

/**
 * Takes some advice out of an entry and makes an entry of its own of it, right after. The new one
 * has the same topics, sections and request, and names where it came from in `origin`.
 *
 * @param log
 * @param entry
 * @param advice ids of the pieces that go; they keep their ids
 * @return the new log, and the id of the new entry
 * @throws {RangeError} if there is no such entry
 */
export function splitEntry(
	log: JsonValue, entry: string, advice: readonly string[]
): { log: JsonValue; id: string } {
	const { path, value } = needThing( log, 'entries', entry );
	const ids = idsOf( log, 'entries' );
	const id = nextId( ids, 'g01', new Set( ids ) );
	const goes = ( item: JsonValue ): boolean => advice.includes( idOf( item ) ?? '' );
	const pieces = listIn( value, 'advice' );
	const rest = withList( value, 'advice', pieces.filter( ( item ) => !goes( item ) ) );
	const part = withOrigin(
		withList( withField( value, 'id', id ), 'advice', pieces.filter( goes ) ), [ entry ]
	);
	const index = Number( path.slice( path.lastIndexOf( '/' ) + 1 ) );
	const entries = listIn( log as JsonObject, 'entries' );
	return {
		log: withValueAt( log, '/entries', [
			...entries.slice( 0, index ), rest, part, ...entries.slice( index + 1 )
		] ),
		id
	};
}

/** A value that one entry has and the entry that it became part of has otherwise. */
export interface LeftOver {
	/** Id of the entry that it was in. */
	entry: string;
	/** Such as `request.question` or `note`. */
	field: string;
	value: JsonValue;
	/** What the merged entry has there. */
	kept: JsonValue;
}

interface Join {
	entry: string;
	left: LeftOver[];
}

/** Puts the fields of one object into another; lists are joined, other differences are left. */
function join( into: JsonObject, from: JsonObject, join_: Join, prefix = '' ): JsonObject {
	return Object.entries( from ).reduce( ( result, [ name, value ] ) => {
		const kept = fieldOf( result, name );
		if ( kept === undefined ) {
			return withField( result, name, value );
		}
		if ( Array.isArray( kept ) && Array.isArray( value ) ) {
			return withField( result, name, union( kept, value ) );
		}
		if ( isJsonObject( kept ) && isJsonObject( value ) && !prefix ) {
			return withField( result, name, join( kept, value, join_, `${ name }.` ) );
		}
		if ( !equalValues( kept, value ) ) {
			join_.left.push( { entry: join_.entry, field: prefix + name, value, kept } );
		}
		return result;
	}, into );
}

/**
 * Makes one entry of several: the first one, with the lists of the others (topics, sections,
 * advice, who asked, sources) added to its own and what it lacks taken over. The others go; their
 * ids stand in `origin`, and what referred to them refers to it.
 *
 * @param log
 * @param ids at least two
 * @return the new log, and the values that are not in it because the first entry has another one:
 *  for a person to decide on
 * @throws {RangeError} if there is no such entry
 */
export function mergeEntries(
	log: JsonValue, ids: readonly string[]
): { log: JsonValue; left: LeftOver[] } {
	const [ first, ...others ] = [ ...new Set( ids ) ].map( ( id ) => needThing( log, 'entries', id ) );
	if ( !first ) {
		return { log, left: [] };
	}
	const into = String( first.value.id );
	const left: LeftOver[] = [];
	let merged = first.value;
	for ( const { value } of others ) {
		const entry = String( value.id );
		const rest = withField( value, 'id', undefined );
		merged = withOrigin( join( merged, rest, { entry, left } ), [ entry ] );
	}
	const gone = new Set( others.map( ( { value } ) => value ) );
	const entries = listIn( log as JsonObject, 'entries' )
		.filter( ( entry ) => !isJsonObject( entry ) || !gone.has( entry ) )
		.map( ( entry ) => entry === first.value ? merged : entry );
	const changes = others.map( ( { value } ) => (
		{ kind: 'entries' as const, from: String( value.id ), to: into }
	) );
	return { log: renameIds( withValueAt( log, '/entries', entries ), changes ), left };
}

/**
 * Gives several entries a topic, or takes it from them.
 *
 * @throws {RangeError} if there is no such entry
 */
export function setTopic(
	log: JsonValue, entries: readonly string[], topic: string, isSet = true
): JsonValue {
	return entries.reduce( ( result, id ) => {
		const { path, value } = needThing( result, 'entries', id );
		const topics = listIn( value, 'topics' );
		const rest = topics.filter( ( item ) => item !== topic );
		const changed = isSet ? union( topics, [ topic ] ) : rest;
		return equalValues( topics, changed ) ? result :
			withValueAt( result, path, withField( value, 'topics', changed.length ? changed : undefined ) );
	}, log );
}
