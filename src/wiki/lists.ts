/**
 * Puts texts side by side with the separator that the wiki has for the reader's language, leaving
 * out what is empty. What stands so is no enumeration: no "and" comes before the last one.
 */
export function formatList( ...parts: ( string | 0 | false | null | undefined )[] ): string {
	return parts.filter( Boolean ).join( mw.message( 'comma-separator' ).text() );
}
