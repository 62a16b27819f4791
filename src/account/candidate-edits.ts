/** The edits of a draft, as far as both the trace and the wiki know them. */
import type { DraftEdit } from '../trace/draft-edits';
import type { CandidateEdit } from './rank-candidates';

/** What the wiki tells of a revision without its text. */
export interface EditFacts {
	/** ISO 8601. */
	timestamp: string;
	/** null where hidden */
	user: string | null;
	/** null where hidden */
	comment: string | null;
}

/**
 * @param edits as the trace answers the question `edits`
 * @param titles of the pages, by their names in the trace
 * @param facts by revision; an edit without is left out
 */
export function candidateEdits(
	edits: readonly DraftEdit[],
	titles: ReadonlyMap<string, string>,
	facts: ReadonlyMap<number, EditFacts>
): CandidateEdit[] {
	const titleOf = ( page: string ): string => titles.get( page ) ?? page;
	return edits.flatMap( ( edit ) => {
		const known = facts.get( edit.revid );
		return known ? [ {
			...edit,
			title: titleOf( edit.page ),
			sections: edit.sections.map( ( { heading, today } ) => (
				{ heading, today: today && { ...today, page: titleOf( today.page ) } }
			) ),
			timestamp: known.timestamp,
			user: known.user,
			comment: known.comment
		} ] : [];
	} );
}
