/** A scale of time, from which places in a picture are taken. */
import { interfaceLocale } from '../wiki/dates';

export interface TimeScale {
	from: number;
	to: number;
	/** Place in per cent; what lies outside stands at the edge. */
	at( time: number ): number;
	ticks: { at: number; text: string }[];
}

const DAY_MS = 86400000;
/** Months from one tick to the next; what is too long for all of them takes more years. */
const STEPS = [ 1, 2, 3, 6, 12, 24, 60, 120 ];
/** More than this do not fit beside each other in a narrow window. */
const MOST_TICKS = 5;

function monthIndex( time: number ): number {
	const date = new Date( time );
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function tickTimes( from: number, to: number ): { times: number[]; step: number } {
	const [ first, last ] = [ monthIndex( from ), monthIndex( to ) ];
	const step = STEPS.find( ( months ) => ( last - first ) / months < MOST_TICKS ) ??
		12 * Math.ceil( ( last - first ) / 12 / MOST_TICKS );
	const times: number[] = [];
	for ( let month = Math.ceil( first / step ) * step; month <= last; month += step ) {
		const date = new Date( 0 );
		date.setUTCFullYear( Math.floor( month / 12 ), month % 12, 1 );
		if ( date.getTime() >= from ) {
			times.push( date.getTime() );
		}
	}
	return { times, step };
}

/**
 * @param times all that is to be shown
 * @return null where there is nothing
 */
export function timeScale( times: readonly number[] ): TimeScale | null {
	if ( !times.length ) {
		return null;
	}
	let [ from, to ] = [ Infinity, -Infinity ];
	for ( const time of times ) {
		from = Math.min( from, time );
		to = Math.max( to, time );
	}
	// A single day is no length.
	const margin = Math.max( ( to - from ) / 50, 3 * DAY_MS );
	from -= margin;
	to += margin;
	const at = ( time: number ): number => (
		Math.round( 1000 * Math.min( 1, Math.max( 0, ( time - from ) / ( to - from ) ) ) ) / 10
	);
	const { times: ticks, step } = tickTimes( from, to );
	const format = new Intl.DateTimeFormat( interfaceLocale(), {
		year: 'numeric',
		month: step % 12 ? 'short' : undefined,
		timeZone: 'UTC'
	} );
	return {
		from,
		to,
		at,
		ticks: ticks.map( ( time ) => ( { at: at( time ), text: format.format( time ) } ) )
	};
}
