/** The summary as plain text, for a task tracker or a mailing list. */
import { plainText } from '../log/plain-text';
import { columnsOf, wrap } from './columns';
import { needsIsolation } from './direction';
import type { Block, ListItem, Part, Phrase, Target } from './phrase';
import { sectionUrl } from './section-url';
import { summaryDocument } from './summary-document';
import type { ExportInput, ExportWiki } from './types';
import { encodeAddress } from './wikitext';

/** Columns of a line that is quoted once or twice in a reply and still fits. */
const WIDTH = 72;
/** Keep a text apart from what stands around: U+2068 and U+2069. */
const [ ISOLATE, POP ] = [ '\u2068', '\u2069' ];
const UNDERLINES = { 2: '=', 3: '-' } as const;

/** Where a link leads; empty for what is in the text itself, or is no address. */
function addressOf( wiki: ExportWiki, to: Target ): string {
	if ( 'entry' in to ) {
		return '';
	}
	if ( 'url' in to ) {
		return encodeAddress( to.url ) ?? '';
	}
	if ( 'page' in to ) {
		return sectionUrl( wiki, to );
	}
	return 'revision' in to ? wiki.revisionUrl( to.revision ) : wiki.diffUrl( to.diff, to.base );
}

class Writer {
	public constructor( private readonly wiki: ExportWiki ) {}

	public lines( block: Block ): string[] {
		const text = block.kind === 'list' ? '' : this.phrase( block.text );
		switch ( block.kind ) {
			case 'heading': {
				const lines = wrap( text, WIDTH );
				const width = Math.min( WIDTH, Math.max( ...lines.map( columnsOf ) ) );
				return [ ...lines, UNDERLINES[ block.level ].repeat( width ) ];
			}
			case 'paragraph':
				return wrap( text, WIDTH );
			case 'list':
				return this.items( block.items, '' );
		}
	}

	private items( items: readonly ListItem[], indent: string ): string[] {
		return items.flatMap( ( { text, items: inner = [] } ) => [
			...wrap( this.phrase( text ), WIDTH, `${ indent }* `, `${ indent }  ` ),
			...this.items( inner, `${ indent }  ` )
		] );
	}

	private phrase( phrase: Phrase ): string {
		return phrase.map( ( part ) => this.part( part ) ).join( '' ).trim();
	}

	private part( part: Part ): string {
		switch ( part.kind ) {
			case 'words':
				return part.text;
			case 'own': {
				const text = plainText( part.text ).replace( /\s+/g, ' ' ).trim();
				return needsIsolation( text, this.wiki.direction ) ? ISOLATE + text + POP : text;
			}
			case 'strong':
				return this.phrase( part.text );
			case 'link': {
				const text = this.phrase( part.text );
				const address = addressOf( this.wiki, part.to );
				return address && address !== text ? `${ text } <${ address }>` : text;
			}
		}
	}
}

/** The summary in lines of 72 columns, with all links in full. Same input, same bytes. */
export function summaryPlainText( input: ExportInput ): string {
	const writer = new Writer( input.wiki );
	return summaryDocument( input )
		.map( ( block ) => writer.lines( block ).join( '\n' ) )
		.join( '\n\n' ) + '\n';
}
