/* eslint-disable camelcase -- Names of the format. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../build/root';
import { HistoryError } from '../../src/cli/history-file';
import { traceHistory, UseError } from '../../src/cli/trace-history';

let folder = '';
beforeAll( () => {
	folder = mkdtempSync( join( tmpdir(), 'history-' ) );
} );
afterAll( () => rmSync( folder, { recursive: true } ) );

interface Output {
	engine: string;
	analysed_revid: number | null;
	ms_per_rev: number;
	max_ms: number;
	tokens: { str: string; o_rev_id: number; start: number; end: number; alt?: number[] }[];
}

interface Result {
	status: number | null;
	stdout: string;
	stderr: string;
}

function run( args: string[], input = '' ): Result {
	return spawnSync(
		process.execPath, [ '--import', 'tsx', 'src/cli/trace.ts', ...args ],
		{ cwd: root, input, encoding: 'utf8' }
	);
}

function fileOf( history: unknown ): string {
	const file = join( folder, 'history.json' );
	writeFileSync( file, typeof history === 'string' ? history : JSON.stringify( history ) );
	return file;
}

function trace( revisions: unknown, ...args: string[] ): Output {
	return JSON.parse( traceHistory( [ fileOf( revisions ), '--repeat', '1', ...args ] ) ) as Output;
}

function origins( { tokens }: Output ): string {
	return tokens.map( ( { str, o_rev_id: origin } ) => `${ str }@${ origin }` ).join( ' ' );
}

const history = [
	{ revid: 70, timestamp: '2020-01-02T00:00:00Z', user: 'A', comment: '', text: '😀 Be kind' },
	{ revid: 60, timestamp: '2020-01-01T00:00:00Z', user: 'B', comment: '', text: '😀 Be very kind' },
	{ revid: 65, text: null },
	{ revid: 66, text: '😀 Be very kind to all' },
	{ revid: 67, text: null }
];

describe( 'npm run trace', () => {
	it( 'prints the last revision that has a text, in the order of the file', () => {
		const output = trace( history );
		expect( output ).toMatchObject( { engine: 'advice-provenance', analysed_revid: 66 } );
		expect( output.ms_per_rev ).toBeGreaterThan( 0 );
		expect( output.max_ms ).toBeGreaterThan( 0 );
		expect( origins( output ) ).toBe( '😀@70 Be@70 very@60 kind@70 to@66 all@66' );
		expect( output.tokens[ 1 ] ).toEqual( { str: 'Be', o_rev_id: 70, start: 2, end: 4 } );
		expect( output.tokens[ 5 ] )
			.toEqual( { str: 'all', o_rev_id: 66, start: 18, end: 21, alt: [ 65 ] } );
	} );

	it( 'prints the revision that it is asked for', () => {
		const output = trace( { revisions: history }, '--at', '60', '--repeat=2' );
		expect( output.analysed_revid ).toBe( 60 );
		expect( origins( output ) ).toBe( '😀@70 Be@70 very@60 kind@70' );
	} );

	it( 'takes the revisions of several pages, and the page of the one it is asked for', () => {
		const output = trace( [
			{ revid: 1, page: 'A', text: 'Members of the committee answer within seven days' },
			{ revid: 2, page: 'A', text: '' },
			{ revid: 3, page: 'B', text: 'Members of the committee answer within seven days' }
		] );
		expect( output.analysed_revid ).toBe( 3 );
		expect( output.tokens.every( ( token ) => token.o_rev_id === 1 ) ).toBe( true );
	} );

	it( 'has nothing to tell of a history without any text', () => {
		for ( const empty of [ [], [ { revid: 1, text: null } ] ] ) {
			expect( trace( empty ) ).toMatchObject( { analysed_revid: null, tokens: [] } );
		}
	} );

	it( 'reads standard input', () => {
		const { status, stdout, stderr } = run( [ '-' ], JSON.stringify( history ) );
		expect( { status, stderr } ).toEqual( { status: 0, stderr: '' } );
		expect( ( JSON.parse( stdout ) as Output ).analysed_revid ).toBe( 66 );
		expect( stdout ).toMatch( /^[^\n]*\n$/ );
	} );

	it.each( [
		[ 'a file that is not there', () => [ join( folder, 'nowhere.json' ) ], 'cannot be read' ],
		[ 'a file that is no JSON', () => [ fileOf( '{' ) ], 'not JSON' ],
		[ 'a file that is no history', () => [ fileOf( { pages: [] } ) ], 'no page history' ],
		[ 'a revision without an id', () => [ fileOf( [ { text: '' } ] ) ], 'no page history' ],
		[ 'an unknown revision', () => [ fileOf( history ), '--at', '5' ], 'has no revision 5' ],
		[ 'a missing revision', () => [ fileOf( history ), '--at', '65' ], 'revision 65 is missing' ],
		[ 'a name for a revision', () => [ fileOf( history ), '--at', 'last' ], '--at takes' ],
		[ 'no run', () => [ fileOf( history ), '--repeat', '0' ], '--repeat takes' ],
		[ 'half a run', () => [ fileOf( history ), '--repeat', '1.5' ], '--repeat takes' ],
		[ 'an unknown option', () => [ fileOf( history ), '--page', 'A' ], 'Use:' ],
		[ 'no file', () => [], 'Use:' ],
		[ 'two files', () => [ 'a', 'b' ], 'Use:' ]
	] as [ string, () => string[], string ][] )( 'says in one line why for %s', ( _name, args, why ) => {
		expect( () => traceHistory( args() ) ).toThrow( why );
		try {
			traceHistory( args() );
		} catch ( error ) {
			expect( error instanceof HistoryError || error instanceof UseError ).toBe( true );
			expect( ( error as Error ).message ).not.toContain( '\n' );
		}
	} );

	it( 'ends with 2 then, and prints nothing but why', () => {
		const { status, stdout, stderr } = run( [ fileOf( 'no\nJSON' ) ] );
		expect( { status, stdout } ).toEqual( { status: 2, stdout: '' } );
		expect( stderr ).toMatch( /^This is no page history: .*\.\n$/ );
		expect( run( [ fileOf( history ), '--at', '5' ] ) )
			.toMatchObject( { status: 2, stdout: '', stderr: 'The history has no revision 5.\n' } );
	}, 30_000 );
} );

it( 'what turns text around or commands a terminal is written by its number', () => {
	const odd = 'a\u202Eb \u2066\u001B[2J 👩\u200D🌾 שלום \u{E0041}';
	const json = traceHistory( [ fileOf( [ { revid: 1, text: odd } ] ), '--repeat', '1' ] );
	expect( json ).toMatch( /\\u202e/ );
	expect( json ).not.toMatch( /\p{C}/u );
	expect( json ).toContain( 'שלום' );
	const { tokens } = JSON.parse( json ) as Output;
	const points = [ ...odd ];
	tokens.forEach( ( { str, start, end } ) => {
		expect( points.slice( start, end ).join( '' ) ).toBe( str );
	} );
} );
