/** The draft's account while the page is open: read once, completed on request. */
import { buildAccount } from '../account/draft-account';
import type { Findings } from '../account/findings';
import type { DraftAccount } from '../account/types';
import type { ReadFailure, Workspace } from '../account/workspace';
import { readLog, type LogReading } from '../log/read-log';
import type { AdviceLog } from '../log/types';
import type { DraftConfiguration } from '../wiki/configuration';
import { messagePages, takeMessages } from '../wiki/interface-language';
import { readPageTexts, type PageText } from '../wiki/page-text';
import type { OpenOptions } from '../wiki/reader-script';
import { recallObject } from '../wiki/storage';
import { currentTitle, normaliseTitle, sectionUrl } from '../wiki/titles';
import { loadEvidenceScript } from './load-script';
import { goToSection, readOpenPage, type OpenPage } from './open-page';
import { wordsReading } from './words-reading';

export interface ReaderWorkspace extends Workspace {
	openPage(): OpenPage;
	/** Where the reading of revisions stands. */
	evidenceState(): 'none' | 'reading' | 'ready' | 'failed';
	/** The page's content was drawn anew. */
	pageChanged(): void;
}

/** As the wiki writes a title; one that is none stays as it is, and is found to be missing. */
function inWikiForm( title: string ): string {
	return normaliseTitle( title ) || title;
}

/** Titles of the log's pages by their ids, as the wiki writes them. */
function titlesOf( log: AdviceLog ): Map<string, string> {
	return new Map( log.draft.pages.map(
		( { id, title } ) => [ id, inWikiForm( title ) ]
	) );
}

/** The draft's pages: those of the log in its order, then what only the configuration names. */
function pagesOf( log: AdviceLog, { pages }: DraftConfiguration ): string[] {
	const configured = pages.map( inWikiForm );
	return [ ...new Set( [ ...titlesOf( log ).values(), ...configured ] ) ];
}

function formerTitlesOf( log: AdviceLog ): string[] {
	const titles: string[] = [];
	for ( const { formerTitles } of log.draft.pages ) {
		titles.push( ...( formerTitles || [] ).map( inWikiForm ) );
	}
	return titles;
}

function failureOf( what: ReadFailure[ 'what' ], error: unknown ): ReadFailure {
	return {
		what,
		kind: 'failed',
		message: error instanceof Error ? error.message : String( error )
	};
}

/** Nothing to read, and why. */
function logFailure( page: PageText | undefined ): ReadFailure | null {
	if ( !page || !page.revision ) {
		return { what: 'log', kind: 'missing' };
	}
	if ( page.text === null ) {
		return { what: 'log', kind: 'unreadable' };
	}
	return page.text.trim() ? null : { what: 'log', kind: 'empty' };
}

/**
 * Opens the account of a draft: one request, for the log and the messages together.
 *
 * @param draft of the configuration
 * @param options
 * @return a workspace; what went wrong is among its failures
 */
