/**
 * The origins of marks. A mark (`.`, `[[`) has no meaning of its own: it is the same one as long
 * as one of the words beside it is.
 */
import { IntList } from './int-list';
import { NeighbourMap } from './neighbour-map';
import type { TracedLine } from './types';

/** In the place of an id: no mark that is free stood there. */
const NEW = -1;
/** One of the words beside it knows a mark, which another place may have the better right to. */
const DOUBTFUL = -2;

/** The word at a place in a line, or the one beside the line. */
function wordAt( ids: Int32Array, at: number, beside: number ): number {
	return at >= 0 && at < ids.length ? ids[ at ] as number : beside;
}

export class MarkGraph {
	public readonly origins = new IntList();

	/** Texts of marks, as numbers of the vocabulary. */
	public readonly types = new IntList();

	private readonly standing = new IntList();

	private readonly followers = new NeighbourMap( this.types );

	private readonly leaders = new NeighbourMap( this.types );

	/** A new mark. */
	public introduce( type: number, revision: number ): number {
		this.standing.push( 1 );
		this.types.push( type );
		return this.origins.push( revision );
	}

	/** Marks of a line that may not stand any more. */
	public release( line: TracedLine ): void {
		for ( const id of line.marks ) {
			this.standing.set( id, 0 );
		}
	}

	/** Marks of a line that was found again as a whole. */
	public keep( line: TracedLine ): void {
		for ( const id of line.marks ) {
			this.standing.set( id, 1 );
		}
	}

	/**
	 * Finds or introduces the marks of a line.
	 *
	 * @param marks as in Line
	 * @param ids ids of the line's words
	 * @param left the word before the line
	 * @param right the word after the line
	 * @param revision
	 */
	public trace(
		marks: Int32Array, ids: Int32Array, left: number, right: number, revision: number
	): Int32Array {
		const found = new Int32Array( marks.length / 2 );
		const { followers, leaders } = this;
		// First those that stand between the same two words, then those with one of them.
		for ( let index = 0; index < found.length; index++ ) {
			const words = marks[ 2 * index ] as number;
			const type = marks[ 2 * index + 1 ] as number;
			const after = followers.get( wordAt( ids, words - 1, left ), type );
			const before = leaders.get( wordAt( ids, words, right ), type );
			const isKnown = this.isFree( after ) || this.isFree( before );
			found[ index ] = !isKnown ? NEW : after === before ? this.take( after ) : DOUBTFUL;
		}
		for ( let index = 0; index < found.length; index++ ) {
			if ( found[ index ] === DOUBTFUL ) {
				const words = marks[ 2 * index ] as number;
				const type = marks[ 2 * index + 1 ] as number;
				const after = followers.get( wordAt( ids, words - 1, left ), type );
				const before = leaders.get( wordAt( ids, words, right ), type );
				found[ index ] = this.isFree( after ) ? this.take( after ) :
					this.isFree( before ) ? this.take( before ) : NEW;
			}
			if ( found[ index ] === NEW ) {
				found[ index ] = this.introduce( marks[ 2 * index + 1 ] as number, revision );
			}
		}
		this.note( marks, ids, left, right, found );
		return found;
	}

	/** Notes between which words the marks of a line stand; parameters as of `trace`. */
	public note(
		marks: Int32Array, ids: Int32Array, left: number, right: number, found: Int32Array
	): void {
		for ( let index = 0; index < found.length; index++ ) {
			const words = marks[ 2 * index ] as number;
			const type = marks[ 2 * index + 1 ] as number;
			const id = found[ index ] as number;
			this.followers.set( wordAt( ids, words - 1, left ), type, id );
			this.leaders.set( wordAt( ids, words, right ), type, id );
		}
	}

	private take( id: number ): number {
		this.standing.set( id, 1 );
		return id;
	}

	private isFree( id: number ): boolean {
		return id !== -1 && this.standing.get( id ) === 0;
	}
}
