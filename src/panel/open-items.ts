/** What is not settled: unanswered, undecided, not applied, or applied and gone. */
import { ageInDays, readDate } from '../log/dates';
import { adviceStatus, openAge } from '../log/status';
import type { AdviceItem } from '../account/types';

/** The name is part of the keys of its messages. */
export interface OpenGroup {
	name: 'unanswered' | 'undecided' | 'not-applied' | 'lost' | 'incomplete';
	items: AdviceItem[];
}

function isLost( { survival }: AdviceItem ): boolean {
	return survival?.state === 'gone' || survival?.state === 'came-back';
}

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
	const byStatus = ( status: string ): AdviceItem[] => items.filter(
		( { entry, advice } ) => adviceStatus( entry.request, advice ) === status
	);
	const groups: OpenGroup[] = [
		{ name: 'unanswered', items: byStatus( 'requested' ) },
		{ name: 'undecided', items: byStatus( 'answered' ) },
		{ name: 'not-applied', items: byStatus( 'decided' ) },
		{ name: 'lost', items: items.filter( isLost ) },
		{ name: 'incomplete', items: byStatus( 'incomplete' ) }
	];
	for ( const group of groups ) {
		const days = new Map( group.items.map( ( item ) => [ item, waitingDays( item, today ) ] ) );
		const daysOf = ( item: AdviceItem ): number => days.get( item ) ?? 0;
		group.items.sort( ( a, b ) => daysOf( a ) === daysOf( b ) ? 0 : daysOf( b ) - daysOf( a ) );
	}
	return groups.filter( ( group ) => group.items.length > 0 );
}
