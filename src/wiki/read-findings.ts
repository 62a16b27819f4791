/**
 * Reads the revisions that a log cites, and finds out what they did to which of today's
 * sections.
 */
import type { DraftReading } from '../account/draft-reading';
import { examineLog, type Findings } from '../account/findings';
import type { AdviceLog, Change } from '../log/types';
import { readDraftRevisions, type DraftPages } from './draft-revisions';

export interface CitingDraft extends DraftPages {
	/** Title for each page id of the log. */
	pageIds: Map<string, string>;
}

export interface WikiFindings extends Pick<DraftReading, 'today'> {
	findings: Findings;
	/** Today's title of each page: another one where it was moved. */
	titles: Map<string, string>;
}

function allChanges( log: AdviceLog ): Change[] {
	const changes: Change[] = [];
	for ( const entry of log.entries ) {
		for ( const advice of entry.advice || [] ) {
			changes.push( ...advice.changes || [] );
		}
	}
	return changes;
}

/**
 * Reads and examines; where a section was lost on the way, reads and examines more.
 *
 * @param log
 * @param draft
 * @param signal cancels reading
 * @throws {WikiError} when the wiki does not answer
 * @throws {DOMException} `AbortError` when cancelled
 */
export async function readFindings(
	log: AdviceLog, draft: CitingDraft, signal?: AbortSignal
): Promise<WikiFindings> {
	const { reading, readBetween } =
		await readDraftRevisions( allChanges( log ), draft, signal );
	const titles = new Map( draft.pages.map(
		( title, index ) => [ title, reading.today[ index ]?.title || title ]
	) );
	const pageTitles = new Map( [ ...draft.pageIds ].map(
		( [ id, title ] ) => [ id, titles.get( title ) || title ]
	) );
	let findings = examineLog( log, pageTitles, reading );
	if ( findings.doubtful && await readBetween() ) {
		findings = examineLog( log, pageTitles, reading );
	}
	return { findings, titles, today: reading.today };
}
