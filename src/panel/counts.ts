/** How many items are in which state: the line of counts under the panel's title. */
import { STATE_ORDER } from '../account/state-order';
import type { AdviceItem, AdviceState } from '../account/types';

export interface StateCount {
	state: AdviceState;
	count: number;
}

/** The states that occur, in the order of `STATE_ORDER`. */
export function countStates( items: readonly AdviceItem[] ): StateCount[] {
	const counts = new Map<AdviceState, number>();
	for ( const { state } of items ) {
		counts.set( state, ( counts.get( state ) ?? 0 ) + 1 );
	}
	return STATE_ORDER
		.map( ( state ) => ( { state, count: counts.get( state ) ?? 0 } ) )
		.filter( ( { count } ) => count > 0 );
}
