/**
 * How much of a very long list is drawn at first. A log may hold thousands of items, and an
 * item may stand under many sections: drawing all of them would stop the browser.
 */

/** Rows that a group shows at first, and with every "show more". */
export const GROUP_STEP = 200;
/** Rows that are drawn at first in all groups together. */
export const FIRST_ROWS = 600;

/**
 * Shares the rows drawn at first among groups, in their order.
 *
 * @param sizes number of rows of each group
 * @return how many of them each group shows at first
 */
export function firstRows(
	sizes: readonly number[],
	step = GROUP_STEP,
	total = FIRST_ROWS
): number[] {
	let left = total;
	return sizes.map( ( size ) => {
		const shown = Math.min( size, step, left );
		left -= shown;
		return shown;
	} );
}
