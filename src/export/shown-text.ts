/**
 * What a page certainly shows of its wikitext, word for word.
 *
 * This is no parser: where it is not certain what the wiki makes of some markup (a template, an
 * image, a table's attributes), or where something else stands between two words on the page (a
 * footnote's number, the end of a paragraph), the text is cut. What stands between two cuts is
 * found on the page as it is, to the last space.
 */
import { visitOpaque } from '../trace/opaque';

export interface ShownText {
	/** Pieces of what the page shows, in its order, each on a line of its own. */
	text: string;
	/** For each UTF-16 unit of the text, the offset in the wikitext that it comes from. */
	offsets: number[];
}

/** Stands for what is not shown and cuts nothing; no wiki saves this character. */
const GONE = '\u0000';
const CUT = '\n';

/** A line is a heading, which tables of contents show as well. */
const HEADING = /^={1,6}.*={1,6}[ \t\0]*$/gm;

/** Links that show their own words, the first one with a target before them. */
const LINKS = [
	/\[\[([^[\]|\n]*)\|([^[\]|\n]+)\]\]/,
	/\[\[([^[\]|\n:/][^[\]|\n:]*)\]\]/,
	// Each group ends at what it cannot hold, so there is one way only to match it.
	// eslint-disable-next-line security/detect-unsafe-regex
	/\[(?:https?:)?\/\/[^\s[\]<>"]+[ \t]+([^[\]\n]*)\]/
];
/** Names of files have an extension; the text after the bar may not be shown at all. */
const FILE = /\.\w{2,5}\s*$/;
const ENTITY = /&(?:#x?[\da-f]{1,7}|[a-z]\w{1,30});/;
/** Not shown, while what stands before and after it is shown side by side. */
const CLOSED_UP = [
	/\0+/,
	// Only where they come in pairs: see withoutOddQuotes.
	/'{2,}/,
	// Tags that change how words look, and nothing else.
	/<\/?(?:[bius]|em|strong|small|big|su[bp]|span|code|tt|kbd|mark|cite|dfn|abbr|bd[io])(?=[\s/>])[^<>]*>/
];
const CUTS = [
	// What begins a line: a table, an item of a list, a line to divide.
	/^[ \t]*\{\|.*|^[ \t]*\|[-}].*|^[ \t]*[|!][^|\n[\]{}]*\|(?!\|)|^[ \t]*!/,
	/^[*#:]*;.*|^[*#:]+|^-{4,}/,
	// Any other link: the words in it are the wiki's, or none.
	/\[\[[^[\]\n]*(?:\]\]|\|)|\[\/\/[^[\]\n]*\]|\[[a-z]+:[^[\]\n]*\]|https?:\/\/[^\s<>[\]]+/,
	/<\/?[a-z][^<>]*>|__[^\s_]{3,30}__|\[\[|\]\]|!!|[|{}\n]/,
	// MediaWiki makes these spaces others, that no line breaks at.
	/ (?=[?:;!%»›])|[«‹] /
];

const source = ( some: readonly RegExp[] ): string => some.map( ( one ) => one.source ).join( '|' );

// Made of the above and nothing else.
// eslint-disable-next-line security/detect-non-literal-regexp
const MARKS = new RegExp(
	`${ source( LINKS ) }|(${ ENTITY.source })|(${ source( CLOSED_UP ) })|${ source( CUTS ) }`, 'gim'
);

const entities: Readonly<Record<string, string>> = {
	nbsp: '\u00a0', lt: '<', gt: '>', amp: '&', quot: '"', ndash: '–', mdash: '—', rsquo: '’'
};

/** The character that is meant; null where that is not certain. */
function characterOf( entity: string ): string | null {
	const [ , hex, decimal, name = '' ] = /^&(?:#x([\da-f]+)|#(\d+)|(\w+));$/i.exec( entity ) ?? [];
	const code = hex ? parseInt( hex, 16 ) : Number( decimal ?? 0 );
	const isCharacter = ( code >= 0x20 && code < 0x7f ) ||
		( code > 0x9f && code <= 0x10ffff && !( code >= 0xd800 && code <= 0xdfff ) );
	return isCharacter ? String.fromCodePoint( code ) : entities[ name ] ?? null;
}

/** Templates, the outermost ones: what they show of their arguments is their own affair. */
function templates( text: string ): [ start: number, end: number ][] {
	const open: number[] = [];
	const found: [ number, number ][] = [];
	for ( const { 0: mark, index } of text.matchAll( /\{\{|\}\}/g ) ) {
		if ( mark === '{{' ) {
			open.push( index );
			continue;
		}
		const start = open.pop();
		if ( start !== undefined ) {
			let outside = found.length;
			while ( ( found[ outside - 1 ]?.[ 0 ] ?? -1 ) > start ) {
				outside--;
			}
			found.splice( outside, Infinity, [ start, index + 2 ] );
		}
	}
	return found;
}

/** The text with some parts covered; offsets stay what they are. */
function covered(
	text: string, parts: readonly [ start: number, end: number, cover: string ][]
): string {
	const kept: string[] = [];
	let done = 0;
	for ( const [ start, end, cover ] of parts ) {
		kept.push( text.slice( done, start ), cover.repeat( end - start ) );
		done = end;
	}
	return kept.join( '' ) + text.slice( done );
}

/** How MediaWiki reads quotes that come in no pairs depends on the words around them. */
function withoutOddQuotes( text: string ): string {
	return text.replace( /^.*'{2}.*$/gm, ( line ) => {
		const runs = ( line.match( /'{2,}/g ) ?? [] ).map( ( { length } ) => length );
		const count = ( ...lengths: number[] ): number => (
			runs.filter( ( length ) => lengths.includes( length ) ).length
		);
		const isClear = count( 2, 3, 5 ) === runs.length &&
			count( 2, 5 ) % 2 === 0 && count( 3, 5 ) % 2 === 0;
		return isClear ? line : line.replace( /'{2,}/g, ( run ) => CUT.repeat( run.length ) );
	} );
}

/** Puts the pieces together. */
class Pieces {
	public readonly offsets: number[] = [];

	private readonly ended: string[] = [];

	private piece = '';

	public get text(): string {
		return this.ended.join( '' ) + this.piece;
	}

	/** @param to where the next character stands, if several units stand for one */
	public add( shown: string, from: number, to = from + shown.length ): void {
		// At the edges of a piece the page may have more white space, or less.
		const own = this.piece ? shown : shown.trimStart();
		const skipped = shown.length - own.length;
		for ( let unit = 0; unit < own.length; unit++ ) {
			this.offsets.push( Math.min( from + skipped + unit, to - 1 ) );
		}
		this.piece += own;
	}

	public cut( at: number ): void {
		if ( this.piece ) {
			const own = this.piece.trimEnd();
			this.offsets.length -= this.piece.length - own.length;
			this.offsets.push( at );
			this.ended.push( own + CUT );
			this.piece = '';
		}
	}
}

/** Tells what stands in a part of the covered text. */
function addPart( pieces: Pieces, covers: string, from: number, to: number ): void {
	const part = covers.slice( from, to );
	let done = 0;
	for ( const match of part.matchAll( MARKS ) ) {
		const [ mark, target = '', label, title, words, entity, closedUp ] = match;
		const at = from + ( match.index ?? 0 );
		const end = at + mark.length;
		pieces.add( covers.slice( from + done, at ), from + done );
		done = end - from;
		const inner = FILE.test( target ) ? undefined : label ?? title ?? words;
		const character = entity ? characterOf( entity ) : null;
		if ( inner !== undefined ) {
			const last = end - ( words === undefined ? 2 : 1 );
			addPart( pieces, covers, last - inner.length, last );
		} else if ( character !== null ) {
			pieces.add( character, at, at + 1 );
		} else if ( closedUp === undefined ) {
			pieces.cut( at );
		}
	}
	pieces.add( part.slice( done ), from + done );
}

/** @param wikitext any text; what is cut too often costs nothing but a place to find it by */
export function shownText( wikitext: string ): ShownText {
	const opaque: [ number, number, string ][] = [];
	visitOpaque( wikitext, ( start, end, tag ) => {
		opaque.push( [ start, end, tag ? CUT : GONE ] );
	} );
	const open = covered( wikitext, opaque );
	const whole = covered(
		open, templates( open ).map( ( [ start, end ] ) => [ start, end, CUT ] )
	);
	const covers = withoutOddQuotes(
		whole.replace( HEADING, ( heading ) => CUT.repeat( heading.length ) )
	);
	const pieces = new Pieces();
	addPart( pieces, covers, 0, covers.length );
	return { text: pieces.text, offsets: pieces.offsets };
}
