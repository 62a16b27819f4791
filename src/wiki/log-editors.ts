/** Who wrote which entry of a log page. */
import { entryEditors } from '../log/entry-editors';
import { jsonOf, type JsonValue } from '../log/json-value';
import { readLogHistory } from './log-history';

/**
 * Reads the history of a log page.
 *
 * @param title of the log page
 * @param options `revision`: the newest one that counts; `parts`: as of `readLogHistory`
 * @return editors by id of the entry; null where the history is longer than the parts and cannot
 *  be read as a whole: what the oldest revision read holds would count as written by its author
 * @throws {WikiError} when the wiki does not answer
 * @throws {DOMException} `AbortError` when cancelled
 */
export async function readLogEditors( title: string, { revision, parts, signal }: {
	revision: number; parts: readonly number[]; signal?: AbortSignal;
} ): Promise<Map<string, Set<string>> | null> {
	const states: { user: string | null; log: JsonValue | undefined }[] = [];
	let read = 0;
	for await ( const part of readLogHistory( title, { from: revision, parts, signal } ) ) {
		read += part.length;
		states.push( ...part.map( ( { user, text } ) => ( { user, log: jsonOf( text ) } ) ) );
	}
	const whole = parts.reduce( ( sum, count ) => sum + count, 0 );
	return read < whole ? entryEditors( states.reverse() ) : null;
}
