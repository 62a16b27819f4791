/** What one edit of the log page did, as a list. */
import { isJsonObject, jsonOf, valueAt, type JsonValue } from '../log/json-value';
import { changeSentences } from '../wiki/change-words';
import { element } from '../wiki/element';
import { msg } from '../wiki/messages';

/** The texts before and after an edit; undefined before the first one, null where hidden. */
export interface LogEdit {
	before: string | null | undefined;
	after: string | null | undefined;
}

function logOf( text: string | null | undefined ): JsonValue | undefined {
	const value = jsonOf( text ?? null );
	return isJsonObject( value ) ? value : undefined;
}

/** How many entries the first state of a log has, in a sentence. */
function beginningSentence( log: JsonValue ): string {
	const entries = valueAt( log, '/entries' );
	return msg( 'logpage-begins', Array.isArray( entries ) ? entries.length : 0 );
}

/** What an edit did, in sentences. */
export function editSentences( { before, after }: LogEdit ): string[] {
	if ( before === null || after === null || after === undefined ) {
		return [ msg( 'logpage-hidden' ) ];
	}
	const [ old, now ] = [ logOf( before ), logOf( after ) ];
	if ( !now ) {
		return [ msg( 'logpage-unreadable' ) ];
	}
	if ( !old ) {
		return [ before === undefined ? beginningSentence( now ) : msg( 'logpage-readable' ) ];
	}
	const sentences = changeSentences( { before: old, after: now } );
	return sentences.length ? sentences : [ msg( 'logpage-same' ) ];
}

/**
 * @param edit
 * @param most sentences; how many more there are is said
 */
export function changeList( edit: LogEdit, most: number ): HTMLElement {
	const sentences = editSentences( edit );
	const shown = sentences.slice( 0, most );
	const rest = sentences.length - shown.length;
	const list = element( 'ul', 'log-changes', ...shown.map( ( sentence ) => {
		const item = element( 'li', '', sentence );
		item.dir = 'auto';
		return item;
	} ) );
	if ( rest ) {
		list.append( element( 'li', 'muted', msg( 'logpage-more', rest ) ) );
	}
	return list;
}
