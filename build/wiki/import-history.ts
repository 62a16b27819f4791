/** Brings a page history into a local wiki, through MediaWiki's own import. */
import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../user-error';
import { exportXml, isoSeconds, storableText, type ExportRevision } from './export-xml';
import { jsonAnswer, ownScript, type WikiHandle } from './maintenance';
import { orderTimestamps } from './order-timestamps';
import type { HistoryRevision } from './read-history';

/** MediaWiki's own name for an author who is not known; nobody can have it as an account. */
const unknownUser = 'Unknown user';

/** How to import. */
export interface ImportOptions {
	/** Delete a page that has the title already, instead of refusing. */
	replace?: boolean;
	/** Gets sentences about what was changed in order to be imported. */
	log?: ( line: string ) => void;
}

interface Prepared {
	error?: string;
	title: string;
	exists: boolean;
	names: Record<string, string>;
}

/**
 * Imports a history as a page of its own. The order of the revisions is kept: a timestamp that
 * would break it is moved, and no two are the same second.
 *
 * @param wiki where to
 * @param title of the new page
 * @param revisions in the order of the edits
 * @return id in the file → id in the wiki
 * @throws {UserError} if the title cannot be used, or is in use
 */
export async function importHistory(
	wiki: WikiHandle, title: string, revisions: HistoryRevision[], options: ImportOptions = {}
): Promise<Record<string, number>> {
	const log = options.log ?? ( () => undefined );
	const names = [ ...new Set( revisions.map( userOf ) ) ];
	const prepared = jsonAnswer( await wiki.php( ownScript( 'prepare-import' ), [], JSON.stringify( {
		title, replace: options.replace === true, names
	} ) ) ) as Prepared;
	if ( prepared.error !== undefined ) {
		throw new UserError( `"${ title }" cannot be the title of a page; choose another one.` );
	}
	if ( prepared.exists ) {
		throw new UserError( `The wiki has a page "${ prepared.title }" already; choose another title, or add --replace to delete that page first.` );
	}
	const local = new Map( Object.entries( prepared.names ) );
	for ( const [ name, used ] of local ) {
		if ( name !== used ) {
			log( `The user "${ name }" is called "${ used }" in the wiki.` );
		}
	}
	const ready = exportRevisions( revisions, local );
	noteMovedTimestamps( revisions, ready, log );
	await importDump( wiki, prepared.title, ready );
	const stored = jsonAnswer( await wiki.php(
		ownScript( 'finish-import' ), [], JSON.stringify( { title: prepared.title } )
	) ) as [ number, string, string ][];
	return mapping( revisions, ready, stored, prepared.title );
}

function userOf( revision: HistoryRevision ): string {
	return revision.user === null ? unknownUser : storableText( revision.user );
}

function exportRevisions(
	revisions: HistoryRevision[], local: Map<string, string>
): ExportRevision[] {
	const times = orderTimestamps( revisions.map( ( { time } ) => time ) );
	return revisions.map( ( revision, i ) => ( {
		time: times[ i ] ?? revision.time,
		user: local.get( userOf( revision ) ) ?? unknownUser,
		comment: revision.comment,
		text: revision.text,
		minor: revision.minor
	} ) );
}

function noteMovedTimestamps(
	revisions: HistoryRevision[], ready: ExportRevision[], log: ( line: string ) => void
): void {
	const moved = revisions.filter( ( { time }, i ) => ready[ i ]?.time !== time );
	if ( moved.length > 0 ) {
		log( `${ moved.length } of ${ revisions.length } timestamps were moved to keep the order of the file (the first is that of revision ${ moved[ 0 ]?.revid }).` );
	}
}

async function importDump(
	wiki: WikiHandle, title: string, revisions: ExportRevision[]
): Promise<void> {
	const folder = mkdtempSync( join( wiki.dir, 'import-' ) );
	try {
		const file = join( folder, 'export.xml' );
		await pipeline( Readable.from( exportXml( title, revisions ) ), createWriteStream( file ) );
		await wiki.php( 'importDump', [ '--no-updates', '--report', '1000000', file ] );
	} finally {
		rmSync( folder, { recursive: true, force: true } );
	}
}

/** Holds what the wiki stored against what it was given, revision by revision. */
function mapping(
	revisions: HistoryRevision[], ready: ExportRevision[], stored: [ number, string, string ][],
	title: string
): Record<string, number> {
	const ids: Record<string, number> = {};
	revisions.forEach( ( { revid }, i ) => {
		const given = ready[ i ];
		const [ id, timestamp, sha1 ] = stored[ i ] ?? [];
		if (
			given === undefined || id === undefined || stored.length !== revisions.length ||
			timestamp !== isoSeconds( given.time ).replace( /\D/g, '' ) ||
			sha1 !== sha1Base36( storableText( given.text ) )
		) {
			throw new Error( `MediaWiki did not store revision ${ revid } (number ${ i + 1 }) of "${ title }" as it was given: ${ stored.length } of ${ revisions.length } revisions are there.` );
		}
		ids[ revid ] = id;
	} );
	return ids;
}

/** SHA-1 as MediaWiki writes it. */
function sha1Base36( text: string ): string {
	const hex = createHash( 'sha1' ).update( text ).digest( 'hex' );
	return BigInt( `0x${ hex }` ).toString( 36 ).padStart( 31, '0' );
}
