/** On what terms people are named. */
import { findAll, idsOf, needThing } from './find-things';
import { freshId } from './fresh-id';
import { fieldOf, isJsonObject, type JsonObject, type JsonValue, pointerTo, withField, withValueAt } from './json-value';
import { idOf } from './log-parts';
import { renameIds } from './rename-ids';
import type { Naming } from './types';

/** Where a name still stands, in text that only a person can reword. */
export interface NameInText {
	/** JSON Pointer to the text. */
	path: string;
	text: string;
	/** The name that was found in it. */
	name: string;
}

/** Shorter names are parts of many words. */
const shortestName = 3;

/** Every text of a value, with its place; without recursion, as it can be nested deeply. */
function textsOf( log: JsonValue ): { path: string; text: string }[] {
	const texts: { path: string; text: string }[] = [];
	const rest: [ string, JsonValue ][] = [ [ '', log ] ];
	for ( let next = rest.pop(); next; next = rest.pop() ) {
		const [ path, value ] = next;
		if ( typeof value === 'string' ) {
			texts.push( { path, text: value } );
		} else if ( typeof value === 'object' && value !== null ) {
			const members = Object.entries( value ) as [ string, JsonValue ][];
			members.reverse().forEach( ( [ name, member ] ) => {
				rest.push( [ pointerTo( path, name ), member ] );
			} );
		}
	}
	return texts;
}

const letter = /[\p{L}\p{M}\p{N}]/u;

/** The name stands there, and not within a longer word. */
function hasName( text: string, name: string ): boolean {
	const [ where, what ] = [ text, name ].map( ( part ) => part.normalize( 'NFC' ).toLowerCase() ) as
		[ string, string ];
	for ( let at = where.indexOf( what ); at >= 0; at = where.indexOf( what, at + 1 ) ) {
		// The second half of a character outside the first plane is no letter by itself.
		if ( !letter.test( where.charAt( at - 1 ) ) &&
			!letter.test( where.charAt( at + what.length ) ) ) {
			return true;
		}
	}
	return false;
}

/**
 * Where names stand in the log, whatever the field: also in ids, titles and links.
 *
 * @param log
 * @param names shorter ones than three characters are not looked for
 */
export function namesOf( log: JsonValue, names: readonly string[] ): NameInText[] {
	const wanted = names.filter( ( name ) => name.trim().length >= shortestName );
	return textsOf( log ).flatMap( ( { path, text } ) => {
		const name = wanted.find( ( one ) => hasName( text, one ) );
		return name === undefined ? [] : [ { path, text, name } ];
	} );
}

function textOf( object: JsonObject, name: string ): string {
	const value = fieldOf( object, name );
	return typeof value === 'string' ? value : '';
}

/**
 * Names an agent by role only, everywhere at once: the role takes the place of the name, the
 * account name goes, and so does an id that tells one of them, wherever it is used.
 *
 * @param log
 * @param agent
 * @param role such as "a labour lawyer"
 * @return the new log, the agent's id in it, and the texts in which the name, a part of it or the
 *  account name still stands: they are for a person to reword. Older revisions of the page keep
 *  the name until they are suppressed.
 * @throws {RangeError} if there is no such agent
 */
export function nameByRole(
	log: JsonValue, agent: string, role: string
): { log: JsonValue; id: string; inText: NameInText[] } {
	const { path, value } = needThing( log, 'agents', agent );
	const [ name, user ] = [ textOf( value, 'name' ), textOf( value, 'user' ) ];
	const parts = name.split( /\s+/ ).filter( ( part ) => !hasName( role, part ) );
	const names =
		[ ...new Set( [ name, user, ...parts ] ) ].filter( ( one ) => one && one !== role );
	const nameless = withField(
		withField( withField( value, 'name', role ), 'user', undefined ), 'naming', 'role-only'
	);
	let result = withValueAt( log, path, nameless );
	let id = agent;
	const idWords = agent.split( /[._-]+/ );
	const tells = names.some( ( one ) => one.toLowerCase().split( /[^\p{L}\p{N}]+/u )
		.some( ( word ) => word.length >= shortestName && idWords.includes(
			word.normalize( 'NFKD' ).replace( /[\u0300-\u036f]/g, '' )
		) ) );
	if ( tells ) {
		id = freshId( 'person-0', new Set( idsOf( log, 'agents' ) ) );
		result = renameIds( result, [ { kind: 'agents', from: agent, to: id } ] );
	}
	return { log: result, id, inText: namesOf( result, names ) };
}

/** The ids of those who advised in some entries. */
function advisersOf( log: JsonValue, entries: readonly string[] ): Set<string> {
	const wanted = findAll( log, 'entries' ).filter( ( { value } ) => entries.includes( idOf( value ) ?? '' ) );
	return new Set( wanted.flatMap( ( { value } ) => {
		const list = fieldOf( value, 'advice' );
		return ( Array.isArray( list ) ? list : [] ).flatMap( ( advice ) => {
			const advisers = isJsonObject( advice ) ? fieldOf( advice, 'advisers' ) : undefined;
			return ( Array.isArray( advisers ) ? advisers : [] )
				.filter( ( id ): id is string => typeof id === 'string' );
		} );
	} ) );
}

/**
 * Sets on what grounds all advisers of some entries are named. For `role-only` their names have to
 * be changed as well: see `nameByRole`.
 */
export function setNaming(
	log: JsonValue, entries: readonly string[], naming: Naming | undefined
): JsonValue {
	const advisers = advisersOf( log, entries );
	return findAll( log, 'agents' )
		.filter( ( { value } ) => advisers.has( idOf( value ) ?? '' ) )
		.reduce( ( result, { path, value } ) => (
			withValueAt( result, path, withField( value, 'naming', naming ) )
		), log );
}
