/**
 * The words of the open page, with their places in its text nodes, so that they can be compared
 * with the wikitext's and marked. What the wiki, its skins and this gadget put into the page
 * beside its text is left out.
 */
import { lowerBound } from '../trace/locate/lower-bound';
import {
	BLOCK_HEADING, BLOCK_NOTE, BLOCK_NOTE_MORE, BLOCK_TEXT, type RenderedWords
} from '../trace/locate/rendered-words';
import { visitWords } from '../trace/wikitext-words';
import { findOutputs } from './headings';

/** Where a word, or a part of one, stands: fit for a range. */
export interface WordPlace {
	startContainer: Text;
	startOffset: number;
	endContainer: Text;
	endOffset: number;
}

export interface PageWords extends RenderedWords {
	/**
	 * Where a word stands. It goes across text nodes where only a part of it is in bold, say.
	 *
	 * @param word its number
	 * @param from for a part of the word: UTF-16 offset in it
	 * @param to end of that part
	 */
	placeOf( word: number, from?: number, to?: number ): WordPlace;

	/** Whether nothing but text stands between a word and the next one. */
	joins( word: number ): boolean;
}

/** Elements whose text is not part of what is read; those of SVG and MathML have small letters. */
const LEFT_OUT = new Set( ( 'AUDIO BUTTON CANVAS DATALIST IFRAME INPUT LINK META NOSCRIPT OBJECT ' +
	'SCRIPT SELECT STYLE TEMPLATE TEXTAREA TITLE VIDEO math svg' ).split( ' ' ) );
/** Classes of what stands in the page beside its text, and beginnings of such classes. */
const NO_TEXT = new Set( ( 'mw-headline-number toc mw-pt-languages mwe-math-element ' +
	'mw-parser-output ' +
	// What stands for a file that is missing: its name, or its caption once more.
	'mw-broken-media ' +
	// The way back from a footnote, and "[1]" for a link without a label.
	'mw-cite-backlink autonumber' ).split( ' ' ) );
const NO_TEXT_BEGINNING =
	/^(?:mw-editsection|mw-collapsible-toggle|advice-provenance-(?!word(?!-removed)))/;
/** Stands for what is no text. */
const BREAK = '\u2029';
/** Numbers that refer to footnotes. */
const REFERENCE = /(?:^|\s)(?:mw-ref|reference)(?=\s|$)/;
const FOOTNOTES = /(?:^|\s)references(?=\s|$)/;
const HIDDEN = /(?:^|;)\s*display\s*:\s*none/i;

const BLOCKS = new Set( ( 'ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION CENTER DD DETAILS DIV DL DT ' +
	'FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LEGEND LI MAIN NAV OL P ' +
	'PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL' ).split( ' ' ) );

function isHidden( element: Element ): boolean {
	const style = element.getAttribute( 'style' );
	const hidden = element.getAttribute( 'hidden' );
	// Folded sections are part of the page: searching in it opens them.
	return ( hidden !== null && hidden !== 'until-found' ) ||
		( style !== null && HIDDEN.test( style ) );
}

/** Pages have few different classes: each is looked at once. */
const knownClasses = new Map<string, boolean>();

function isBesideText( element: Element, name: string ): boolean {
	if ( LEFT_OUT.has( name ) || !element.hasAttributes() ) {
		return LEFT_OUT.has( name );
	}
	if ( element.getAttribute( 'role' ) === 'dialog' ) {
		return true;
	}
	const classes = element.getAttribute( 'class' );
	if ( classes === null ) {
		return false;
	}
	let isBeside = knownClasses.get( classes );
	if ( isBeside === undefined ) {
		isBeside = classes.split( /\s+/ )
			.some( ( one ) => NO_TEXT.has( one ) || NO_TEXT_BEGINNING.test( one ) );
		knownClasses.set( classes, isBeside );
	}
	return isBeside || ( name === 'SUP' && REFERENCE.test( classes ) );
}

/** Collects the text of the page and what its parts are. */
class PageReader {
	public readonly nodes: Text[] = [];

	/** Offset of each node in the text. */
	public readonly nodeStarts: number[] = [];

	/** Offset of each block in the text. */
	public readonly blockOffsets: number[] = [];

	public readonly blockKinds: number[] = [];

	private readonly pieces: string[] = [];

	private length = 0;

	private kind = BLOCK_TEXT;

	public get text(): string {
		return this.pieces.join( '' );
	}

