/** Where a question or a piece of advice stands, in words, and for how long it has waited. */
import { type Age } from '../log/dates';
import { adviceStatus, openAge } from '../log/status';
import { wordsStand } from '../account/review-states';
import type { AdviceItem } from '../account/types';
import { formatList } from '../wiki/lists';
import { msg } from '../wiki/messages';

function ageText( { atLeast, atMost }: Age ): string {
	if ( atMost === null ) {
		return msg( 'panel-age-at-least', atLeast );
	}
	return atLeast === atMost ?
		msg( 'panel-age', atLeast ) :
		msg( 'panel-age-between', atLeast, atMost );
}

/**
 * @param today for the age of what is outstanding
 */
export function statusText( item: AdviceItem, today: Date ): string {
	const { entry, advice } = item;
	const status = msg( `status-${ adviceStatus( entry.request, advice, wordsStand( item ) ) }` );
	const age = openAge( entry.request, advice, today );
	return age ? formatList( status, ageText( age ) ) : status;
}
