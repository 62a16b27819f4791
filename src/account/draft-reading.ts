/** What was read from the wiki about a draft: the input of everything that needs revisions. */
import type { RevisionProblem } from './types';

/** A revision as the wiki gave it. */
export interface ReadRevision {
	id: number;
	/** Title that its page has today. */
	page: string;
	/** ISO 8601 */
	timestamp: string;
	/** null where hidden */
	user: string | null;
	/** null where hidden */
	comment: string | null;
	/** null where deleted or suppressed, whoever asks */
	text: string | null;
}

/** Today's text of one page of the draft. */
export interface TodayPage {
	title: string;
	/** Its newest revision; null if the page does not exist. */
	revision: number | null;
	text: string | null;
}

export interface DraftReading {
	/** The draft's pages in the order in which they are shown. */
	today: TodayPage[];
	/** Everything read, by revision id: cited revisions, what they are compared with, samples. */
	revisions: Map<number, ReadRevision>;
	/** For a cited revision without `from`: the one before it on its page; null for the first. */
	previous: Map<number, number | null>;
	/** Why a revision could not be read. */
	problems: Map<number, RevisionProblem>;
}
