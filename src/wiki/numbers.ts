/** Numbers in the reader's language. */
import { interfaceLocale } from './dates';

/** Numbering systems of languages that MediaWiki writes with digits of their own. */
const SYSTEMS = [
	'arab', 'arabext', 'beng', 'deva', 'gujr', 'guru', 'khmr', 'knda', 'laoo', 'mlym', 'mymr',
	'orya', 'tamldec', 'telu', 'tibt'
];

/**
 * The language for Intl with the digits that MediaWiki puts into messages: by itself Intl writes
 * Arabic with others, and MediaWiki can be told to leave digits as they are.
 */
export function numberLocale(): string | undefined {
	const locale = interfaceLocale();
	const zero = String( mw.language.convertNumber( 0, false as true ) );
	const system = SYSTEMS.find( ( name ) => (
		new Intl.NumberFormat( `en-u-nu-${ name }` ).format( 0 ) === zero
	) ) ?? 'latn';
	return locale && `${ locale }-u-nu-${ system }`;
}

/** A count, with the digits and separators of the language. */
export function formatNumber( count: number ): string {
	return new Intl.NumberFormat( numberLocale() ).format( count );
}

/** A part of a whole in per cent; very little never reads as none, nor nearly all as all. */
export function formatShare( part: number, whole: number ): string {
	const exact = whole ? part / whole : 0;
	const share = part && part < whole ? Math.min( 0.99, Math.max( 0.01, exact ) ) : exact;
	return new Intl.NumberFormat( numberLocale(), {
		style: 'percent', maximumFractionDigits: 0
	} ).format( share );
}
