/** What is asked of the trace of a draft: what became of its advice. */
import { isWithheld } from '../log/withheld';
import type { AskedChange } from '../trace/followed-changes';
import type { AskedReview } from '../trace/review-standing';
import { changeName } from './change-key';
import { reviewName } from './review-states';
import type { AdviceItem } from './types';

/**
 * The changes to follow: those whose revisions could be read, and of no withheld advice, whose
 * words are not to be pointed at.
 */
export function askedChanges( items: readonly AdviceItem[] ): AskedChange[] {
	return items.filter( ( { advice } ) => advice && !isWithheld( advice ) )
		.flatMap( ( item ) => item.changes.flatMap( ( { change, evidence }, index ) => {
			if ( !evidence || evidence.problem ) {
				return [];
			}
			const { inserted, deleted } = change;
			// Where the log names words of one side only, nothing of the other side is meant.
			const isNarrowed = inserted !== undefined || deleted !== undefined;
			return [ {
				key: changeName( item, index ),
				base: evidence.base,
				last: change.revision,
				...isNarrowed && { inserted: inserted ?? [], removed: deleted ?? [] }
			} ];
		} ) );
}

/**
 * The reviews to look after: those that name a revision, of advice whose changes could all be
 * read. Withheld advice has none, since its words are not to be pointed at.
 */
export function askedReviews( items: readonly AdviceItem[] ): AskedReview[] {
	return items.flatMap( ( item ) => {
		const changes = askedChanges( [ item ] );
		const isKnown = changes.length > 0 && changes.length === item.changes.length;
		const reviews = isKnown && item.advice?.reviews || [];
		return reviews.flatMap( ( { revision }, index ) => (
			revision === undefined ? [] : [ { key: reviewName( item, index ), revision, changes } ]
		) );
	} );
}
