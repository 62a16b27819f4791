/** A local wiki that is being served: what `npm start`, the demonstrations and the tests use. */
import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensurePhp } from '../packages';
import { lastLines, runCommand } from '../run-command';
import { UserError } from '../user-error';
import { checkMediaWiki, fetchMediaWiki } from './fetch-mediawiki';
import { ensureInstalled } from './install-wiki';
import { jsonAnswer, ownScript, runMaintenance, type WikiHandle } from './maintenance';
import { isSameProcess, processMark } from './processes';
import { endServersOf, freePort, serveWiki, type WikiServer } from './serve';
import {
	readState, sharedCode, wikiPaths, writeFacts, type Account, type InstalledFacts, type StateFacts
} from './wiki-folder';

/** A page to be saved. */
export interface PageEdit {
	title: string;
	text: string;
	/** The title's own model by default; `json` for a log outside of the MediaWiki namespace. */
	contentModel?: string;
	summary?: string;
	/** Name or IP address; made known to the wiki if need be. Admin by default. */
	user?: string;
}

/** A local wiki that is being served. */
export interface RunningWiki extends WikiHandle {
	/** `http://127.0.0.1:PORT` */
	url: string;
	port: number;
	apiUrl: string;
	/** Version of MediaWiki. */
	version: string;
	/** Admin (administrator of everything), then Reader (nothing special). */
	users: Account[];
	/** For `deployGadget` and other robots. */
	botPassword: { user: string; password: string };
	/** Address of a page; `query` is added as it is, e.g. `{ useskin: 'minerva' }`. */
	pageUrl( title: string, query?: Record<string, string> ): string;
	/**
	 * Switches behaviour of the wiki for the requests that follow, the page cache included.
	 *
	 * @param name of the setting, to be able to take it back
	 * @param phpCode without `<?php`; null takes the setting back
	 */
	setSettings( name: string, phpCode: string | null ): void;
	/**
	 * Saves a page, as any user, without asking for rights.
	 *
	 * @return id of the revision (the current one if nothing changed)
	 */
	editPage( title: string, text: string, options?: Omit<PageEdit, 'title' | 'text'> ): Promise<number>;
	/** Saves several pages in order, much faster than one by one. */
	editPages( edits: PageEdit[] ): Promise<number[]>;
	/** Keeps the whole content of the wiki under a name. */
	snapshot( name: string ): Promise<void>;
	/** Brings a snapshot's content back, with the sessions of users who were logged in then. */
	restore( name: string ): Promise<void>;
	/** What was noted about the wiki; notes stay when it is stopped. */
	note( name: string ): unknown;
	setNote( name: string, value: unknown ): void;
	/** Adds the titles worth opening to `state.json`. */
	setPages( titles: string[] ): void;
	/** Resolves when the server has ended, for whatever reason. */
	ended: Promise<void>;
	/** Ends the server; nothing of it is left when it resolves. */
	stop(): Promise<void>;
}

/** How to start a wiki. */
export interface StartOptions {
	/** Folder of the wiki; installed there if it is not yet. */
	dir: string;
	/** Any free one by default. */
	port?: number;
	/** Content language of a new wiki, e.g. `ar` for one written from right to left. */
	lang?: string;
	/** Folder of an unpacked MediaWiki; Debian's is fetched by default. */
	mediawiki?: string;
	/** Gets a line about each step that takes time. */
	log?: ( line: string ) => void;
}

/**
 * Starts a wiki, from whatever state: installs PHP, fetches MediaWiki and installs the wiki as
 * far as needed, ends servers that an earlier run left behind.
 *
 * @throws {UserError} for all that the person at the keyboard can mend
 */
export async function startWiki( options: StartOptions ): Promise<RunningWiki> {
	const log = options.log ?? ( () => undefined );
	const dir = resolve( options.dir );
	await checkStart( dir, options.port ?? 0, log );
	const [ php, code ] = await Promise.all( [
		ensurePhp( log ),
		options.mediawiki === undefined ?
			fetchMediaWiki( sharedCode, log ) :
			checkMediaWiki( options.mediawiki )
	] );
	const facts = await ensureInstalled( dir, code, php, options.lang ?? 'en', log );
	const server = await serveWiki( dir, php, options.port ?? 0 );
	const state: StateFacts = {
		url: `${ server.origin }/wiki/`,
		api: `${ server.origin }/w/api.php`,
		port: server.port,
		pid: process.pid,
		serverPid: server.pid,
		processMark: processMark( process.pid ),
		users: facts.users,
		botPassword: facts.botPassword,
		mediawiki: facts.mediawiki,
		dir,
		pages: readState( dir )?.pages ?? []
	};
	writeFacts( wikiPaths( dir ).state, state );
	return runningWiki( facts, state, server );
}

