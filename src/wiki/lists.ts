import { interfaceLocale } from './dates';

/** Joins texts to a list in the way of the reader's language, leaving out what is empty. */
export function formatList( ...parts: ( string | 0 | false | null | undefined )[] ): string {
	const texts = parts.filter( ( part ): part is string => Boolean( part ) );
	// Asked for before it is used.
	/* eslint-disable compat/compat */
	return 'ListFormat' in Intl ?
		new Intl.ListFormat( interfaceLocale(), { type: 'unit', style: 'short' } ).format( texts ) :
		texts.join( ', ' );
	/* eslint-enable compat/compat */
}
