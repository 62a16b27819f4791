/** Installs MediaWiki with SQLite into a folder, with our settings and accounts. */
import { createHash, randomBytes } from 'node:crypto';
import {
	copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { root } from '../root';
import { lastLines, runCommand } from '../run-command';
import { UserError } from '../user-error';
import type { MediaWikiCode } from './fetch-mediawiki';
import { ownScript, runMaintenance } from './maintenance';
import {
	readInstalled, wikiPaths, writeFacts, type Account, type InstalledFacts
} from './wiki-folder';

type Log = ( line: string ) => void;

/** Rights of the bot password that deploys the gadget: pages of the interface, scripts included. */
const grants = 'basic,highvolume,editpage,editsiteconfig,createeditmovepage,delete';
const standIn = 'TranslateStandIn';
/** Of one pixel and no colour: a missing one is an error in the browser's console. */
const favicon = Buffer.from( 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64' );

/** Hash of all that our settings consist of: a wiki with others is brought up to date. */
export function settingsHash(): string {
	const hash = createHash( 'sha256' ).update( grants );
	const folder = join( root, 'build', 'wiki', 'php' );
	const standInFiles = readdirSync( join( folder, standIn ) ).sort()
		.map( ( name ) => join( folder, standIn, name ) );
	for ( const file of [ ownScript( 'local-settings' ), ...standInFiles ] ) {
		hash.update( readFileSync( file ) );
	}
	return hash.digest( 'hex' ).slice( 0, 16 );
}

/**
 * Makes sure that a folder holds a completely installed wiki: installs it, does so again where
 * an earlier attempt was interrupted, and brings it up to date where the settings or MediaWiki
 * are newer than the wiki.
 *
 * @param dir the wiki's folder
 * @param code MediaWiki
 * @param php path of PHP
 * @param language content language, of a new wiki
 * @throws {UserError} where the folder is somebody else's, or the wiki cannot be installed
 */
export async function ensureInstalled(
	dir: string, code: MediaWikiCode, php: string, language: string, log: Log
): Promise<InstalledFacts> {
	const facts = readInstalled( dir );
	if ( facts === null || !existsSync( join( wikiPaths( dir ).data, 'wiki.sqlite' ) ) ) {
		return install( dir, code, php, language, log );
	}
	const current: InstalledFacts = {
		...facts, mediawiki: code.version, code: code.dir, php, settings: settingsHash()
	};
	if ( JSON.stringify( current ) !== JSON.stringify( facts ) ) {
		if ( compareVersions( code.version, facts.mediawiki ) < 0 ) {
			throw new UserError( `The wiki in ${ dir } was made by MediaWiki ${ facts.mediawiki } and cannot be used with ${ code.version }; delete that folder, or name another one with --dir.` );
		}
		log( 'Bringing the wiki up to date …' );
		writeSettings( dir, code );
		await runMaintenance( dir, current, 'update', [ '--quick' ] );
		writeFacts( wikiPaths( dir ).installed, current );
	} else {
		linkCode( dir, code );
	}
	return current;
}

/** Compares versions such as 1.43.9 and 1.45.0; negative if the first is older. */
export function compareVersions( a: string, b: string ): number {
	const numbers = ( version: string ): number[] => version.split( '.' )
		.map( ( part ) => parseInt( part, 10 ) || 0 );
	const [ x, y ] = [ numbers( a ), numbers( b ) ];
	return [ 0, 1, 2 ].map( ( i ) => ( x[ i ] ?? 0 ) - ( y[ i ] ?? 0 ) )
		.find( ( difference ) => difference !== 0 ) ?? 0;
}

async function install(
	dir: string, code: MediaWikiCode, php: string, language: string, log: Log
): Promise<InstalledFacts> {
	const paths = wikiPaths( dir );
	clear( dir );
	log( `Installing MediaWiki ${ code.version } into ${ dir } …` );
	for ( const name of [ 'data', 'cache', 'logs', 'images', 'settings', 'www' ] as const ) {
		mkdirSync( paths[ name ], { recursive: true } );
	}
	writeFileSync( join( paths.www, 'favicon.ico' ), favicon );
	const admin: Account = { name: 'Admin', password: `admin-${ newPassword() }` };
	const reader: Account = { name: 'Reader', password: `reader-${ newPassword() }` };
	const bot = { user: `${ admin.name }@deploy`, password: randomBytes( 16 ).toString( 'hex' ) };

	const result = await runCommand( php, [
		join( code.dir, 'maintenance', 'run.php' ), 'install',
		'--dbtype', 'sqlite', '--dbname', 'wiki', '--dbpath', paths.data,
		'--confpath', dir, '--server', 'http://127.0.0.1', '--scriptpath', '/w',
		'--lang', language, '--pass', admin.password,
		'Advice provenance', admin.name
	], { env: { MW_CONFIG_FILE: paths.localSettings } } );
	if ( result.status !== 0 ) {
		throw new UserError( `MediaWiki could not be installed into ${ dir } (${ lastLines( result ) }); check that the disk has space and that the folder can be written to, then start again.` );
	}
	writeFacts( paths.site, {
		language,
		secretKey: randomBytes( 32 ).toString( 'hex' ),
		upgradeKey: randomBytes( 8 ).toString( 'hex' )
	} );
	writeSettings( dir, code );
	const facts: InstalledFacts = {
		mediawiki: code.version, code: code.dir, php, settings: settingsHash(), language,
		users: [ admin, reader ], botPassword: bot, notes: {}
	};
	// Our settings name extensions that the installer was not told about: their tables are added.
	await runMaintenance( dir, facts, 'update', [ '--quick' ] );
	await runMaintenance( dir, facts, 'createAndPromote', [ reader.name, reader.password ] );
	await runMaintenance( dir, facts, 'createAndPromote', [ '--force', '--sysop', '--bureaucrat', '--interface-admin', admin.name ] );
	await runMaintenance( dir, facts, 'createBotPassword', [ '--appid', 'deploy', '--grants', grants, admin.name, bot.password ] );
	writeFacts( paths.installed, facts );
	return facts;
}

/** 50 random bits, easy to type. */
function newPassword(): string {
	return [ ...randomBytes( 10 ) ].map( ( byte ) => 'abcdefghijkmnpqrstuvwxyz23456789'[ byte % 32 ] ).join( '' );
}

/** Removes what an interrupted installation left; never anything that is not ours. */
function clear( dir: string ): void {
	const paths = wikiPaths( dir );
	if ( existsSync( dir ) && readdirSync( dir ).length > 0 && !existsSync( paths.ours ) ) {
		throw new UserError( `${ dir } is not empty and holds no wiki of this program; name an empty or new folder with --dir.` );
	}
	mkdirSync( dir, { recursive: true } );
	for ( const path of Object.values( paths ) ) {
		rmSync( path, { recursive: true, force: true } );
	}
	writeFileSync( paths.ours, 'A local wiki of advice-provenance; it can be deleted.\n' );
}

function writeSettings( dir: string, code: MediaWikiCode ): void {
	const paths = wikiPaths( dir );
	copyFileSync( ownScript( 'local-settings' ), paths.localSettings );
	const from = join( root, 'build', 'wiki', 'php', standIn );
	const to = join( paths.extensions, standIn );
	mkdirSync( to, { recursive: true } );
	for ( const name of readdirSync( from ) ) {
		copyFileSync( join( from, name ), join( to, name ) );
	}
	linkCode( dir, code );
}

/** MediaWiki's scripts and files appear under /w/. */
function linkCode( dir: string, code: MediaWikiCode ): void {
	const link = join( wikiPaths( dir ).www, 'w' );
	rmSync( link, { force: true } );
	symlinkSync( code.dir, link );
}
