/** The marker of a section: a button that says at a glance what advice is on record. */
import { STATE_ORDER } from '../account/state-order';
import type { AdviceState, SectionItem } from '../account/types';
import { inInterfaceLanguage } from '../wiki/languages';
import { msg } from '../wiki/messages';
import { append, element, button } from './element';
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
const MOST_WORDED = 2;
const WORDS = 'advice-provenance-marker-words';

/** An empty marker. */
export function makeMarker(): HTMLButtonElement {
	const node = button( 'marker' );
	node.setAttribute( 'aria-haspopup', 'dialog' );
	node.setAttribute( 'aria-expanded', 'false' );
	return node;
}

/**
 * Shows words on a marker, or signs with numbers alone. Listeners always hear the words.
 *
 * @param node
 * @param isRoomy false where there is no room for words
 */
export function showWords( node: HTMLElement, isRoomy: boolean ): void {
	const parts = node.querySelectorAll( '.advice-provenance-marker-part' );
	node.classList.toggle( WORDS, isRoomy && parts.length <= MOST_WORDED );
}

/**
 * Says on a marker what is on record.
 *
 * @param node
 * @param title of its card, for listeners
 * @param items
 * @return false if the marker says so already: it was left alone
 */
export function fillMarker( node: HTMLElement, title: string, items: SectionItem[] ): boolean {
	const counts = countStates( items );
	const states = counts.join( ' ' );
	if ( node.dataset.states === states ) {
		return false;
	}
	node.dataset.states = states;
	const text = inInterfaceLanguage( element( 'span', 'marker-text',
		element( 'span', 'marker-label', msg( 'marker-label' ) ) ) );
	for ( const [ state, count ] of counts ) {
		const number = element( 'span', 'marker-count', msg( 'number', count ) );
		number.setAttribute( 'aria-hidden', 'true' );
		append( text, ' ', element( 'span', `marker-part state-${ state }`,
			stateIcon( state ), number, element( 'span', 'marker-word', shortText( state, count ) ) ) );
	}
	append( text, ' ', element( 'span', 'only-heard', title ) );
	node.textContent = '';
	node.appendChild( text );
	showWords( node, true );
	return true;
}
