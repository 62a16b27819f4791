/** Steps that close something: withholding, replacing, giving up. */
import { needThing } from './find-things';
import { fieldOf, isJsonObject, type JsonObject, type JsonValue, pointerTo, valueAt, withField, withValueAt } from './json-value';
import { advice as adviceShape } from './generated/log-shape';
import { hasOwn } from './shape';
import type { Disclosure } from './types';

function objectIn( object: JsonObject, name: string ): JsonObject {
	const value = fieldOf( object, name );
	return isJsonObject( value ) ? value : {};
}

/** Takes a field out of an object within another, which goes as well if nothing is left. */
function without( object: JsonObject, name: string, field: string ): JsonObject {
	const inner = objectIn( object, name );
	if ( fieldOf( inner, field ) === undefined ) {
		return object;
	}
	const rest = withField( inner, field, undefined );
	return withField( object, name, Object.keys( rest ).length ? rest : undefined );
}

function eachIn(
	object: JsonObject, name: string, change: ( item: JsonObject ) => JsonObject
): JsonObject {
	const list = fieldOf( object, name );
	return Array.isArray( list ) ?
		withField( object, name,
			list.map( ( item ) => isJsonObject( item ) ? change( item ) : item ) ) :
		object;
}

/** Sources that are kept somewhere; what they are called and where they lead to is content. */
function bareSources( part: JsonObject ): JsonObject {
	const sources = fieldOf( part, 'sources' );
	if ( !Array.isArray( sources ) ) {
		return part;
	}
	const kept = sources.filter( ( source ) => isJsonObject( source ) && fieldOf( source, 'private' ) === true )
		.map( () => ( { private: true } ) );
	return withField( part, 'sources', kept.length ? kept : undefined );
}

/** See `hideWithheld` in withheld.ts, which takes the same out of what is shown. */
function withoutContent( advice: JsonObject ): JsonObject {
	let result = withField( withField( advice, 'summary', undefined ), 'suggestedText', undefined );
	result = without( result, 'effort', 'note' );
	result = without( result, 'competingInterest', 'statement' );
	result = without( result, 'disposition', 'rationale' );
	result = bareSources( result );
	const disposition = fieldOf( result, 'disposition' );
	if ( isJsonObject( disposition ) ) {
		result = withField( result, 'disposition', bareSources( disposition ) );
	}
	const noQuotes = ( change: JsonObject ): JsonObject => [ 'inserted', 'deleted' ]
		.reduce( ( part, name ) => (
			fieldOf( part, name ) === undefined ? part : withField( part, name, [] )
		), bareSources( change ) );
	result = eachIn( result, 'changes', noQuotes );
	return eachIn( result, 'reviews', ( review ) => (
		bareSources( withField( review, 'note', undefined ) )
	) );
}

export interface Withheld {
	log: JsonValue;
	/**
	 * JSON Pointers to what stays readable and may tell of the content: the question, the note of
	 * the entry, and fields of the advice that the format does not know.
	 */
	stays: string[];
}

/**
 * Withholds a piece of advice: its place stays, with who gave it and when, its outcome and the
 * revisions that applied it, and everything that was written about its content goes. With another
 * level than `withheld` only the level is set. Older revisions of the log page hold the text until
 * they are suppressed.
 *
 * @param log
 * @param advice
 * @param disclosure
 * @throws {RangeError} if there is no such advice
 */
export function withhold( log: JsonValue, advice: string, disclosure: Disclosure ): Withheld {
	const { path, value } = needThing( log, 'advice', advice );
	const set = Object.entries( disclosure ).reduce( ( part, [ name, field ] ) => (
		withField( part, name, field as JsonValue | undefined )
	), objectIn( value, 'disclosure' ) );
	const bare = disclosure.level === 'withheld' ? withoutContent( value ) : value;
	const entryPath = path.split( '/' ).slice( 0, 3 ).join( '/' );
	const result = withValueAt( log, path, withField( bare, 'disclosure', set ) );
	const whole = valueAt( log, entryPath );
	const entry = isJsonObject( whole ) ? whole : {};
	const unknown =
		Object.keys( value ).filter( ( name ) => !hasOwn( adviceShape.properties || {}, name ) );
	return {
		log: result,
		stays: [
			...fieldOf( objectIn( entry, 'request' ), 'question' ) === undefined ? [] : [ `${ entryPath }/request/question` ],
			...fieldOf( entry, 'note' ) === undefined ? [] : [ `${ entryPath }/note` ],
			...unknown.map( ( name ) => pointerTo( path, name ) )
		]
	};
}

/**
 * Marks advice as replaced.
 *
 * @param log
 * @param advice
 * @param by id of the advice, or of the entry, that replaces it
 * @throws {RangeError} if there is no such advice
 */
export function supersede( log: JsonValue, advice: string, by: string ): JsonValue {
	const { path, value } = needThing( log, 'advice', advice );
	const disposition = withField(
		withField( objectIn( value, 'disposition' ), 'outcome', 'superseded' ), 'supersededBy', by
	);
	return withValueAt( log, path, withField( value, 'disposition', disposition ) );
}

/**
 * Marks a request as withdrawn. What is recorded of it stays.
 *
 * @param log
 * @param entry
 * @param reason for the note of the entry, below what stands there
 * @throws {RangeError} if there is no such entry
 */
export function withdraw( log: JsonValue, entry: string, reason?: string ): JsonValue {
	const { path, value } = needThing( log, 'entries', entry );
	const note = fieldOf( value, 'note' );
	const withNote = !reason ? value : withField(
		value, 'note', typeof note === 'string' && note ? `${ note }\n\n${ reason }` : reason
	);
	const request = withField( objectIn( value, 'request' ), 'state', 'withdrawn' );
	return withValueAt( log, path, withField( withNote, 'request', request ) );
}
