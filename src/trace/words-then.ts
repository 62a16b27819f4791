/** Which words of an old state of a page go back to changes that had been made by then. */
import { ChangeGroups } from './change-groups';
import { differentPart } from './different-part';
import type { AskedChange, FollowedWords } from './followed-changes';
import { Follower } from './follower';
import { identified, passagesWith } from './identified-words';
import { removedPassages } from './removed-places';
import type { Steps } from './steps';
import type { Trace } from './trace';
import type { RevisionEffect, TracedWords } from './types';

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
	/** The state; null where the revision is missing. */
	state: FollowedWords | null;
}

/** The words of a state, on which changes are noted one after the other. */
class StateWords {
	public readonly followed: FollowedWords;

	private readonly groups = new ChangeGroups();

	/** By identity: the index of the word. */
	private readonly indexOf = new Map<number, number>();

	public constructor(
		private readonly trace: Trace, revision: number, private readonly words: TracedWords
	) {
		const { text, starts, ends, ids } = words;
		this.followed = {
			revision, text, starts, ends,
			groupOf: new Uint16Array( ids.length ), groups: this.groups.keys, removed: []
		};
		ids.forEach( ( id, index ) => this.indexOf.set( id, index ) );
	}

	/** Notes the words that a change put in, and gives those that stand here. */
	public mark( key: string, { inserted }: RevisionEffect ): ChangeThen {
		const { groupOf } = this.followed;
		const own = new Set<number>();
		for ( const id of inserted ) {
			const index = this.indexOf.get( id );
			if ( index !== undefined && !own.has( id ) ) {
				own.add( id );
				groupOf[ index ] = this.groups.add( groupOf[ index ] as number, key );
			}
		}
		return { key, words: own.size, passages: passagesWith( this.words, own ) };
	}

	/** Notes where the words stood that a change took out of this page. */
	public markRemoved( change: AskedChange, { removed }: RevisionEffect, by: Follower ): void {
		const away = new Set( removed.filter( ( id ) => !this.indexOf.has( id ) ) );
		const [ before, after ] = [ by.before( change ), by.after( change ) ];
		if ( away.size && before && after ) {
			const { from, oldEnd } = differentPart( before, after );
			const passages = removedPassages(
				this.trace, before, { from, to: oldEnd }, away, ( id ) => this.indexOf.get( id )
			);
			this.followed.removed.push(
				...passages.map( ( passage ) => ( { ...passage, key: change.key } ) )
			);
		}
	}
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
	const asked: AskedChange = { key: '', base: null, last: revision };
	yield* follower.readStates( [ asked, ...changes ] );
	const lines = follower.after( asked );
	const then = follower.numberOf( revision );
	if ( !lines || then === undefined ) {
		return { known: false, changes: [], state: null };
	}
	const pageOf = ( number: number ): string | undefined => trace.revisions[ number ]?.page;
	const state = new StateWords( trace, revision, yield* identified( trace, lines ) );
	const answer: WordsThen = { known: true, changes: [], state: state.followed };
	for ( const change of changes ) {
		const number = follower.numberOf( change.last );
		// What a later change put in may have stood there before, and not because of it.
		if ( number !== undefined && number <= then ) {
			const effect = follower.effectOf( change );
			if ( effect ) {
				answer.changes.push( state.mark( change.key, effect ) );
				if ( pageOf( number ) === pageOf( then ) ) {
					state.markRemoved( change, effect, follower );
				}
			} else {
				answer.known = false;
			}
		}
		yield;
	}
	return answer;
}
