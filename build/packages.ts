/** Debian packages that the local wiki and the tests need, installed when missing. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { lastLines, runCommand } from './run-command';
import { UserError } from './user-error';

type Log = ( line: string ) => void;

/** What MediaWiki 1.43 with SQLite needs of PHP, as `php -m` names it. */
export const phpExtensions = [
	'ctype', 'dom', 'fileinfo', 'iconv', 'intl', 'json', 'mbstring', 'pdo_sqlite', 'xml',
	'xmlreader'
];
const phpPackages = [ 'php-cli', 'php-sqlite3', 'php-mbstring', 'php-xml', 'php-intl' ];
const oldestPhp = [ 8, 1 ];

/**
 * Finds a program.
 *
 * @param name its name on PATH, or a path
 * @return its path, or null
 */
export function findProgram( name: string ): string | null {
	if ( name.includes( '/' ) ) {
		return existsSync( name ) ? name : null;
	}
	const paths = ( process.env.PATH ?? '' ).split( delimiter )
		.filter( ( folder ) => folder !== '' ).map( ( folder ) => join( folder, name ) );
	return paths.find( ( path ) => existsSync( path ) ) ?? null;
}

/**
 * What a PHP lacks for MediaWiki.
 *
 * @param version as `PHP_VERSION` has it
 * @param modules what `php -m` prints
 * @return names of missing extensions, or `PHP 8.1` when the version is too old
 */
export function missingFromPhp( version: string, modules: string ): string[] {
	const [ major = 0, minor = 0 ] = version.split( '.' ).map( Number );
	const [ oldestMajor = 0, oldestMinor = 0 ] = oldestPhp;
	const present = new Set( modules.split( '\n' ).map( ( line ) => line.trim().toLowerCase() ) );
	const missing = phpExtensions.filter( ( name ) => !present.has( name ) );
	if ( major < oldestMajor || ( major === oldestMajor && minor < oldestMinor ) ) {
		missing.unshift( `PHP ${ oldestPhp.join( '.' ) }` );
	}
	return missing;
}

async function usablePhp(): Promise<string | null> {
	const candidates = [ process.env.PHP ?? 'php', '/usr/bin/php' ];
	for ( const candidate of candidates ) {
		const path = findProgram( candidate );
		if ( path !== null ) {
			const version = await runCommand( path, [ '-r', 'echo PHP_VERSION;' ] );
			const { stdout } = await runCommand( path, [ '-m' ] );
			if ( missingFromPhp( version.stdout, stdout ).length === 0 ) {
				return path;
			}
		}
	}
	return null;
}

/**
 * Makes sure that there is a PHP with the extensions that MediaWiki needs: on PATH, or named by
 * the environment variable PHP. Installs Debian's when there is none.
 *
 * @return path of the program
 * @throws {UserError} where it cannot be installed
 */
export async function ensurePhp( log: Log ): Promise<string> {
	const present = await usablePhp();
	if ( present !== null ) {
		return present;
	}
	await aptInstall( phpPackages, 'PHP 8.1 or newer with SQLite, mbstring, XML and intl', log );
	const installed = await usablePhp();
	if ( installed === null ) {
		throw new UserError( `The packages ${ phpPackages.join( ', ' ) } are installed, but "php" still lacks an extension that MediaWiki needs (${ phpExtensions.join( ', ' ) }); check "php -m", or name another PHP in the environment variable PHP.` );
	}
	return installed;
}

/**
 * Without windows, and therefore several times as fast: each visit of a test is a new window, for
 * which the full browser draws its own interface.
 */
const HEADLESS_SHELL = 'chromium-headless-shell';

function presentChromium(): string | null {
	return findProgram( HEADLESS_SHELL ) ?? findProgram( 'chromium' ) ??
		findProgram( 'chromium-browser' ) ?? findProgram( 'google-chrome' );
}

function namedChromium( name: string ): string {
	const path = findProgram( name );
	if ( path === null ) {
		throw new UserError( `The environment variable CHROMIUM names "${ name }", but there is no such program; correct it, or unset it to use the one on PATH.` );
	}
	return path;
}

/**
 * Makes sure that there is a Chromium: on PATH, or named by the environment variable CHROMIUM.
 * Installs Debian's headless shell where there is none, or Debian's full browser where there is
 * no such package.
 *
 * @return path of the program
 * @throws {UserError} where it cannot be installed
 */
