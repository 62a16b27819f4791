/** What is not settled, in the order in which somebody should look at it. */
import { ageInDays, readDate } from '../log/dates';
import { openAge } from '../log/status';
import { openItems, type OpenGroup } from '../account/open-items';
import type { AdviceItem } from '../account/types';

export type { OpenGroup };

/** Days for which an item has been open at least; what is not known counts as longest. */
function waitingDays( item: AdviceItem, today: Date ): number {
	const { entry, advice } = item;
	const decided = advice?.disposition?.decidedOn;
	const date = decided === undefined ? null : readDate( decided );
	const age = openAge( entry.request, advice, today ) ?? ( date && ageInDays( date, today ) );
	return age ? age.atLeast : Infinity;
}

/**
 * Items that are not settled, those that have waited longest first. Groups without any are
 * left out.
 */
export function openGroups( items: readonly AdviceItem[], today: Date ): OpenGroup[] {
	const groups = openItems( items );
	for ( const group of groups ) {
		const days = new Map( group.items.map( ( item ) => [ item, waitingDays( item, today ) ] ) );
		const daysOf = ( item: AdviceItem ): number => days.get( item ) ?? 0;
		group.items.sort( ( a, b ) => daysOf( a ) === daysOf( b ) ? 0 : daysOf( b ) - daysOf( a ) );
	}
	return groups;
}
