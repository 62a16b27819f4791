/** The reading of a draft's words: asked for, stopped, asked for again. */
import type { DraftWords } from '../account/draft-words';
import type { WordsProgress } from '../account/workspace';
import { loadWordsScript } from './load-script';
import { titlesToTrace, type PrepareWords } from './prepare-words';

export interface WordsReading {
	progress(): WordsProgress;
	/** What was traced; null before. */
	words(): DraftWords | null;
	/**
	 * Reads, unless that is under way or done.
	 *
	 * @param few as of Workspace.readWords
	 */
	read( few: boolean ): Promise<void>;
	stop(): void;
	/** Forgets what was traced: it was about another log. */
	forget(): void;
	/** Stops what nobody asked for; it begins anew another time. */
	leave(): void;
}

/** So many revisions are read without being asked: one request. */
const FEW = 50;

const NOTHING: WordsProgress = { state: 'none', done: 0, total: 0 };

/** Known by its name: the script that throws it is another download. */
function isLarge( error: unknown ): boolean {
	return error instanceof Error && error.name === 'LargeHistory';
}

/**
 * @param prepare gives what is to be followed; called when reading begins
 * @param changed is told whenever something changed, and what went wrong, if anything did
 */
export function wordsReading(
	prepare: PrepareWords,
	changed: ( error: unknown ) => void
): WordsReading {
	let progress = NOTHING;
	let words: DraftWords | null = null;
	let error: unknown = null;
	let pending: Promise<void> | null = null;
	let controller: AbortController | null = null;
	let stopped: WordsProgress[ 'state' ] = 'stopped';

	function tell( next: WordsProgress ): void {
		progress = next;
		changed( error );
	}

	async function readOnce( few: boolean, { signal }: AbortController ): Promise<void> {
		error = null;
		tell( { state: 'reading', done: 0, total: 0 } );
		try {
			const script = loadWordsScript();
			const prepared = await prepare();
			const { account, published } = prepared;
			if ( few && account?.words ) {
				// What was published does, until somebody asks.
				tell( NOTHING );
				return;
			}
			const { readWords } = await script;
			words = await readWords( account?.items ?? [], titlesToTrace( prepared ), {
				signal,
				verify: async ( trace, followed ) => {
					await ( account && published?.verify( account.log, trace, followed ) );
				},
				progress: ( done, total ) => tell( { state: 'reading', done, total } ),
				...few && { atMost: FEW }
			} );
			tell( { ...progress, state: 'ready' } );
		} catch ( problem ) {
			if ( isLarge( problem ) ) {
				tell( { ...NOTHING, state: 'large' } );
			} else if ( signal.aborted ) {
				tell( { ...progress, state: stopped } );
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
				stopped = 'stopped';
				pending = readOnce( few, controller );
			}
			await pending;
		},
		stop: () => controller?.abort(),
		forget() {
			controller?.abort();
			words = null;
			progress = NOTHING;
		},
		leave() {
			stopped = 'none';
			controller?.abort();
		}
	};
}
