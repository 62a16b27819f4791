/** Has every word of a draft traced through the whole history of its pages. */
import type { ReadRevision } from '../account/draft-reading';
import type { OriginWords } from '../trace/trace-answers';
import type { RevisionText } from '../trace/types';
import { abortError } from '../wiki/api';
import {
	findPages, listHistory, readHistory, type DraftHistory, type HistoryPage, type HistoryRevision
} from '../wiki/history';
import { dropTrace, keepTrace, recallTrace, type KeptTrace } from '../wiki/trace-store';
import { countKept, countNames, nameRevisions } from './kept-revisions';
import { startTrace, type RunningTrace } from './start-trace';

type Client = RunningTrace[ 'client' ];

export interface TraceOptions {
	/** Stops it; what was traced until then is kept for another time. */
	signal?: AbortSignal;
	/**
	 * Is told after each batch of revisions.
	 *
	 * @param done revisions that were read and traced
	 * @param total revisions that were to be read: what is kept from another time is not counted
	 */
	progress?( done: number, total: number ): void;
	/**
	 * No text is read if more revisions than these are to be read, or the pages are many: how
	 * much it is, is not found out then.
	 */
	atMost?: number;
}

/** So many pages are looked at where little is to be read; each is a request. */
const FEW_PAGES = 10;

/** More is to be read than was allowed. */
export class LargeHistory extends Error {
	public override readonly name = 'LargeHistory';
}

/** A trace that is complete up to the newest revision there was. */
export interface WordTrace {
	/** By the titles that were asked for; those of pages that do not exist are left out. */
	readonly pages: ReadonlyMap<string, HistoryPage>;
	/** Of all pages, in the order of the edits. */
	readonly revisions: readonly HistoryRevision[];
	/** The newest words of a page, by a title that was asked for. */
	words( title: string ): Promise<OriginWords>;
	/** Other questions; the trace names pages by their ids. */
	ask: Client[ 'ask' ];
	/** Frees the memory that it takes; no more questions then. */
	end(): void;
}

function ignore(): void {
	// Nothing depends on it.
}

/** How the trace names a page: by what stays when it is moved. */
function pageName( page: number ): string {
	return String( page );
}

function pageIds( { pages }: Pick<DraftHistory, 'pages'> ): number[] {
	return [ ...new Set( [ ...pages.values() ].map( ( { id } ) => id ) ) ];
}

/** The history of pages, as far as the trace that was kept of them covers it. */
interface KnownHistory extends DraftHistory {
	kept: KeptTrace | null;
	/** Revisions that are in it. */
	count: number;
}

/** Lists what there is to read, and finds what was kept of it. */
async function listUnread(
	titles: readonly string[], { signal, atMost = Infinity }: TraceOptions
): Promise<KnownHistory> {
	if ( atMost < Infinity && titles.length > FEW_PAGES ) {
		throw new LargeHistory();
	}
	const pages = await findPages( titles, signal );
	const ids = pageIds( { pages } );
	const kept = await recallTrace( ids );
	const history = await listHistory( pages, {
		signal,
		atMost: atMost + ( kept ? countNames( kept.revisions ) : 0 )
	} );
	const count = kept && history ? countKept( kept.revisions, history.revisions ) : 0;
	if ( kept && history && !count ) {
		// It may hold the text of a revision that was hidden since.
		await dropTrace( ids );
	}
	if ( !history || history.revisions.length - count > atMost ) {
		throw new LargeHistory();
	}
	return { ...history, kept: count ? kept : null, count };
}

/** Goes on from what was kept, if it can be read; gives the number of revisions in the trace. */
async function resume( client: Client, history: KnownHistory ): Promise<number> {
	const { kept, count } = history;
	if ( !kept ) {
		return 0;
	}
	try {
		if ( await client.start( kept.trace ) === count ) {
			return count;
		}
	} catch {
		// Of another version, or not ours: as if nothing were kept.
	}
	await client.start( null );
	await dropTrace( pageIds( history ) );
	return 0;
}

