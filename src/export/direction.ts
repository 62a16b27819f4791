/** Texts of another direction than the one around. */

/** Letters of scripts that are written from right to left, and marks of direction. */
const fromTheRight = /[\u0590-\u08ff\u200e\u200f\ufb1d-\ufdff\ufe70-\ufefe]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/;

/**
 * Whether a text has to be kept apart, so that it does not turn around what stands beside it: in
 * writing from right to left even numbers and dates.
 */
export function needsIsolation( text: string, direction: 'ltr' | 'rtl' ): boolean {
	return direction === 'rtl' || fromTheRight.test( text );
}
