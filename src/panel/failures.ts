/** What went wrong while reading from the wiki, in words. */
import type { ReadFailure, Workspace } from '../account/workspace';
import { msg } from '../wiki/messages';

export interface FailureText {
	what: ReadFailure[ 'what' ];
	type: 'notice' | 'warning' | 'error';
	text: string;
	/** The wiki's own answer, where it gave one. */
	detail: string;
	/** Asking again may help. */
	retry: boolean;
}

const GENTLE: readonly ReadFailure[ 'kind' ][] = [ 'missing', 'empty' ];

/** Failures of the log have a message for each kind; the others are told apart by their detail. */
export function failureTexts( workspace: Workspace ): FailureText[] {
	return workspace.failures().map( ( { what, kind, message } ) => ( {
		what,
		type: GENTLE.includes( kind ) ? 'notice' : kind === 'newer' ? 'warning' : 'error',
		text: msg( what === 'log' ? `failure-log-${ kind }` : `failure-${ what }`, workspace.logTitle ),
		detail: message ?? '',
		retry: what !== 'log' || kind === 'failed'
	} ) );
}
