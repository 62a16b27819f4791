/** Which advice concerns a part of a page, as far as it is known without reading revisions. */
import { stateWhereAsked } from './draft-account';
import { STATE_ORDER } from './state-order';
import type { AdviceItem, DraftAccount, SectionItem, SectionRef } from './types';

/** Tells whether a section belongs to the part that is looked at. */
export type IsHere = ( ref: SectionRef ) => boolean;

export interface SectionAdvice {
	/** What shows in the text first. */
	items: SectionItem[];
	/** Items whose edits have not been looked up: some of them may belong here. */
	unplaced: AdviceItem[];
}

/** The advice on the sections of a page that are looked at. */
export function adviceOn( { items, process }: DraftAccount, isHere: IsHere ): SectionAdvice {
	const advice: SectionAdvice = { items: [], unplaced: [] };
	for ( const item of items ) {
		if ( item.touched.some( isHere ) ) {
			advice.items.push( { item, because: 'changed', state: item.state } );
		} else if ( item.asked.some( isHere ) ) {
			advice.items.push( { item, because: 'asked', state: stateWhereAsked( item ) } );
		} else if ( item.unplaced && !item.asked.length && !process.includes( item ) ) {
			advice.unplaced.push( item );
		}
	}
	advice.items.sort(
		( a, b ) => STATE_ORDER.indexOf( a.state ) - STATE_ORDER.indexOf( b.state )
	);
	return advice;
}
