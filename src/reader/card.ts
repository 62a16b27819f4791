/**
 * A card beside a marker or marked words: opened by hovering after a moment, at once by click,
 * tap or key; it stays while the pointer or the focus is on it (WCAG 2.2, 1.4.13), and Escape
 * closes it.
 */
import { element, button } from './element';
import { msg } from '../wiki/messages';
import { place } from './card-position';
import { cardSetting, setCardSetting } from './card-setting';

/** As MediaWiki's own page previews wait, so that crossing a marker opens nothing. */
const PREPARE_AFTER_MS = 150;
const OPEN_AFTER_MS = 500;
const CLOSE_AFTER_MS = 300;

/** What a card stands beside. */
export type CardAnchor = Pick<
	HTMLElement, 'isConnected' | 'contains' | 'focus' | 'getBoundingClientRect'
>;

export interface CardSource {
	/** A marker, or what stands for marked words. */
	marker: CardAnchor;
	title: string;
	/** Fills an empty body; called again, with another one, whenever the account changes. */
	draw( body: HTMLElement ): void;
	/** Called before the card is drawn for the first time. */
	opening(): void;
	/** Called when it is closed. */
	closed(): void;
	/** Called when the pointer seems to stay: what takes time can begin. */
	prepare(): void;
	/** Called when the card is open, to read what it needs. */
	opened(): void;
	/** Called instead by a click, for readers who want no cards. */
	instead(): void;
}

interface OpenCard {
	node: HTMLElement;
	body: HTMLElement;
	source: CardSource;
	/** Opened by hovering alone: it closes when the pointer leaves. */
	hovering: boolean;
}

let open: OpenCard | null = null;
let timer = 0;

function after( delay: number, action: () => void ): void {
	clearTimeout( timer );
	timer = window.setTimeout( action, delay );
}

function setExpanded( { marker }: CardSource, isExpanded: boolean ): void {
	if ( marker instanceof Element ) {
		marker.setAttribute( 'aria-expanded', String( isExpanded ) );
	}
}

/** The window may have become another one around the card, and the text wrapped anew. */
function placeCard(): void {
	if ( open ) {
		place( open.node, open.source.marker );
	}
}

/**
 * Closes the card that is open.
 *
 * @param returnFocus gives the focus back to the marker if it was on the card
 */
export function closeCard( returnFocus: boolean ): void {
	clearTimeout( timer );
	if ( !open ) {
		return;
	}
	const { node, source } = open;
	const hadFocus = node.contains( document.activeElement );
	open = null;
	node.remove();
	setExpanded( source, false );
	document.removeEventListener( 'keydown', onKey, true );
	document.removeEventListener( 'pointerdown', onPointerDown, true );
	window.removeEventListener( 'resize', placeCard );
	if ( returnFocus && hadFocus ) {
		source.marker.focus();
	}
	source.closed();
}

/** What a card has for the keyboard. */
const STOPS = 'a[href], button, select';

/**
 * Brings the open card up to date, because something became known.
 *
 * @param renew brings a body into line with another one
 */
export function refreshCard( renew: ( shown: HTMLElement, wanted: HTMLElement ) => void ): void {
	if ( open && !open.source.marker.isConnected ) {
		closeCard( false );
	}
	if ( open ) {
		const { body, node, source } = open;
		const hadFocus = body.contains( document.activeElement );
		const wanted = element( 'div', '' );
		source.draw( wanted );
		renew( body, wanted );
		if ( hadFocus && !body.contains( document.activeElement ) ) {
			node.focus();
		}
		placeCard();
	}
}

/** True if Tab would leave the card, which stands at the end of the page. */
function tabLeaves( node: HTMLElement, backwards: boolean ): boolean {
	const stops = Array.from( node.querySelectorAll( STOPS ) );
	const at = document.activeElement;
	return backwards ?
		at === node || at === stops[ 0 ] :
		at === stops[ stops.length - 1 ];
}

