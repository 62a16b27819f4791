/* eslint-disable camelcase -- Names of the format. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traceHistory } from '../../src/cli/trace-history';
import { version } from '../../src/cli/version';
import { minimalText } from '../log/fixtures/orchard';
import { demoHistory, demoLog, fileIn } from './demo-files';
import { run } from './run';

let folder = '';
let history = '';
let log = '';
beforeAll( () => {
	folder = mkdtempSync( join( tmpdir(), 'advice-cli-' ) );
	history = fileIn( folder, 'history.json', demoHistory() );
	log = fileIn( folder, 'log.json', demoLog() );
} );
afterAll( () => rmSync( folder, { recursive: true } ) );

const commands = [ 'validate', 'trace', 'sections', 'summary', 'export', 'audit' ];

describe( 'the program', () => {
	it( 'tells its commands and its version', async () => {
		const { status, stdout, stderr } = await run( [ '--help' ] );
		expect( [ status, stderr ] ).toEqual( [ 0, '' ] );
		commands.forEach( ( name ) => expect( stdout ).toContain( `\n  ${ name } ` ) );
		expect( await run( [ '--version' ] ) ).toMatchObject( { status: 0, stdout: `${ version }\n` } );
	} );

	it.each( commands )( 'tells how %s is used, and every option that it has', async ( name ) => {
		const { status, stdout, stderr } = await run( [ name, '--help', '--nonsense' ] );
		expect( [ status, stderr ] ).toEqual( [ 0, '' ] );
		expect( stdout.indexOf( `Use: advice-provenance ${ name } ` ) ).toBe( 0 );
		expect( stdout ).toContain( 'Exit status' );
		expect( stdout.split( '\n' ).filter( ( line ) => line.length > 100 ) ).toEqual( [] );
	} );

	it.each( [
		[ [], 'Name a command' ],
		[ [ 'nonsense' ], 'There is no command "nonsense"' ],
		[ [ 'no\u001B[31m\nsense' ], 'no\\u{1b}[31m\\nsense' ],
		[ [ 'validate' ], 'Name either one file, or a wiki' ],
		[ [ 'validate', 'a', 'b' ], 'Name either one file' ],
		[ [ 'validate', 'a', '--nonsense' ], 'Unknown option \'--nonsense\'' ],
		[ [ 'validate', '--wiki', 'https://wiki.example/w/api.php' ], '--log, or a page' ],
		[ [ 'trace' ], 'Name either one file' ],
		[ [ 'trace', 'nowhere.json' ], 'cannot be read' ],
		[ [ 'trace', '--wiki', 'https://wiki.example/w/api.php' ], 'Name the page' ],
		[ [ 'sections', 'a', 'b' ], 'Name either one file' ],
		[ [ 'summary' ], 'Name either a wiki with --wiki, or files' ],
		[ [ 'summary', '--history', 'a', '--wiki', 'b' ], 'Name either a wiki' ],
		[ [ 'summary', '--history', 'nowhere.json' ], '--log names the file' ],
		[ [ 'summary', 'file.json' ], '--history and --log' ],
		[ [ 'summary', '--wiki', 'wiki', '--page', 'A' ], 'not "wiki"' ],
		[ [ 'summary', '--wiki', 'ftp://wiki.example', '--page', 'A' ], 'https://' ],
		[ [ 'summary', '--wiki', 'https://a:b@wiki.example', '--page', 'A' ], 'without a user name' ],
		[ [ 'summary', '--language', 'tlh' ], 'no messages in the language "tlh"' ],
		[ [ 'summary', '--format', 'pdf' ], 'wikitext, text' ],
		[ [ 'export', '--format', 'pdf' ], 'csv' ],
		[ [ 'audit', '--wiki', 'https://wiki.example/w/api.php' ], 'Name a page of the draft' ]
	] )( 'says in one sentence why it cannot follow %j', async ( args, words ) => {
		const { status, stdout, stderr } = await run( args );
		expect( [ status, stdout ] ).toEqual( [ 2, '' ] );
		expect( stderr ).toContain( words );
		// eslint-disable-next-line no-control-regex -- they are what is looked for
		expect( stderr ).toMatch( /^[^\x00-\x1f]+\n$/ );
	} );
} );

describe( 'validate', () => {
	it( 'ends with 0, 1 or 2', async () => {
		expect( await run( [ 'validate', fileIn( folder, 'least.json', minimalText ) ] ) )
			.toMatchObject( { status: 0, stdout: '', stderr: '' } );
		const { status, lines } = await run( [ 'validate', fileIn( folder, 'bad.json', '{"a b\\n": 1,}' ) ] );
		expect( status ).toBe( 1 );
		expect( lines ).toEqual( [ expect.stringMatching( /^E1 \/ 1:\d+ / ) ] );
		expect( ( await run( [ 'validate', join( folder, 'nowhere.json' ) ] ) ).status ).toBe( 2 );
	} );

	it( 'speaks other languages', async () => {
		const file = fileIn( folder, 'list.json', '[]' );
		const german = await run( [ 'validate', file, '--language', 'de' ] );
		const english = await run( [ 'validate', file, '--language', 'en' ] );
		expect( german.lines[ 0 ] ).toMatch( /^E2 \/ 1:1 / );
		expect( german.stdout ).not.toBe( english.stdout );
	} );
} );

describe( 'trace and sections', () => {
	it( 'print what the npm scripts print', async () => {
		const { status, stdout } = await run( [ 'trace', history, '--repeat', '1' ] );
		const [ own, other ] = [ stdout, traceHistory( [ history, '--repeat', '1' ] ) ]
			.map( ( text ) => ( { ...JSON.parse( text ) as object, ms_per_rev: 0, max_ms: 0 } ) );
		expect( status ).toBe( 0 );
		expect( own ).toEqual( other );
		const events = JSON.parse( ( await run( [ 'sections', history ] ) ).stdout ) as { events: unknown[] };
		expect( events.events.length ).toBeGreaterThan( 5 );
	} );

	it( 'trace the page that is asked for', async () => {
		for ( const page of [ 'Lantern Orchard Rules', 'Lantern Orchard Rules/Appeals' ] ) {
			const { stdout } = await run( [ 'trace', history, '--repeat', '1', '--page', page ] );
			expect( ( JSON.parse( stdout ) as { analysed_revid: number } ).analysed_revid ).toBe(
				demoHistory().filter( ( revision ) => revision.page === page ).pop()!.revid
			);
		}
	} );
} );

describe( 'summary', () => {
	it( 'prints the same twice, as wikitext and as text', async () => {
		const args = [ 'summary', '--history', history, '--log', log ];
		const { status, stdout, stderr } = await run( args );
		expect( [ status, stderr ] ).toEqual( [ 0, '' ] );
		expect( stdout ).toContain( 'Lantern Orchard' );
		expect( ( await run( args ) ).stdout ).toBe( stdout );
		const text = await run( [ ...args, '--format', 'text', '--site', 'https://wiki.example/w/index.php' ] );
		expect( text.status ).toBe( 0 );
		expect( text.stdout ).toContain( 'https://wiki.example/w/index.php?' );
	} );

	it( 'is written in the direction that the file says, or else in that of its language', async () => {
		const summaryOf = async ( rtl?: boolean, ...args: string[] ): Promise<string> => {
			const file = fileIn( folder, 'rtl.json', { rtl, revisions: demoHistory() } );
			return ( await run( [ 'summary', '--log', log, '--history', file, ...args ] ) ).stdout;
		};
		const english = await summaryOf( undefined );
		expect( await summaryOf( false ) ).toBe( english );
		// Text from left to right is kept apart on such pages only.
		expect( english ).not.toContain( '<bdi' );
		expect( await summaryOf( true ) ).toContain( '<bdi' );
		expect( await summaryOf( undefined, '--language', 'ar' ) ).toContain( '<bdi' );
		expect( await summaryOf( false, '--language', 'ar' ) ).not.toBe( await summaryOf( true, '--language', 'ar' ) );
	} );

	it( 'takes one file for each page, in whichever order', async () => {
		const pages = [ ...new Set( demoHistory().map( ( { page } ) => page ) ) ];
		const files = pages.map( ( page, index ) => fileIn(
			folder, `page-${ index }.json`, demoHistory().filter( ( revision ) => revision.page === page )
		) );
		const summaryOf = async ( names: string[] ): Promise<string> => ( await run(
			[ 'summary', '--log', log, ...names.flatMap( ( name ) => [ '--history', name ] ) ]
		) ).stdout;
		const single = await summaryOf( [ history ] );
		expect( await summaryOf( files ) ).toBe( single );
		expect( await summaryOf( files.reverse() ) ).toBe( single );
	} );

	it( 'says that it leaves something out, and ends with 1', async () => {
		const broken = fileIn( folder, 'broken.json', { ...demoLog(), topics: [ { id: 'No id' }, ...demoLog().topics ?? [] ] } );
		const { status, stdout, stderr } = await run( [ 'summary', '--history', history, '--log', broken ] );
		expect( status ).toBe( 1 );
		expect( stdout ).toContain( 'Lantern Orchard' );
		expect( stderr ).toContain( 'left out' );
	} );

	it.each( [
		[ 'no log', () => [ '--history', history, '--log', fileIn( folder, 'none.json', '[1]' ) ], 'no advice log that can be understood' ],
		[ 'a history without times', () => [ '--history', fileIn( folder, 'untimed.json', [ { revid: 1, page: 'A', text: '' } ] ), '--log', log ], 'no "timestamp"' ],
		[ 'an id twice', () => [ '--history', fileIn( folder, 'twice.json', [ 1, 2 ].map( () => demoHistory()[ 0 ] ) ), '--log', log ], 'two revisions 1' ],
		[ 'pages without names', () => [ '--history', fileIn( folder, 'unnamed.json', [ { ...demoHistory()[ 0 ], page: '' } ] ), '--log', log ], '--page TITLE' ],
		[ 'links to nowhere', () => [ '--history', history, '--log', log, '--format', 'text' ], '--site URL' ]
	] )( 'ends with 2 for %s', async ( _name, args, words ) => {
		const { status, stdout, stderr } = await run( [ 'summary', ...args() ] );
		expect( [ status, stdout ] ).toEqual( [ 2, '' ] );
		expect( stderr ).toContain( words );
	} );
} );