export async function ensureChromium( log: Log ): Promise<string> {
	const { CHROMIUM } = process.env;
	if ( CHROMIUM ) {
		return namedChromium( CHROMIUM );
	}
	if ( presentChromium() === null ) {
		try {
			await aptInstall( [ HEADLESS_SHELL ], 'Chromium', log );
		} catch {
			await aptInstall( [ 'chromium' ], 'Chromium', log );
		}
	}
	const installed = presentChromium();
	if ( installed === null ) {
		throw new UserError( 'Chromium was installed, but there is no such program on PATH; name one in the environment variable CHROMIUM.' );
	}
	return installed;
}

async function usablePythonProv(): Promise<string | null> {
	// Debian's packages are for Debian's own Python, which need not be the first on PATH.
	for ( const candidate of [ process.env.PYTHON ?? 'python3', '/usr/bin/python3' ] ) {
		const path = findProgram( candidate );
		if ( path !== null && ( await runCommand( path, [ '-c', 'import prov' ] ) ).status === 0 ) {
			return path;
		}
	}
	return null;
}

/**
 * Makes sure that there is a Python with the library prov, by which the tests read PROV-JSON: on
 * PATH, or named by the environment variable PYTHON. Installs Debian's where there is none.
 *
 * @return path of the program
 * @throws {UserError} where it cannot be installed
 */
export async function ensurePythonProv( log: Log ): Promise<string> {
	const present = await usablePythonProv();
	if ( present !== null ) {
		return present;
	}
	await aptInstall( [ 'python3-prov' ], 'Python with the library prov', log );
	const installed = await usablePythonProv();
	if ( installed === null ) {
		throw new UserError( 'The package python3-prov is installed, but no Python finds it; name the right one in the environment variable PYTHON.' );
	}
	return installed;
}

/**
 * Installs Debian packages.
 *
 * @param packages their names
 * @param what they are for, as the subject of a sentence
 * @throws {UserError} saying what to do, where there is no apt, no right to use it, or no source
 */
export async function aptInstall( packages: string[], what: string, log: Log ): Promise<void> {
	const byHand = `apt-get install --no-install-recommends ${ packages.join( ' ' ) }`;
	if ( findProgram( 'apt-get' ) === null ) {
		throw new UserError( `${ what } is needed, and this system has no apt-get to install it with: install it by hand (Debian's packages are ${ packages.join( ', ' ) }), then start again.` );
	}
	if ( process.getuid?.() !== 0 ) {
		throw new UserError( `${ what } is needed, and only root may install it: run "sudo ${ byHand }", then start again.` );
	}
	log( `Installing Debian packages: ${ packages.join( ' ' ) } …` );
	const env = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
	const patience = [ '-o', 'Acquire::Retries=2', '-o', 'Acquire::http::Timeout=30', '-o', 'DPkg::Lock::Timeout=300' ];
	// A failed update need not matter (another source may have the packages): the install tells.
	const update = await runCommand( 'apt-get', [ ...patience, '-q', 'update' ], { env } );
	const install = await runCommand( 'apt-get', [ ...patience, '-q', '-y', '--no-install-recommends', 'install', ...packages ], { env } );
	if ( install.status !== 0 ) {
		const unreachable = /Unable to locate|Failed to fetch|Could not resolve|no installation candidate|Unable to fetch/.test( install.stderr ) ||
			update.status !== 0;
		throw new UserError( unreachable ?
			`${ what } could not be fetched from the Debian package sources of this machine (${ firstError( update.stderr + install.stderr ) }). Check the network and /etc/apt/sources.list.d, then start again; or run "${ byHand }" by hand.` :
			`apt-get could not install ${ packages.join( ', ' ) } (${ lastLines( install ) }). Run "${ byHand }" by hand to see why, then start again.`
		);
	}
}

/** The first line in which apt says what went wrong, shortened to be quoted in a sentence. */
export function firstError( output: string ): string {
	const line = output.split( '\n' ).find( ( text ) => /^(E|W|Err):/.test( text ) ) ??
		output.trim().split( '\n' )[ 0 ] ?? '';
	return line.replace( /^(E|W|Err):\s*/, '' ).slice( 0, 200 ) || 'no answer';
}
