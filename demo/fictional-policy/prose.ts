/** Marks that begin a line of a list, a table or a template: such lines stay lines. */
const OWN_LINE = /^[*#|!{}:;]/;

/**
 * Turns an indented template literal into wikitext, so that prose can be wrapped in the
 * source without being wrapped on the wiki: lines of a paragraph are joined by a space,
 * a blank line separates paragraphs, lines of lists and tables stay as they are.
 */
export function prose( text: string ): string {
	return text.trim().split( /\n\s*\n/ ).map( ( paragraph ) => paragraph
		.split( '\n' )
		.map( ( line ) => line.trim() )
		.reduce( ( joined, line ) => OWN_LINE.test( line ) ?
			`${ joined }\n${ line }` :
			`${ joined } ${ line }` )
	).join( '\n\n' );
}

/**
 * The words of a piece of wikitext as a reader sees them: markup removed, white space
 * collapsed. Knows just the markup that the demonstration uses.
 */
export function plainWords( wikitext: string ): string {
	return wikitext
		.replace( /<!--.*?-->/gs, ' ' )
		.replace( /<\/?[a-z]+ ?\/?>/g, ' ' )
		.replace( /\{\{[^{}]*\}\}/g, ' ' )
		.replace( /^\{\|.*$|^\|[-+}].*$/gm, ' ' )
		.replace( /^[|!*#:;]+|(?:\|\||!!)/gm, ' ' )
		.replace( /\[\[[^\]|]*\|/g, '' )
		.replace( /\[\[|\]\]/g, '' )
		.replace( /'{2,}/g, '' )
		.replace( /\s+/g, ' ' )
		.trim();
}
