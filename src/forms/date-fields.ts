/** A vague date as the fields of a control, which may be half filled in. */
import { readVagueDate, writeVagueDate, type DateParts, type DateThird } from '../log/vague-dates';

export type DateKind =
	'' | 'on' | 'about' | 'early' | 'middle' | 'late' | 'before' | 'after' | 'until' | 'since' | 'within';

export const dateKinds: readonly Exclude<DateKind, ''>[] = [
	'on', 'about', 'early', 'middle', 'late', 'before', 'until', 'after', 'since', 'within'
];

/** Texts of inputs; empty for what is not given. */
export interface PartFields {
	year: string;
	month: string;
	day: string;
	/** "About" within an interval, which the control keeps as it was. */
	about?: boolean;
}

export interface DateFields {
	kind: DateKind;
	from: PartFields;
	to: PartFields;
}

const THIRDS: readonly string[] = [ 'early', 'middle', 'late' ];

export function noParts(): PartFields {
	return { year: '', month: '', day: '' };
}

function toFields( { year, month, day, about }: DateParts ): PartFields {
	return {
		year: String( year ),
		month: month ? String( month ) : '',
		day: day ? String( day ) : '',
		...about && { about }
	};
}

/** Digits as people of any script write them, in those of the log. */
function toNumber( text: string ): number {
	const digits = text.trim().replace( /\p{Nd}/gu, ( digit ) => {
		// Digits of a script follow one another, and ten of them begin with its zero.
		let zero = digit.codePointAt( 0 ) as number;
		while ( /\p{Nd}/u.test( String.fromCodePoint( zero - 1 ) ) && ( digit.codePointAt( 0 ) as number ) - zero < 9 ) {
			zero--;
		}
		return String( ( digit.codePointAt( 0 ) as number ) - zero );
	} );
	return /^\d{1,4}$/.test( digits ) ? Number( digits ) : NaN;
}

function toParts( { year, month, day, about }: PartFields ): DateParts | null {
	const read = toNumber( year );
	return isNaN( read ) ? null : {
		year: read,
		...month && { month: Number( month ) },
		...month && day && { day: Number( day ) },
		...about && { about }
	};
}

/** The fields of a date of the log; a text that is no date gives none. */
export function dateFields( text: string ): DateFields {
	const date = text ? readVagueDate( text ) : null;
	if ( !date ) {
		return { kind: '', from: noParts(), to: noParts() };
	}
	if ( date.kind === 'within' ) {
		return { kind: 'within', from: toFields( date.from ), to: toFields( date.to ) };
	}
	const { about, ...at } = date.at;
	const isAbout = date.kind === 'on' && about;
	return {
		kind: isAbout ? 'about' : date.kind === 'part' ? date.third : date.kind,
		from: toFields( isAbout ? at : date.at ),
		to: noParts()
	};
}

/** Whether a date of this kind can name a day: "early on 3 May" is none. */
export function hasDay( kind: DateKind ): boolean {
	return !THIRDS.includes( kind );
}

/**
 * The date that the fields make.
 *
 * @return empty while nothing is given; null while what is given makes no date
 */
export function dateText( { kind, from, to }: DateFields ): string | null {
	const parts = toParts( from );
	if ( kind === '' || ( !from.year.trim() && !to.year.trim() ) ) {
		return '';
	}
	if ( !parts ) {
		return null;
	}
	if ( kind === 'within' ) {
		const end = toParts( to );
		return end && writeVagueDate( { kind, from: parts, to: end } );
	}
	if ( kind === 'about' ) {
		return writeVagueDate( { kind: 'on', at: { ...parts, about: true } } );
	}
	if ( !hasDay( kind ) ) {
		return writeVagueDate( {
			kind: 'part', third: kind as DateThird, at: { ...parts, day: undefined }
		} );
	}
	return writeVagueDate( { kind: kind as 'on', at: parts } );
}