/**
 * Says at once what would keep a wiki from starting after a long installation.
 *
 * @throws {UserError} if it is running already, or its port is in use
 */
export async function checkStart(
	dir: string, port: number, log: ( line: string ) => void
): Promise<void> {
	const state = readState( dir );
	if (
		state?.processMark !== undefined && state.pid !== process.pid &&
		isSameProcess( state.processMark )
	) {
		throw new UserError( `The wiki in ${ dir } is already running at ${ state.url } (process ${ state.pid }); use that one, end it with "npm run wiki -- stop --dir ${ dir }", or name another folder with --dir.` );
	}
	if ( await endServersOf( dir ) > 0 ) {
		log( 'Ended the server that an earlier run had left behind.' );
	}
	await freePort( port );
}

function runningWiki(
	facts: InstalledFacts, state: StateFacts, server: WikiServer
): RunningWiki {
	const { dir } = state;
	const { origin } = server;
	const paths = wikiPaths( dir );
	const php: WikiHandle[ 'php' ] = ( script, args, stdin ) => runMaintenance( dir, facts, script, args, stdin );
	const editPages = async ( edits: PageEdit[] ): Promise<number[]> => jsonAnswer(
		await php( ownScript( 'edit-pages' ), [], JSON.stringify( edits ) )
	) as number[];
	const snapshotPath = ( name: string ): string => join( paths.snapshots, name );
	const copyDatabases = async ( from: string, to: string ): Promise<void> => {
		if ( !existsSync( from ) ) {
			throw new Error( `There is no snapshot in ${ from }.` );
		}
		mkdirSync( to, { recursive: true } );
		const copy = await runCommand( facts.php, [ ownScript( 'copy-databases' ), from, to ] );
		if ( copy.status !== 0 ) {
			throw new Error( `The databases in ${ from } could not be copied to ${ to }: ${ lastLines( copy ) }` );
		}
	};
	return {
		dir,
		url: origin,
		port: state.port,
		apiUrl: state.api,
		version: facts.mediawiki,
		users: facts.users,
		botPassword: facts.botPassword,
		php,
		pageUrl: ( title, query = {} ) => {
			const path = encodeURIComponent( title.replace( / /g, '_' ) ).replace( /%2F/g, '/' ).replace( /%3A/g, ':' );
			const parameters = new URLSearchParams( query ).toString();
			return `${ origin }/wiki/${ path }${ parameters === '' ? '' : `?${ parameters }` }`;
		},
		setSettings: ( name, phpCode ) => {
			const file = join( paths.settings, `${ name }.php` );
			if ( phpCode === null ) {
				rmSync( file, { force: true } );
			} else {
				writeFileSync( file, `<?php\n${ phpCode }\n` );
			}
			// The settings take the moment of the last change from here.
			const now = new Date();
			utimesSync( paths.settings, now, now );
		},
		editPages,
		editPage: async ( title, text, edit = {} ) => {
			const ids = await editPages( [ { title, text, ...edit } ] );
			return ids[ 0 ] ?? 0;
		},
		snapshot: ( name ) => copyDatabases( paths.data, snapshotPath( name ) ),
		restore: ( name ) => copyDatabases( snapshotPath( name ), paths.data ),
		note: ( name ) => facts.notes[ name ],
		setNote: ( name, value ) => {
			facts.notes[ name ] = value;
			writeFacts( paths.installed, facts );
		},
		setPages: ( titles ) => {
			state.pages = titles;
			writeFacts( paths.state, state );
		},
		ended: server.ended,
		stop: async () => {
			await server.stop();
			writeFacts( paths.state, {
				...state, pid: undefined, serverPid: undefined, processMark: undefined
			} );
		}
	};
}
