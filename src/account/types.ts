/**
 * The account of a draft: what the advice log says, joined with what the cited revisions
 * showed. Every view is drawn from these shapes and computes nothing of its own.
 */
import type { Advice, AdviceLog, Agent, Change, Entry, Topic } from '../log/types';
import type { LogProblem } from '../log/read-log';
import type { FollowedChange } from '../trace/followed-changes';
import type { ReviewState } from '../trace/review-standing';
import type { DraftWords, SectionWords } from './draft-words';
import type { ItemSurvival } from './item-survival';

/** A section of today's text; `nth` tells sections of one page with the same heading apart. */
export interface SectionRef {
	/** Title of the wiki page, with spaces. */
	page: string;
	/** Heading as plain text; empty for the lead. */
	heading: string;
	/** 0 for the first section of the page with this heading, 1 for the second, … */
	nth: number;
}

/** Why a revision that the log cites could not be read. */
export type RevisionProblem =
	/** the wiki knows no revision of this number */
	'missing' |
	/** deleted or suppressed: the text is not to be shown, whoever looks */
	'hidden' |
	/** a revision of a page that is not part of the draft */
	'other-page' |
	/** the wiki did not answer; asking again may help */
	'not-read';

/** What one cited revision (or run of revisions) did to one section. */
export interface SectionEffect {
	/** Where that section stands today; null if it cannot be found again (an orphan). */
	section: SectionRef | null;
	/** The heading that the section had in the cited revision; empty for the lead. */
	headingThen: string;
	/** The page that it was on in the cited revision. */
	pageThen: string;
	/** Passages of plain words, in the order of the text. */
	inserted: string[];
	removed: string[];
	/** Passages that stood elsewhere in the text before. */
	moved: string[];
	/** Plain text of the section before and after the edit, to find quoted words in. */
	texts?: { before: string; after: string };
}

/** What the wiki's own revisions show about one change of the log. */
export interface ChangeEvidence {
	revision: number;
	/** What it is compared with: `from`, or the revision before; null for a page's first. */
	base: number | null;
	problem?: RevisionProblem;
	/** Title of the page that the revision belongs to today. */
	page?: string;
	/** ISO 8601, as the wiki tells it. */
	timestamp?: string;
	/** null where the user name is hidden. */
	user?: string | null;
	/** null where the edit summary is hidden. */
	comment?: string | null;
	effects: SectionEffect[];
}

/**
 * What a marker, a card or a row tells at a glance. One piece of advice (or a request
 * without any) has exactly one of these.
 */
export type AdviceState =
	/** adopted in any form, and a revision that applied it is named */
	'changed' |
	/** adopted in any form, no revision named */
	'adopted' |
	/** checked and left as it was */
	'checked' |
	'declined' |
	/** an answer or a decision is recorded as outstanding */
	'pending' |
	/** its content is withheld */
	'withheld' |
	'superseded' |
	/** withdrawn, deferred or out of scope */
	'set-aside' |
	/** nothing on record about what came of it */
	'not-recorded';

/** A change of the log with what is known of it. */
export interface ItemChange {
	change: Change;
	/** absent until the cited revisions were read */
	evidence?: ChangeEvidence;
	/**
	 * The part of the evidence that belongs to this piece of advice: where the change names
	 * its words (one revision served several pieces), only those.
	 */
	effects: SectionEffect[];
	/** words that the log names but the revision does not show */
	notFound: { inserted: string[]; removed: string[] };
	/** What became of its words; absent until the draft's words were traced. */
	survival?: FollowedChange;
}

/** One piece of advice, or a request to which none is recorded (`advice` null). */
export interface AdviceItem {
	/** `<entry id>/<advice id>`, or `<entry id>` alone for a request without advice. */
	key: string;
	entry: Entry;
	advice: Advice | null;
	state: AdviceState;
	advisers: Agent[];
	changes: ItemChange[];
	/** Today's sections that its changes touched, in order of pages and text. */
	touched: SectionRef[];
	/** Today's sections that the question was about, as far as found. */
	asked: SectionRef[];
	/** It cites revisions whose place has not been looked up (or could not be read). */
	unplaced: boolean;
	/** Effects whose section cannot be found today, and sections of the log likewise. */
	orphans: number;
	/** What became of its words; absent until they were traced. */
	survival?: ItemSurvival;
	/**
	 * Whether each of its advice's reviews still holds; absent until words were traced, and
	 * where it names no change that a review could hold for.
	 */
	reviews?: readonly ReviewState[];
}

/** How an item came to stand under a section. */
export interface SectionItem {
	item: AdviceItem;
	/** `changed`: a cited revision touched the section; `asked`: the log names the section. */
	because: 'changed' | 'asked';
	/**
	 * The item's state as far as this section is concerned: `changed` only where a revision
	 * of this wiki shows it, otherwise `adopted`.
	 */
	state: AdviceState;
}

export interface SectionAccount {
	ref: SectionRef;
	/** 2 for == heading ==; 0 for the lead */
	level: number;
	items: SectionItem[];
	/** How much of it goes back to advice; absent until the draft's words were traced. */
	words?: SectionWords;
}

export interface PageAccount {
	title: string;
	/** False while the page's text was not read: then only sections named by the log are listed. */
	complete: boolean;
	sections: SectionAccount[];
}

/** What is to be said of the published trace of the open page. */
export interface PublishedNote {
	/**
	 * - `unchecked`: whether it fits its revision is not known yet; nothing of its words is shown
	 * - `fits`, `older`: it is shown; `older` where the page has been changed since
	 * - `unreadable`, `misfit`, `gone`: it is ignored, because it is no trace, does not fit its
	 *  revision, or that cannot be read
	 * - `confirmed`, `false`: words were traced here, and agree with it or do not
	 */
	state: 'unchecked' | 'fits' | 'older' | 'unreadable' | 'misfit' | 'gone' | 'confirmed' | 'false';
	/** All of it in a sentence, with who published it and when. */
	text: string;
	/** Address of the revision that holds it. */
	href: string;
}

/** The whole account of a draft, as far as it is known at this moment. */
export interface DraftAccount {
	log: AdviceLog;
	title: string;
	/** Where the log stands, and who may read it in full. */
	logTitle: string;
	/** Revision of the log page this was read from. */
	logRevision: number;
	problems: LogProblem[];
	/** null until the draft's words were traced */
	words: DraftWords | null;
	/** Absent if there is none. */
	published?: PublishedNote;
	agents: Map<string, Agent>;
	topics: Map<string, Topic>;
	pages: PageAccount[];
	/** Every item once, in the order of the log. */
	items: AdviceItem[];
	/** Items that name no section, touch none and are not about the process. */
	wholeDraft: AdviceItem[];
	process: AdviceItem[];
	/** Items whose place is not known yet because revisions have not been read. */
	unplaced: AdviceItem[];
	/** Items with at least one place that cannot be found today. */
	orphaned: AdviceItem[];
	/**
	 * Where the sections of the log stand today, by their ids; null for one that was not found.
	 * null as a whole until the draft's pages were read.
	 */
	logSections: ReadonlyMap<string, SectionRef | null> | null;
}
