/**
 * What the script of the log page hands to the script that shows the log in full. The two are
 * separate downloads: this interface is all that they share.
 */
import type { Finding } from '../log/check-log';
import type { Workspace } from '../account/workspace';

/** A finding with its place in the text of the page. */
export interface PlacedFinding extends Finding {
	line: number;
	column: number;
}

/** How far the log was compared with the wiki. */
export interface WikiCheck {
	state: 'none' | 'reading' | 'ready' | 'failed';
	/** Rules that could not be decided, each counted for each place. */
	undecided: number;
}

export interface LogPage {
	readonly workspace: Workspace;
	/** Raw text of the page, as it was read last; empty where there is no page. */
	readonly text: string;
	/** What is open is the newest revision, and the wiki lets the reader edit the page. */
	readonly mayEdit: boolean;
	/** What was found so far, errors first. */
	findings(): readonly PlacedFinding[];
	wikiCheck(): WikiCheck;
	/** Compares the log with what the wiki tells. Never rejects. */
	checkWithWiki(): Promise<void>;
	/** Tells about every change of the findings; returns a function that ends it. */
	subscribe( listener: () => void ): () => void;
	/** Shows the raw text, with the cursor at a place. */
	showText( place: { line: number; column: number } ): void;
}

/** What the script that shows the log exports. */
export interface LogViewScript {
	/** Shows the account of the log within an element of the page. */
	showLog( host: HTMLElement, page: LogPage ): void;
}
