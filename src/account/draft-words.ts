/** Today's words of a draft, and what became of those that go back to advice. */
import type { FollowedChange, FollowedPage } from '../trace/followed-changes';
import type { ReviewState } from '../trace/review-standing';
import type { ItemSurvival } from './item-survival';
import type { SectionRef } from './types';

/** Who made a revision, and when. */
export interface RevisionFacts {
	/** ISO 8601, as the wiki tells it. */
	timestamp: string;
	/** null where the user name is hidden. */
	user: string | null;
}

/** How much of a section goes back to advice. */
export interface SectionWords {
	/** Words of the section that were traced, and those of them that go back to any advice. */
	total: number;
	advised: number;
	/** By key of an item; a word may count under several. */
	byItem: ReadonlyMap<string, number>;
}

/** A page of the draft with the changes that its words go back to; see FollowedPage. */
export interface PageWords extends Omit<FollowedPage, 'page' | 'sections'> {
	/** Title of the wiki page, with spaces. */
	title: string;
	sections: {
		ref: SectionRef;
		/** Index of its first word on the page, and after its last one. */
		from: number;
		to: number;
	}[];
	/** By `refKey` of a section. */
	shares: ReadonlyMap<string, SectionWords>;
	/** The group of words that are newer than a published trace; absent if there are none. */
	untraced?: number;
}

/** What became of the words of one item. */
export interface ItemWords {
	/** Absent if nothing was followed for it. */
	survival?: ItemSurvival;
	/** Of each of its changes, in their order; undefined for those that were not followed. */
	changes: readonly ( FollowedChange | undefined )[];
	/** Of each of its reviews, in their order; absent if there are no words that they hold for. */
	reviews?: readonly ReviewState[];
}

/** Whose word it is, where words were not traced here. */
export interface PublishedBy {
	/** The revision that was traced. */
	revision: number;
	/** The page that holds it, and which revision of that one. */
	title: string;
	heldBy: number;
	/** Who published it; null where the name is hidden. */
	user: string | null;
	/** When: ISO 8601, as the wiki tells it. */
	timestamp: string;
	/** Words of the page that are newer. */
	untraced: number;
}

/**
 * Everything that the trace of a draft's whole history tells about its advice, or what was
 * published of it.
 */
export interface DraftWords {
	/** By key. */
	items: ReadonlyMap<string, ItemWords>;
	/** By title. */
	pages: ReadonlyMap<string, PageWords>;
	/** Of all revisions, by id; of a published trace, of those that took advised words away. */
	revisions: ReadonlyMap<number, RevisionFacts>;
	/** How many revisions could not be read. */
	missing: number;
	/** When it was computed: milliseconds, as Date.now(). */
	computedOn: number;
	/** Where it is of a published trace: then it tells of one page only. */
	published?: PublishedBy;
}

/** Words that were traced here, through the whole history; null if there are none. */
export function tracedWords( account: { words: DraftWords | null } | null ): DraftWords | null {
	return account?.words && !account.words.published ? account.words : null;
}
