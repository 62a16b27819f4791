/** What a form begins with. */
import { addAdvice, addChange, addThing, removeThing } from '../log/edit-log';
import { findAll, findThing } from '../log/find-things';
import { equalValues, valueAt, type JsonValue } from '../log/json-value';
import { idOf } from '../log/log-parts';
import { changedEntries } from './changed-entries';

/** The log with an entry of which nothing is known yet. */
export function withEntry( log: JsonValue ): { log: JsonValue; id: string } {
	return addThing( log, 'entries', { request: {} } );
}

/** Id of an entry of which nothing is known yet. */
export function emptyEntry( log: JsonValue ): string | undefined {
	const empty = findAll( log, 'entries' ).find( ( { value } ) => equalValues(
		value, { id: idOf( value ) ?? '', request: {} }
	) );
	return idOf( empty?.value );
}

/** What of a log somebody entered: all of it but an entry that was begun and not filled in. */
export function withoutBegun( before: JsonValue, log: JsonValue ): JsonValue {
	const empty = emptyEntry( log );
	return empty === undefined || findThing( before, 'entries', empty ) ?
		log :
		removeThing( log, 'entries', empty );
}

/**
 * The log without an entry that was begun last and never filled in, after others of the same
 * sitting; null if there is none.
 *
 * @param before the log that the sitting started from
 * @param log
 * @return the log, and the id of another entry of the sitting
 */
export function withoutEmpty(
	before: JsonValue, log: JsonValue
): { log: JsonValue; id: string } | null {
	const empty = emptyEntry( log );
	const changed = changedEntries( before, log );
	const [ other ] = [ ...changed ].filter( ( id ) => id !== empty );
	return empty !== undefined && changed.has( empty ) && other !== undefined ?
		{ log: removeThing( log, 'entries', empty ), id: other } :
		null;
}

/**
 * The log with an edit that applied some advice.
 *
 * @param log
 * @param revision
 * @param advice id of advice of the log; else an entry is made for it
 * @return the log, and the id of the entry
 */
export function withEdit(
	log: JsonValue, revision: number, advice: string
): { log: JsonValue; id: string } {
	const change = { revision };
	const found = advice ? findThing( log, 'advice', advice ) : null;
	if ( found ) {
		const entry = valueAt( log, found.path.split( '/' ).slice( 0, 3 ).join( '/' ) );
		return { log: addChange( log, advice, change ).log, id: idOf( entry ) ?? '' };
	}
	const entry = withEntry( log );
	const added = addAdvice( entry.log, entry.id, {} );
	return { log: addChange( added.log, added.id, change ).log, id: entry.id };
}
