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
import { publishedTitle } from '../wiki/published-title';
import type { OpenOptions } from '../wiki/reader-script';
import { recallObject } from '../wiki/storage';
import { currentTitle, normaliseTitle } from '../wiki/titles';
import { evidenceScript, loadEvidenceScript, loadPublishedScript } from './load-script';
import { goToSection, readOpenPage, type OpenPage } from './open-page';
import type { PrepareWords } from './prepare-words';
import type { PublishedReading } from './published-reading';
import type { WordsReading } from './words-reading';

export interface ReaderWorkspace extends Workspace {
	openPage(): OpenPage;
	/** Where the reading of revisions stands. */
	evidenceState(): 'none' | 'reading' | 'ready' | 'failed';
	/** A card is open, and wants what workspace.readEvidence reads. */
	look(): void;
	/** No card is open any more: what only cards wanted is not read on. */
	leave(): void;
	/** The page's content was drawn anew, perhaps after it was saved. */
	pageChanged(): void;
}

const LEAVE_AFTER_MS = 1000;

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
	const {
		alsoRead = [],
		readPage = () => readOpenPage( currentTitle(), findings?.today.get( currentTitle() ) )
	} = options;
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
	let controller = new AbortController();
	/** Somebody asked for more than a look at a card. */
	let isAsked = false;
	let leaving = 0;
	let revision = mw.config.get( 'wgCurRevisionId' );
	let published: PublishedReading | null = null;
	/** Comes with the evidence script. */
	let wordsOfDraft: WordsReading | null = null;

	function fail( what: ReadFailure[ 'what' ], error: unknown ): void {
		failures.set( what, {
			what,
			kind: 'failed',
			get message() {
				return error instanceof Error ? error.message : String( error );
			}
		} );
	}

	/** Takes what the log page has for the log, and forgets what was found out about another. */
	function takeLog( page: PageText | undefined ): void {
		logPage = page;
		reading = { log: null, problems: [], unlisted: {} };
		findings = null;
		state = 'none';
		failures.clear();
		wordsOfDraft?.forget();
		controller.abort();
		controller = new AbortController();
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

	/** Without what a trace tells, a reader has what a reader has where none was published. */
	function takePublished( page: PageText | undefined ): void {
		if ( page?.revision ) {
			loadPublishedScript().then( ( { openPublished } ) => {
				published = openPublished( page, currentTitle(), buildAccount );
				rebuild();
			}, () => undefined );
		}
	}

	async function readPages(): Promise<void> {
		const languages = messagePages();
		const titles = [ ...languages, ...alsoRead ];
		try {
			const old = options.readLogPage?.( logTitle );
			const trace = publishedTitle( logTitle, mw.config.get( 'wgArticleId' ) );
			texts = await readPageTexts( old ? titles : [ logTitle, trace, ...titles ], true );
			languages.forEach( ( page ) => takeMessages( texts.get( page )?.text ) );
			takeLog( old ? await old : texts.get( logTitle ) );
			takePublished( texts.get( trace ) );
		} catch ( error ) {
			fail( 'log', error );
		}
		openPage = readPage( texts );
	}

	function rebuild(): void {
		const { log } = reading;
		account = log && ( published?.build || buildAccount )( {
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
			words: wordsOfDraft?.words(),
			remembered: recallObject( logTitle ),
			rememberedSections: recallObject( `${ logTitle }#sections` )
		} );
		listeners.forEach( ( listener ) => listener() );
	}

	async function readOnce( log: AdviceLog ): Promise<void> {
		state = 'reading';
		const own = controller = new AbortController();
		failures.delete( 'revisions' );
		rebuild();
		try {
			const { readFindings } = await loadEvidenceScript();
			const found = await readFindings( log, {
				pages: pagesOf( log, draft ),
				pageIds: titlesOf( log ),
				published
			}, own.signal );
			if ( own !== controller ) {
				// Of a text that is not shown any more.
				return;
			}
			pageTitles = found.titles;
			findings = found.findings;
			openPage = readPage( texts );
			state = 'ready';
		} catch ( error ) {
			if ( own !== controller ) {
				return;
			}
			state = own.signal.aborted ? 'none' : 'failed';
			if ( state === 'failed' ) {
				fail( 'revisions', error );
			}
		}
		rebuild();
		if ( account && findings ) {
			( await loadEvidenceScript() ).remember( account, findings );
		}
	}

	/** Goes on with the newest revision of the log that can be understood, if there is one. */
	async function recover( current: PageText ): Promise<void> {
		state = 'reading';
		failures.delete( 'revisions' );
		try {
			const { findReadableLog } = await loadEvidenceScript();
			const found = await findReadableLog(
				current, ( text ) => readLog( text ).log !== null
			);
			if ( found && current === logPage ) {
				takeLog( found.page );
				failures.set( 'log', found.failure );
			} else {
				state = 'ready';
			}
		} catch ( error ) {
			state = 'failed';
			fail( 'revisions', error );
		}
		rebuild();
	}

	async function readAll(): Promise<void> {
		if ( failures.get( 'log' )?.kind === 'failed' ) {
			await readPages();
			rebuild();
		}
		if ( !reading.log && logPage?.revision ) {
			await recover( logPage );
		}
		if ( reading.log ) {
			await readOnce( reading.log );
		}
	}

	function readOnly(): Promise<void> {
		clearTimeout( leaving );
		const own = pending = pending || readAll().then( () => {
			// What failed is read another time.
			pending = state === 'ready' || own !== pending ? pending : null;
		} );
		return own;
	}

	function readEvidence(): Promise<void> {
		isAsked = true;
		return readOnly();
	}

	/** What to follow, for the words script. */
	const prepareWords: PrepareWords = async () => {
		await readOnly();
		if ( state === 'failed' ) {
			throw new Error( failures.get( 'revisions' )?.message );
		}
		const { log } = reading;
		return { account, pages: log ? pagesOf( log, draft ) : [], published };
	};

	function tellWords( error: unknown ): void {
		failures.delete( 'words' );
		if ( error ) {
			fail( 'words', error );
		}
		rebuild();
	}

	async function readWords( few = false ): Promise<void> {
		isAsked = isAsked || !few;
		try {
			const { wordsReading } = await loadEvidenceScript();
			wordsOfDraft = wordsOfDraft || wordsReading( prepareWords, tellWords );
			await wordsOfDraft.read( few );
		} catch ( error ) {
			tellWords( error );
		}
	}

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
			pending = null;
			rebuild();
		},
		account: () => account,
		failures: () => [ ...failures.values() ],
		readEvidence,
		readWords,
		wordsProgress: () => wordsOfDraft ?
			wordsOfDraft.progress() :
			{ state: failures.has( 'words' ) ? 'failed' : 'none', done: 0, total: 0 },
		stopWords: () => wordsOfDraft?.stop(),
		publishedTraces: async ( progress ) => (
			( await loadEvidenceScript() ).publishedTraces( prepareWords, progress )
		),
		subscribe( listener ) {
			listeners.add( listener );
			return () => listeners.delete( listener );
		},
		sectionUrl: ( section ) => evidenceScript().sectionUrl( section ),
		goTo: ( section ) => goToSection( openPage, section ),
		openPage: () => openPage,
		evidenceState: () => state,
		look: readOnly,
		leave() {
			// Whoever goes from card to card wants it still.
			clearTimeout( leaving );
			leaving = window.setTimeout( () => {
				if ( !isAsked ) {
					controller.abort();
					wordsOfDraft?.leave();
				}
			}, LEAVE_AFTER_MS );
		},
		pageChanged() {
			const again = isAsked && pending;
			const few = !wordsOfDraft;
			const isNew = revision !== ( revision = mw.config.get( 'wgCurRevisionId' ) );
			if ( isNew ) {
				// Saved without a reload: what was read is of another text.
				controller.abort();
				controller = new AbortController();
				wordsOfDraft?.stop();
				wordsOfDraft = findings = pending = null;
				state = 'none';
			}
			openPage = readPage( texts );
			rebuild();
			if ( isNew && again ) {
				readWords( few );
			}
		}
	};
}
