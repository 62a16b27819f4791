/** One piece of advice in a line: what came of it, whose it is, and a sentence that leads to it. */
import type { AdviceItem, AdviceState } from '../account/types';
import { isWithheld } from '../log/withheld';
import { element, link } from '../wiki/element';
import { ofLog } from '../wiki/languages';
import { formatList } from '../wiki/lists';
import { msg } from '../wiki/messages';
import { adviceUrl } from '../wiki/titles';
import type { Notes } from './notes';

/** The whole text stands in the record. */
const LONGEST = 200;

export function shorten( text: string ): string {
	const characters = Array.from( text.replace( /\s+/g, ' ' ) );
	return characters.length > LONGEST ?
		`${ characters.slice( 0, LONGEST ).join( '' ) }…` :
		characters.join( '' );
}

/** "Professor Marrow, Hob Nettlefield" */
export function adviserNames( { advisers }: Pick<AdviceItem, 'advisers'> ): string {
	return formatList( ...advisers.map( ( { name } ) => name ) ) || msg( 'adviser-not-recorded' );
}

/** The advice in a sentence; the question where there is none, or it must not be shown. */
export function sentenceOf( { advice, entry }: AdviceItem ): string {
	const summary = advice && !isWithheld( advice ) && advice.summary;
	return shorten( summary || entry.request.question );
}

/** Names, and texts of log and interface together, may be written either way round. */
export function dirAuto<T extends HTMLElement>( node: T ): T {
	node.dir = 'auto';
	return node;
}

export interface LineOptions {
	/** The item's own by default. */
	state?: AdviceState;
	/** Where leaving the page would lose what was typed. */
	newTab?: boolean;
}

/**
 * @param item
 * @param notes
 * @param options
 * @param details what else is said of it
 */
export function itemLine(
	item: AdviceItem,
	{ page, stateIcon }: Notes,
	{ state = item.state, newTab = false }: LineOptions = {},
	details: Node[] = []
): HTMLElement {
	const sentence = ofLog( link( adviceUrl( page, item.key ), sentenceOf( item ) ) );
	if ( newTab ) {
		sentence.target = '_blank';
		sentence.rel = 'noopener';
	}
	const shown = element( 'span', `note-state state-${ state }`,
		stateIcon( state ), element( 'span', '', msg( `state-${ state }` ) ) );
	return element( 'li', 'note-item',
		shown, ' ',
		item.advice ? dirAuto( element( 'strong', '', adviserNames( item ) ) ) : null, ' ',
		sentence, ...details );
}

/** A list of such lines; null for an empty one. */
export function itemList( lines: Node[] ): HTMLElement | null {
	return lines.length ? element( 'ul', 'note-items', ...lines ) : null;
}
