/**
 * The markup of wikitext whose beginning and end belong together: comments, tags, templates,
 * parameters, links. One pass over the text with a stack, as MediaWiki's preprocessor does it;
 * what has no end is plain text.
 */
import { readQuoteMarks } from './quote-marks';

export type NodeKind =
	'comment' |
	/** one HTML tag, opening or closing */
	'tag' |
	/** a tag with a content of its own kind, with that content and the closing tag */
	'extension' |
	'template' | 'parameter' | 'link' |
	/** `-{…}-`, of wikis that convert between scripts */
	'variant';

export interface MarkupNode {
	kind: NodeKind;
	/** Offsets in the text that was read. */
	start: number;
	end: number;
	/** Of what stands between the marks. */
	innerStart: number;
	innerEnd: number;
	/** Of a tag or extension, in lower case; else empty. */
	name: string;
	/** Levels of nodes within it, itself included. */
	depth: number;
	children: MarkupNode[];
}

export interface Markup {
	/** The outermost nodes, in order. */
	nodes: MarkupNode[];
	/** How many apostrophes of a run are shown, by its offset; none of the others. */
	apostrophes: Map<number, number>;
}

/** Tags inside which MediaWiki reads nothing, or reads it in a way of its own. */
const EXTENSIONS = new Set( ( 'nowiki pre ref references gallery poem syntaxhighlight source ' +
	'math chem ce score timeline indicator includeonly templatestyles templatedata graph hiero ' +
	'inputbox mapframe maplink imagemap charinsert categorytree' ).split( ' ' ) );

/** What lies deeper is read as plain text; MediaWiki itself expands templates to a depth of 100. */
const MOST_LEVELS = 100;

