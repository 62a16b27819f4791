/**
 * What other scripts give to the notes script, which is a download of its own.
 */
import type { PageWords } from '../account/draft-words';
import type { AskedEdit, EditEffect } from '../account/edit-effect';
import type { AdviceItem, AdviceState, SectionRef } from '../account/types';
import type { DraftThen } from '../account/words-then';
import type { Workspace } from '../account/workspace';
import type { DraftConfiguration } from './configuration';
import type { readLogRights } from './log-rights';
import type { PageText } from './page-text';

/** A heading of the open page, and the section that it is taken for. */
export interface ShownHeading {
	section: SectionRef & { level: number };
	/** The heading, or what the wiki wraps around it. */
	wrapper: Element;
	/** The element with the heading's own text. */
	name: Element;
}

/** The open page as far as it shows a page of the draft. */
export interface ShownPage {
	/** Title of the draft's page; empty if none is shown. */
	title: string;
	/** The lead first. */
	sections: ( SectionRef & { level: number } )[];
	headings: ShownHeading[];
}

export interface OpenOptions {
	/** Pages whose texts are to come with the log, in the same request. */
	alsoRead?: string[];
	/** Reads the log page itself: an old revision, instead of what it says today. */
	readLogPage?( title: string ): Promise<PageText | undefined>;
	/**
	 * What the open page shows of the draft; by default it is a page of the draft itself.
	 *
	 * @param texts by the titles that were asked for; empty if the wiki did not answer
	 */
	readPage?( texts: ReadonlyMap<string, PageText> ): ShownPage;
}

/** Opens and closes cards. Only scripts of the reader know more of it. */
export interface Pointing {
	closeCard( returnFocus: boolean ): void;
}

export interface ReaderForNotes {
	/** The account of the draft: read once, with the options of the first call. */
	openWorkspace( draft: DraftConfiguration, options?: OpenOptions ): Promise<Workspace>;
	/** Shows markers and the rest, on what the account was opened with. */
	start( draft: DraftConfiguration ): void;
	/** Headings of the open page's sections. */
	findHeadings( page: string ): ShownHeading[];
	/** The sign of a state, for the eye only. */
	stateIcon( state: AdviceState ): Element;
	/** How cards open and close; the notes pass it on to the marks script. */
	pointing: Pointing;
}

export interface ReaderScript {
	forNotes: ReaderForNotes;
}

/** What of the evidence script the notes need, where a wikitext or a history is to be read. */
export interface EvidenceForNotes {
	/** Passages of sections of a page, by the keys of the items that they go back to. */
	advisedPassages(
		page: PageWords, wanted: ( section: number ) => boolean
	): Map<string, string[]>;
	/** Sections of a wikitext, the lead first. */
	textSections( page: string, text: string ): ShownPage[ 'sections' ];
	/** Ids of a page's revisions, the oldest first. */
	listRevisions( title: string ): Promise<number[]>;
	readLogRights: typeof readLogRights;
}

export interface WordsForNotes {
	/**
	 * Finds out what an edit did to the words of advice.
	 *
	 * @param items with what the revisions showed that they cite
	 * @param titles of all pages that the text is on or came from
	 * @param edit
	 * @param options `signal` stops it; `progress` is told how many revisions were read
	 * @throws {WikiError} when the wiki does not answer
	 * @throws {DOMException} `AbortError` when it was stopped
	 */
	readEditEffect(
		items: readonly AdviceItem[],
		titles: readonly string[],
		edit: AskedEdit,
		options?: { signal?: AbortSignal; progress?( done: number, total: number ): void }
	): Promise<EditEffect>;
	/**
	 * Finds out which words of an old revision go back to advice that had been applied by then.
	 *
	 * @param items with what the revisions showed that they cite
	 * @param titles of all pages that the text is on or came from
	 * @param revision
	 * @param options as of readEditEffect
	 * @throws {WikiError} when the wiki does not answer
	 * @throws {DOMException} `AbortError` when it was stopped
	 */
	readWordsThen(
		items: readonly AdviceItem[],
		titles: readonly string[],
		revision: number,
		options?: { signal?: AbortSignal; progress?( done: number, total: number ): void }
	): Promise<DraftThen>;
}

/** What marks on an old revision are made of. */
export interface RevisionMarks {
	/** As `openWorkspace` gave it. */
	workspace: Workspace;
	/** Of the revision that is open. */
	words: NonNullable<DraftThen[ 'state' ]>;
	pointing: Pointing;
	/** Told when the marks come and go. */
	switched( isOn: boolean ): void;
}

export interface MarksForNotes {
	/**
	 * Marks for the words of the old revision that is open.
	 *
	 * @return shows the marks, or takes them away and gives the focus back
	 */
	marksOfRevision(
		marks: RevisionMarks
	): Promise<( from: { focus(): void; isConnected: boolean } ) => void>;
}
