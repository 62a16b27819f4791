import { mkdtempSync, mkdirSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { firstError, missingFromPhp, phpExtensions } from '../../build/packages';
import { lastLines, runCommand } from '../../build/run-command';
import { UserError } from '../../build/user-error';
import {
	checkMediaWiki, debianSources, isSupportedVersion, mediaWikiVersion, mirrorsIn
} from '../../build/wiki/fetch-mediawiki';
import { withLock } from '../../build/wiki/file-lock';
import { compareVersions, ensureInstalled } from '../../build/wiki/install-wiki';
import { isSameProcess, processMark } from '../../build/wiki/processes';
import { freePort } from '../../build/wiki/serve';

const folder = mkdtempSync( join( tmpdir(), 'advice-wiki-' ) );
afterAll( () => rmSync( folder, { recursive: true } ) );

describe( 'PHP', () => {
	it( 'lacks what it does not list', () => {
		const modules = phpExtensions.filter( ( name ) => name !== 'intl' ).join( '\n' ).toUpperCase();
		expect( missingFromPhp( '8.2.1', modules ) ).toEqual( [ 'intl' ] );
		expect( missingFromPhp( '8.0.30', `${ modules }\nintl` ) ).toEqual( [ 'PHP 8.1' ] );
		expect( missingFromPhp( '9.0.0', `${ modules }\nintl` ) ).toEqual( [] );
	} );

	it( 'apt\'s first complaint is quoted', () => {
		expect( firstError( 'Reading…\nE: Failed to fetch x\nE: more' ) ).toBe( 'Failed to fetch x' );
		expect( firstError( '' ) ).toBe( 'no answer' );
	} );
} );

describe( 'MediaWiki\'s code', () => {
	it( 'tells its version', () => {
		expect( mediaWikiVersion( 'define( \'MW_VERSION\', \'1.43.9\' );' ) ).toBe( '1.43.9' );
		expect( mediaWikiVersion( '' ) ).toBeNull();
	} );

	it.each( [ [ '1.43.0', true ], [ '1.45.0-rc.1', true ], [ '2.0', true ], [ '1.42.9', false ], [ '1.39', false ] ] )(
		'version %s: %s', ( version, expected ) => {
			expect( isSupportedVersion( version ) ).toBe( expected );
		}
	);

	it( 'is refused with the reason', () => {
		const dir = join( folder, 'code' );
		expect( () => checkMediaWiki( dir ) ).toThrow( /holds no MediaWiki/ );
		mkdirSync( join( dir, 'includes' ), { recursive: true } );
		writeFileSync( join( dir, 'includes', 'Defines.php' ), '<?php define( \'MW_VERSION\', \'1.39.2\' );' );
		expect( () => checkMediaWiki( dir ) ).toThrow( /MediaWiki 1\.39\.2, and 1\.43 or newer/ );
		writeFileSync( join( dir, 'includes', 'Defines.php' ), '<?php define( \'MW_VERSION\', \'1.44.0\' );' );
		expect( () => checkMediaWiki( dir ) ).toThrow( /no vendor\/autoload\.php/ );
	} );

	it( 'comes from the machine\'s own mirrors', () => {
		const mirrors = mirrorsIn( 'Debian-Security http://a/security/\nOther http://b/\nDebian http://c/debian/\n' );
		expect( mirrors ).toEqual( { main: 'http://c/debian/', security: 'http://a/security/' } );
		expect( mirrorsIn( 'Ubuntu http://u/\n' ) ).toBeNull();
		const sources = debianSources( mirrors! );
		expect( sources ).toMatch( /URIs: http:\/\/c\/debian\/\nSuites: trixie\n/ );
		expect( sources ).toMatch( /URIs: http:\/\/a\/security\/\nSuites: trixie-security\n/ );
	} );

	it( 'has versions that can be compared', () => {
		expect( compareVersions( '1.43.9', '1.43.10' ) ).toBeLessThan( 0 );
		expect( compareVersions( '1.45.0', '1.43.10' ) ).toBeGreaterThan( 0 );
		expect( compareVersions( '1.43.0', '1.43' ) ).toBe( 0 );
	} );
} );

describe( 'a wiki\'s folder', () => {
	it( 'is left alone when it is somebody else\'s', async () => {
		const dir = join( folder, 'theirs' );
		mkdirSync( dir );
		writeFileSync( join( dir, 'thesis.txt' ), 'x' );
		await expect( ensureInstalled( dir, { dir: '', version: '1.43.9' }, 'php', 'en', () => undefined ) )
			.rejects.toThrow( /not empty and holds no wiki of this program/ );
		expect( existsSync( join( dir, 'thesis.txt' ) ) ).toBe( true );
	} );
} );

describe( 'a port', () => {
	it( 'in use is named', async () => {
		const server = createServer();
		const port = await freePort( 0 );
		await new Promise<void>( ( resolve ) => {
			server.listen( port, '127.0.0.1', resolve );
		} );
		const error: unknown = await freePort( port ).catch( ( reason: unknown ) => reason );
		server.close();
		expect( error ).toBeInstanceOf( UserError );
		expect( ( error as Error ).message ).toContain( `Port ${ port } is in use` );
		expect( ( error as Error ).message ).toContain( '--port' );
	} );
} );

describe( 'other processes', () => {
	it( 'are recognised by number and start', () => {
		const mark = processMark( process.pid );
		expect( isSameProcess( mark ) ).toBe( true );
		expect( isSameProcess( mark.replace( / \d+$/, ' 1' ) ) ).toBe( false );
		expect( isSameProcess( '' ) ).toBe( false );
	} );

	it( 'are run, and tell how they ended', async () => {
		const result = await runCommand( process.execPath, [ '-e', 'process.stdin.pipe( process.stdout ); process.stderr.write( process.env.X ); process.exitCode = 3' ], { stdin: 'in', env: { X: 'err' } } );
		expect( result ).toEqual( { status: 3, stdout: 'in', stderr: 'err' } );
		expect( lastLines( result ) ).toBe( 'in / err' );
		expect( ( await runCommand( 'no-such-program-here', [] ) ).status ).toBe( 127 );
	} );

	it( 'wait for a lock, and take over one whose holder has ended', async () => {
		const lock = join( folder, 'lock' );
		writeFileSync( lock, '999999999 1' );
		const order: string[] = [];
		await Promise.all( [ 'a', 'b' ].map( ( name ) => withLock( lock, async () => {
			order.push( `${ name } in` );
			await sleep( 50 );
			order.push( `${ name } out` );
		} ) ) );
		expect( order ).toEqual( [ 'a in', 'a out', 'b in', 'b out' ] );
		expect( existsSync( lock ) ).toBe( false );
	} );

	it( 'are waited for only so long', async () => {
		const lock = join( folder, 'held' );
		writeFileSync( lock, processMark( process.pid ) );
		await expect( withLock( lock, () => Promise.resolve(), 0.1 ) ).rejects.toThrow( /has been holding/ );
	} );
} );
