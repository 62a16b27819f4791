/** What is not settled: unanswered, undecided, not applied, or applied and gone. */
import { adviceStatus } from '../log/status';
import type { AdviceItem } from './types';

/** The name is part of the keys of its messages. */
export interface OpenGroup {
	name: 'unanswered' | 'undecided' | 'not-applied' | 'lost' | 'incomplete';
	items: AdviceItem[];
}

function isLost( { survival }: AdviceItem ): boolean {
	return survival?.state === 'gone' || survival?.state === 'came-back';
}

/** Items that are not settled, in the order in which they come. Groups without any are left out. */
export function openItems( items: readonly AdviceItem[] ): OpenGroup[] {
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
	return groups.filter( ( group ) => group.items.length > 0 );
}
