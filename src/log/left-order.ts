/**
 * Of places that are all different, those that left their order: as few as possible are said to
 * have moved. The longest increasing subsequence stays (patience sorting, Fredman 1975).
 */
export function leftOrder( places: readonly number[] ): number[] {
	/** By length of a row that goes up: index of its lowest last place. */
	const ends: number[] = [];
	const before: number[] = [];
	places.forEach( ( place, index ) => {
		let [ low, high ] = [ 0, ends.length ];
		while ( low < high ) {
			const middle = Math.floor( ( low + high ) / 2 );
			if ( ( places[ ends[ middle ] as number ] as number ) < place ) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		before.push( low ? ends[ low - 1 ] as number : -1 );
		ends[ low ] = index;
	} );
	const stays = new Set<number>();
	let index = ends[ ends.length - 1 ] ?? -1;
	while ( index >= 0 ) {
		stays.add( index );
		index = before[ index ] as number;
	}
	return places.filter( ( _, at ) => !stays.has( at ) );
}
