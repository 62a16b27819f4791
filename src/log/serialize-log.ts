/** The log as it is saved, and older formats of it. */
import { equalValues, fieldOf, isJsonObject, type JsonObject, type JsonValue, withField } from './json-value';
import { schemaVersion } from './read-log';

/** Brings a log from one version of the format to the next. */
export type MigrationStep = ( log: JsonObject ) => JsonObject;

/** By the version that a step starts from. Version 1 is the first. */
const steps: { [ version: number ]: MigrationStep | undefined } = {};

export interface Migration {
	log: JsonValue;
	/** The version that it had; null if it says none. */
	from: number | null;
	/** Nothing had to be done, or it cannot be done: see `reason`. */
	migrated: boolean;
	/** Why it was left alone although it is not of the present version. */
	reason?: 'newer' | 'unknown';
}

/**
 * Brings a log of an older version up to the present one. A newer one, or one of which no version
 * can be told, is left as it is. Unknown fields and order survive.
 *
 * @param log
 * @param table of steps, for tests
 * @param target
 */
export function migrateLog(
	log: JsonValue, table: typeof steps = steps, target: number = schemaVersion
): Migration {
	const version = isJsonObject( log ) ? fieldOf( log, 'schemaVersion' ) : undefined;
	if ( !isJsonObject( log ) || typeof version !== 'number' ) {
		return { log, from: null, migrated: false, reason: 'unknown' };
	}
	if ( version >= target ) {
		return {
			log, from: version, migrated: false, ...version > target && { reason: 'newer' as const }
		};
	}
	let result = log;
	for ( let at = version; at < target; at++ ) {
		const step = table[ at ];
		if ( !step ) {
			return { log, from: version, migrated: false, reason: 'unknown' };
		}
		result = withField( step( result ), 'schemaVersion', at + 1 );
	}
	return { log: result, from: version, migrated: true };
}

/**
 * The text to send when a log is saved: JSON in one line. MediaWiki merges edits of different
 * lines by itself; in one line every edit at the same time is a conflict, which can be merged
 * entry by entry. (A page of model `json` is stored with indents whatever is sent.)
 *
 * @throws {RangeError} if the log is nested thousands deep
 */
export function serializeLog( log: JsonValue ): string {
	return JSON.stringify( log );
}

/** Whether two logs say the same. The order of fields does not count, that of lists does. */
export function isUnchanged( a: JsonValue, b: JsonValue ): boolean {
	return equalValues( a, b );
}
