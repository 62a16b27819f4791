/* eslint-disable no-bitwise -- a generator of random numbers is made of nothing else. */
/** Random numbers that a seed repeats exactly, on every machine. */
export interface Random {
	/** A fraction from 0 to below 1. */
	fraction(): number;
	/** A whole number from `least` to `most`, both included. */
	between( least: number, most: number ): number;
	/** True with this probability. */
	chance( probability: number ): boolean;
	/** One of the items; the list must not be empty. */
	pick<Item>( items: readonly Item[] ): Item;
	/** The items in another order. */
	shuffle<Item>( items: readonly Item[] ): Item[];
}

/**
 * Mulberry32 of Tommy Ettinger: 32 bits of state, good enough to choose edits with.
 *
 * @param seed any whole number; equal seeds give equal sequences
 */
export function seededRandom( seed: number ): Random {
	let state = seed | 0;
	const fraction = (): number => {
		state = ( state + 0x6d2b79f5 ) | 0;
		let mixed = Math.imul( state ^ ( state >>> 15 ), 1 | state );
		mixed = ( mixed + Math.imul( mixed ^ ( mixed >>> 7 ), 61 | mixed ) ) ^ mixed;
		return ( ( mixed ^ ( mixed >>> 14 ) ) >>> 0 ) / 4294967296;
	};
	const between = ( least: number, most: number ): number => {
		const count = most - least + 1;
		return least + Math.floor( fraction() * count );
	};
	return {
		fraction,
		between,
		chance: ( probability ) => fraction() < probability,
		pick: <Item>( items: readonly Item[] ): Item => {
			const at = between( 0, items.length - 1 );
			return items[ at ] as Item;
		},
		shuffle: <Item>( items: readonly Item[] ): Item[] => {
			const shuffled = [ ...items ];
			for ( let at = shuffled.length - 1; at > 0; at-- ) {
				const other = between( 0, at );
				[ shuffled[ at ], shuffled[ other ] ] =
					[ shuffled[ other ] as Item, shuffled[ at ] as Item ];
			}
			return shuffled;
		}
	};
}
