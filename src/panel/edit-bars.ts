/** How many edits a draft saw when. */
import type { TimeScale } from './time-scale';

/** A part of the time, in per cent of the scale; its height is a share of the highest. */
export interface EditBar {
	at: number;
	width: number;
	height: number;
}

const BARS = 50;

/** Counts of edits in equal parts of the scale; parts without any are left out. */
export function editBars( times: readonly number[], scale: TimeScale ): EditBar[] {
	const counts = new Array<number>( BARS ).fill( 0 );
	for ( const time of times ) {
		const index = Math.min( BARS - 1, Math.floor( scale.at( time ) / 100 * BARS ) );
		counts[ index ] = ( counts[ index ] ?? 0 ) + 1;
	}
	const most = Math.max( 1, ...counts );
	const width = 100 / BARS;
	return counts
		.map( ( count, index ) => ( { at: index * width, width, height: count / most } ) )
		.filter( ( { height } ) => height > 0 );
}
