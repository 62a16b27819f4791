/** Reads a page history from a file, for the programs that trace one. */
import { readFileSync } from 'node:fs';
import { UserError } from './user-error';

/** One revision of a history, in the order of the edits. */
export interface HistoryRevision {
	revid: number;
	/** Name of the page; empty where the history is of a single page without a name. */
	page: string;
	/** Wikitext; null where the revision is missing or its text is suppressed. */
	text: string | null;
	timestamp?: string;
	user?: string;
	comment?: string;
}

/** A file that is no history; the message says in one sentence why. */
export class HistoryError extends UserError {}

type Fields = { [ name: string ]: unknown };

function isObject( value: unknown ): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray( value );
}

/** A field that may be left out; what is not a text is left out as well. */
function optional( fields: Fields, name: string ): { [ name: string ]: string } {
	const value = fields[ name ];
	return typeof value === 'string' ? { [ name ]: value } : {};
}

function readRevision( value: unknown, index: number ): HistoryRevision {
	const which = `revision ${ index + 1 } of the file`;
	if ( !isObject( value ) ) {
		throw new HistoryError( `This is no page history: ${ which } is not an object.` );
	}
	const { revid, page = '', text = null } = value;
	if ( typeof revid !== 'number' || !Number.isSafeInteger( revid ) ) {
		throw new HistoryError( `This is no page history: ${ which } has no whole number as "revid".` );
	}
	if ( typeof page !== 'string' ) {
		throw new HistoryError( `This is no page history: the "page" of ${ which } is not a text.` );
	}
	if ( text !== null && typeof text !== 'string' ) {
		throw new HistoryError( `This is no page history: the "text" of ${ which } is neither a text nor null.` );
	}
	return {
		revid,
		page,
		text,
		...optional( value, 'timestamp' ),
		...optional( value, 'user' ),
		...optional( value, 'comment' )
	};
}

/** A history, with what its file says of the wiki. */
export interface HistoryFile {
	revisions: HistoryRevision[];
	/** Whether the pages are written from right to left; undefined if it is not said. */
	isRtl?: boolean;
}

/**
 * Reads a history from JSON: a list of revisions, or an object with a list `revisions`. Their
 * order is the order of the edits, whatever the timestamps say.
 *
 * @param json
 * @throws {HistoryError} if it is something else
 */
export function parseHistory( json: string ): HistoryFile {
	let data: unknown;
	try {
		// Some editors put a byte order mark before everything.
		data = JSON.parse( json.replace( /^\uFEFF/, '' ) );
	} catch ( error ) {
		throw new HistoryError( `This is no page history: it is not JSON (${ ( error as Error ).message }).` );
	}
	const revisions = isObject( data ) ? data.revisions : data;
	if ( !Array.isArray( revisions ) ) {
		throw new HistoryError( 'This is no page history: there is neither a list of revisions nor an object with a list "revisions".' );
	}
	return {
		revisions: revisions.map( readRevision ),
		// As siteinfo has it.
		...isObject( data ) && typeof data.rtl === 'boolean' && { isRtl: data.rtl }
	};
}

/**
 * Reads a history from a file.
 *
 * @param path `-` for standard input
 * @throws {HistoryError} if the file cannot be read or is no history
 */
export function readHistoryFile( path: string ): HistoryFile {
	let json: string;
	try {
		json = readFileSync( path === '-' ? 0 : path, 'utf8' );
	} catch ( error ) {
		throw new HistoryError( `The history cannot be read: ${ ( error as Error ).message }.` );
	}
	return parseHistory( json );
}

/**
 * Likewise, the revisions alone.
 *
 * @param path
 * @throws {HistoryError}
 */
export function readHistory( path: string ): HistoryRevision[] {
	return readHistoryFile( path ).revisions;
}
