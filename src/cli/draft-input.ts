/** The draft that a command is about: on a wiki, or in files. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readLog } from '../log/read-log';
import type { ExportWiki } from '../export/types';
import type { DraftConfiguration } from '../wiki/configuration';
import { useApi } from '../wiki/api';
import { readPageTexts, type PageText } from '../wiki/page-text';
import { FileApi } from './file-api';
import { needDraft } from './find-draft';
import { readHistoryFile, type HistoryRevision } from './history-file';
import type { OptionTable, Values } from './command';
import { progressOn, type Progress } from './progress';
import { tell } from './program';
import { linksOf, openSite } from './site';
import { UseError, UserError } from './user-error';

/** Options of every command that asks a wiki. */
export const wikiOptions = {
	wiki: { type: 'string' },
	page: { type: 'string', multiple: true },
	log: { type: 'string' },
	contact: { type: 'string' },
	progress: { type: 'boolean' }
} as const satisfies OptionTable;

/** Options of every command that reads a draft with its log. */
export const draftOptions = {
	...wikiOptions,
	history: { type: 'string', multiple: true },
	'log-title': { type: 'string' },
	'log-revision': { type: 'string' },
	site: { type: 'string' },
	language: { type: 'string' }
} as const satisfies OptionTable;

export const wikiHelp = `  --wiki URL       the wiki's api.php, e.g. https://wiki.example/w/api.php
  --page TITLE     a page of the draft
  --log TITLE      its log; without it, MediaWiki:Gadget-AdviceProvenance-config.json
                   of the wiki is asked which log belongs to the page
  --contact TEXT   how the wiki's operators can reach you (a user page, an address)
  --progress       tell how far the work is, also where nobody sits at a terminal;
                   --no-progress: never
A wiki that only its members may read: a bot password in BOT_USER and BOT_PASSWORD.
`;

export const draftHelp = `On a wiki:
${ wikiHelp }
From files:
  --history FILE   history of the draft's pages as JSON; several times for several files,
                   whose revisions are then taken in the order of their times
  --log FILE       the advice log
  --log-title TITLE, --log-revision REVID
                   where it is from: the title of its page, and which revision it is
  --page TITLE     title of the page, where the history names none
  --site URL       address of the wiki's index.php, for links to what stands there

  --language CODE  language of messages, by default that of the wiki's pages
`;

export interface DraftInput {
	/** Null where the draft is in files and it is not said which wiki they are from. */
	wiki: ExportWiki | null;
	/** True if the files are all that is known. */
	fromFiles: boolean;
	/** Of the pages: as the wiki says, or the files, or the language. */
	direction: ExportWiki[ 'direction' ];
	draft: DraftConfiguration;
	logPage: PageText;
	progress: Progress;
}

/**
 * Has the wiki of `--wiki` asked from now on.
 *
 * @throws {UserError} if that is no address of a wiki
 * @throws {WikiError} when the wiki does not answer
 */
export function openWiki(
	values: Values, progress: Progress, signal: AbortSignal
): Promise<ExportWiki> {
	return openSite( values.text( 'wiki' ) as string, {
		contact: values.text( 'contact' ),
		signal,
		waiting( milliseconds, why ) {
			progress.end();
			tell( `${ why } Waiting for ${ Math.ceil( milliseconds / 1000 ) } s.` );
		}
	} );
}

/** @throws {UserError} if the file cannot be read */
export function readText( what: string, path: string ): string {
	try {
		return readFileSync( path === '-' ? 0 : path, 'utf8' ).replace( /^\uFEFF/, '' );
	} catch ( error ) {
		throw new UserError( `The ${ what } cannot be read: ${ ( error as Error ).message }.` );
	}
}

/** The page of revisions that name none: the only one of the log, unless another is asked for. */
function namePages(
	history: HistoryRevision[], logText: string, asked: string | undefined
): HistoryRevision[] {
	const pages = readLog( logText ).log?.draft.pages ?? [];
	const only = asked ?? ( pages.length === 1 ? pages[ 0 ]?.title : undefined );
	if ( only === undefined && history.some( ( { page } ) => page === '' ) ) {
		throw new UserError( 'The history does not say of which page its revisions are; say so with --page TITLE.' );
	}
	return history.map( ( revision ) => ( { ...revision, page: revision.page || only || '' } ) );
}

/**
 * One history of several, by time; each keeps the order that it has, whatever its times say.
 */
