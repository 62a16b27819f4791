/** A wikitext, or the content of a tag within one, that is being sorted into what is shown. */
import { readEntity } from './entities';
import { readMarkup, type MarkupNode } from './markup-nodes';
import { MarkupSpan } from './markup-span';
import type { ShownParts, ShownPlace } from './shown-parts';
import { isHiding } from './tag-kind';

/** Contents of tags within contents of tags are read so deep. */
const MOST_LEVELS = 8;

export class WikitextSource {
	/** The whole text. */
	public readonly span: MarkupSpan;

	/** How many apostrophes of a run are shown, by its offset; none of the others. */
	public readonly apostrophes: Map<number, number>;

	/** Index of the closing tag by the opening tag, for the nodes of one level. */
	private readonly closings = new Map<MarkupNode[], Map<MarkupNode, number>>();

	/**
	 * @param text
	 * @param base offset of the text in the page's wikitext
	 * @param shown collects what is shown
	 * @param level of contents of tags
	 */
	public constructor(
		public readonly text: string,
		private readonly base: number,
		public readonly shown: ShownParts,
		private readonly level = 0
	) {
		const { nodes, apostrophes } = readMarkup( text );
		this.apostrophes = apostrophes;
		this.span = new MarkupSpan( text, nodes, 0, text.length );
	}

	/** The content of a tag, which is read on its own; null where that goes too deep. */
	public contentOf( node: MarkupNode ): WikitextSource | null {
		const { innerStart, innerEnd } = node;
		return this.level < MOST_LEVELS ?
			new WikitextSource(
				this.text.slice( innerStart, innerEnd ), this.base + innerStart,
				this.shown, this.level + 1
			) :
			null;
	}

	/** Shows a part as it stands. */
	public copy( place: ShownPlace, from: number, to: number ): void {
		place.out.copy( this.text, from, to, this.base );
	}

	/** Shows something for a part. */
	public put( place: ShownPlace, shown: string, from: number, to: number ): void {
		place.out.put( shown, this.base + from, this.base + to );
	}

	/** Shows a part as it stands, apart from character references. */
	public copyVerbatim( place: ShownPlace, from: number, to: number ): void {
		let done = from;
		let at = from;
		while ( at < to ) {
			const end = this.text[ at ] === '&' ? this.copyEntity( place, done, at ) : null;
			done = end ?? done;
			at = end ?? at + 1;
		}
		this.copy( place, done, to );
	}

	/**
	 * Shows a character reference, and what stands before it.
	 *
	 * @param place
	 * @param done offset up to which everything is shown
	 * @param at offset of an ampersand
	 * @return offset behind the reference; null if there is none, then nothing is done
	 */
	public copyEntity( place: ShownPlace, done: number, at: number ): number | null {
		const entity = readEntity( this.text, at );
		if ( !entity ) {
			return null;
		}
		this.copy( place, done, at );
		if ( entity.shown !== null ) {
			this.put( place, entity.shown, at, entity.end );
		} else {
			this.copyPerhaps( place, at, entity.end );
		}
		return entity.end;
	}

	/** Notes that a part is perhaps shown as it stands, perhaps as something else. */
	public copyPerhaps( place: ShownPlace, from: number, to: number ): void {
		this.copy( this.shown.perhapsAt( place ), from, to );
		this.shown.hole( place );
	}

	/**
	 * Index of the tag that ends what an opening tag hides; -1 if it hides nothing, or has no end.
	 *
	 * @param nodes of one level
	 * @param node one of them
	 */
	public hiddenUntil( nodes: MarkupNode[], node: MarkupNode ): number {
		const isOpening = node.kind === 'tag' && this.text[ node.start + 1 ] !== '/';
		if ( !isOpening || !isHiding( this.text.slice( node.start, node.end ) ) ) {
			return -1;
		}
		let closings = this.closings.get( nodes );
		if ( !closings ) {
			closings = this.pairTags( nodes );
			this.closings.set( nodes, closings );
		}
		return closings.get( node ) ?? -1;
	}

	private pairTags( nodes: MarkupNode[] ): Map<MarkupNode, number> {
		const closings = new Map<MarkupNode, number>();
		const open = new Map<string, MarkupNode[]>();
		nodes.forEach( ( node, index ) => {
			if ( node.kind !== 'tag' ) {
				return;
			}
			const waiting = open.get( node.name ) ?? [];
			open.set( node.name, waiting );
			if ( this.text[ node.start + 1 ] !== '/' ) {
				waiting.push( node );
				return;
			}
			const opening = waiting.pop();
			if ( opening ) {
				closings.set( opening, index );
			}
		} );
		return closings;
	}
}