/** Keeps what has been traced. */
async function keep(
	client: Client, history: DraftHistory, count: number
): Promise<void> {
	const revisions = history.revisions.slice( 0, count );
	const newest = revisions[ count - 1 ];
	if ( newest ) {
		const trace = await client.ask( 'saved', undefined );
		await keepTrace(
			{ pages: pageIds( history ), revision: newest.id },
			{ revisions: nameRevisions( revisions ), trace }
		);
	}
}

/** Revisions as the trace takes them. */
function textsOf(
	batch: ReadRevision[], { revisions }: DraftHistory, from: number
): RevisionText[] {
	return batch.map( ( { id, text }, index ) => ( {
		revid: id,
		page: pageName( ( revisions[ from + index ] as HistoryRevision ).page ),
		text
	} ) );
}

/** Reads and traces from a place on. While a batch is being traced, the next one is read. */
async function feed(
	client: Client, history: DraftHistory, from: number, { signal, progress }: TraceOptions
): Promise<void> {
	const total = history.revisions.length - from;
	let at = from;
	let adding = Promise.resolve();
	progress?.( 0, total );
	for await ( const batch of readHistory( history, from, signal ) ) {
		await adding;
		if ( signal?.aborted ) {
			throw abortError();
		}
		adding = client.add( textsOf( batch, history, at ) ).then( ( count ) => {
			progress?.( count - from, total );
		} );
		// Its failure is told when it is waited for.
		adding.catch( ignore );
		at += batch.length;
	}
	await adding;
}

/** Rejects as soon as a signal says so. */
function whenAborted( signal: AbortSignal | undefined ): Promise<never> {
	return new Promise( ( _resolve, reject ) => {
		const abort = (): void => reject( abortError() );
		if ( signal?.aborted ) {
			abort();
		}
		signal?.addEventListener( 'abort', abort );
	} );
}

/** Stops a trace, and keeps how far it got if that is further than before. */
async function stop(
	{ client, end }: RunningTrace, history: DraftHistory | null, resumed: number
): Promise<void> {
	try {
		const count = await client.cancel();
		if ( history && count > resumed ) {
			await keep( client, history, count );
		}
	} finally {
		end();
	}
}

/**
 * Traces the words of a draft: reads what an earlier visit has not read, and keeps the result.
 *
 * @param titles of all pages that the text is on or came from, as they are today
 * @param options
 * @throws {WikiError} when the wiki does not answer
 * @throws {DOMException} `AbortError` when it was stopped
 * @throws {LargeHistory} when more is to be read than `options.atMost`
 * @throws {Error} when the trace's script does not load or fails
 */
export async function traceDraft(
	titles: readonly string[], options: TraceOptions = {}
): Promise<WordTrace> {
	const { signal } = options;
	let history: DraftHistory | null = null;
	let resumed = 0;
	let starting: Promise<RunningTrace> | null = null;
	const aborted = whenAborted( signal );
	aborted.catch( ignore );
	async function trace(): Promise<WordTrace> {
		const known = await listUnread( titles, options );
		if ( signal?.aborted ) {
			throw abortError();
		}
		starting = startTrace();
		const { client, end } = await starting;
		resumed = await resume( client, known );
		history = known;
		if ( known.revisions.length - resumed > ( options.atMost ?? Infinity ) ) {
			throw new LargeHistory();
		}
		await feed( client, known, resumed, options );
		const { pages, revisions } = known;
		if ( revisions.length > resumed ) {
			keep( client, known, revisions.length ).catch( ignore );
		}
		return {
			pages,
			revisions,
			words: ( title ) => client.ask( 'words', pageName( pages.get( title )?.id || 0 ) ),
			ask: ( question, subject ) => client.ask( question, subject ),
			end
		};
	}
	try {
		return await Promise.race( [ trace(), aborted ] );
	} catch ( error ) {
		( starting as Promise<RunningTrace> | null )
			?.then( ( running ) => stop( running, history, resumed ) ).catch( ignore );
		throw error;
	}
}
