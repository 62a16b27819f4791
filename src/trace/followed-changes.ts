/** What is asked about changes, and what is told of them and of today's pages. */
import type { QuotedPassage } from './quoted-ids';
import type { RemovedPassage } from './removed-places';
import type { SurvivalState } from './survival';

/** A change that is asked about. Revisions are named by their ids here. */
export interface AskedChange {
	/** Names it in the answer. */
	readonly key: string;
	/** The revision before it; null if the page began with it. */
	readonly base: number | null;
	/** Its last revision. */
	readonly last: number;
	/** Only these words of what it inserted count; all of them if absent. */
	readonly inserted?: readonly QuotedPassage[];
	/** Likewise of what it removed. */
	readonly removed?: readonly QuotedPassage[];
}

/** A revision by its id, and how many words it is about. */
export interface RevidShare {
	revid: number;
	words: number;
	/** Missing revisions that may have done it instead; mostly none. */
	perhaps: number[];
}

/** As Survival, with ids of revisions. */
export interface FollowedChange {
	key: string;
	state: SurvivalState;
	inserted: number;
	standing: number;
	elsewhere: number;
	takenBy: RevidShare[];
	removed: number;
	absent: number;
	broughtBackBy: RevidShare[];
}

/** A section of a page as it stands today. */
export interface FollowedSection {
	/** As in the wikitext; null for the lead. */
	heading: string | null;
	level: number;
	/** Index of its first word on the page, and after its last one. */
	from: number;
	to: number;
}

/** The words of a page as a revision has them. */
export interface FollowedWords {
	/** Of a page of today the newest one that could be read. */
	revision: number;
	/** Its wikitext. */
	text: string;
	/** UTF-16 offsets of its words. */
	starts: Int32Array;
	ends: Int32Array;
	/** For each word the changes that it goes back to, as an index of `groups`. */
	groupOf: Uint16Array;
	/** Sets of changes by their keys; the first one is empty. */
	groups: string[][];
	/** The group of words that are newer than a published trace; absent if there are none. */
	untraced?: number;
	/** Words that changes removed and that are away. */
	removed: ( RemovedPassage & { key: string } )[];
}

/** A page as it stands today. */
export interface FollowedPage extends FollowedWords {
	page: string;
	sections: FollowedSection[];
}

export interface FollowedChanges {
	/** In the order in which they were asked about. */
	changes: FollowedChange[];
	pages: FollowedPage[];
}
