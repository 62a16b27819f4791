/**
 * The bar at the bottom of the window while words are marked: says what is going on, what the
 * marks mean, and leads from one passage to the next.
 */
import { msg } from '../wiki/messages';
import type { CardSetting } from './card-setting';
import { append, button, element } from './element';
import type { MarkStyle } from './marks-kinds';
import { settingField } from './setting-field';

/** What is said of the marks of a page. */
export interface MarksFacts {
	/** Words marked in each style, without those that there are none of. */
	counts: [ MarkStyle, number ][];
	passages: number;
	/** Advised words that may stand on the page, but where is not certain. */
	notFound: number;
	/** Advised words of parts of the wikitext that the page does not show. */
	unseen: number;
	/** Removed passages that can be shown, and those that have no certain place. */
	removed: number;
	removedLost: number;
	/** Who published what the marks are drawn from; empty where it was found out here. */
	published: string;
}

export interface BarActions {
	close(): void;
	/** Leads to the next passage, or to the one before. */
	step( by: 1 | -1 ): void;
	/** Opens the card of the passage that the reader was led to. */
	openCard(): void;
	/** Leads through all passages again, not only those of one item. */
	showAll(): void;
	/** Finds out here what was published. */
	recompute(): void;
	/** Gives the focus back to where it came from. */
	leave(): void;
	showRemoved( shown: boolean ): void;
	choose( setting: CardSetting ): void;
}

export interface MarksBar {
	readonly node: HTMLElement;
	readonly next: HTMLButtonElement;
	readonly card: HTMLButtonElement;
	/** Says what is going on, with what can be done about it. */
	tell( text: string, way?: HTMLElement ): void;
	/** Says what is marked, and whether removed words are shown. */
	showFacts( facts: MarksFacts, setting: CardSetting, withRemoved: boolean ): void;
	/** Says to which passage the reader was led; `ofItem`: among those of one item. */
	showPassage( text: string, ofItem: boolean ): void;
}

/** So large a window has room for everything. */
const ROOMY = '(min-width: 720px) and (min-height: 640px)';

/** What the marks mean, and what is not marked. */
function explanation(
	facts: MarksFacts, setting: CardSetting, withRemoved: boolean, actions: BarActions
): HTMLElement {
	const legend = element( 'ul', 'marks-legend', ...facts.counts.map( ( [ style, count ] ) => (
		element( 'li', '',
			element( 'span', `word word-${ style }`, msg( `marks-style-${ style }` ) ), ' ',
			element( 'span', 'muted', msg( 'marks-words', count ) ) )
	) ) );
	const notes = [
		facts.notFound ? msg( 'marks-not-found', facts.notFound ) : '',
		facts.unseen ? msg( 'marks-unseen', facts.unseen ) : '',
		facts.removedLost ? msg( 'marks-removed-lost', facts.removedLost ) : '',
		facts.published
	].filter( Boolean );
	const more = element( 'details', 'marks-more',
		element( 'summary', '', msg( 'marks-legend' ) ),
		legend,
		...notes.map( ( note ) => element( 'p', 'muted', note ) ) );
	more.open = matchMedia( ROOMY ).matches;
	const choices = element( 'p', 'marks-choices' );
	if ( facts.published ) {
		const recompute = button( 'marks-button', msg( 'published-recompute' ) );
		recompute.addEventListener( 'click', actions.recompute );
		choices.appendChild( recompute );
	}
	if ( facts.removed ) {
		const box = element( 'input', '' );
		box.type = 'checkbox';
		box.checked = withRemoved;
		box.addEventListener( 'change', () => actions.showRemoved( box.checked ) );
		choices.appendChild(
			element( 'label', '', box, ' ', msg( 'marks-removed', facts.removed ) )
		);
	}
	choices.appendChild( settingField( setting, actions.choose ) );
	more.appendChild( choices );
	return more;
}

/** Makes the bar; the page shows it once it is part of it. */
export function makeBar( actions: BarActions ): MarksBar {
	// The page may be written the other way round than the interface.
	const status = element( 'bdi', '' );
	const live = element( 'p', 'marks-status', status );
	live.setAttribute( 'role', 'status' );
	const ways = element( 'div', 'marks-ways' );
	const close = button( 'card-close' );
	close.setAttribute( 'aria-label', msg( 'marks-close' ) );
	close.addEventListener( 'click', actions.close );
	const more = element( 'div', '' );
	const node = element( 'div', 'marks-bar',
		element( 'div', 'marks-row', live, ways, close ), more );
	node.setAttribute( 'role', 'region' );
	node.setAttribute( 'aria-label', msg( 'marks-title' ) );
	node.tabIndex = -1;
	node.addEventListener( 'keydown', ( event ) => {
		if ( event.key === 'Escape' ) {
			event.stopPropagation();
			actions.leave();
		}
	} );

	const way = ( text: string, action: () => void ): HTMLButtonElement => {
		const made = button( 'marks-button', text );
		made.addEventListener( 'click', action );
		return made;
	};
	const previous = way( msg( 'marks-previous' ), () => actions.step( -1 ) );
	const next = way( msg( 'marks-next' ), () => actions.step( 1 ) );
	const card = way( msg( 'marks-card' ), actions.openCard );
	const all = way( msg( 'marks-all' ), () => {
		actions.showAll();
		next.focus();
	} );
	card.hidden = all.hidden = true;

	return {
		node,
		next,
		card,
		tell( text, own ) {
			// Progress is told often: what has the focus keeps it.
			if ( status.textContent !== text ) {
				status.textContent = text;
			}
			if ( ways.firstChild?.textContent !== ( own ? own.textContent : undefined ) ) {
				const hadFocus = ways.contains( document.activeElement );
				ways.textContent = '';
				append( ways, own || null );
				if ( hadFocus ) {
					node.focus();
				}
			}
			more.textContent = '';
		},
		showFacts( facts, setting, withRemoved ) {
			const words = facts.counts.reduce(
				( sum, [ style, count ] ) => style === 'untraced' ? sum : sum + count, 0
			);
			const focused = node.contains( document.activeElement ) &&
				document.activeElement as HTMLElement;
			status.textContent = words ?
				msg( 'marks-count', words, facts.passages ) :
				msg( 'marks-none' );
			ways.textContent = '';
			card.hidden = all.hidden = true;
			if ( words ) {
				append( ways, previous, next, card, all );
			}
			more.textContent = '';
			more.appendChild( explanation( facts, setting, withRemoved, actions ) );
			if ( focused && document.activeElement !== focused ) {
				( focused.isConnected ? focused : node ).focus();
			}
		},
		showPassage( text, ofItem ) {
			status.textContent = text;
			card.hidden = false;
			all.hidden = !ofItem;
		}
	};
}
