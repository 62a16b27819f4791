/** The summary as wikitext that is read without the gadget. */
import { needsIsolation } from './direction';
import { BEGIN, END, marker } from './merge-summary';
import type { Block, ListItem, Part, Phrase, Target } from './phrase';
import { sayWith } from './phrase';
import { summaryDocument } from './summary-document';
import type { ExportInput } from './types';
import { escapeWikitext, escapeWords, outsideLink, wikiLink } from './wikitext';

/** Anchors of entries; their ids are small letters, digits, dots, underscores and hyphens. */
function anchorOf( entry: string ): string {
	return `advice-${ entry.replace( /[^a-z0-9.-]/g, ( character ) => (
		`.${ character.charCodeAt( 0 ).toString( 16 ) }`
	) ) }`;
}

function link( to: Target, text: string ): string {
	if ( 'page' in to ) {
		const { page, heading = '', nth = 0 } = to;
		return wikiLink( page, heading && nth ? `${ heading } ${ nth + 1 }` : heading, text );
	}
	if ( 'url' in to ) {
		return outsideLink( to.url, text );
	}
	if ( 'entry' in to ) {
		return `[[#${ anchorOf( to.entry ) }|${ text }]]`;
	}
	if ( 'revision' in to ) {
		return `[[Special:PermanentLink/${ to.revision }|${ text }]]`;
	}
	return `[[Special:Diff/${ to.base === null ? '' : `${ to.base }/` }${ to.diff }|${ text }]]`;
}

/** Writes for pages of one direction. */
class Writer {
	public constructor( private readonly direction: 'ltr' | 'rtl' ) {}

	public block( block: Block ): string {
		switch ( block.kind ) {
			case 'heading': {
				const marks = '='.repeat( block.level );
				return `${ marks } ${ this.phrase( block.text ) } ${ marks }`;
			}
			case 'paragraph':
				return this.phrase( block.text );
			case 'list':
				return this.items( block.items, '*' ).join( '\n' );
		}
	}

	private items( items: readonly ListItem[], marks: string ): string[] {
		return items.flatMap( ( { text, entry, items: inner = [] } ) => {
			const line = this.phrase( text );
			const anchored = entry === undefined ?
				line : `<span id="${ anchorOf( entry ) }">${ line }</span>`;
			return [ `${ marks } ${ anchored }`, ...this.items( inner, `${ marks }*` ) ];
		} );
	}

	private phrase( phrase: Phrase ): string {
		return phrase.map( ( part ) => this.part( part ) ).join( '' ).trim();
	}

	private part( part: Part ): string {
		switch ( part.kind ) {
			case 'words':
				return escapeWords( part.text );
			case 'own': {
				const text = escapeWikitext( part.text );
				return needsIsolation( part.text, this.direction ) ? `<bdi>${ text }</bdi>` : text;
			}
			case 'strong':
				return `'''${ this.phrase( part.text ) }'''`;
			case 'link':
				return link( part.to, this.phrase( part.text ) );
		}
	}
}

/**
 * The summary, from its first marker to its last. Same input, same bytes: nothing of it depends on
 * when or where it is made.
 */
export function summaryWikitext( input: ExportInput ): string {
	const say = sayWith( input.words );
	const note = say( 'export-marker' ).map( ( part ) => part.kind === 'words' ? part.text : '' ).join( '' );
	const writer = new Writer( input.wiki.direction );
	const text = summaryDocument( input ).map( ( block ) => writer.block( block ) ).join( '\n\n' );
	// With an empty line between, a marker would leave an empty paragraph.
	return [ marker( BEGIN, note ), text, marker( END, '' ) ].join( '\n' ).normalize( 'NFC' );
}
