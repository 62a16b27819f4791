/** Who wrote which entry of a log. */
import { describeChanges } from './describe-changes';
import type { JsonValue } from './json-value';

/** A revision of the log page. */
export interface LogState {
	/** null where the user name is hidden. */
	user: string | null;
	/** The raw JSON value; undefined where it could not be read. */
	log: JsonValue | undefined;
}

/**
 * Who added or changed something in each entry, by its id.
 *
 * @param states the history of the log page, oldest first; what an unreadable revision did shows
 *  as a deed of the next one
 * @return every entry of any state has a set, if only an empty one
 */
export function entryEditors( states: readonly LogState[] ): Map<string, Set<string>> {
	const editors = new Map<string, Set<string>>();
	let before: JsonValue = {};
	for ( const { user, log } of states ) {
		if ( log === undefined ) {
			continue;
		}
		for ( const { entry, kind } of describeChanges( before, log ) ) {
			if ( entry !== undefined && kind !== 'moved' ) {
				const known = editors.get( entry ) || new Set();
				editors.set( entry, user === null ? known : known.add( user ) );
			}
		}
		before = log;
	}
	return editors;
}
