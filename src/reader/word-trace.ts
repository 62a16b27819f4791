/** Has every word of a draft traced through the whole history of its pages. */
import type { ReadRevision } from '../account/draft-reading';
import type { OriginWords } from '../trace/trace-answers';
import type { RevisionText } from '../trace/types';
import { abortError } from '../wiki/api';
import {
	listHistory, readHistory, type DraftHistory, type HistoryPage, type HistoryRevision
} from '../wiki/history';
import { dropTrace, keepTrace, recallTrace } from '../wiki/trace-store';
import { countKept, nameRevisions } from './kept-revisions';
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
	/** Nothing is read if more revisions than these are to be read. */
	atMost?: number;
}

/** More is to be read than was allowed. */
export class LargeHistory extends Error {
	public override readonly name = 'LargeHistory';

	/** @param total revisions that are to be read */
	public constructor( public readonly total: number ) {
		super( `${ total } revisions` );
	}
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

function pageIds( { pages }: DraftHistory ): number[] {
	return [ ...new Set( [ ...pages.values() ].map( ( { id } ) => id ) ) ];
}

/** Goes on from what was kept, if it fits; gives the number of revisions that are in the trace. */
async function resume( client: Client, history: DraftHistory ): Promise<number> {
	const ids = pageIds( history );
	const kept = await recallTrace( ids );
	if ( !kept ) {
		return 0;
	}
	const count = countKept( kept.revisions, history.revisions );
	if ( count ) {
		try {
			if ( await client.start( kept.trace ) === count ) {
				return count;
			}
		} catch {
			// Of another version, or not ours: as if nothing were kept.
		}
		await client.start( null );
	}
	// It may hold the text of a revision that was hidden since.
	await dropTrace( ids );
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
	const starting = startTrace();
	const aborted = whenAborted( signal );
	aborted.catch( ignore );
	async function trace(): Promise<WordTrace> {
		const known = await listHistory( titles, signal );
		const { client, end } = await starting;
		resumed = await resume( client, known );
		history = known;
		if ( known.revisions.length - resumed > ( options.atMost ?? Infinity ) ) {
			throw new LargeHistory( known.revisions.length - resumed );
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
		starting.then( ( running ) => stop( running, history, resumed ) ).catch( ignore );
		throw error;
	}
}
