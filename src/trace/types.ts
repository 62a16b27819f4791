/** What the trace takes and gives. */
import type { Line } from './line-table';

/** A revision as the trace takes it. */
export interface RevisionText {
	revid: number;
	/** Title or another name of the page that it belongs to. */
	page: string;
	/** Wikitext; null if the revision is missing or its text is suppressed. */
	text: string | null;
}

/** A line with the identity of each of its words: equal lines at two places are two. */
export interface TracedLine {
	readonly line: Line;
	/** Word ids. */
	readonly ids: Int32Array;
	/** Mark ids. */
	readonly marks: Int32Array;
}

/** A revision as the lines that it put in the place of others. */
export interface TracedRevision {
	readonly revid: number;
	readonly page: string;
	/** Its text is not known, and what it did neither. */
	readonly missing: boolean;
	/** Index of the first line that differs from the state before. */
	readonly at: number;
	readonly removed: readonly TracedLine[];
	readonly inserted: readonly TracedLine[];
	/** For each of these, whether it was found again as a whole. */
	readonly whole: readonly boolean[];
	/** No edit of this page, but what an edit to another place means for words that stand here. */
	readonly further?: true;
}

/** The words of one state of a page, in order. */
export interface TracedWords {
	readonly text: string;
	/** Word ids. */
	readonly ids: Int32Array;
	/** UTF-16 offsets into the text. */
	readonly starts: Int32Array;
	readonly ends: Int32Array;
}

/** What a revision did to words; all of them word ids. */
export interface RevisionEffect {
	/** New with this revision. */
	readonly inserted: Int32Array;
	/** They stood before and do not now. */
	readonly removed: Int32Array;
	/** They stood once, not just before, and now again. */
	readonly restored: Int32Array;
	/** They stood before and stand now, at another place. */
	readonly moved: Int32Array;
}
