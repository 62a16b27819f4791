/** Dates of the log as the parts of a control, so that nobody has to know how they are written. */
import { readDate } from './dates';

/** One end of a date: as precise as it has parts. */
export interface DateParts {
	year: number;
	/** 1 to 12. */
	month?: number;
	/** 1 to 31; only with a month. */
	day?: number;
	/** "About". */
	about?: boolean;
}

/** A third of a year or a month: "early 2016", "late May 2016". */
export type DateThird = 'early' | 'middle' | 'late';

/**
 * - `on`: that year, month or day
 * - `part`: some time in a third of a year or a month
 * - `within`: some time from one to another
 * - `until`, `since`: not after, not before
 * - `before`, `after`: the same without the time named; read back as `until` and `since`
 */
export type VagueDate =
	{ kind: 'on' | 'until' | 'since' | 'before' | 'after'; at: DateParts } |
	{ kind: 'part'; third: DateThird; at: DateParts } |
	{ kind: 'within'; from: DateParts; to: DateParts };

const thirds: DateThird[] = [ 'early', 'middle', 'late' ];
/** First and last months, and days, of the thirds; the last day is that of the month. */
const monthsOf = { early: [ 1, 4 ], middle: [ 5, 8 ], late: [ 9, 12 ] } as const;
const daysOf = { early: [ 1, 10 ], middle: [ 11, 20 ], late: [ 21, 31 ] } as const;

function pad( number: number, length: number ): string {
	return String( number ).padStart( length, '0' );
}

/** The number of days of a month of the Gregorian calendar. */
function monthLength( { year, month = 1 }: DateParts ): number {
	const date = new Date( 0 );
	date.setUTCFullYear( year, month, 0 );
	return date.getUTCDate();
}

function writePoint( { year, month, day, about }: DateParts ): string {
	const parts = [
		pad( year, 4 ),
		...month === undefined ? [] : [ pad( month, 2 ) ],
		...month === undefined || day === undefined ? [] : [ pad( day, 2 ) ]
	];
	return parts.join( '-' ) + ( about ? '~' : '' );
}

/** The year, month or day next to one, as precise as that. */
function neighbour( at: DateParts, step: 1 | -1 ): DateParts {
	const { year, month, day, about } = at;
	if ( month === undefined ) {
		return { year: year + step, ...about && { about } };
	}
	const date = new Date( 0 );
	date.setUTCFullYear( year, month - 1 + ( day === undefined ? step : 0 ),
		day === undefined ? 1 : day + step );
	return {
		year: date.getUTCFullYear(),
		month: date.getUTCMonth() + 1,
		...day !== undefined && { day: date.getUTCDate() },
		...about && { about }
	};
}

function ofThird( third: DateThird, { year, month }: DateParts ): [ DateParts, DateParts ] {
	if ( month === undefined ) {
		const [ first, last ] = monthsOf[ third ];
		return [ { year, month: first }, { year, month: last } ];
	}
	const [ first, last ] = daysOf[ third ];
	return [
		{ year, month, day: first },
		{ year, month, day: Math.min( last, monthLength( { year, month } ) ) }
	];
}

/**
 * Writes a date as the log has it.
 *
 * @return null if there is no such date: a month that does not exist, an interval that ends
 *  before it starts, a year before 0 or after 9999
 */
export function writeVagueDate( date: VagueDate ): string | null {
	let text: string;
	switch ( date.kind ) {
		case 'on':
			text = writePoint( date.at );
			break;
		case 'part':
			text = ofThird( date.third, date.at ).map( writePoint ).join( '/' );
			break;
		case 'within':
			text = `${ writePoint( date.from ) }/${ writePoint( date.to ) }`;
			break;
		default: {
			const isStrict = date.kind === 'before' || date.kind === 'after';
			const isBefore = date.kind === 'before' || date.kind === 'until';
			// Moving on from a day that does not exist would make one of it.
			const exists = readDate( writePoint( date.at ) ) !== null;
			const at = isStrict && exists ? neighbour( date.at, isBefore ? -1 : 1 ) : date.at;
			text = isBefore ? `../${ writePoint( at ) }` : `${ writePoint( at ) }/..`;
		}
	}
	return readDate( text ) && text;
}

function readPoint( text: string ): DateParts {
	const [ year = 0, month, day ] = text.replace( '~', '' ).split( '-' ).map( Number );
	return {
		year,
		...month !== undefined && { month },
		...day !== undefined && { day },
		...text.endsWith( '~' ) && { about: true }
	};
}

/**
 * Reads a date of the log into the parts of a control.
 *
 * @return null if it is no date of the log; else something that is written as the same text
 */
export function readVagueDate( text: string ): VagueDate | null {
	if ( !readDate( text ) ) {
		return null;
	}
	const [ start = '', end ] = text.split( '/' );
	if ( end === undefined ) {
		return { kind: 'on', at: readPoint( start ) };
	}
	if ( start === '..' ) {
		return { kind: 'until', at: readPoint( end ) };
	}
	if ( end === '..' ) {
		return { kind: 'since', at: readPoint( start ) };
	}
	const [ from, to ] = [ readPoint( start ), readPoint( end ) ];
	const { year, month } = from;
	for ( const at of [ { year }, ...month === undefined ? [] : [ { year, month } ] ] ) {
		const third = thirds.find( ( one ) => writeVagueDate( { kind: 'part', third: one, at } ) === text );
		if ( third ) {
			return { kind: 'part', third, at };
		}
	}
	return { kind: 'within', from, to };
}
