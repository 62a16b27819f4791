/**
 * What the reader script hands to the panel script. The two are separate downloads: this
 * interface is all that they share.
 */
import type { LogProblem } from '../log/read-log';
import type { DraftAccount, SectionRef } from './types';

/** Something that went wrong while reading from the wiki, in words of the wiki's own answer. */
export interface ReadFailure {
	/** The log page, the cited revisions, or today's text of the draft's pages. */
	what: 'log' | 'revisions' | 'words';
	/**
	 * `failed` carries a message. All others concern the log page; `older`: it cannot be
	 * understood, and what an older revision says is shown.
	 */
	kind: 'missing' | 'empty' | 'unreadable' | 'newer' | 'older' | 'failed';
	/** plain text */
	message?: string;
	/** Where something can be done about it. */
	links?: { text: string; href: string }[];
}

/** Where the tracing of the draft's words stands. */
export interface WordsProgress {
	state: 'none' | 'reading' | 'ready' | 'failed' |
		/** the reader stopped it */
		'stopped' |
		/** more is to be read than should be without asking; how much is not known */
		'large';
	/** Revisions read, of those that are to be read. */
	done: number;
	total: number;
}

/** What a page's published trace would be, were it published now. */
export interface TraceToPublish {
	/** Title of the draft's page whose words were traced. */
	readonly page: string;
	/** Its revision. */
	readonly revision: number;
	/** Title of the page that the trace is published on, below the log. */
	readonly title: string;
	/** JSON in one line; it holds no text of the draft. */
	readonly text: string;
	/** False if what stands on that page says the same: there is nothing to save. */
	readonly changed: boolean;
	/**
	 * Saves it over what stood there when it was made, unless that says the same.
	 *
	 * @param captcha answer to a question that the wiki asked before
	 * @return the revision that holds it
	 * @throws {SaveFailure} when it was not saved: its `kind` says why, its message is the wiki's
	 *  own words, and nothing has changed
	 */
	save( captcha?: { id: string; answer: string } ): Promise<number>;
}

export interface Workspace {
	/** Title of the log page, with namespace. */
	readonly logTitle: string;
	/** Raw text of the log page, to say where it is broken; null if there is none. */
	readonly logText: string | null;
	/** What is wrong with the log, also where nothing of it could be read. */
	readonly logProblems: readonly LogProblem[];
	/** Revision of the log page; 0 if there is none. */
	readonly logRevision: number;
	/** Titles of the draft's pages as the operator configured them. */
	readonly configuredPages: readonly string[];
	/**
	 * Reads the log page anew, after it was changed; what was found out about the former log is
	 * forgotten.
	 *
	 * @throws {WikiError} when the wiki does not answer
	 */
	readLog(): Promise<void>;
	/** The account as it is known now; null when there is no log to read. */
	account(): DraftAccount | null;
	failures(): ReadFailure[];
	/**
	 * Reads the revisions that the log cites and the pages of the draft, once; later calls
	 * give the same answer, or try again after a failure. Where the log cannot be understood,
	 * its newest revision that can is looked for first. Never rejects: what went wrong is in
	 * `failures()`.
	 */
	readEvidence(): Promise<void>;
	/**
	 * Traces the words of the draft through its whole history. Reads the cited revisions first,
	 * if they have not been. Never rejects: what went wrong is in `failures()`.
	 *
	 * @param few only if no more than a few revisions are to be read; else the state is `large`
	 */
	readWords( few?: boolean ): Promise<void>;
	wordsProgress(): WordsProgress;
	/** Stops tracing; what was read until then is kept for another time. */
	stopWords(): void;
	/**
	 * Makes of the trace of the draft what can be published beside the log: one trace for each
	 * of its pages. Nothing is saved. Quick after `readWords`, which can be stopped and shows
	 * progress; else it traces the words first.
	 *
	 * @param progress is told how many revisions were read, of those that are to be read
	 * @throws {WikiError} when the wiki does not answer
	 */
	publishedTraces(
		progress?: ( done: number, total: number ) => void
	): Promise<TraceToPublish[]>;
	/** Tells about every change of the account; returns a function that ends it. */
	subscribe( listener: () => void ): () => void;
	/** Address of a section, for links. */
	sectionUrl( section: SectionRef ): string;
	/** Scrolls to a section of the page that is open; false if it is not on this page. */
	goTo( section: SectionRef ): boolean;
}

/** What the panel script exports to the reader script. */
export interface PanelScript {
	/**
	 * Opens the panel, or brings it to the front.
	 *
	 * @param workspace the draft's account
	 * @param show item to show in full (its key), or section to start at
	 * @param returnFocus element that gets the focus when the panel closes
	 */
	openPanel(
		workspace: Workspace,
		show: { item?: string; section?: SectionRef },
		returnFocus: { focus(): void } | null
	): void;
}
