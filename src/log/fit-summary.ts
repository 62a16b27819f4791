/** Edit summaries, which have little room. */

/** MediaWiki cuts edit summaries after so many characters (CommentStore of MediaWiki 1.43). */
const longestSummary = 500;

/**
 * Joins as many parts as an edit summary has room for.
 *
 * @param parts in the order of their weight
 * @param more says how many are left out
 * @param separator
 * @param most characters
 */
export function fitSummary(
	parts: readonly string[], more: ( count: number ) => string, separator = '; ', most = longestSummary
): string {
	const length = ( text: string ): number => Array.from( text ).length;
	for ( let count = Math.min( parts.length, most ); count > 0; count-- ) {
		const rest = parts.length - count;
		const text =
			[ ...parts.slice( 0, count ), ...rest ? [ more( rest ) ] : [] ].join( separator );
		if ( length( text ) <= most ) {
			return text;
		}
	}
	const only = parts.length > 1 ? more( parts.length ) : parts[ 0 ] ?? '';
	return length( only ) <= most ? only : `${ Array.from( only ).slice( 0, most - 1 ).join( '' ) }…`;
}
