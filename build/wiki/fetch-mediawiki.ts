/**
 * Gets MediaWiki's code. Debian 13 ("trixie") packages MediaWiki 1.43 with its usual extensions
 * and skins as plain PHP, which also runs on Debian 12: the packages are downloaded with an apt
 * configuration of our own and unpacked, not installed, so nothing of the system changes.
 */
import {
	existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync,
	symlinkSync, writeFileSync
} from 'node:fs';
import { join, resolve } from 'node:path';
import { aptInstall, findProgram, firstError } from '../packages';
import { lastLines, runCommand, type CommandResult } from '../run-command';
import { UserError } from '../user-error';
import { withLock } from './file-lock';

type Log = ( line: string ) => void;

const release = 'trixie';
const packages = [ 'mediawiki', 'mediawiki-classes' ];
const oldest = [ 1, 43 ];
/** Written last: a folder without it is the rest of an interrupted fetch. */
const marker = '.fetched';
const byHand = 'unpack MediaWiki 1.43 or newer from https://www.mediawiki.org/wiki/Download and start with "--mediawiki DIR"';

/**
 * Version of an unpacked MediaWiki.
 *
 * @param defines text of its `includes/Defines.php`
 */
export function mediaWikiVersion( defines: string ): string | null {
	return /define\(\s*'MW_VERSION',\s*'([^']+)'\s*\)/.exec( defines )?.[ 1 ] ?? null;
}

/** Whether a version such as `1.43.9` or `1.45.0-rc.1` is one that the gadget supports. */
export function isSupportedVersion( version: string ): boolean {
	const [ major = 0, minor = 0 ] = version.split( '.' ).map( ( part ) => parseInt( part, 10 ) );
	const [ oldestMajor = 0, oldestMinor = 0 ] = oldest;
	return major > oldestMajor || ( major === oldestMajor && minor >= oldestMinor );
}

/** A folder with MediaWiki's code. */
export interface MediaWikiCode {
	dir: string;
	version: string;
}

/**
 * Checks a folder that somebody says holds MediaWiki.
 *
 * @throws {UserError} if it does not, or an older one
 */
export function checkMediaWiki( folder: string ): MediaWikiCode {
	const dir = resolve( folder );
	const file = join( dir, 'includes', 'Defines.php' );
	if ( !existsSync( file ) ) {
		throw new UserError( `${ dir } holds no MediaWiki (there is no includes/Defines.php in it); give the folder that has MediaWiki's index.php, or leave --mediawiki out to have it fetched.` );
	}
	const version = mediaWikiVersion( readFileSync( file, 'utf8' ) );
	if ( version === null || !isSupportedVersion( version ) ) {
		throw new UserError( `${ dir } holds MediaWiki ${ version ?? 'of an unknown version' }, and ${ oldest.join( '.' ) } or newer is needed; give another folder, or leave --mediawiki out to have it fetched.` );
	}
	for ( const needed of [ 'vendor/autoload.php', 'extensions/Gadgets/extension.json' ] ) {
		if ( !existsSync( join( dir, needed ) ) ) {
			throw new UserError( `The MediaWiki in ${ dir } has no ${ needed }; use a complete release of MediaWiki rather than its bare sources, or leave --mediawiki out to have it fetched.` );
		}
	}
	return { dir, version };
}

/**
 * Gets MediaWiki into a folder, unless it is there. Only one process fetches at a time; an
 * interrupted fetch leaves nothing that would be taken for a complete one.
 *
 * @param dir where it belongs
 * @throws {UserError} if it cannot be fetched, saying what to do
 */
export async function fetchMediaWiki( dir: string, log: Log ): Promise<MediaWikiCode> {
	if ( !isFetched( dir ) ) {
		await withLock( `${ dir }.lock`, async () => {
			if ( !isFetched( dir ) ) {
				await fetchInto( dir, log );
			}
		} );
	}
	return checkMediaWiki( dir );
}

function isFetched( dir: string ): boolean {
	try {
		return existsSync( join( dir, marker ) ) && checkMediaWiki( dir ).version !== '';
	} catch {
		return false;
	}
}

