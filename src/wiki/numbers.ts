/** Numbers in the reader's language. */
import { interfaceLocale } from './dates';

/** A count, with the separators of the language. */
export function formatNumber( count: number ): string {
	return new Intl.NumberFormat( interfaceLocale() ).format( count );
}

/** A part of a whole in per cent; very little never reads as none, nor nearly all as all. */
export function formatShare( part: number, whole: number ): string {
	const exact = whole ? part / whole : 0;
	const share = part && part < whole ? Math.min( 0.99, Math.max( 0.01, exact ) ) : exact;
	return new Intl.NumberFormat( interfaceLocale(), {
		style: 'percent', maximumFractionDigits: 0
	} ).format( share );
}
