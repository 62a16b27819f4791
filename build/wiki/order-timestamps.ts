/**
 * Timestamps that grow with every revision. MediaWiki orders a page's history by time, while the
 * order of a history file is the order of the edits, whatever its timestamps say.
 *
 * The longest run of timestamps that are in order already is kept as it is; every other one (a
 * clock that was wrong, an imported edit) is moved next to the revision before it. So a single
 * false date in the future does not drag along all that follow.
 *
 * @param times seconds, in the order of the edits
 * @return whole seconds, each at least one more than the one before
 */
export function orderTimestamps( times: number[] ): number[] {
	const seconds = times.map( Math.floor );
	const kept = longestRun( seconds );
	const ordered: number[] = [];
	seconds.forEach( ( time, i ) => {
		const before = ordered[ i - 1 ];
		if ( kept.has( i ) ) {
			ordered.push( before === undefined ? time : Math.max( time, before + 1 ) );
		} else if ( before !== undefined ) {
			ordered.push( before + 1 );
		} else {
			// Before the first one that is kept, with a second for each in between.
			const first = Math.min( ...kept );
			ordered.push( ( seconds[ first ] ?? time ) - first );
		}
	} );
	return ordered;
}

/**
 * Positions of a longest run that does not decrease (Fredman's algorithm: for each length, the
 * position of the smallest value that a run of that length can end with).
 */
function longestRun( values: number[] ): Set<number> {
	const ends: number[] = [];
	const previous: number[] = [];
	values.forEach( ( value, i ) => {
		let low = 0;
		let high = ends.length;
		while ( low < high ) {
			const middle = Math.floor( ( low + high ) / 2 );
			if ( ( values[ ends[ middle ] ?? 0 ] ?? 0 ) <= value ) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		previous[ i ] = low === 0 ? -1 : ends[ low - 1 ] ?? -1;
		ends[ low ] = i;
	} );
	const run = new Set<number>();
	for ( let i = ends[ ends.length - 1 ] ?? -1; i >= 0; i = previous[ i ] ?? -1 ) {
		run.add( i );
	}
	return run;
}
