/** Dates in the reader's language. */
import { readDate } from '../log/dates';
import { msg } from './messages';

/** The language for Intl; a code that the browser does not know gives its default. */
export function interfaceLocale(): string | undefined {
	const code = mw.config.get( 'wgUserLanguage' );
	try {
		return Intl.getCanonicalLocales( code )[ 0 ];
	} catch {
		return undefined;
	}
}

/** A date and time of the wiki (ISO 8601) as a day; in UTC, as the dates of the log are. */
export function formatTimestamp( iso: string ): string {
	const time = Date.parse( iso );
	return isNaN( time ) ?
		iso :
		new Intl.DateTimeFormat( interfaceLocale(), { dateStyle: 'medium', timeZone: 'UTC' } ).format( time );
}

/** A moment on this computer, with its time of day where it is. */
export function formatMoment( time: number ): string {
	return new Intl.DateTimeFormat( interfaceLocale(), {
		dateStyle: 'medium', timeStyle: 'short'
	} ).format( time );
}

/** `2016`, `2016-01` or `2016-01-15`, each with no more precision than it has. */
function formatPart( part: string ): string {
	const [ year, month, day ] = part.split( '-' ).map( Number );
	if ( !year ) {
		return part;
	}
	const date = new Date( 0 );
	date.setUTCFullYear( year, ( month || 1 ) - 1, day || 1 );
	return new Intl.DateTimeFormat( interfaceLocale(), {
		year: 'numeric',
		month: month ? ( day ? 'short' : 'long' ) : undefined,
		day: day ? 'numeric' : undefined,
		timeZone: 'UTC'
	} ).format( date );
}

function formatVague( part: string ): string {
	return part.endsWith( '~' ) ?
		msg( 'date-about', formatPart( part.slice( 0, -1 ) ) ) :
		formatPart( part );
}

/**
 * A date of the log, in words: what is vague stays vague. A text that is no date is shown
 * as it stands.
 *
 * @param edtf as the log stores it: `2016`, `2016-01~`, `2016-01/2016-04`, `../2016`, …
 */
export function formatLogDate( edtf: string ): string {
	if ( !readDate( edtf ) ) {
		return edtf;
	}
	const [ from, to ] = edtf.split( '/' );
	if ( from === undefined || to === undefined ) {
		return formatVague( edtf );
	}
	if ( from === '..' ) {
		return to === '..' ? msg( 'date-unknown' ) : msg( 'date-until', formatVague( to ) );
	}
	return to === '..' ?
		msg( 'date-since', formatVague( from ) ) :
		msg( 'date-within', formatVague( from ), formatVague( to ) );
}
