/** The marker of a section: a button that says at a glance what advice is on record. */
import { STATE_ORDER } from '../account/state-order';
import type { AdviceState, SectionItem } from '../account/types';
import { formatList } from '../wiki/lists';
import { msg } from '../wiki/messages';
import { element, button } from './element';
import { stateIcon } from './icons';

/** How many items have which state, the most telling state first. */
export function countStates( items: Pick<SectionItem, 'state'>[] ): [ AdviceState, number ][] {
	return STATE_ORDER
		.map( ( state ): [ AdviceState, number ] => [
			state,
			items.filter( ( item ) => item.state === state ).length
		] )
		.filter( ( [ , count ] ) => count > 0 );
}

/** A short word for each state with its count, "2 changed". */
function shortText( state: AdviceState, count: number ): string {
	return msg( `marker-${ state }`, count );
}

/** So many states have their words on the marker itself. */
export const MOST_WORDED = 2;
/** Class of a marker that shows words. */
export const WORDS = 'advice-provenance-marker-words';

/** An empty marker. */
export function makeMarker(): HTMLButtonElement {
	const node = button( 'marker' );
	node.setAttribute( 'aria-haspopup', 'dialog' );
	node.setAttribute( 'aria-expanded', 'false' );
	return node;
}

/**
 * Says on a marker what is on record.
 *
 * @param node
 * @param heading of the section, for the marker's name; empty for the page as a whole
 * @param items
 * @param trouble what is wrong with the record as a whole; empty if nothing is
 */
export function fillMarker(
	node: HTMLElement, heading: string, items: SectionItem[], trouble: string
): void {
	const counts = countStates( items );
	const parts = counts.length + ( trouble ? 1 : 0 );
	node.textContent = '';
	node.classList.toggle( WORDS, parts <= MOST_WORDED );
	node.dataset.states = String( parts );
	node.appendChild( element( 'span', 'marker-label', msg( 'marker-label' ) ) );
	if ( trouble ) {
		// Its sign is in the style; it is named on every marker.
		node.appendChild( element( 'span', 'marker-part marker-trouble',
			element( 'span', 'marker-word', trouble ) ) );
	}
	for ( const [ state, count ] of counts ) {
		node.appendChild( element( 'span', `marker-part state-${ state }`,
			stateIcon( state ),
			element( 'span', 'marker-count', msg( 'number', count ) ),
			element( 'span', 'marker-word', shortText( state, count ) ) ) );
	}
	const list = formatList( trouble, ...counts.map(
		( [ state, count ] ) => shortText( state, count )
	) );
	node.setAttribute( 'aria-label', heading ?
		msg( 'marker-name', heading, list ) :
		msg( 'marker-name-draft', list ) );
}