export async function openWorkspace(
	draft: DraftConfiguration, options: OpenOptions = {}
): Promise<ReaderWorkspace> {
	const { alsoRead = [], readPage = () => readOpenPage( currentTitle() ) } = options;
	const logTitle = inWikiForm( draft.log );
	const failures = new Map<ReadFailure[ 'what' ], ReadFailure>();
	const listeners = new Set<() => void>();
	let texts: ReadonlyMap<string, PageText> = new Map();
	let logPage: PageText | undefined;
	let reading: LogReading = { log: null, problems: [], unlisted: {} };
	let findings: Findings | null = null;
	let pageTitles = new Map<string, string>();
	let account: DraftAccount | null = null;
	let openPage = readPage( texts );
	let pending: Promise<void> | null = null;
	let state: ReturnType<ReaderWorkspace[ 'evidenceState' ]> = 'none';

	/** Takes what the log page has for the log, and forgets what was found out about another. */
	function takeLog( page: PageText | undefined ): void {
		logPage = page;
		reading = { log: null, problems: [], unlisted: {} };
		findings = pending = null;
		state = 'none';
		failures.clear();
		wordsOfDraft.forget();
		const failure = logFailure( page );
		if ( failure ) {
			failures.set( 'log', failure );
			return;
		}
		reading = readLog( page?.text || '' );
		if ( !reading.log || reading.problems.some( ( { rule } ) => rule === 'E11' ) ) {
			failures.set( 'log', {
				what: 'log',
				kind: reading.log ? 'newer' : 'unreadable'
			} );
		}
	}

	async function readPages(): Promise<void> {
		failures.delete( 'log' );
		try {
			const languages = messagePages();
			texts = await readPageTexts( [ logTitle, ...languages, ...alsoRead ], true );
			languages.forEach( ( page ) => takeMessages( texts.get( page )?.text ) );
			takeLog( texts.get( logTitle ) );
		} catch ( error ) {
			failures.set( 'log', failureOf( 'log', error ) );
		}
		openPage = readPage( texts );
	}

	function rebuild(): void {
		const { log } = reading;
		account = log && buildAccount( {
			log,
			problems: reading.problems,
			logTitle,
			logRevision: logPage?.revision || 0,
			pages: [ ...new Set( pagesOf( log, draft )
				.map( ( title ) => pageTitles.get( title ) || title ) ) ],
			pageTitles: new Map( [ ...titlesOf( log ) ].map(
				( [ id, title ] ) => [ id, pageTitles.get( title ) || title ]
			) ),
			openPage,
			findings,
			words: reading.log && wordsOfDraft.words(),
			remembered: recallObject( logTitle ),
			rememberedSections: recallObject( `${ logTitle }#sections` )
		} );
		listeners.forEach( ( listener ) => listener() );
	}

	async function examine( log: AdviceLog ): Promise<void> {
		const { readFindings, remember } = await loadEvidenceScript();
		const found = await readFindings( log, {
			pages: pagesOf( log, draft ),
			pageIds: titlesOf( log ),
			formerTitles: formerTitlesOf( log )
		} );
		if ( log === reading.log ) {
			pageTitles = found.titles;
			findings = found.findings;
			state = 'ready';
			rebuild();
			remember( account as DraftAccount, findings );
		}
	}

	async function readOnce( log: AdviceLog ): Promise<void> {
		state = 'reading';
		failures.delete( 'revisions' );
		rebuild();
		try {
			await examine( log );
		} catch ( error ) {
			if ( log === reading.log ) {
				state = 'failed';
				failures.set( 'revisions', failureOf( 'revisions', error ) );
				rebuild();
			}
		}
	}

	async function readAll(): Promise<void> {
		if ( failures.get( 'log' )?.kind === 'failed' ) {
			await readPages();
			rebuild();
		}
		if ( reading.log ) {
			await readOnce( reading.log );
		}
	}

	function readEvidence(): Promise<void> {
		pending = pending || readAll().then( () => {
			// What failed is read another time.
			pending = state === 'ready' ? pending : null;
		} );
		return pending;
	}

	const wordsOfDraft = wordsReading( async () => {
		await readEvidence();
		if ( state === 'failed' ) {
			throw new Error( failures.get( 'revisions' )?.message );
		}
		const { log } = reading;
		return {
			items: account?.items ?? [],
			titles: log ?
				[ ...new Set( [ ...pagesOf( log, draft ), ...formerTitlesOf( log ) ] ) ] :
				[]
		};
	}, () => {
		const error = wordsOfDraft.error();
		if ( error ) {
			failures.set( 'words', failureOf( 'words', error ) );
		} else {
			failures.delete( 'words' );
		}
		rebuild();
	} );

	await readPages();
	rebuild();
	return {
		logTitle,
		get logText() {
			return logPage?.text ?? null;
		},
		get logRevision() {
			return logPage?.revision || 0;
		},
		get logProblems() {
			return reading.problems;
		},
		configuredPages: draft.pages.map( inWikiForm ),
		async readLog() {
			takeLog( ( await readPageTexts( [ logTitle ], true ) ).get( logTitle ) );
			rebuild();
		},
		account: () => account,
		failures: () => [ ...failures.values() ],
		readEvidence,
		readWords: ( few = false ) => wordsOfDraft.read( few ),
		wordsProgress: wordsOfDraft.progress,
		stopWords: wordsOfDraft.stop,
		subscribe( listener ) {
			listeners.add( listener );
			return () => listeners.delete( listener );
		},
		sectionUrl: ( { page, heading, nth } ) => sectionUrl( page, heading, nth ),
		goTo: ( section ) => goToSection( openPage, section ),
		openPage: () => openPage,
		evidenceState: () => state,
		pageChanged() {
			openPage = readPage( texts );
			rebuild();
		}
	};
}
