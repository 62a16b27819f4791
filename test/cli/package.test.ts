/* eslint-disable camelcase -- Names of the format. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../build/root';
import { traceHistory } from '../../src/cli/trace-history';
import { version } from '../../src/cli/version';
import { minimalText } from '../log/fixtures/orchard';
import { demoHistory, demoLog, fileIn } from './demo-files';

let folder = '';
let home = '';

function npm( args: string[], cwd: string ): string {
	const { status, stdout, stderr } = spawnSync( 'npm', args, { cwd, encoding: 'utf8' } );
	if ( status !== 0 ) {
		throw new Error( `npm ${ args.join( ' ' ) }: ${ stderr }` );
	}
	return stdout;
}

/** Runs what was installed, where it was installed. */
function run(
	args: string[], input = ''
): { status: number | null; stdout: string; stderr: string } {
	const { status, stdout, stderr } = spawnSync(
		'npx', [ '--offline', '--no-install', 'advice-provenance', ...args ], { cwd: home, input, encoding: 'utf8' }
	);
	return { status, stdout, stderr };
}

let packed: { filename: string; files: { path: string }[] } = { filename: '', files: [] };

beforeAll( () => {
	folder = mkdtempSync( join( tmpdir(), 'advice-package-' ) );
	home = mkdtempSync( join( tmpdir(), 'advice-installed-' ) );
	[ packed = packed ] = JSON.parse( npm( [ 'pack', '--json', '--silent', '--pack-destination', folder ], root ) ) as ( typeof packed )[];
	npm( [ 'install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', join( folder, packed.filename ) ], home );
}, 120_000 );

afterAll( () => [ folder, home ].forEach(
	( one ) => rmSync( one, { recursive: true, force: true } )
) );

describe( 'the packed archive', () => {
	it( 'holds the program and what it reads, and nothing of a working copy', () => {
		const paths = packed.files.map( ( { path } ) => path );
		expect( paths ).toEqual( expect.arrayContaining( [
			'LICENSE', 'README.md', 'dist/cli/LICENCES.txt', 'dist/cli/advice-provenance.mjs', 'docs/command-line.md',
			'i18n/de.json', 'i18n/en.json', 'package.json', 'src/log/advice-log.schema.json'
		] ) );
		expect( paths.filter( ( path ) => /^(?:test|build|demo|\.)|node_modules|\.ts$/.test( path ) ) ).toEqual( [] );
	} );

	it( 'needs no other package', () => {
		expect( readdirSync( join( home, 'node_modules' ) ).filter( ( name ) => !name.startsWith( '.' ) ) )
			.toEqual( [ 'advice-provenance' ] );
	} );

	it( 'says its version and what it can do', () => {
		expect( run( [ '--version' ] ) ).toEqual( { status: 0, stdout: `${ version }\n`, stderr: '' } );
		expect( run( [ '--help' ] ).stdout ).toContain( 'audit' );
	} );

	it( 'validates with 0, 1 and 2', () => {
		expect( run( [ 'validate', '-' ], minimalText ) ).toEqual( { status: 0, stdout: '', stderr: '' } );
		const german = run( [ 'validate', '-', '--language', 'de' ], '[]' );
		expect( german.status ).toBe( 1 );
		expect( german.stdout ).toMatch( /^E2 \/ 1:1 / );
		expect( run( [ 'validate', 'nowhere.json' ] ) ).toMatchObject( { status: 2, stdout: '' } );
	}, 60_000 );

	it( 'says what it found also to who does not read all of it', async () => {
		const child = spawn( process.execPath, [
			join( home, 'node_modules/advice-provenance/dist/cli/advice-provenance.mjs' ),
			'validate', fileIn( folder, 'wrong.json', '[]' )
		], { stdio: [ 'ignore', 'pipe', 'inherit' ] } );
		child.stdout.destroy();
		const [ status ] = await once( child, 'exit' ) as [ number ];
		expect( status ).toBe( 1 );
	}, 60_000 );

	it( 'traces a history as npm run trace does', () => {
		const history = fileIn( folder, 'history.json', demoHistory() );
		const { status, stdout } = run( [ 'trace', history, '--repeat', '1' ] );
		const [ own, other ] = [ stdout, traceHistory( [ history, '--repeat', '1' ] ) ]
			.map( ( text ) => ( { ...JSON.parse( text ) as object, ms_per_rev: 0, max_ms: 0 } ) );
		expect( status ).toBe( 0 );
		expect( own ).toEqual( other );
	} );

	it( 'audits', () => {
		const { status, stdout } = run( [
			'audit', '--history', fileIn( folder, 'history.json', demoHistory() ),
			'--log', fileIn( folder, 'log.json', demoLog() )
		] );
		expect( status ).toBe( 0 );
		expect( stdout ).toContain( '# Claims that the history contradicts: 0.' );
	} );
} );
