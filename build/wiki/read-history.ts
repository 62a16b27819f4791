/** Reads a page history from a file: a JSON array of revisions, or `{ "revisions": […] }`. */
import { readFileSync } from 'node:fs';
import { UserError } from '../user-error';

/** A revision of a history file. */
export interface HistoryRevision {
	/** As the file has it; the key of the mapping that an import returns. */
	revid: string;
	/** Seconds since 1970. */
	time: number;
	/** null where the file has none. */
	user: string | null;
	comment: string;
	text: string;
	minor: boolean;
}

/** What a history file holds. */
export interface History {
	/** In the order of the file, which is the order of the edits. */
	revisions: HistoryRevision[];
	/** Sentences about what was left out or is doubtful. */
	notes: string[];
}

const formatHint = 'a history is a JSON array of { "revid", "timestamp", "user", "comment", "text" }, oldest first';

/** A failure to read a history ends a program with status 2. */
function formatError( where: string, what: string ): UserError {
	return new UserError( `${ where }: ${ what } (${ formatHint }).`, 2 );
}

/**
 * Reads a history file.
 *
 * @throws {UserError} naming what is wrong and where
 */
export function readHistory( file: string ): History {
	let text: string;
	try {
		text = readFileSync( file, 'utf8' );
	} catch ( error ) {
		throw new UserError( `${ file } cannot be read (${ ( error as Error ).message }); check its name.`, 2 );
	}
	let value: unknown;
	try {
		value = JSON.parse( text.replace( /^\uFEFF/, '' ) );
	} catch ( error ) {
		throw formatError( file, `this is not JSON, ${ ( error as Error ).message }` );
	}
	return parseHistory( value, file );
}

/**
 * Reads a history from a parsed JSON value.
 *
 * @param name of the file, for error messages
 * @throws {UserError} naming what is wrong and where
 */
export function parseHistory( value: unknown, name: string ): History {
	const list: unknown = Array.isArray( value ) ? value : field( value, 'revisions' );
	if ( !Array.isArray( list ) ) {
		throw formatError( name, 'there is no list of revisions in it' );
	}
	const notes: string[] = [];
	const revisions: HistoryRevision[] = [];
	const seen = new Set<string>();
	const repeated = new Set<string>();
	list.forEach( ( item: unknown, i ) => {
		const where = `${ name }, revision ${ i + 1 } of ${ list.length }`;
		const revid = revisionId( item, where );
		const text = field( item, 'text' );
		if ( text === null || text === undefined ) {
			notes.push( `Revision ${ revid } has no text (it is missing or was suppressed) and is left out.` );
			return;
		}
		if ( typeof text !== 'string' ) {
			throw formatError( where, '"text" is not a string' );
		}
		if ( seen.has( revid ) ) {
			repeated.add( revid );
		}
		seen.add( revid );
		const user = field( item, 'user' );
		const comment = field( item, 'comment' );
		revisions.push( {
			revid,
			time: revisionTime( item, where ),
			user: typeof user === 'string' && user.trim() !== '' ? user : null,
			comment: typeof comment === 'string' ? comment : '',
			text,
			minor: field( item, 'minor' ) === true
		} );
	} );
	for ( const revid of repeated ) {
		notes.push( `More than one revision has the id ${ revid }: all are imported, and the id stands for the last of them.` );
	}
	if ( revisions.length === 0 ) {
		throw formatError( name, 'there is no revision with a text in it' );
	}
	return { revisions, notes };
}

function field( value: unknown, name: string ): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn( value, name ) ?
		( value as Record<string, unknown> )[ name ] :
		undefined;
}

function revisionId( item: unknown, where: string ): string {
	const revid = field( item, 'revid' );
	if ( typeof revid === 'number' || ( typeof revid === 'string' && revid !== '' ) ) {
		return String( revid );
	}
	throw formatError( where, '"revid" is neither a number nor a string' );
}

function revisionTime( item: unknown, where: string ): number {
	const timestamp = field( item, 'timestamp' );
	const time = typeof timestamp === 'string' ? parseTimestamp( timestamp ) : null;
	if ( time === null ) {
		throw formatError( where, `"timestamp" is not a date like 2016-01-31T12:00:00Z: ${ JSON.stringify( timestamp ) ?? 'absent' }` );
	}
	return time;
}

/**
 * Seconds since 1970 of an ISO 8601 timestamp (with `Z`, an offset, or neither, which is taken
 * for UTC) or of MediaWiki's own fourteen digits; null if it is neither.
 */
export function parseTimestamp( timestamp: string ): number | null {
	const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec( timestamp );
	let normal: string | null;
	if ( digits === null ) {
		normal = normalTimestamp( timestamp.trim() );
	} else {
		normal = `${ digits.slice( 1, 4 ).join( '-' ) }T${ digits.slice( 4 ).join( ':' ) }Z`;
	}
	const time = normal === null ? NaN : Date.parse( normal );
	return Number.isNaN( time ) ? null : Math.floor( time / 1000 );
}

/** An ISO 8601 timestamp in the one form that Date.parse reads the same way everywhere. */
function normalTimestamp( timestamp: string ): string | null {
	const day = timestamp.slice( 0, 10 );
	const clock = timestamp.slice( 11 ).replace( /z$/i, '' );
	const zone = /[+-][\d:]{2,5}$/.exec( clock );
	const time = clock.slice( 0, zone?.index ).trim() || '00:00';
	const offset = ( zone?.[ 0 ] ?? '+0000' ).replace( ':', '' ).padEnd( 5, '0' );
	if (
		!/^\d{4}-\d\d-\d\d(?:$|[T ])/i.test( timestamp ) ||
		!( /^\d\d:\d\d$/.test( time ) || /^\d\d:\d\d:\d\d[.,]?\d*$/.test( time ) )
	) {
		return null;
	}
	const seconds = time.length === 5 ? `${ time }:00` : time.slice( 0, 8 );
	return `${ day }T${ seconds }${ offset.slice( 0, 3 ) }:${ offset.slice( 3 ) }`;
}