function mergeByTime( histories: readonly HistoryRevision[][] ): HistoryRevision[] {
	const timed = histories.flatMap( ( history ) => {
		let last = -Infinity;
		return history.map( ( revision ) => {
			const time = Date.parse( revision.timestamp ?? '' );
			last = Math.max( last, Number.isNaN( time ) ? last : time );
			return { revision, time: last };
		} );
	} );
	// Equal times stay in the order of the files.
	return timed.sort( ( a, b ) => a.time === b.time ? 0 : a.time - b.time )
		.map( ( { revision } ) => revision );
}

/** Of the languages that there are messages in. */
const RTL_LANGUAGES: readonly string[] = [ 'ar', 'he' ];

/** The wiki that files are from, as far as links to it need to know. */
function siteOf(
	address: string | undefined, language: string, direction: ExportWiki[ 'direction' ]
): ExportWiki | null {
	if ( address === undefined ) {
		return null;
	}
	let url: URL;
	try {
		url = new URL( address );
	} catch {
		throw new UserError( `--site takes the whole address of the wiki's index.php, not "${ address }".` );
	}
	return linksOf( {
		siteName: url.hostname,
		language,
		direction,
		server: url.origin,
		articlePath: `${ url.pathname }?title=$1`,
		script: url.pathname
	} );
}

function fromFiles( values: Values, progress: Progress ): DraftInput {
	const log = values.text( 'log' );
	if ( log === undefined ) {
		throw new UseError( 'With --history, --log names the file of the advice log.' );
	}
	const text = readText( 'log', log );
	const files = values.texts( 'history' ).map( readHistoryFile );
	const history = mergeByTime( files.map( ( { revisions } ) => revisions ) );
	useApi( new FileApi( namePages( history, text, values.text( 'page' ) ) ) );
	const title = values.text( 'log-title' ) ?? basename( log );
	const revision = values.text( 'log-revision' ) ?? '0';
	if ( !/^\d{1,15}$/.test( revision ) ) {
		throw new UseError( `--log-revision takes the id of a revision, not "${ revision }".` );
	}
	const language = values.text( 'language' ) ?? 'en';
	const isRtl = files.find( ( file ) => file.isRtl !== undefined )?.isRtl ??
		RTL_LANGUAGES.includes( language );
	const direction = isRtl ? 'rtl' : 'ltr';
	return {
		wiki: siteOf( values.text( 'site' ), language, direction ),
		fromFiles: true,
		direction,
		draft: { log: title, pages: [] },
		logPage: {
			asked: title, title, pageId: 0, revision: Number( revision ), text, timestamp: '',
			user: null, model: 'json'
		},
		progress
	};
}

/**
 * The log page of a draft.
 *
 * @throws {UserError} if there is none, or its text is hidden
 * @throws {WikiError} when the wiki does not answer
 */
export async function readLogPage( title: string, signal: AbortSignal ): Promise<PageText> {
	const page = ( await readPageTexts( [ title ], true, signal ) ).get( title );
	if ( !page?.revision ) {
		throw new UserError( `The wiki has no page "${ title }".` );
	}
	if ( page.text === null ) {
		throw new UserError( `The text of "${ title }" is hidden.` );
	}
	return page;
}

/**
 * Opens what the options name. The functions of the room wiki ask it from then on.
 *
 * @throws {UserError} if it cannot be read
 * @throws {WikiError} when the wiki does not answer
 */
export async function openDraft( values: Values, signal: AbortSignal ): Promise<DraftInput> {
	const progress = progressOn( values.flag( 'progress' ) );
	const isWiki = values.text( 'wiki' ) !== undefined;
	if ( isWiki === values.texts( 'history' ).length > 0 ) {
		throw new UseError( 'Name either a wiki with --wiki, or files with --history and --log.' );
	}
	if ( !isWiki ) {
		return fromFiles( values, progress );
	}
	const [ page, log ] = [ values.text( 'page' ), values.text( 'log' ) ];
	if ( page === undefined && log === undefined ) {
		throw new UseError( 'Name a page of the draft with --page, or its log with --log.' );
	}
	progress.tell( 'Asking the wiki' );
	const wiki = await openWiki( values, progress, signal );
	const draft = await needDraft( { page, log }, signal );
	const logPage = await readLogPage( draft.log, signal );
	progress.end();
	return { wiki, fromFiles: false, direction: wiki.direction, draft, logPage, progress };
}