/** Templates may stand among a tag's attributes, but a brace alone ends what looked like a tag. */
// Braces keep the parts of a tag apart, so there is one way only to match it.
// eslint-disable-next-line security/detect-unsafe-regex
const MARK = /<!--|<\/?[a-z][^<>{}]*(?:\{\{[^<>{}]*\}\}[^<>{}]*)*>|\{{2,}|\}{2,}|\[\[|\]{2,3}|-\{(?!\{)|\}-|'{2,}|\n/gi;
const CLOSING = /<\/([a-z]+)\s*>/gi;
const TAG_NAME = /^<\/?([a-z][a-z\d-]*)(?=[\s/>|])/i;

/** An opening that waits for its end. */
interface Opening {
	sign: string;
	/** Offset of the first sign, and how many braces of a run are left. */
	start: number;
	count: number;
	children: MarkupNode[];
}

class MarkupReader {
	private readonly stack: Opening[] = [ { sign: '', start: 0, count: 0, children: [] } ];

	/** Openings of templates on the stack. */
	private templates = 0;

	private readonly apostrophes = new Map<number, number>();

	private runs: number[] = [];

	/** Names of tags of which no further end exists: not looked for again. */
	private readonly endless = new Set<string>();

	public constructor( private readonly text: string ) {}

	public read(): Markup {
		const marks = new RegExp( MARK );
		for ( let match = marks.exec( this.text ); match; match = marks.exec( this.text ) ) {
			marks.lastIndex = this.take( match[ 0 ], match.index );
		}
		this.endLine();
		// What was opened and never closed is text; what stands in it remains.
		const nodes = this.stack.flatMap( ( { children } ) => children );
		return { nodes, apostrophes: this.apostrophes };
	}

	private get top(): Opening {
		return this.stack[ this.stack.length - 1 ] as Opening;
	}

	/** @return offset to go on from */
	private take( mark: string, at: number ): number {
		const end = at + mark.length;
		switch ( mark[ 0 ] ) {
			case '\n':
				this.endLine();
				break;
			case '\'':
				// Those in a template count on the lines that it expands to.
				if ( this.templates === 0 ) {
					this.runs.push( at, mark.length );
				}
				break;
			case '{':
			case '[':
			case '-':
				this.templates += mark[ 0 ] === '{' ? 1 : 0;
				this.stack.push( {
					sign: mark.slice( 0, mark[ 0 ] === '{' ? 1 : 2 ),
					start: at, count: mark.length, children: []
				} );
				break;
			case '}':
				if ( mark === '}-' ) {
					return this.closePair( '-{', 'variant', at ) ? end : at + 1;
				}
				this.closeBraces( at, mark.length );
				break;
			case ']':
				return this.closeLink( mark.length, at );
			default:
				return mark === '<!--' ? this.takeComment( at ) : this.takeTag( mark, at );
		}
		return end;
	}

	private endLine(): void {
		if ( this.runs.length ) {
			readQuoteMarks( this.text, this.runs, this.apostrophes );
			this.runs = [];
		}
	}

	private add( node: Omit<MarkupNode, 'depth'> ): void {
		let depth = 0;
		for ( const child of node.children ) {
			depth = Math.max( depth, child.depth );
		}
		this.top.children.push( depth < MOST_LEVELS ?
			{ ...node, depth: depth + 1 } :
			{ ...node, depth: 1, children: [] } );
	}

	/** Most wikis have no `-{…}-`: an opening without an end must not keep others from ending. */
	private dropVariants(): void {
		let below = this.stack.length - 1;
		while ( this.stack[ below ]?.sign === '-{' ) {
			below--;
		}
		const dropped = this.stack.splice( below + 1 );
		for ( const { children } of dropped ) {
			for ( const child of children ) {
				this.top.children.push( child );
			}
		}
	}

	private closePair( sign: string, kind: NodeKind, at: number ): boolean {
		if ( sign !== '-{' ) {
			this.dropVariants();
		}
		const { sign: open, start, children } = this.top;
		if ( open !== sign ) {
			return false;
		}
		this.stack.pop();
		this.add( {
			kind, start, end: at + 2, innerStart: start + 2, innerEnd: at, name: '', children
		} );
		return true;
	}

	/** True where a single bracket is open in the innermost link. */
	private endsWithinLink( at: number ): boolean {
		const { start } = this.top;
		let open = at - 1;
		while ( open > start && !'[]'.includes( this.text.charAt( open ) ) ) {
			open--;
		}
		return this.text[ open ] === '[' && open > start + 1;
	}

	/** Of three brackets the first may close an external link. */
	private closeLink( count: number, from: number ): number {
		this.dropVariants();
		const at = count === 3 && this.endsWithinLink( from ) ? from + 1 : from;
		return this.closePair( '[[', 'link', at ) ? at + 2 : from + 1;
	}

	/** Closes as many templates and parameters as a run of braces ends. */
	private closeBraces( from: number, count: number ): void {
		let at = from;
		let left = count;
		this.dropVariants();
		while ( left >= 2 && this.top.sign === '{' ) {
			const opening = this.top;
			const width = Math.min( left, opening.count, 3 );
			this.stack.pop();
			opening.count -= width;
			at += width;
			left -= width;
			const start = opening.start + opening.count;
			const node: Omit<MarkupNode, 'depth'> = {
				kind: width === 3 ? 'parameter' : 'template',
				start, end: at, innerStart: start + width, innerEnd: at - width,
				name: '', children: opening.children
			};
			if ( opening.count >= 2 ) {
				this.stack.push( { ...opening, children: [] } );
			} else {
				this.templates--;
			}
			this.add( node );
		}
	}

	private takeComment( at: number ): number {
		const close = this.text.indexOf( '-->', at + 4 );
		const end = close === -1 ? this.text.length : close + 3;
		this.addFlat( 'comment', '', at, end, end, end );
		return end;
	}

	private takeTag( tag: string, at: number ): number {
		const name = ( TAG_NAME.exec( tag )?.[ 1 ] || '' ).toLowerCase();
		if ( !name ) {
			return at + 1;
		}
		const end = at + tag.length;
		if ( !EXTENSIONS.has( name ) || tag[ 1 ] === '/' ) {
			this.addFlat( 'tag', name, at, end, end, end );
			return end;
		}
		if ( tag.endsWith( '/>' ) ) {
			this.addFlat( 'extension', name, at, end, end, end );
			return end;
		}
		const close = this.endless.has( name ) ? null : this.findClose( name, end );
		if ( !close ) {
			this.endless.add( name );
			return at + 1;
		}
		this.addFlat( 'extension', name, at, close.index + close[ 0 ].length, end, close.index );
		return close.index + close[ 0 ].length;
	}

	private findClose( name: string, from: number ): RegExpExecArray | null {
		const closing = new RegExp( CLOSING );
		closing.lastIndex = from;
		let close = closing.exec( this.text );
		while ( close && ( close[ 1 ] as string ).toLowerCase() !== name ) {
			close = closing.exec( this.text );
		}
		return close;
	}

	private addFlat(
		kind: NodeKind, name: string, start: number, end: number,
		innerStart: number, innerEnd: number
	): void {
		this.add( { kind, start, end, innerStart, innerEnd, name, children: [] } );
	}
}

/** Reads the nodes of a piece of wikitext; time grows with its length alone. */
export function readMarkup( text: string ): Markup {
	return new MarkupReader( text ).read();
}
