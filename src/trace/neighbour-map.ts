/**
 * What stood beside something: a map from a word and the type of a neighbour to that neighbour.
 *
 * Most words have one neighbour ever, so that this is a list; only further ones of other types
 * go into a table. Words are numbered as they appear, so what is looked up together lies together
 * in memory.
 */
import type { IntList } from './int-list';
import { PairMap } from './pair-map';

export class NeighbourMap {
	/** By word: its first neighbour plus one, negative if there are others too; 0 for none. */
	private first = new Int32Array( 1024 );

	private readonly others = new PairMap( 1024 );

	/** @param types of neighbours */
	public constructor( private readonly types: IntList ) {}

	/** @return the neighbour of this type that was noted last; -1 if there is none */
	public get( id: number, type: number ): number {
		const first = id < this.first.length ? this.first[ id ] as number : 0;
		if ( first === 0 ) {
			return -1;
		}
		const neighbour = Math.abs( first ) - 1;
		if ( this.types.get( neighbour ) === type ) {
			return neighbour;
		}
		return first < 0 ? this.others.get( id, type ) : -1;
	}

	/** @return the one of its type that was noted before; -1 if there was none */
	public set( id: number, type: number, neighbour: number ): number {
		if ( id >= this.first.length ) {
			this.grow( id );
		}
		const first = this.first[ id ] as number;
		if ( first === 0 ) {
			this.first[ id ] = neighbour + 1;
			return -1;
		}
		const before = Math.abs( first ) - 1;
		if ( this.types.get( before ) === type ) {
			this.first[ id ] = first < 0 ? -neighbour - 1 : neighbour + 1;
			return before;
		}
		this.first[ id ] = -before - 1;
		return this.others.set( id, type, neighbour );
	}

	private grow( id: number ): void {
		const larger = new Int32Array( Math.max( 2 * this.first.length, id + 1 ) );
		larger.set( this.first );
		this.first = larger;
	}
}
