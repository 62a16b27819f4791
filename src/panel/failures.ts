/** What went wrong while reading from the wiki, in words. */
import type { ReadFailure, Workspace } from '../account/workspace';
import { msg } from '../wiki/messages';

export interface FailureText {
	what: ReadFailure[ 'what' ];
	kind: ReadFailure[ 'kind' ];
	type: 'notice' | 'warning' | 'error';
	text: string;
	/** The wiki's own answer, where it gave one. */
	detail: string;
	/** Where something can be done about it. */
	links: NonNullable<ReadFailure[ 'links' ]>;
	/** Asking again may help. */
	retry: boolean;
}

const GENTLE: readonly ReadFailure[ 'kind' ][] = [ 'missing', 'empty' ];

/** Failures of the log have a message for each kind; the others are told apart by their detail. */
export function failureTexts( workspace: Workspace ): FailureText[] {
	return workspace.failures().map( ( { what, kind, message, links = [] } ) => ( {
		what,
		kind,
		type: GENTLE.includes( kind ) ? 'notice' : kind === 'newer' || kind === 'older' ? 'warning' : 'error',
		text: msg( what === 'log' ? `failure-log-${ kind }` : `failure-${ what }`, workspace.logTitle ),
		detail: message ?? '',
		links,
		retry: kind === 'failed'
	} ) );
}
