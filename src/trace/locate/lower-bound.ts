/**
 * Binary search.
 *
 * @param count of things in order
 * @param isBefore true for those before the one that is looked for
 * @return number of the first that is not before it; `count` if all are
 */
export function lowerBound( count: number, isBefore: ( index: number ) => boolean ): number {
	let low = 0;
	let high = count;
	while ( low < high ) {
		const middle = Math.floor( ( low + high ) / 2 );
		if ( isBefore( middle ) ) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
