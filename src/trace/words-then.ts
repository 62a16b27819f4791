/** Which words of an old state of a page go back to changes that had been made by then. */
import type { AskedChange } from './followed-changes';
import { Follower } from './follower';
import { identified, passagesWith } from './identified-words';
import type { Steps } from './steps';
import type { Trace } from './trace';

/** A revision, and the changes that are asked about. */
export interface AskedState {
	readonly revision: number;
	readonly changes: readonly AskedChange[];
}

/** What of a change stood in the state. */
export interface ChangeThen {
	key: string;
	/** How many of the words that it had put in; possibly none. */
	words: number;
	/** Those words as plain text, in their order. */
	passages: string[];
}

export interface WordsThen {
	/** False where the revision is missing, or a change made by then: then not all is known. */
	known: boolean;
	/** Changes that had been made by then and could be read, as they were asked. */
	changes: ChangeThen[];
}

/**
 * Finds the words of an old state that go back to changes.
 *
 * @param trace of the whole draft
 * @param asked
 * @return fit for the structured clone algorithm
 * @yield between steps
 */
export function* wordsThen(
	trace: Trace, { revision, changes }: AskedState
): Steps<WordsThen> {
	const follower = new Follower( trace );
	const state: AskedChange = { key: '', base: null, last: revision };
	yield* follower.readStates( [ state, ...changes ] );
	const lines = follower.after( state );
	const then = follower.numberOf( revision );
	if ( !lines || then === undefined ) {
		return { known: false, changes: [] };
	}
	const words = yield* identified( trace, lines );
	const here = new Set( words.ids );
	const answer: WordsThen = { known: true, changes: [] };
	for ( const change of changes ) {
		const number = follower.numberOf( change.last );
		// What a later change put in may have stood there before, and not because of it.
		if ( number !== undefined && number <= then ) {
			const effect = follower.effectOf( change );
			if ( effect ) {
				const own = new Set( effect.inserted.filter( ( id ) => here.has( id ) ) );
				answer.changes.push( {
					key: change.key, words: own.size, passages: passagesWith( words, own )
				} );
			} else {
				answer.known = false;
			}
		}
		yield;
	}
	return answer;
}
