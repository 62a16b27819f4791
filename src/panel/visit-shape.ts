/** The form in which visits are kept; anything may stand where they are kept. */

/** An account as it was when somebody looked at it. */
export interface Visit {
	/** When: milliseconds. */
	on: number;
	/** Revision of the log page. */
	log: number;
	/** States of the items, by their keys. */
	states: Record<string, string>;
	/** Words of an item that stood, where that was known. */
	standing: Record<string, number>;
}

export interface Visits {
	last: Visit | null;
	/** The one before. */
	before: Visit | null;
}

function isRecord( value: unknown ): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray( value );
}

/** Without a prototype: an item may be called "constructor". */
function only<T extends string | number>(
	value: unknown, type: 'string' | 'number'
): Record<string, T> {
	const record = Object.create( null ) as Record<string, T>;
	if ( isRecord( value ) ) {
		for ( const [ key, own ] of Object.entries( value ) ) {
			if ( typeof own === type ) {
				record[ key ] = own as T;
			}
		}
	}
	return record;
}

function readVisit( value: unknown ): Visit | null {
	return isRecord( value ) && typeof value.on === 'number' && typeof value.log === 'number' ? {
		on: value.on,
		log: value.log,
		states: only<string>( value.states, 'string' ),
		standing: only<number>( value.standing, 'number' )
	} : null;
}

/** What was kept, as far as it can be understood. */
export function readVisits( value: unknown ): Visits {
	return isRecord( value ) ?
		{ last: readVisit( value.last ), before: readVisit( value.before ) } :
		{ last: null, before: null };
}
