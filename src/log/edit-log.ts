/**
 * Edits of the raw JSON value of a log, as read by JSON.parse: each gives a new value, in which
 * unknown fields and the order of everything are what they were. Nothing is checked here:
 * check-log.ts tells what is wrong with the result.
 */
import { findThing, idsOf, listPaths, needThing } from './find-things';
import { idFromName, nextId } from './fresh-id';
import { fieldOf, type JsonObject, type JsonValue, valueAt, withValueAt } from './json-value';
import { schemaVersion } from './read-log';
import type { IdKind } from './shape';

export { mergeEntries, setTopic, splitEntry } from './edit-entries';
export { nameByRole, namesOf, setNaming } from './edit-people';
export { supersede, withdraw, withhold } from './edit-outcome';

/** What was added: the new log, and where it stands there. */
export interface Added {
	log: JsonValue;
	id: string;
	/** JSON Pointer. */
	path: string;
}

/** The log of a draft that has none yet. */
export function newLog(
	pages: readonly { id: string; title: string }[], title?: string
): JsonObject {
	return {
		schemaVersion,
		...title !== undefined && { title },
		draft: { pages: pages.map( ( page ) => ( { ...page } ) ) },
		entries: []
	};
}

/** Adds to the end of a list, and makes the list if there is none. */
function append( log: JsonValue, path: string, item: JsonValue ): { log: JsonValue; path: string } {
	const list = valueAt( log, path );
	const items = Array.isArray( list ) ? list : [];
	return {
		log: withValueAt( log, path, [ ...items, item ] ),
		path: `${ path }/${ items.length }`
	};
}

function textOf( fields: JsonObject, name: string ): string {
	const value = fieldOf( fields, name );
	return typeof value === 'string' ? value : '';
}

/** A name that must not be told by the id either. */
function hasHiddenName( fields: JsonObject ): boolean {
	return [ 'role-only', 'withheld' ].includes( textOf( fields, 'naming' ) );
}

function newIdFor( log: JsonValue, kind: keyof typeof listPaths, fields: JsonObject ): string {
	const ids = idsOf( log, kind );
	const taken = new Set( ids );
	switch ( kind ) {
		case 'entries':
			return nextId( ids, 'g01', taken );
		case 'topics':
			return idFromName( textOf( fields, 'label' ), 'topic', taken );
		case 'agents':
			return idFromName( hasHiddenName( fields ) ? '' : textOf( fields, 'name' ), 'person', taken );
		case 'pages':
			return idFromName( textOf( fields, 'title' ), 'page', taken );
		case 'sections':
			return idFromName(
				textOf( fields, 'heading' ) || 'lead', 'section', taken,
				textOf( fields, 'page' ) && `${ textOf( fields, 'page' ) }.`
			);
	}
}

/**
 * Adds a page, section, topic, agent or entry at the end of its list, with an id of its own: that
 * of the fields if they have one that is free, else a fresh one (entries count on from the last
 * one, others are named after their label, name, title or heading).
 */
export function addThing(
	log: JsonValue, kind: Exclude<IdKind, 'advice'>, fields: JsonObject
): Added {
	const wished = textOf( fields, 'id' );
	const id = wished && !findThing( log, kind, wished ) ? wished : newIdFor( log, kind, fields );
	return { ...append( log, listPaths[ kind ], { ...{ id }, ...fields, id } ), id };
}

/**
 * Adds a piece of advice to an entry; its id is that of the entry with the next free number.
 *
 * @throws {RangeError} if there is no such entry
 */
export function addAdvice( log: JsonValue, entry: string, fields: JsonObject ): Added {
	const { path, value } = needThing( log, 'entries', entry );
	const taken = new Set( idsOf( log, 'advice' ) );
	const list = fieldOf( value, 'advice' );
	const ids = idsOf( { entries: [ { advice: Array.isArray( list ) ? list : [] } ] }, 'advice' );
	const wished = textOf( fields, 'id' );
	const id = wished && !taken.has( wished ) ? wished : nextId( ids, `${ entry.slice( 0, 60 ) }.1`, taken );
	return { ...append( log, `${ path }/advice`, { ...{ id }, ...fields, id } ), id };
}

/**
 * Adds a change to a piece of advice.
 *
 * @throws {RangeError} if there is no such advice
 */
export function addChange(
	log: JsonValue, advice: string, change: JsonObject
): { log: JsonValue; path: string } {
	return append( log, `${ needThing( log, 'advice', advice ).path }/changes`, change );
}

/**
 * Adds a review to a piece of advice.
 *
 * @throws {RangeError} if there is no such advice
 */
export function addReview(
	log: JsonValue, advice: string, review: JsonObject
): { log: JsonValue; path: string } {
	return append( log, `${ needThing( log, 'advice', advice ).path }/reviews`, review );
}

/**
 * Removes a thing from its list. References to it stay, and are then found wrong (E3).
 *
 * @throws {RangeError} if there is no such thing
 */
export function removeThing( log: JsonValue, kind: IdKind, id: string ): JsonValue {
	return withValueAt( log, needThing( log, kind, id ).path, undefined );
}
