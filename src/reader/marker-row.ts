/** Where markers stand: in rows without height, so that the text stays where it is. */
import { element } from './element';
import { findOutput, type PageHeading } from './headings';
import { showWords } from './marker';

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

/** A row on the page and what its marker must not cover. */
interface RoomCase {
	row: HTMLElement;
	marker: HTMLElement;
	covered: Element;
}

/** True if a marker covers words or links of an element. */
function covers( { marker }: RoomCase, node: Element | null ): boolean {
	const own = marker.getBoundingClientRect();
	return node !== null && textRects( node )
		.concat( Array.from( node.querySelectorAll( 'a' ), ( link ) => link.getBoundingClientRect() ) )
		.some( ( rect ) => overlap( rect, own ) );
}

function editLinks( { covered }: RoomCase ): Element | null {
	return covered.querySelector( '.mw-editsection' );
}

/**
 * Keeps markers from covering words or edit links of headings: they move beside edit links that
 * stand at the end of the line, do without words, and otherwise get a row of their own. All are
 * measured before any is moved, since the browser lays the page out anew in between.
 *
 * @param rows with their headings, null for the page's title
 */
export function makeRoom( rows: [ HTMLElement, PageHeading | null ][] ): void {
	const cases: RoomCase[] = [];
	for ( const [ row, heading ] of rows ) {
		const covered = heading ? heading.wrapper : document.querySelector( '#firstHeading' );
		const marker = row.firstElementChild as HTMLElement | null;
		if ( covered && marker ) {
			cases.push( { row, marker, covered } );
			row.classList.remove( BELOW );
			marker.style.insetInlineEnd = '';
			showWords( marker, true );
		}
	}
	cases.filter( ( one ) => covers( one, editLinks( one ) ) )
		.map( ( one ): [ HTMLElement, number ] => [
			one.marker, ( editLinks( one ) as Element ).getBoundingClientRect().width + 8
		] )
		.forEach( ( [ { style }, room ] ) => {
			style.insetInlineEnd = `${ room }px`;
		} );
	const tight = cases.filter( ( one ) => covers( one, one.covered ) );
	tight.forEach( ( { marker } ) => showWords( marker, false ) );
	tight.filter( ( one ) => covers( one, one.covered ) ).forEach( ( { row, marker } ) => {
		marker.style.insetInlineEnd = '';
		row.classList.add( BELOW );
	} );
}
