/**
 * Where a request or a piece of advice stands: derived from the record, never stored.
 */
import { type Age, ageInDays, readDate } from './dates';
import type { Advice, AdviceRequest, Outcome, Review } from './types';

export type Status =
	/** an answer is outstanding */
	'requested' |
	/** a decision is outstanding */
	'answered' |
	/** the record does not say what came of it */
	'incomplete' |
	/** adopted, no change named */
	'decided' |
	/** a change is named */
	'applied' |
	/** … and somebody confirmed the words that still stand */
	'verified' |
	/** declined, replaced, or checked and left as it was */
	'closed' |
	'withdrawn' | 'out-of-scope' | 'deferred';

/**
 * Tells whether the words of a piece of advice's changes are unchanged since the revision
 * of a review.
 */
export type WordsStand = ( advice: Advice, review: Review ) => boolean;

const adopted: Outcome[] = [ 'adopted', 'adopted-in-part', 'adopted-with-modification' ];

/** True for every form of adoption. */
export function isAdopted( outcome: Outcome | undefined ): boolean {
	return outcome !== undefined && adopted.includes( outcome );
}

function isVerified( advice: Advice, wordsStand: WordsStand ): boolean {
	return ( advice.reviews || [] ).some( ( review ) => review.stance !== 'objects' &&
		review.revision !== undefined && wordsStand( advice, review ) );
}

/**
 * The status of one piece of advice, or of a request without any (`advice` null).
 *
 * @param wordsStand without it nothing counts as verified
 */
export function adviceStatus(
	request: AdviceRequest, advice: Advice | null, wordsStand?: WordsStand
): Status {
	const { state } = request;
	if ( state && state !== 'open' ) {
		return state;
	}
	if ( !advice ) {
		return state ? 'requested' : 'incomplete';
	}
	const outcome = advice.disposition?.outcome;
	if ( !outcome ) {
		return 'incomplete';
	}
	if ( outcome === 'pending' ) {
		return 'answered';
	}
	if ( !isAdopted( outcome ) ) {
		return 'closed';
	}
	if ( !advice.changes?.length ) {
		return 'decided';
	}
	return wordsStand && isVerified( advice, wordsStand ) ? 'verified' : 'applied';
}

/**
 * For how long an answer or a decision has been outstanding: since the question, or since
 * the advice.
 *
 * @return null if nothing is outstanding, or since when is not recorded
 */
export function openAge(
	request: AdviceRequest, advice: Advice | null, today: Date
): Age | null {
	const status = adviceStatus( request, advice );
	const since = status === 'requested' ? request.requestedOn :
		status === 'answered' ? advice?.givenOn : undefined;
	const date = since === undefined ? null : readDate( since );
	return date && ageInDays( date, today );
}
