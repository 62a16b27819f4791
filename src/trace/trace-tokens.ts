/** A traced text as tokens with origins, as other programs and scorers take it. */

/* eslint-disable camelcase -- Names of the format. */
import type { Trace } from './trace';
import type { TracedLine } from './types';
import { visitWords } from './wikitext-words';

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

/** What a token is, with UTF-16 offsets. */
interface Piece {
	start: number;
	end: number;
	/** Number of a revision; null for what is no word and no mark, until it is settled. */
	origin: number | null;
	/** Numbers of others that may be the origin as well. */
	others: readonly number[];
}

/** Tells the origins of words and marks, and remembers what the next one is likely to need. */
class Origins {
	private readonly missing = new Map<number, readonly number[]>();

	public constructor( private readonly trace: Trace ) {}

	public ofWord( id: number ): Pick<Piece, 'origin' | 'others'> {
		const origin = this.trace.originOf( id );
		const isTied = this.trace.tracer.graph.ties.has( id );
		return {
			origin, others: isTied ? this.trace.otherOrigins( id ) : this.missingBefore( origin )
		};
	}

	public ofMark( id: number ): Pick<Piece, 'origin' | 'others'> {
		const origin = this.trace.originOfMark( id );
		return { origin, others: this.missingBefore( origin ) };
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

/** Words, marks, and what else stands between white space: translation markup. */
function piecesOfLine( { line, ids, marks }: TracedLine, origins: Origins ): Piece[] {
	const pieces: Piece[] = [];
	const { text } = line;
	let word = 0;
	let mark = 0;
	let done = 0;
	const fill = ( to: number ): void => {
		const gap = text.slice( done, to );
		if ( gap.trim() ) {
			const start = done + gap.length - gap.trimStart().length;
			pieces.push( { start, end: start + gap.trim().length, origin: null, others: [] } );
		}
	};
	visitWords( text, ( isWord, start, end ) => {
		fill( start );
		done = end;
		pieces.push( {
			start, end,
			...( isWord ? origins.ofWord( ids[ word++ ] as number ) :
				origins.ofMark( marks[ mark++ ] as number ) )
		} );
	} );
	fill( text.length );
	return pieces;
}

/** The same for all of a page, with offsets in its text. */
function piecesOf( trace: Trace, page: string ): Piece[] {
	const origins = new Origins( trace );
	const pieces: Piece[] = [];
	let offset = 0;
	for ( const traced of trace.lines( page ) ) {
		for ( const piece of piecesOfLine( traced, origins ) ) {
			piece.start += offset;
			piece.end += offset;
			pieces.push( piece );
		}
		offset += traced.line.text.length + 1;
	}
	return pieces;
}

/**
 * Gives what is no word an origin: the earlier one of its neighbours, since it introduces
 * nothing, and every letter is to be found in some token.
 */
function settle( pieces: Piece[], newest: number ): void {
	const later: ( number | null )[] = [];
	let next: number | null = null;
	for ( let at = pieces.length - 1; at >= 0; at-- ) {
		later[ at ] = next;
		next = ( pieces[ at ] as Piece ).origin ?? next;
	}
	let last: number | null = null;
	pieces.forEach( ( piece, at ) => {
		const after = later[ at ] as number | null;
		piece.origin ??= Math.min( last ?? after ?? newest, after ?? last ?? newest );
		last = piece.origin;
	} );
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
	const pieces = piecesOf( trace, page );
	const revidOf = ( number: number ): number => trace.revisions[ number ]?.revid as number;
	settle( pieces, trace.revisions.length - 1 );
	let unit = 0;
	let point = 0;
	const pointAt = ( offset: number ): number => {
		for ( ; unit < offset; point++ ) {
			unit += ( text.codePointAt( unit ) as number ) > 0xFFFF ? 2 : 1;
		}
		return point;
	};
	return pieces.map( ( { start, end, origin, others } ) => {
		const revid = revidOf( origin as number );
		const alt = [ ...new Set( others.map( revidOf ) ) ].filter( ( other ) => other !== revid );
		return {
			str: text.slice( start, end ),
			o_rev_id: revid,
			start: pointAt( start ),
			end: pointAt( end ),
			...( alt.length ? { alt } : {} )
		};
	} );
}