async function fetchInto( dir: string, log: Log ): Promise<void> {
	if ( findProgram( 'apt-get' ) === null || findProgram( 'dpkg-deb' ) === null ) {
		throw new UserError( `MediaWiki is fetched as a Debian package, and this system has no apt: ${ byHand }.` );
	}
	const temporary = `${ dir }.partial`;
	rmSync( temporary, { recursive: true, force: true } );
	const lists = join( temporary, 'lists' );
	const downloads = join( temporary, 'downloads' );
	const unpacked = join( temporary, 'unpacked' );
	mkdirSync( join( lists, 'partial' ), { recursive: true } );
	mkdirSync( join( temporary, 'cache', 'archives', 'partial' ), { recursive: true } );
	mkdirSync( downloads );
	mkdirSync( unpacked );

	log( `Fetching MediaWiki from Debian's packages (${ release }) …` );
	const own = [
		'-q',
		'-o', `Dir::State::Lists=${ lists }`,
		'-o', `Dir::Cache=${ join( temporary, 'cache' ) }`,
		// Without root there is no user _apt to switch to, and with root it could not write here.
		'-o', 'APT::Sandbox::User=',
		'-o', 'Acquire::Retries=2',
		'-o', 'Acquire::http::Timeout=30',
		'-o', 'Acquire::Languages=none'
	];
	const sources = join( temporary, 'debian.sources' );
	writeFileSync( sources, debianSources( await debianMirrors( own ) ) );
	own.push( '-o', `Dir::Etc::sourcelist=${ sources }`, '-o', 'Dir::Etc::sourceparts=/dev/null' );

	let update = await runCommand( 'apt-get', [ ...own, 'update' ] );
	if ( /NO_PUBKEY|not signed/.test( update.stderr ) && process.getuid?.() === 0 ) {
		await aptInstall( [ 'debian-archive-keyring' ], `The key of Debian ${ release }`, log );
		update = await runCommand( 'apt-get', [ ...own, 'update' ] );
	}
	const download = await runCommand( 'apt-get', [ ...own, 'download', ...packages ], { cwd: downloads } );
	if ( download.status !== 0 ) {
		throw fetchFailure( update, download );
	}

	for ( const name of readdirSync( downloads ) ) {
		const unpack = await runCommand( 'dpkg-deb', [ '-x', join( downloads, name ), unpacked ] );
		if ( unpack.status !== 0 ) {
			throw new UserError( `${ name } could not be unpacked (${ lastLines( unpack ) }); check that the disk has 500 MB of space, then start again.` );
		}
	}
	const code = join( unpacked, 'usr', 'share', 'mediawiki' );
	makeSelfContained( code );
	writeFileSync( join( code, marker ), `${ checkMediaWiki( code ).version }\n` );
	rmSync( dir, { recursive: true, force: true } );
	renameSync( code, dir );
	rmSync( temporary, { recursive: true, force: true } );
}

/** Addresses of the machine's own Debian mirror and security mirror. */
async function debianMirrors( own: string[] ): Promise<{ main: string; security?: string }> {
	const targets = ( args: string[] ): Promise<CommandResult> => runCommand( 'apt-get', [
		...args, 'indextargets', '--format', '$(LABEL) $(REPO_URI)', 'Created-By: Packages'
	] );
	let found = mirrorsIn( ( await targets( [] ) ).stdout );
	if ( found === null ) {
		// apt names only what it has read once: on a fresh machine that is nothing.
		await runCommand( 'apt-get', [ ...own, 'update' ] );
		found = mirrorsIn( ( await targets( own ) ).stdout );
	}
	if ( found === null ) {
		throw new UserError( `The package sources of this machine name no Debian mirror that answers, so MediaWiki cannot be fetched: check the network and /etc/apt/sources.list.d, or ${ byHand }.` );
	}
	return found;
}

/**
 * Picks the Debian mirrors out of what `apt-get indextargets` lists.
 *
 * @param listing lines of `LABEL ADDRESS`
 */
export function mirrorsIn( listing: string ): { main: string; security?: string } | null {
	const address = ( label: string ): string | undefined => listing.split( '\n' )
		.find( ( line ) => line.startsWith( `${ label } ` ) )?.slice( label.length + 1 ).trim();
	const main = address( 'Debian' );
	const security = address( 'Debian-Security' );
	return main === undefined ? null : { main, ...( security === undefined ? {} : { security } ) };
}

/** An apt sources file (deb822) for the release that has MediaWiki 1.43. */
export function debianSources( mirrors: { main: string; security?: string } ): string {
	const stanza = ( uri: string, suite: string ): string => [
		'Types: deb', `URIs: ${ uri }`, `Suites: ${ suite }`, 'Components: main',
		'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg', ''
	].join( '\n' );
	return [
		stanza( mirrors.main, release ),
		...( mirrors.security === undefined ? [] : [ stanza( mirrors.security, `${ release }-security` ) ] )
	].join( '\n' );
}

function fetchFailure( update: CommandResult, download: CommandResult ): UserError {
	const reason = firstError( update.stderr + download.stderr );
	if ( /NO_PUBKEY|not signed/.test( update.stderr ) ) {
		return new UserError( `This machine does not know the key of Debian ${ release } (${ reason }): run "apt-get install debian-archive-keyring" as root and start again, or ${ byHand }.` );
	}
	return new UserError( `MediaWiki could not be fetched from the Debian mirror of this machine (${ reason }): check the network and that the mirror carries ${ release }, or ${ byHand }.` );
}

/** Replaces what Debian links to places outside of the folder, and removes its set-up page. */
function makeSelfContained( code: string ): void {
	for ( const name of [ 'config', 'LocalSettings.php', 'images' ] ) {
		rmSync( join( code, name ), { recursive: true, force: true } );
	}
	mkdirSync( join( code, 'images' ) );
	const extensions = join( code, 'extensions' );
	if ( lstatSync( extensions ).isSymbolicLink() || !existsSync( join( extensions, 'Gadgets' ) ) ) {
		rmSync( extensions, { recursive: true, force: true } );
		symlinkSync( 'extensions-core', extensions );
	}
}
