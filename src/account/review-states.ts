/** Which reviews of advice still hold: whether the words are those that were looked at. */
import type { WordsStand } from '../log/status';
import { isWithheld } from '../log/withheld';
import type { ReviewState } from '../trace/review-standing';
import type { AdviceItem } from './types';

/** Names one review of one item, also among those of other entries. */
export function reviewName( { key }: Pick<AdviceItem, 'key'>, index: number ): string {
	return `${ key }#${ index }`;
}

/**
 * The state of each review of an item, in their order.
 *
 * @param item
 * @param states by `reviewName`
 * @return undefined where there are no words that it could hold for
 */
export function reviewStatesOf(
	item: AdviceItem, states: ReadonlyMap<string, ReviewState>
): readonly ReviewState[] | undefined {
	const { advice } = item;
	return advice?.reviews?.length && item.changes.length && !isWithheld( advice ) ?
		advice.reviews.map( ( _, index ) => states.get( reviewName( item, index ) ) ?? 'unknown' ) :
		undefined;
}

/**
 * What is to be said of a review: its state, that this is not known because words were not
 * traced yet, or that no revision is recorded that it could hold for. Null where there are no
 * words to point at.
 */
export type ReviewNote = ReviewState | 'not-read' | 'no-revision' | null;

export function reviewNote( { advice, changes, reviews }: AdviceItem, index: number ): ReviewNote {
	if ( !advice || !changes.length || isWithheld( advice ) ) {
		return null;
	}
	return advice.reviews?.[ index ]?.revision === undefined ?
		'no-revision' :
		reviews?.[ index ] ?? 'not-read';
}

/** Tells for an item's status whether words stand as they were reviewed. */
export function wordsStand( { reviews }: AdviceItem ): WordsStand {
	return ( advice, review ) => reviews?.[ advice.reviews?.indexOf( review ) ?? -1 ] === 'holds';
}
