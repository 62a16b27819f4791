/** Writes the published trace of a page of a trace that is at hand. */
import { followChanges } from './follow-changes';
import type { AskedChange } from './followed-changes';
import { publishPage, type PublishedParts } from './publish-page';
import type { PublishedTrace } from './published-format';
import { finish } from './steps';
import type { Trace } from './trace';
import { traceAnswers } from './trace-answers';

/** What is asked of the log, and what is known of its sections. */
export interface PublishedSubjects extends Pick<PublishedParts, 'items' | 'places'> {
	changes: readonly AskedChange[];
}

/**
 * Publishes the newest state of a page.
 *
 * @param trace of the whole draft
 * @param page as the trace names it
 * @param subjects
 * @return fit for JSON; null if no revision of the page could be read
 */
export function publishTrace(
	trace: Trace, page: string, { changes, ...rest }: PublishedSubjects
): PublishedTrace | null {
	const followed = finish( followChanges( trace, changes ) );
	const found = followed.pages.find( ( one ) => one.page === page );
	return found ? publishPage( {
		...rest,
		page: found,
		words: finish( traceAnswers.words( trace, page ) ),
		changes: followed.changes
	} ) : null;
}
