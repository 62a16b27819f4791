/** The log that forms start from: that of the page, or a new one. */
import { newLog } from '../log/edit-log';
import { idFromName } from '../log/fresh-id';
import { isJsonObject, type JsonValue } from '../log/json-value';
import { migrateLog } from '../log/serialize-log';
import type { LogState } from './session';

/** Why a log cannot be changed by forms. */
export type Obstacle = 'unreadable' | 'newer';

function emptyLog( pages: readonly string[] ): JsonValue {
	const taken = new Set<string>();
	return newLog( pages.map( ( title ) => {
		const id = idFromName( title.replace( /^[^:]*:/, '' ), 'page', taken );
		taken.add( id );
		return { id, title };
	} ) );
}

/**
 * @param text of the log page; null if there is none
 * @param revision of the log page; 0 if there is none
 * @param pages titles of the draft's pages, for a new log
 */
export function openLog(
	text: string | null, revision: number, pages: readonly string[]
): { state: LogState; log: JsonValue } | { obstacle: Obstacle } {
	if ( !text?.trim() ) {
		// A page whose text is hidden cannot be replaced by an empty log.
		if ( text === null && revision ) {
			return { obstacle: 'unreadable' };
		}
		const log = emptyLog( pages );
		return { state: { revision, log }, log };
	}
	let raw: JsonValue;
	try {
		raw = JSON.parse( text.replace( /^\ufeff/, '' ) ) as JsonValue;
	} catch {
		return { obstacle: 'unreadable' };
	}
	if ( !isJsonObject( raw ) || !isJsonObject( raw.draft ) ) {
		return { obstacle: 'unreadable' };
	}
	const { log, reason } = migrateLog( raw );
	return reason === 'newer' ? { obstacle: 'newer' } : { state: { revision, log: raw }, log };
}
