/**
 * Where a card stands: below its marker, or above it where there is hardly room below. The side
 * does not depend on what the card holds, so that it does not jump when more becomes known.
 */

const GAP = 6;
/** So much room below is enough: the card scrolls. */
const ENOUGH = 300;
/** Narrower windows show the card as a sheet at the bottom; see reader.css. */
const SHEET_BELOW = 640;

/**
 * Puts a card beside its marker or words, inside the window.
 *
 * @param card already part of the page
 */
export function place(
	card: HTMLElement, marker: Pick<Element, 'getBoundingClientRect'>
): void {
	const width = document.documentElement.clientWidth;
	if ( width < SHEET_BELOW ) {
		card.style.top = card.style.left = card.style.maxHeight = '';
		return;
	}
	const at = marker.getBoundingClientRect();
	const height = document.documentElement.clientHeight;
	const below = height - at.bottom - 2 * GAP;
	const above = at.top - 2 * GAP;
	card.style.maxHeight = '';
	const own = card.getBoundingClientRect();
	const goesBelow = below >= ENOUGH || below >= above;
	const room = Math.max( goesBelow ? below : above, 160 );
	const shown = Math.min( own.height, room );
	const rtl = getComputedStyle( card ).direction === 'rtl';
	const start = rtl ? at.left : at.right - own.width;
	const left = Math.min( Math.max( start, GAP ), width - own.width - GAP );
	// Where there is room enough the style sheet's own limit holds.
	card.style.maxHeight = own.height > room ? `${ room }px` : '';
	card.style.left = `${ left + window.scrollX }px`;
	card.style.top = `${ ( goesBelow ? at.bottom + GAP : at.top - GAP - shown ) + window.scrollY }px`;
}
