/** What readers of a summary see, written apart from wikitext, to compare the page with. */
import type { Block, ListItem, Phrase } from '../../src/export/phrase';

/** As the log has it, but for what is left out everywhere: control characters. */
function visible( text: string ): string {
	return text
		.replace( /\r\n?/g, '\n' )
		// eslint-disable-next-line no-control-regex
		.replace( /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '' )
		.replace( /[\ufffe\uffff]|[\ud800-\udfff]/gu, '\ufffd' );
}

function phraseText( phrase: Phrase ): string {
	return phrase.map( ( part ) => (
		part.kind === 'words' || part.kind === 'own' ? visible( part.text ) : phraseText( part.text )
	) ).join( '' );
}

/** White space of any kind is one space. */
export function collapse( text: string ): string {
	return text.replace( /\s+/g, ' ' ).trim().normalize( 'NFC' );
}

/** White space left out: browsers and wikis put line breaks and hard spaces here and there. */
export function squeezed( text: string ): string {
	return text.replace( /\s+/g, '' ).normalize( 'NFC' );
}

function itemTexts( items: readonly ListItem[] ): string[] {
	return items.flatMap(
		( { text, items: inner = [] } ) => [ phraseText( text ), ...itemTexts( inner ) ]
	);
}

/** Headings, paragraphs and items of lists, in order. */
export function visibleTexts( blocks: readonly Block[] ): string[] {
	return blocks.flatMap( ( block ) => (
		block.kind === 'list' ? itemTexts( block.items ) : [ phraseText( block.text ) ]
	) ).map( squeezed );
}
