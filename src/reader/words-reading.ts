/** The reading of a draft's words: asked for, stopped, asked for again. */
import type { DraftWords } from '../account/draft-words';
import type { AdviceItem } from '../account/types';
import type { WordsProgress } from '../account/workspace';
import { loadWordsScript } from './load-script';

export interface WordsReading {
	progress(): WordsProgress;
	/** What was traced; null before. */
	words(): DraftWords | null;
	/** What went wrong the last time; null if nothing did. */
	error(): unknown;
	/**
	 * Reads, unless that is under way or done.
	 *
	 * @param few as of Workspace.readWords
	 */
	read( few: boolean ): Promise<void>;
	stop(): void;
	/** Forgets what was traced: it was about another log. */
	forget(): void;
}

/** So many revisions are read without being asked: one request. */
const FEW = 50;

const NOTHING: WordsProgress = { state: 'none', done: 0, total: 0 };

/** Known by its name: the script that throws it is another download. */
function totalOf( error: unknown ): number | null {
	return error instanceof Error && error.name === 'LargeHistory' && 'total' in error ?
		Number( error.total ) :
		null;
}

/**
 * @param prepare gives what is to be followed; called when reading begins
 * @param changed is told whenever something changed
 */
export function wordsReading(
	prepare: () => Promise<{ items: readonly AdviceItem[]; titles: readonly string[] }>,
	changed: () => void
): WordsReading {
	let progress = NOTHING;
	let words: DraftWords | null = null;
	let error: unknown = null;
	let pending: Promise<void> | null = null;
	let controller: AbortController | null = null;

	function tell( next: WordsProgress ): void {
		progress = next;
		changed();
	}

	async function readOnce( few: boolean, { signal }: AbortController ): Promise<void> {
		error = null;
		tell( { state: 'reading', done: 0, total: 0 } );
		try {
			const [ { readWords }, { items, titles } ] =
				await Promise.all( [ loadWordsScript(), prepare() ] );
			words = await readWords( items, titles, {
				signal,
				progress: ( done, total ) => tell( { state: 'reading', done, total } ),
				...few && { atMost: FEW }
			} );
			tell( { ...progress, state: 'ready' } );
		} catch ( problem ) {
			const total = totalOf( problem );
			if ( total !== null ) {
				tell( { state: 'large', done: 0, total } );
			} else if ( signal.aborted ) {
				tell( { ...progress, state: 'stopped' } );
			} else {
				error = problem;
				tell( { ...progress, state: 'failed' } );
			}
		} finally {
			pending = null;
		}
	}

	return {
		progress: () => progress,
		words: () => words,
		error: () => error,
		async read( few ) {
			if ( pending ) {
				await pending;
			}
			// Whoever stopped it, or heard how much it is, has to ask for it.
			const isOpen = few ?
				progress.state === 'none' :
				progress.state !== 'ready';
			if ( isOpen && !pending ) {
				controller = new AbortController();
				pending = readOnce( few, controller );
			}
			await pending;
		},
		stop: () => controller?.abort(),
		forget() {
			controller?.abort();
			words = null;
			progress = NOTHING;
		}
	};
}
