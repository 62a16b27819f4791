/** A traced text as tokens with origins, as other programs and scorers take it. */

/* eslint-disable camelcase -- Names of the format. */
import { IntList } from './int-list';
import type { Trace } from './trace';
import type { TracedLine } from './types';
import { findWords, PIECE } from './wikitext-words';

export interface TraceToken {
	/** As it stands in the text. */
	str: string;
	/** Id of the revision that introduced it. */
	o_rev_id: number;
	/** Offsets in the text, in code points. */
	start: number;
	end: number;
	/** Ids of other revisions that may have introduced it as well. */
	alt?: number[];
}

/** Turns UTF-16 offsets, in ascending order, into offsets in code points. */
class CodePoints {
	private unit = 0;

	private point = 0;

	public constructor( private readonly text: string ) {}

	public at( offset: number ): number {
		for ( ; this.unit < offset; this.point++ ) {
			this.unit += ( this.text.codePointAt( this.unit ) as number ) > 0xFFFF ? 2 : 1;
		}
		return this.point;
	}
}

/** No origin: what is no word and no mark, until it is settled. */
const OPEN = -1;

/** Words, marks, and what else stands between white space: translation markup. */
class Pieces {
	/** UTF-16 offsets of the beginning and end of each in turn. */
	public readonly places = new IntList();

	/** For each the number of a revision, or OPEN. */
	public readonly origins = new IntList();

	/** By index, for some: numbers of other revisions that may be the origin as well. */
	public readonly others = new Map<number, readonly number[]>();

	/** By number of a revision: missing ones right before it. */
	private readonly missing = new Map<number, readonly number[]>();

	private readonly found = new IntList();

	public constructor( private readonly trace: Trace ) {}

	public addLine( { line: { text }, ids, marks }: TracedLine, offset: number ): void {
		const { found, trace } = this;
		// Where nothing is hidden, only white space stands between words and marks.
		const hasGaps = text.includes( '<' );
		let word = 0;
		let mark = 0;
		let done = 0;
		findWords( text, found );
		for ( let at = 0; at < found.length; at += PIECE ) {
			const start = found.get( at );
			if ( hasGaps ) {
				this.addGap( text.slice( done, start ), offset + done );
			}
			done = found.get( at + 1 );
			if ( found.get( at + 2 ) ) {
				const id = ids[ word++ ] as number;
				const origin = trace.originOf( id );
				const isTied = trace.tracer.graph.ties.has( id );
				this.add( offset + start, offset + done, origin,
					isTied ? trace.otherOrigins( id ) : this.missingBefore( origin ) );
			} else {
				const origin = trace.originOfMark( marks[ mark++ ] as number );
				this.add( offset + start, offset + done, origin, this.missingBefore( origin ) );
			}
		}
		if ( hasGaps ) {
			this.addGap( text.slice( done ), offset + done );
		}
	}

	/**
	 * Gives what is no word an origin: the earlier one of its neighbours, since it introduces
	 * nothing, and every letter is to be found in some token.
	 *
	 * @param newest number of the newest revision
	 */
	public settle( newest: number ): void {
		const { origins } = this;
		for ( let at = 0; at < origins.length; at++ ) {
			if ( origins.get( at ) === OPEN ) {
				let next = at + 1;
				while ( next < origins.length && origins.get( next ) === OPEN ) {
					next++;
				}
				const before = at ? origins.get( at - 1 ) : newest;
				const after = next < origins.length ? origins.get( next ) : newest;
				// What follows has the same neighbours.
				for ( ; at < next; at++ ) {
					origins.set( at, Math.min( before, after ) );
				}
			}
		}
	}

	private add( start: number, end: number, origin: number, others: readonly number[] ): void {
		if ( others.length ) {
			this.others.set( this.origins.length, others );
		}
		this.places.push( start );
		this.places.push( end );
		this.origins.push( origin );
	}

	private addGap( gap: string, offset: number ): void {
		const text = gap.trim();
		if ( text ) {
			const start = offset + gap.length - gap.trimStart().length;
			this.add( start, start + text.length, OPEN, [] );
		}
	}

	private missingBefore( origin: number ): readonly number[] {
		let missing = this.missing.get( origin );
		if ( !missing ) {
			missing = this.trace.missingBefore( origin );
			this.missing.set( origin, missing );
		}
		return missing;
	}
}

/**
 * The newest state of a page as tokens.
 *
 * @param trace
 * @param page
 * @return in the order of the text; without holes but white space
 */
export function traceTokens( trace: Trace, page: string ): TraceToken[] {
	const text = trace.text( page );
	const pieces = new Pieces( trace );
	let offset = 0;
	for ( const traced of trace.lines( page ) ) {
		pieces.addLine( traced, offset );
		offset += traced.line.text.length + 1;
	}
	pieces.settle( trace.revisions.length - 1 );
	const revidOf = ( number: number ): number => trace.revisions[ number ]?.revid as number;
	const points = new CodePoints( text );
	const tokens: TraceToken[] = [];
	for ( let at = 0; at < pieces.origins.length; at++ ) {
		const start = pieces.places.get( 2 * at );
		const end = pieces.places.get( 2 * at + 1 );
		const token: TraceToken = {
			str: text.slice( start, end ),
			o_rev_id: revidOf( pieces.origins.get( at ) ),
			start: points.at( start ),
			end: points.at( end )
		};
		const others = pieces.others.get( at );
		if ( others ) {
			const alt = [ ...new Set( others.map( revidOf ) ) ]
				.filter( ( other ) => other !== token.o_rev_id );
			if ( alt.length ) {
				token.alt = alt;
			}
		}
		tokens.push( token );
	}
	return tokens;
}
