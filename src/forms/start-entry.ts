/** What a form begins with. */
import { addAdvice, addChange, addThing } from '../log/edit-log';
import { findThing } from '../log/find-things';
import { valueAt, type JsonValue } from '../log/json-value';
import { idOf } from '../log/log-parts';

/** The log with an entry of which nothing is known yet. */
export function withEntry( log: JsonValue ): { log: JsonValue; id: string } {
	return addThing( log, 'entries', { request: {} } );
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
