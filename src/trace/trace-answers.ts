/** Questions that a page asks about a trace, and how they are answered. */
import { draftEdits, type DraftEdit } from './draft-edits';
import { effectOnChanges, type AskedEffect, type EffectOnChanges } from './effect-on-changes';
import { followChanges } from './follow-changes';
import type { AskedChange, FollowedChanges } from './followed-changes';
import { reviewStates, type AskedReview, type ReviewState } from './review-standing';
import { saveSteps, type SavedTrace } from './saved-trace';
import { wordSteps } from './state-words';
import type { Steps } from './steps';
import type { Trace } from './trace';
import type { TracedLine, TracedWords } from './types';
import { wordsThen, type AskedState, type WordsThen } from './words-then';

/** The words of the newest state of a page, with where they come from. */
export interface OriginWords extends TracedWords {
	/** For each word the id of the revision that introduced it. */
	readonly origins: Float64Array;
	/** For some words, by index, the ids of others that may as well have done so. */
	readonly others: readonly ( readonly [ number, readonly number[] ] )[];
}

/**
 * By the questions: functions of a trace and of what the question is about, which find the
 * answer in steps. Subject and answer must be fit for the structured clone algorithm.
 */
export type AnswerTable = Record<string, ( trace: Trace, subject: never ) => Steps<unknown>>;

/** Words whose origins are looked up in a step. */
const ORIGINS_A_STEP = 1000;

/**
 * The words of lines with where they come from.
 *
 * @param trace
 * @param lines
 * @yield between steps
 */
function* originSteps( trace: Trace, lines: readonly TracedLine[] ): Steps<OriginWords> {
	const words = yield* wordSteps( lines );
	const origins = new Float64Array( words.ids.length );
	const others: [ number, number[] ][] = [];
	const revid = ( number: number ): number => trace.revisions[ number ]?.revid ?? 0;
	for ( let index = 0; index < words.ids.length; index++ ) {
		const id = words.ids[ index ] as number;
		origins[ index ] = revid( trace.originOf( id ) );
		const numbers = trace.otherOrigins( id );
		if ( numbers.length ) {
			others.push( [ index, numbers.map( revid ) ] );
		}
		if ( index % ORIGINS_A_STEP === 0 ) {
			yield;
		}
	}
	return { ...words, origins, others };
}

/** What every page needs. */
export const traceAnswers = {
	/** @param page as the trace names it */
	words( trace: Trace, page: string ): Steps<OriginWords> {
		return originSteps( trace, trace.lines( page ) );
	},
	/**
	 * The same of an older state of a page, named by its revision; null if it is not known.
	 *
	 * @yield between steps
	 */
	* origins(
		trace: Trace, { page, revision }: { page: string; revision: number }
	): Steps<OriginWords | null> {
		const number = trace.revisions.findIndex(
			( one ) => one.revid === revision && one.page === page && !one.further
		);
		const lines = ( yield* trace.stateSteps( page, [ number ] ) ).get( number );
		return lines ? yield* originSteps( trace, lines ) : null;
	},
	/** What became of changes, and which words of today are theirs. */
	changes( trace: Trace, asked: readonly AskedChange[] ): Steps<FollowedChanges> {
		return followChanges( trace, asked );
	},
	/** Whether the words that were reviewed are as they were then, by the keys of the reviews. */
	reviews( trace: Trace, asked: readonly AskedReview[] ): Steps<Map<string, ReviewState>> {
		return reviewStates( trace, asked );
	},
	/** What one edit did to the words of changes. */
	effect( trace: Trace, asked: AskedEffect ): Steps<EffectOnChanges> {
		return effectOnChanges( trace, asked );
	},
	/** Which words of an old state of a page go back to changes made by then. */
	then( trace: Trace, asked: AskedState ): Steps<WordsThen> {
		return wordsThen( trace, asked );
	},
	/** What every edit did, to look for those that applied advice. */
	edits( trace: Trace ): Steps<DraftEdit[]> {
		return draftEdits( trace );
	},
	/** All that is needed to go on another time. */
	saved( trace: Trace ): Steps<SavedTrace> {
		return saveSteps( trace );
	}
};

export type TraceAnswers = typeof traceAnswers;