	/** Reads an output of the page. */
	public readOutput( output: Element ): void {
		this.openBlock( BLOCK_TEXT );
		this.read( output );
	}

	/** Reads what stands in an element. */
	private read( root: Element ): void {
		for ( let node = root.firstChild; node; node = node.nextSibling ) {
			if ( node.nodeType === Node.TEXT_NODE ) {
				this.nodes.push( node as Text );
				this.nodeStarts.push( this.length );
				this.add( ( node as Text ).data );
			} else if ( node.nodeType === Node.ELEMENT_NODE ) {
				this.readElement( node as Element );
			}
		}
	}

	private readElement( element: Element ): void {
		const name = element.tagName;
		if ( element.hasAttributes() && isHidden( element ) ) {
			// As if it were not there.
		} else if ( name === 'BR' || isBesideText( element, name ) ) {
			this.add( BREAK );
		} else if ( BLOCKS.has( name ) ) {
			const outer = this.kind;
			this.openBlock( this.kindOf( element, name ) );
			this.read( element );
			this.openBlock( outer === BLOCK_NOTE ? BLOCK_NOTE_MORE : outer );
		} else {
			this.read( element );
		}
	}

	private kindOf( element: Element, name: string ): number {
		if ( this.kind === BLOCK_NOTE || this.kind === BLOCK_NOTE_MORE ) {
			return BLOCK_NOTE_MORE;
		}
		if ( name === 'LI' && FOOTNOTES.test( element.parentElement?.className ?? '' ) ) {
			return BLOCK_NOTE;
		}
		return /^H\d$/.test( name ) ? BLOCK_HEADING : BLOCK_TEXT;
	}

	private openBlock( kind: number ): void {
		this.add( BREAK );
		this.kind = kind;
		this.blockOffsets.push( this.length );
		this.blockKinds.push( kind );
	}

	private add( text: string ): void {
		this.pieces.push( text );
		this.length += text.length;
	}
}

/** Blocks in which words begin, by the number of the first word. */
function blocksOfWords(
	{ blockOffsets, blockKinds }: PageReader, starts: number[]
): Pick<RenderedWords, 'blockStarts' | 'blockKinds'> {
	const blockStarts: number[] = [];
	const kinds: number[] = [];
	let word = 0;
	let opened = BLOCK_TEXT;
	blockOffsets.forEach( ( offset, block ) => {
		const end = blockOffsets[ block + 1 ] ?? Infinity;
		while ( word < starts.length && ( starts[ word ] as number ) < offset ) {
			word++;
		}
		const kind = blockKinds[ block ] as number;
		// A footnote may begin with a block of its own.
		opened = kind === BLOCK_NOTE_MORE && opened === BLOCK_NOTE ? BLOCK_NOTE : kind;
		if ( ( starts[ word ] ?? Infinity ) < end ) {
			blockStarts.push( word );
			kinds.push( opened );
			opened = BLOCK_TEXT;
		}
	} );
	return { blockStarts, blockKinds: kinds };
}

/**
 * Reads the words of the page as it is now. Places hold as long as its text nodes do.
 *
 * @param outputs in the order of the document
 */
export function readPageWords( outputs = findOutputs() ): PageWords {
	const reader = new PageReader();
	for ( const output of outputs ) {
		reader.readOutput( output );
	}
	const { nodes, nodeStarts, text } = reader;
	const texts: string[] = [];
	const starts: number[] = [];
	visitWords( text, ( isWord, start, end ) => {
		if ( isWord ) {
			texts.push( text.slice( start, end ) );
			starts.push( start );
		}
	} );

	/** Number of the node with a character. */
	function nodeWith( offset: number ): number {
		return lowerBound( nodeStarts.length,
			( node ) => ( nodeStarts[ node ] as number ) <= offset ) - 1;
	}

	return {
		texts,
		...blocksOfWords( reader, starts ),
		placeOf: ( word, from = 0, to = ( texts[ word ] as string ).length ) => {
			const start = starts[ word ] as number;
			const first = nodeWith( start + from );
			const last = nodeWith( start + to - 1 );
			return {
				startContainer: nodes[ first ] as Text,
				startOffset: start + from - ( nodeStarts[ first ] as number ),
				endContainer: nodes[ last ] as Text,
				endOffset: start + to - ( nodeStarts[ last ] as number )
			};
		},
		joins: ( word ) => !text.slice(
			( starts[ word ] as number ) + ( texts[ word ] as string ).length, starts[ word + 1 ]
		).includes( BREAK )
	};
}
