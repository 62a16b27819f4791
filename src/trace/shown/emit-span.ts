/**
 * Sorts wikitext into what its page shows and what it does not. A reading of MediaWiki's rules
 * that is as exact as it can be without the wiki: what depends on templates, on extensions or on
 * the wiki's set-up is noted as perhaps shown.
 */
import { emitNode } from './emit-node';
import type { MarkupNode } from './markup-nodes';
import type { MarkupSpan } from './markup-span';
import type { ShownPlace } from './shown-parts';
import { TableLines } from './table-lines';
import type { WikitextSource } from './wikitext-source';

/** Signs at which text may stop to be shown as it stands. */
const SIGNS = new Uint8Array( 128 );
for ( const sign of '\n&\'[]_|!' ) {
	SIGNS[ sign.charCodeAt( 0 ) ] = 1;
}

/** The address of an external link in brackets, up to where its own characters begin. */
const ADDRESS = /\[(?:(?:https?|ftps?|ircs?|git|gopher|mms|nntp|redis|sftp|ssh|svn|telnet|worldwind):\/\/|\/\/|(?:mailto|news|tel|sms|sips?|geo|magnet|matrix|urn|xmpp|bitcoin):)/iy;
/** A switch such as `__NOTOC__`; their names differ from language to language. */
const SWITCH = /__[\p{Lu}\p{Lo}]+__/uy;

class SpanEmitter {
	private at: number;

	/** Everything before is shown or left out. */
	private done: number;

	/** Index of the next node. */
	private node: number;

	/** Offset of the bracket that ends an external link. */
	private linkEnd = -1;

	/** Brackets and line ends were looked for up to here. */
	private bracket = -1;

	private readonly table: TableLines;

	public constructor(
		private readonly source: WikitextSource,
		private readonly place: ShownPlace,
		private readonly span: MarkupSpan
	) {
		this.at = span.from;
		this.done = span.from;
		this.node = span.nodeFrom( span.from );
		this.table = new TableLines( span );
	}

	public run( isLine: boolean ): void {
		const { text } = this.source;
		if ( isLine ) {
			this.openLine();
		}
		while ( this.at < this.span.to ) {
			const node = this.span.nodes[ this.node ];
			if ( node && node.start === this.at ) {
				this.takeNode( node );
				continue;
			}
			const code = text.charCodeAt( this.at );
			if ( code > 127 || !SIGNS[ code ] ) {
				this.at++;
			} else {
				this.takeSign( text.charAt( this.at ) );
			}
		}
		this.flush();
	}

	/** Shows what was passed. */
	private flush(): void {
		this.source.copy( this.place, this.done, Math.min( this.at, this.span.to ) );
		this.done = this.at;
	}

	/** Leaves out what stands before an offset. */
	private skipTo( to: number ): void {
		this.flush();
		this.at = to;
		this.done = to;
		while ( ( this.span.nodes[ this.node ]?.start ?? to ) < to ) {
			this.node++;
		}
	}

	private takeNode( node: MarkupNode ): void {
		this.flush();
		const close = this.source.hiddenUntil( this.span.nodes, node );
		const end = this.span.nodes[ close ]?.end ?? node.end;
		if ( close < 0 || end > this.span.to ) {
			emitNode( this.source, this.place, this.span, node, emitSpan );
			this.skipTo( node.end );
		} else {
			this.skipTo( end );
		}
	}

	private openLine(): void {
		const begin = this.table.openLine( this.at, this.place );
		if ( begin > this.at ) {
			this.place.out.breakWord();
			this.skipTo( begin );
		}
	}

	private takeSign( sign: string ): void {
		switch ( sign ) {
			case '\n':
				this.table.endLine();
				this.at++;
				this.flush();
				this.openLine();
				break;
			case '|':
			case '!':
				this.takeCellMark();
				break;
			case '[':
				this.takeBracket();
				break;
			case ']':
				if ( this.at === this.linkEnd ) {
					this.skipTo( this.at + 1 );
				} else {
					this.at++;
				}
				break;
			case '\'':
				this.takeApostrophes();
				break;
			case '&':
				this.takeEntity();
				break;
			default:
				this.takeSwitch();
		}
	}

	private takeCellMark(): void {
		const cell = this.table.nextCell( this.at );
		if ( cell > this.at ) {
			this.flush();
			this.place.out.breakWord();
			this.skipTo( cell );
		} else {
			this.at++;
		}
	}

	private takeEntity(): void {
		const end = this.source.copyEntity( this.place, this.done, this.at );
		if ( end === null ) {
			this.at++;
		} else {
			this.at = end;
			this.done = end;
		}
	}

	private takeApostrophes(): void {
		const { text, apostrophes } = this.source;
		let end = this.at;
		while ( end < this.span.to && text[ end ] === '\'' ) {
			end++;
		}
		if ( end === this.at + 1 ) {
			this.at = end;
			return;
		}
		this.flush();
		const shown = apostrophes.get( this.at ) ?? 0;
		if ( shown ) {
			this.source.put( this.place, '\''.repeat( shown ), this.at, this.at + shown );
		}
		this.skipTo( end );
	}

	private takeSwitch(): void {
		SWITCH.lastIndex = this.at;
		if ( SWITCH.test( this.source.text ) && SWITCH.lastIndex <= this.span.to ) {
			const end = SWITCH.lastIndex;
			this.flush();
			this.place.out.breakWord();
			this.source.copyPerhaps( this.place, this.at, end );
			this.place.out.breakWord();
			this.skipTo( end );
		} else {
			this.at++;
		}
	}

	/** `[address label]`: the label is shown, or a number in its stead. */
	private takeBracket(): void {
		const { text } = this.source;
		ADDRESS.lastIndex = this.at;
		const close = ADDRESS.test( text ) ? this.closeBracket() : -1;
		if ( close === -1 ) {
			this.at++;
			return;
		}
		let label = this.endOfAddress( this.at + 1, close );
		while ( label < close && ' \t'.includes( text.charAt( label ) ) ) {
			label++;
		}
		this.skipTo( label );
		this.linkEnd = close;
		if ( label === close ) {
			this.source.shown.holeApart( this.place );
		}
	}

	/** Offset of the bracket that closes on the same line; -1 if there is none. */
	private closeBracket(): number {
		if ( this.bracket < this.at ) {
			this.bracket = this.span.find( ']\n', this.at );
		}
		return this.source.text[ this.bracket ] === ']' && this.bracket < this.span.to ?
			this.bracket :
			-1;
	}

	/** Templates may stand in an address; it ends at a space or another link or tag. */
	private endOfAddress( from: number, close: number ): number {
		const { text } = this.source;
		let at = from;
		let index = this.span.nodeFrom( from );
		while ( at < close ) {
			const node = this.span.nodes[ index ];
			if ( node && node.start === at ) {
				if ( node.kind === 'link' || node.kind === 'tag' || node.kind === 'extension' ) {
					break;
				}
				at = node.end;
				index++;
			} else if ( /[\s"<>[\]]/.test( text.charAt( at ) ) ) {
				break;
			} else {
				at++;
			}
		}
		return at;
	}
}

/**
 * Adds what a part of a wikitext shows.
 *
 * @param source
 * @param place where to
 * @param span the part
 * @param isLine true if it begins with a line of its own
 */
export function emitSpan(
	source: WikitextSource, place: ShownPlace, span: MarkupSpan, isLine = false
): void {
	new SpanEmitter( source, place, span ).run( isLine );
}
