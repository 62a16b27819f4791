/** What a card says of reviews: who confirmed advice or objected, and whether that still holds. */
import { reviewNote } from '../account/review-states';
import type { AdviceItem } from '../account/types';
import type { Agent } from '../log/types';
import { formatLogDate } from '../wiki/dates';
import { formatList } from '../wiki/lists';
import { msg } from '../wiki/messages';
import { changesSinceUrl, revisionUrl } from '../wiki/titles';
import { append, element, link } from './element';

/** A card is short; the panel lists the rest. */
const MOST_REVIEWS = 3;

/**
 * "Confirmed: Rowan, 3 May 2025, for revision 123", and whether the words changed since.
 *
 * @param agents of the log, by id
 */
export function cardReviews(
	item: AdviceItem, agents: ReadonlyMap<string, Agent>
): HTMLElement | null {
	const reviews = item.advice?.reviews ?? [];
	const list = element( 'ul', 'card-reviews' );
	reviews.forEach( ( { by, stance, on, revision }, index ) => {
		const note = reviewNote( item, index );
		const who = element( 'span', '', formatList(
			msg( 'review-who', msg( `stance-${ stance }` ), agents.get( by )?.name ?? by ),
			on && formatLogDate( on )
		) );
		who.dir = 'auto';
		const node = element( 'li', `card-review${ note ? ` review-${ note }` : '' }`, who, ' ' );
		if ( revision !== undefined ) {
			append( node, link( revisionUrl( revision ), msg( 'review-revision', String( revision ) ) ) );
		}
		if ( note ) {
			node.appendChild( element( 'p', note === 'lapsed' ? 'review-note' : 'muted', msg( `review-${ note }` ), ' ',
				revision !== undefined && note !== 'holds' ?
					link( changesSinceUrl( revision ), msg( 'review-changes' ) ) :
					null ) );
		}
		// The last ones are the newest.
		if ( index >= reviews.length - MOST_REVIEWS ) {
			list.appendChild( node );
		}
	} );
	if ( reviews.length > MOST_REVIEWS ) {
		list.appendChild( element( 'li', 'muted', msg( 'review-more', reviews.length - MOST_REVIEWS ) ) );
	}
	return reviews.length ? list : null;
}
