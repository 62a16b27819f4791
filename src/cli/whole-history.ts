/** Reads the whole history of pages, and has it traced. */
import { setImmediate } from 'node:timers/promises';
import type { ReadRevision } from '../account/draft-reading';
import type { Steps } from '../trace/steps';
import { Trace } from '../trace/trace';
import {
	findPages, listHistory, readHistory, type DraftHistory, type HistoryRevision
} from '../wiki/history';
import type { Progress } from './progress';
import { UserError } from './user-error';

export interface ReadingOptions {
	signal: AbortSignal;
	progress: Progress;
}

/** Looks at states of the trace on the way. */
export interface OnTheWay {
	/** Is told what there is to read, before it is read. */
	listed( history: DraftHistory ): Promise<void>;
	/** Is told after each revision; `count` have been traced. */
	traced( trace: Trace, count: number ): void;
}

/** How the trace names a page: by what stays when it is moved; see src/reader/word-trace.ts. */
export function pageName( id: number ): string {
	return String( id );
}

export interface TracedHistory extends DraftHistory {
	trace: Trace;
}

/** Steps that take longer together let others have their turn: Ctrl+C, for one. */
const TURN_MS = 50;

/** Takes all steps of some work. */
export async function takeSteps<T>( steps: Steps<T>, signal: AbortSignal ): Promise<T> {
	let since = performance.now();
	for ( ;; ) {
		const step = steps.next();
		if ( step.done ) {
			return step.value;
		}
		if ( performance.now() - since > TURN_MS ) {
			await setImmediate();
			signal.throwIfAborted();
			since = performance.now();
		}
	}
}

/** More than any draft has; a wiki that tells of more and more is not listened to without end. */
const MOST_REVISIONS = 100_000;

/** A revision of the whole history: as listed, and as read. */
export type WholeRevision = HistoryRevision & Pick<ReadRevision, 'text' | 'comment'>;

/**
 * Reads all revisions of pages, in the order of the edits.
 *
 * @param titles of all pages that the text is on or came from, as they are today
 * @param options
 * @param take is given each of them as it comes
 * @param listed is told what there is to read, before it is read
 * @throws {UserError} if there are too many
 * @throws {WikiError} when the wiki does not answer
 * @throws {DOMException} `AbortError` when stopped
 */
export async function readWhole(
	titles: readonly string[], { signal, progress }: ReadingOptions,
	take: ( revision: WholeRevision ) => void,
	listed?: OnTheWay[ 'listed' ]
): Promise<DraftHistory> {
	progress.tell( 'Listing revisions' );
	const pages = await findPages( titles, signal );
	const history = await listHistory( pages, { signal, atMost: MOST_REVISIONS } );
	if ( !history ) {
		throw new UserError( `There are more than ${ MOST_REVISIONS } revisions: the program does not read so many.` );
	}
	await listed?.( history );
	const total = history.revisions.length;
	let done = 0;
	progress.tell( 'Reading revisions', 0, total );
	for await ( const batch of readHistory( history, 0, signal ) ) {
		for ( const { text, comment } of batch ) {
			take( { ...history.revisions[ done ] as HistoryRevision, text, comment } );
			done++;
		}
		progress.tell( 'Reading revisions', done, total );
		await setImmediate();
		signal.throwIfAborted();
	}
	return history;
}

/**
 * Likewise, and traces them.
 *
 * @param titles
 * @param options
 * @param onTheWay looks at states in between
 */
export async function traceWhole(
	titles: readonly string[], options: ReadingOptions, onTheWay?: OnTheWay
): Promise<TracedHistory> {
	const trace = new Trace();
	let count = 0;
	const history = await readWhole( titles, options, ( { id, page, text } ) => {
		trace.add( { revid: id, page: pageName( page ), text } );
		onTheWay?.traced( trace, ++count );
	}, onTheWay?.listed.bind( onTheWay ) );
	return { ...history, trace };
}
