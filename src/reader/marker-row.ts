/** Where markers stand: in rows without height, so that the text stays where it is. */
import { element } from './element';
import { findOutput, type PageHeading } from './headings';
import { MOST_WORDED, WORDS } from './marker';

const BELOW = 'advice-provenance-marker-row-below';

/** Puts a row where the page's title has room for it, which is another place in each skin. */
function addTitleRow( row: HTMLElement ): void {
	const indicators = document.querySelector( '.mw-indicators' );
	const tabs = document.querySelector( '.minerva__tab-container' );
	if ( mw.config.get( 'skin' ) === 'vector-2022' ) {
		// Its indicators are cut off at their own height, which is none without one.
		row.classList.add( 'advice-provenance-marker-row-title' );
		findOutput()?.before( row );
	} else if ( indicators && indicators.getClientRects().length ) {
		row.classList.add( 'mw-indicator' );
		indicators.appendChild( row );
	} else {
		( tabs || document.querySelector( '#firstHeading' ) )?.after( row );
	}
}

/**
 * Puts a marker on the page.
 *
 * @param heading null for the page's title
 */
export function addRow( marker: HTMLElement, heading: PageHeading | null ): void {
	const row = element( 'div', 'marker-row', marker );
	if ( heading && mw.config.get( 'wgMFMode' ) ) {
		// MobileFrontend makes the heading a button, which opens and folds what follows it.
		row.classList.add( 'advice-provenance-marker-row-before' );
		heading.wrapper.before( row );
	} else if ( heading ) {
		heading.wrapper.after( row );
	} else {
		addTitleRow( row );
	}
}

function overlap( one: DOMRect, other: DOMRect ): boolean {
	return one.right > other.left && one.left < other.right &&
		one.bottom > other.top && one.top < other.bottom;
}

/** Where the words and links of an element stand on the screen; boxes around them do not count. */
function textRects( node: Element ): DOMRect[] {
	const rects: DOMRect[] = [];
	const walker = document.createTreeWalker( node, NodeFilter.SHOW_TEXT );
	const range = document.createRange();
	while ( walker.nextNode() ) {
		range.selectNodeContents( walker.currentNode );
		rects.push( ...Array.from( range.getClientRects() ) );
	}
	return rects;
}

/**
 * Keeps a marker from covering a heading's words or edit links: it moves beside edit links that
 * stand at the end of the line, does without words, and otherwise gets a row of its own.
 *
 * @param heading null for the page's title
 */
export function makeRoom( row: HTMLElement, heading: PageHeading | null ): void {
	const covered = heading ? heading.wrapper : document.querySelector( '#firstHeading' );
	const marker = row.firstElementChild as HTMLElement | null;
	if ( !covered || !marker ) {
		return;
	}
	const covers = ( node: Element ): boolean => textRects( node )
		.concat( Array.from( node.querySelectorAll( 'a' ), ( link ) => link.getBoundingClientRect() ) )
		.some( ( rect ) => overlap( rect, marker.getBoundingClientRect() ) );
	row.classList.remove( BELOW );
	marker.style.insetInlineEnd = '';
	marker.classList.toggle( WORDS, Number( marker.dataset.states ) <= MOST_WORDED );
	const links = covered.querySelector( '.mw-editsection' );
	if ( links && covers( links ) ) {
		marker.style.insetInlineEnd = `${ links.getBoundingClientRect().width + 8 }px`;
	}
	if ( covers( covered ) ) {
		marker.classList.remove( WORDS );
	}
	if ( covers( covered ) ) {
		marker.style.insetInlineEnd = '';
		row.classList.add( BELOW );
	}
}
