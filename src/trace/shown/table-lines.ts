/** Lines of wikitext: where the marks of tables and headings end and the shown text begins. */
import type { MarkupSpan } from './markup-span';
import type { ShownPlace } from './shown-parts';
import { tagKind } from './tag-kind';

/** Follows the lines of one part of a wikitext. */
export class TableLines {
	/** Tables that are open. */
	private tables = 0;

	/** Sign that began the line of cells; empty on other lines. */
	private row = '';

	public constructor( private readonly span: MarkupSpan ) {}

	public endLine(): void {
		this.row = '';
	}

	/**
	 * Reads the marks that a line begins with.
	 *
	 * @param from offset of the line
	 * @param place is told of headings and ends of words
	 * @return where the text of the line begins
	 */
	public openLine( from: number, place: ShownPlace ): number {
		const { text } = this.span;
		const start = this.skipInvisible( from );
		let at = start;
		while ( at < this.span.to && ' \t:'.includes( text.charAt( at ) ) ) {
			at++;
		}
		if ( at + 1 >= this.span.to ) {
			return start;
		}
		if ( text[ at ] === '{' && text[ at + 1 ] === '|' ) {
			this.tables++;
			return this.span.find( '\n', at );
		}
		const begin = this.tables > 0 && !text.slice( start, at ).includes( ':' ) ?
			this.openTableLine( at ) :
			null;
		if ( begin !== null ) {
			return begin;
		}
		if ( text[ start ] === '=' && this.isHeading( start ) ) {
			place.out.heading();
		}
		return start;
	}

	/** @return where the text begins; null if the line bears no mark of a table */
	private openTableLine( at: number ): number | null {
		const { text } = this.span;
		const sign = text.charAt( at );
		const pair = text.slice( at, at + 2 );
		if ( pair === '|}' ) {
			this.tables--;
			return at + 2;
		}
		if ( pair === '|-' ) {
			return this.span.find( '\n', at );
		}
		if ( sign !== '|' && sign !== '!' ) {
			return null;
		}
		this.row = pair === '|+' ? '+' : sign;
		return this.skipAttributes( at + ( pair === '|+' ? 2 : 1 ) );
	}

	/**
	 * Where the text of the next cell begins, if a mark between cells stands at a place;
	 * otherwise that place.
	 */
	public nextCell( at: number ): number {
		const sign = this.span.text.charAt( at );
		const isMark = this.row !== '' && this.span.text[ at + 1 ] === sign &&
			( sign === '|' || this.row === '!' );
		return isMark ? this.skipAttributes( at + 2 ) : at;
	}

	/** A cell's attributes end at a single `|`; before a link there are none. */
	private skipAttributes( from: number ): number {
		const { span } = this;
		const { text } = span;
		let at = from;
		for ( ;; ) {
			const end = span.find( '\n|!', at );
			const isPair = text[ end + 1 ] === text[ end ];
			if ( end < span.to && text[ end ] === '!' && !( isPair && this.row === '!' ) ) {
				at = end + 1;
				continue;
			}
			const isAttributes = end < span.to && text[ end ] === '|' && !isPair &&
				!this.hasLink( from, end );
			return isAttributes ? end + 1 : from;
		}
	}

	private hasLink( from: number, to: number ): boolean {
		const { nodes } = this.span;
		for ( let i = this.span.nodeFrom( from ); i < nodes.length; i++ ) {
			const node = nodes[ i ];
			if ( !node || node.start >= to ) {
				break;
			}
			if ( node.kind === 'link' || node.kind === 'variant' ) {
				return true;
			}
		}
		return false;
	}

	/** Comments and translation marks before a line's first sign. */
	private skipInvisible( from: number ): number {
		let at = from;
		for ( let node = this.span.nodeAt( at ); node; node = this.span.nodeAt( at ) ) {
			const isInvisible = node.kind === 'comment' ||
				( node.kind === 'tag' && tagKind( node.name ) === 'transparent' );
			if ( !isInvisible ) {
				break;
			}
			at = node.end;
		}
		return at;
	}

	/** A line that begins with an equals sign is a heading if it ends with one. */
	private isHeading( from: number ): boolean {
		const { span } = this;
		let end = span.find( '\n', from );
		let index = span.nodeFrom( end ) - 1;
		for ( ;; ) {
			while ( end > from && ' \t\r'.includes( span.text.charAt( end - 1 ) ) ) {
				end--;
			}
			const node = span.nodes[ index ];
			const isInvisible = node && node.end === end && ( node.kind === 'comment' ||
				( node.kind === 'tag' && tagKind( node.name ) === 'transparent' ) );
			if ( !isInvisible ) {
				break;
			}
			end = node.start;
			index--;
		}
		return end > from + 2 && span.text[ end - 1 ] === '=';
	}
}
