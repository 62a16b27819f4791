/** What stands on a card: the advice in short, and what the reader can choose. */
import { STATE_ORDER } from '../account/state-order';
import type { SectionItem } from '../account/types';
import type { Agent } from '../log/types';
import { msg } from '../wiki/messages';
import { cardItem, type CardContext } from './card-content';
import type { CardSetting } from './card-setting';
import { cardStatus } from './card-status';
import { button, element } from './element';
import { settingField } from './setting-field';

/** A card is short; the panel lists the rest. */
const MOST_ITEMS = 30;

export interface CardBodyContext extends CardContext {
	agents: Map<string, Agent>;
	/** Whether the advised words of the page are marked. */
	marksOn: boolean;
	/** Marks them, or takes the marks away. */
	toggleMarks(): void;
	/** Reads cited revisions another time, after a failure. */
	readAgain(): void;
	setting: CardSetting;
	choose( setting: CardSetting ): void;
}

/** Says that revisions could not be read, with the way to try again. */
function failure( { failureOf, readAgain }: CardBodyContext ): HTMLElement {
	const again = button( 'link-button', msg( 'try-again' ) );
	again.addEventListener( 'click', readAgain );
	return element( 'div', 'card-failure',
		element( 'p', '', msg( 'edits-not-read' ), ' ', element( 'bdi', '', failureOf( 'revisions' ) ) ),
		again );
}

/** What is going on, to be heard; the items say it of themselves. */
function progress( { evidence, words, failureOf }: CardBodyContext ): HTMLElement {
	const { state } = words;
	const text = evidence === 'reading' ? msg( 'reading-revisions' ) :
		state === 'reading' ? msg( 'survival-beginning' ) :
			state === 'failed' ? `${ msg( 'survival-failed' ) } ${ failureOf( 'words' ) }` :
				msg( state === 'ready' ? 'card-words-read' : 'card-read' );
	return element( 'p', 'only-heard', text );
}

/** Marks on the page, and how cards open. */
function foot( { marksOn, toggleMarks, setting, choose }: CardBodyContext ): HTMLElement {
	const toggle = button( 'link-button', msg( marksOn ? 'tool-unmark' : 'tool-mark' ) );
	toggle.addEventListener( 'click', toggleMarks );
	return element( 'div', 'card-foot', toggle, settingField( setting, choose ) );
}

/**
 * Fills a card.
 *
 * @param body of the card, empty
 * @param items what it is about
 */
export function drawCard(
	body: HTMLElement, items: readonly SectionItem[], context: CardBodyContext
): void {
	body.appendChild(
		cardStatus( context.evidence === 'failed' ? failure( context ) : progress( context ) )
	);
	const list = element( 'ul', 'card-items' );
	const sorted = [ ...items ].sort(
		( a, b ) => STATE_ORDER.indexOf( a.state ) - STATE_ORDER.indexOf( b.state )
	);
	for ( const item of sorted.slice( 0, MOST_ITEMS ) ) {
		list.appendChild( cardItem( item, context.agents, context ) );
	}
	body.appendChild( list );
	if ( items.length > MOST_ITEMS ) {
		const more = msg( 'more-items', items.length - MOST_ITEMS, msg( 'tool-link' ) );
		body.appendChild( element( 'p', 'muted', more ) );
	}
	body.appendChild( foot( context ) );
}
