/**
 * Dates as the log writes them: a profile of the Extended Date/Time Format (ISO 8601-2).
 *
 * `2016`, `2016-01` and `2016-01-15`, each with `~` for "about"; `2016-01/2016-04` is some
 * time within; `../2016` and `2016/..` are open at one end.
 */

/** One end of a date as it was written. */
export interface DatePoint {
	/** ISO year, month or day, without `~`. */
	text: string;
	precision: 'year' | 'month' | 'day';
	approximate: boolean;
}

export interface LogDate {
	/** First day that is meant, ISO; null for an open start. */
	earliest: string | null;
	/** Last day that is meant, ISO; null for an open end. */
	latest: string | null;
	/** "About", at one end or both: the true date can lie somewhat outside. */
	approximate: boolean;
	/** As written in the log. */
	text: string;
	/** What was written before the slash; the date itself where there is none. null: open. */
	start: DatePoint | null;
	/** What was written after the slash; equal to `start` where there is none. null: open. */
	end: DatePoint | null;
	/** Written with a slash. */
	interval: boolean;
}

/** Whole days between a date of the log and today; never negative. */
export interface Age {
	atLeast: number;
	/** null where the date is open at its start. */
	atMost: number | null;
}

const dayLength = 86400000;
const pointPattern = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(~?)$/;
/**
 * The format says nothing of how far off "about" can be; one unit of what was written is
 * taken, and for a day a week, since nobody writes "about" to mean the day before.
 */
const slack = { year: 366, month: 31, day: 7 };

interface Bounds {
	point: DatePoint;
	first: string;
	last: string;
}

/** Gregorian calendar, also before 1582 (ISO 8601). */
function daysInMonth( year: number, month: number ): number {
	const isLeap = year % 4 === 0 && ( year % 100 !== 0 || year % 400 === 0 );
	return month === 2 ? 28 + Number( isLeap ) : 30 + ( month + Number( month > 7 ) ) % 2;
}

function readPoint( text: string ): Bounds | null {
	const match = pointPattern.exec( text );
	if ( !match ) {
		return null;
	}
	const [ , year, month, day, about ] = match;
	const lastDay = daysInMonth( Number( year ), Number( month ) );
	const isReal = ( !month || ( month > '00' && month < '13' ) ) &&
		( !day || ( day > '00' && Number( day ) <= lastDay ) );
	const written = about ? text.slice( 0, -1 ) : text;
	return isReal ? {
		point: {
			text: written,
			precision: day ? 'day' : month ? 'month' : 'year',
			approximate: about === '~'
		},
		first: written + ( day ? '' : month ? '-01' : '-01-01' ),
		last: written + ( day ? '' : month ? `-${ lastDay }` : '-12-31' )
	} : null;
}

/**
 * What is wrong with a date: `E2`, it is not in the format or names a day that does not
 * exist; `E9`, an interval that ends before it starts; null, nothing.
 */
export function dateProblem( text: string ): 'E2' | 'E9' | null {
	const parts = text.split( '/' );
	const [ from, to ] = [ parts[ 0 ] ?? '', parts[ parts.length - 1 ] ?? '' ];
	const [ start, end ] = [ readPoint( from ), readPoint( to ) ];
	const interval = parts.length === 2;
	const known = ( start || ( interval && from === '..' ) ) && ( end || ( interval && to === '..' ) );
	if ( parts.length > 2 || !known || !( start || end ) ) {
		return 'E2';
	}
	return start && end && end.last < start.first ? 'E9' : null;
}

/**
 * Reads a date of the log.
 *
 * @return null if it is not in the format, names a day that does not exist, or is an
 *  interval that ends before it starts
 */
export function readDate( text: string ): LogDate | null {
	if ( dateProblem( text ) ) {
		return null;
	}
	const parts = text.split( '/' );
	const start = readPoint( parts[ 0 ] ?? '' );
	const end = readPoint( parts[ parts.length - 1 ] ?? '' );
	return {
		earliest: start && start.first,
		latest: end && end.last,
		approximate: text.includes( '~' ),
		text,
		start: start && start.point,
		end: end && end.point,
		interval: parts.length === 2
	};
}

/** Days from one ISO day to another. */
function daysBetween( day: string, today: string ): number {
	return Math.round( ( Date.parse( today ) - Date.parse( day ) ) / dayLength );
}

/** How far off a point may be, in days, beyond what was written. */
function slackOf( point: DatePoint | null ): number {
	return point?.approximate ? slack[ point.precision ] : 0;
}

/** Whole days from a date to a day; negative where the day comes before. null: open. */
export interface DaysAfter {
	/** From the last day that can be meant. */
	atLeast: number | null;
	/** From the first day that can be meant. */
	atMost: number | null;
}

/**
 * How many days after a date of the log a day is. "About" widens both ends, by a year, a month
 * or a week.
 *
 * @param date
 * @param day ISO, or a time that begins with one
 */
export function daysAfter( date: LogDate, day: string ): DaysAfter {
	const to = day.slice( 0, 10 );
	return {
		atLeast: date.latest === null ? null : daysBetween( date.latest, to ) - slackOf( date.end ),
		atMost: date.earliest === null ? null :
			daysBetween( date.earliest, to ) + slackOf( date.start )
	};
}

/**
 * Whether a time certainly comes before a date, wherever somebody noted that: from ten o'clock
 * UTC on it is the next day already in the east.
 */
export function isBefore( time: string, date: LogDate ): boolean {
	const { atMost } = daysAfter( date, time );
	return atMost !== null && atMost + Number( time.slice( 11, 13 ) >= '10' ) < 0;
}

/** Likewise, whether it comes after: until noon it is still the day before in the west. */
export function isAfter( time: string, date: LogDate ): boolean {
	const { atLeast } = daysAfter( date, time );
	return atLeast !== null && atLeast - Number( time.slice( 11, 13 ) < '12' ) > 0;
}

/**
 * How many days ago a date was: at least and at most, since most dates of a log are vague.
 * "About" widens both ends, by a year, a month or a week. Days are those of UTC.
 */
export function ageInDays( date: LogDate, today: Date ): Age {
	const { atLeast, atMost } = daysAfter( date, today.toISOString() );
	return {
		atLeast: Math.max( 0, atLeast ?? 0 ),
		atMost: atMost === null ? null : Math.max( 0, atMost )
	};
}