function onKey( event: KeyboardEvent ): void {
	if ( !open ) {
		return;
	}
	if ( event.key === 'Escape' ) {
		event.stopPropagation();
		closeCard( true );
	} else if (
		event.key === 'Tab' && open.node.contains( document.activeElement ) &&
		tabLeaves( open.node, event.shiftKey )
	) {
		// Back to where the reader was on the page, not to its end.
		event.preventDefault();
		closeCard( true );
	}
}

function onPointerDown( event: Event ): void {
	const target = event.target as Node;
	if ( open && !open.node.contains( target ) && !open.source.marker.contains( target ) ) {
		closeCard( false );
	}
}

function onFocusOut( event: FocusEvent ): void {
	const next = event.relatedTarget as Node | null;
	if ( open && next && !open.node.contains( next ) && !open.source.marker.contains( next ) ) {
		closeCard( false );
	}
}

function show( source: CardSource, hovering: boolean ): void {
	closeCard( false );
	const titleId = 'advice-provenance-card-title';
	const title = element( 'h2', 'card-title', source.title );
	title.id = titleId;
	const close = button( 'card-close' );
	close.setAttribute( 'aria-label', msg( 'close' ) );
	close.addEventListener( 'click', () => closeCard( true ) );
	const body = element( 'div', 'card-body' );
	const node = element( 'div', 'card', element( 'div', 'card-header', title, close ), body );
	node.setAttribute( 'role', 'dialog' );
	node.setAttribute( 'aria-labelledby', titleId );
	node.tabIndex = -1;
	node.addEventListener( 'mouseenter', () => clearTimeout( timer ) );
	node.addEventListener( 'mouseleave', pointerLeft );
	node.addEventListener( 'focusout', onFocusOut );
	open = { node, body, source, hovering };
	source.opening();
	source.draw( body );
	document.body.appendChild( node );
	placeCard();
	setExpanded( source, true );
	document.addEventListener( 'keydown', onKey, true );
	document.addEventListener( 'pointerdown', onPointerDown, true );
	window.addEventListener( 'resize', placeCard );
	source.opened();
}

/** The pointer has left what has a card. */
export function pointerLeft(): void {
	after( CLOSE_AFTER_MS, () => {
		if ( open && open.hovering && !open.node.contains( document.activeElement ) ) {
			closeCard( false );
		}
	} );
}

/** The pointer came to what has a card. */
export function pointerCame( source: CardSource ): void {
	// A card that was opened on purpose stays until it is closed on purpose.
	if ( open && ( !open.hovering || open.source === source ) ) {
		clearTimeout( timer );
	} else if ( cardSetting() === 'hover' ) {
		after( PREPARE_AFTER_MS, () => {
			source.prepare();
			after( OPEN_AFTER_MS - PREPARE_AFTER_MS, () => show( source, true ) );
		} );
	}
}

/** What has a card was clicked, tapped, or pressed by a key. */
export function press( source: CardSource ): void {
	clearTimeout( timer );
	if ( cardSetting() === 'off' ) {
		source.instead();
		return;
	}
	if ( open && open.source === source && !open.hovering ) {
		closeCard( true );
		return;
	}
	if ( !open || open.source !== source ) {
		show( source, false );
	}
	if ( open ) {
		open.hovering = false;
		open.node.focus( { preventScroll: true } );
	}
}

/** Makes a marker open its card. */
export function attachCard( source: CardSource & { marker: HTMLElement } ): void {
	const { marker } = source;
	marker.addEventListener( 'mouseenter', () => pointerCame( source ) );
	marker.addEventListener( 'mouseleave', pointerLeft );
	// A click comes from mouse, tap, Enter and Space alike.
	marker.addEventListener( 'click', () => press( source ) );
}

/** For scripts that are other downloads: cards of marked words open and close like these. */
export const pointing = {
	came: pointerCame,
	left: pointerLeft,
	press,
	closeCard,
	setting: cardSetting,
	choose: setCardSetting
};
