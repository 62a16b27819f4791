/** When each word was removed and when it came back. */
import type { Steps } from './steps';
import type { Trace } from './trace';
import type { TracedLine, TracedRevision } from './types';

/** No revision. */
export const NEVER = -1;

/** So many words of edits are gone through in a step. */
const WORDS_A_STEP = 20_000;

function countWords( lines: readonly TracedLine[] ): number {
	let count = 0;
	for ( const { ids } of lines ) {
		count += ids.length;
	}
	return count;
}

/** The fates of all words of a trace. */
export class WordLives {
	/** By word id: the revision that last removed it; NEVER if it was never removed. */
	private readonly removedBy: Int32Array;

	/** By word id: the revision that last brought it back. */
	private readonly restoredBy: Int32Array;

	/** By word id: the page on which it stands, as an index of `pages` plus one; 0 if gone. */
	private readonly standsOn: Uint16Array;

	/** By word id: the number plus one of the last revision that took it out of its line. */
	private readonly takenBy: Int32Array;

	private readonly pages: string[] = [];

	/** @param trace as it is at this moment */
	public constructor( private readonly trace: Trace ) {
		this.removedBy = new Int32Array( trace.wordLimit ).fill( NEVER );
		this.restoredBy = new Int32Array( trace.wordLimit ).fill( NEVER );
		this.standsOn = new Uint16Array( trace.wordLimit );
		this.takenBy = new Int32Array( trace.wordLimit );
	}

	/** Goes through the history, once: before that, nothing is known. Time: what was edited. */
	public* read(): Steps<void> {
		const { revisions } = this.trace;
		let words = 0;
		for ( let number = 0; number < revisions.length; number++ ) {
			const revision = revisions[ number ] as TracedRevision;
			words += countWords( revision.removed ) + countWords( revision.inserted );
			if ( words > WORDS_A_STEP ) {
				yield;
				words = 0;
			}
			this.take( revision, number );
		}
	}

	/** The page on which a word stands; null if it is gone. */
	public pageOf( id: number ): string | null {
		return this.pages[ this.standsOn[ id ] as number - 1 ] ?? null;
	}

	/** Missing revisions of a page right before a revision of it. */
	public missingBefore( revision: number ): number[] {
		return this.trace.missingBefore( revision );
	}

	/** The revision that took a word away for now; NEVER if it stands. */
	public goneWith( id: number ): number {
		return this.standsOn[ id ] ? NEVER : this.removedBy[ id ] ?? NEVER;
	}

	/** The revision that brought a word back that stands; NEVER if it is gone or was never away. */
	public backWith( id: number ): number {
		return this.standsOn[ id ] ? this.restoredBy[ id ] ?? NEVER : NEVER;
	}

	private take( { page, removed, inserted, further }: TracedRevision, number: number ): void {
		const { standsOn, takenBy } = this;
		for ( const { ids } of removed ) {
			for ( let at = 0; at < ids.length; at++ ) {
				takenBy[ ids[ at ] as number ] = number + 1;
			}
		}
		const index = this.indexOf( page ) + 1;
		for ( const { ids } of inserted ) {
			for ( let at = 0; at < ids.length; at++ ) {
				const id = ids[ at ] as number;
				standsOn[ id ] = index;
				if ( takenBy[ id ] === number + 1 ) {
					takenBy[ id ] = 0;
				} else if ( !further && this.trace.originOf( id ) !== number ) {
					// What was moved by way of a copy was never away.
					this.restoredBy[ id ] = number;
				}
			}
		}
		for ( const { ids } of removed ) {
			for ( let at = 0; at < ids.length; at++ ) {
				const id = ids[ at ] as number;
				if ( takenBy[ id ] === number + 1 ) {
					standsOn[ id ] = 0;
					this.removedBy[ id ] = further ? this.removedBy[ id ] as number : number;
				}
			}
		}
	}

	private indexOf( page: string ): number {
		const index = this.pages.indexOf( page );
		return index === -1 ? this.pages.push( page ) - 1 : index;
	}
}

/**
 * The fates of all words of a trace.
 *
 * @yield between steps
 */
export function* readLives( trace: Trace ): Steps<WordLives> {
	const lives = new WordLives( trace );
	yield* lives.read();
	return lives;
}
