/** Which of the things that were put in another order stayed where they were. */

/** The best chain that ends with a block of things. */
interface Chain {
	/** Which block of things. */
	readonly block: number;
	readonly before: Chain | null;
	readonly count: number;
	readonly weight: number;
}

function better( chain: Chain | null, other: Chain | null ): Chain | null {
	if ( !chain || !other ) {
		return chain || other;
	}
	return chain.count > other.count ||
		( chain.count === other.count && chain.weight > other.weight ) ? chain : other;
}

/** The best chain among those that end at a low place: a segment tree over the places. */
class BestChains {
	/** Places in the second half; node n is the better of nodes 2n and 2n + 1. */
	private readonly nodes: ( Chain | null )[];

	public constructor( private readonly size: number ) {
		this.nodes = new Array<Chain | null>( 2 * size ).fill( null );
	}

	public add( place: number, chain: Chain ): void {
		for ( let node = place + this.size; node > 0; node = Math.floor( node / 2 ) ) {
			this.nodes[ node ] = better( this.nodes[ node ] || null, chain );
		}
	}

	/** The best of the chains at the places below a limit. */
	public below( limit: number ): Chain | null {
		let best: Chain | null = null;
		let start = this.size;
		let end = limit + this.size;
		while ( start < end ) {
			if ( start % 2 ) {
				best = better( best, this.nodes[ start++ ] || null );
			}
			if ( end % 2 ) {
				best = better( best, this.nodes[ --end ] || null );
			}
			start /= 2;
			end /= 2;
		}
		return best;
	}
}

/** Whether things are in the order of their places. */
export function isAscending( places: readonly number[] ): boolean {
	for ( let at = 1; at < places.length; at++ ) {
		if ( ( places[ at ] as number ) <= ( places[ at - 1 ] as number ) ) {
			return false;
		}
	}
	return true;
}

/**
 * Finds the things that keep their order when the fewest are moved, and of several such sets
 * one that moves the least weight: the heaviest of the longest increasing subsequences. Time
 * n log n.
 *
 * @param places the place of each thing before, all different, in the order of now
 * @param weights the weight of each thing
 * @param counts for how many each thing counts; one by default
 * @return whether each thing stays
 */
export function keptOrder(
	places: readonly number[], weights: readonly number[], counts?: readonly number[]
): boolean[] {
	if ( isAscending( places ) ) {
		return places.map( () => true );
	}
	const ranks = ranksOf( places );
	const chains = new BestChains( places.length );
	/** Where each block begins: what stood in a row and still does stays or moves as one. */
	const blocks: number[] = [];
	for ( let at = 0; at < ranks.length; at++ ) {
		if ( !at || ranks[ at ] !== ( ranks[ at - 1 ] as number ) + 1 ) {
			blocks.push( at );
		}
	}
	blocks.push( ranks.length );
	for ( let block = 0; block + 1 < blocks.length; block++ ) {
		const rank = ranks[ blocks[ block ] as number ] as number;
		const before = chains.below( rank );
		let count = before ? before.count : 0;
		let weight = before ? before.weight : 0;
		for ( let at = blocks[ block ] as number; at < ( blocks[ block + 1 ] as number ); at++ ) {
			count += counts ? counts[ at ] || 0 : 1;
			weight += weights[ at ] || 0;
		}
		chains.add( rank, { block, before, count, weight } );
	}
	const stays = places.map( () => false );
	for ( let chain = chains.below( places.length ); chain; chain = chain.before ) {
		stays.fill( true, blocks[ chain.block ], blocks[ chain.block + 1 ] );
	}
	return stays;
}

/** The place of each number among all of them in order, from 0 on. */
function ranksOf( numbers: readonly number[] ): number[] {
	const sorted = Float64Array.from( numbers ).sort();
	const ranks = new Map<number, number>();
	for ( let rank = 0; rank < sorted.length; rank++ ) {
		ranks.set( sorted[ rank ] as number, rank );
	}
	return numbers.map( ( number ) => ranks.get( number ) || 0 );
}
