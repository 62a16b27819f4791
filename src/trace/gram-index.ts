/**
 * Where three words in a row were ever seen, deleted text included: the way back to text that
 * was gone (an index of word n-grams over the whole past, after de Alfaro and Shavlovsky,
 * "Attributing authorship of revisioned content", WWW 2013).
 */
import { hashPairUnsigned } from './hash';
import { IntList } from './int-list';
import { PairMap } from './pair-map';

export const GRAM = 3;

export class GramIndex {
	/** Head of the chain of each gram. */
	private readonly heads = new PairMap();

	private readonly ids = new IntList( 4096 );

	private readonly older = new IntList( 4096 );

	/** Notes that the word `id` begins the gram. The caller says each place once. */
	public add( first: number, second: number, third: number, id: number ): void {
		const key = hashPairUnsigned( first, second );
		this.older.push( this.heads.set( key, third, this.ids.push( id ) ) );
	}

	/** Makes room for so many more places. */
	public reserve( count: number ): void {
		this.heads.reserve( count );
	}

	/** The newest place of a gram; -1 if it was never seen. */
	public newest( first: number, second: number, third: number ): number {
		return this.heads.get( hashPairUnsigned( first, second ), third );
	}

	/** The word at a place. Two grams may share their places: compare the words. */
	public wordAt( place: number ): number {
		return this.ids.get( place );
	}

	/** The place before; -1 if there is none. */
	public olderThan( place: number ): number {
		return this.older.get( place );
	}
}
