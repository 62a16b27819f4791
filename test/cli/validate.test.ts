import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minimalText } from '../log/fixtures/orchard';
import { spoilt } from '../log/fixtures/spoilt';

const root = fileURLToPath( new URL( '../..', import.meta.url ) );
let folder = '';
beforeAll( () => {
	folder = mkdtempSync( join( tmpdir(), 'advice-log-' ) );
} );
afterAll( () => rmSync( folder, { recursive: true } ) );

interface Result {
	status: number | null;
	lines: string[];
	stderr: string;
}

function run( args: string[], input = '' ): Result {
	const { status, stdout, stderr } = spawnSync(
		process.execPath, [ '--import', 'tsx', 'src/cli/validate.ts', ...args ],
		{ cwd: root, input, encoding: 'utf8' }
	);
	return { status, lines: stdout.split( '\n' ).slice( 0, -1 ), stderr };
}

function validate( text: string ): Result {
	const file = join( folder, 'log.json' );
	writeFileSync( file, text );
	return run( [ file ] );
}

describe( 'npm run validate', () => {
	it( 'prints nothing and ends with 0 for a log without mistakes', () => {
		expect( validate( minimalText ) ).toEqual( { status: 0, lines: [], stderr: '' } );
	} );

	it( 'ends with 0 where there are only warnings', () => {
		const { status, lines } = validate( spoilt( { '/entries/0/advice/0/sources': undefined } ) );
		expect( status ).toBe( 0 );
		expect( lines ).toEqual( [ expect.stringMatching( /^W3 \/entries\/0\/advice\/0 1:\d+ No source/ ) ] );
	} );

	it( 'prints one line a finding, in words, and ends with 1 for errors', () => {
		const { status, lines } = validate( minimalText.replace( '"id"', '"topics": [ "x" ],\n"id"' )
			.replace( '"g01",', '"g01", "topics": [ "tools" ], "a b\\n": 1,' ) );
		expect( status ).toBe( 1 );
		expect( lines ).toEqual( [
			'W21 /draft/pages/0/topics 3:26 The field “topics” is not known here. It is kept; perhaps it is misspelt.',
			'E3 /entries/0/topics/0 6:30 Nothing in this log has the id “tools”. Correct it, or add what it refers to.',
			'W21 /entries/0/a\\u{20}b\\n 6:41 The field “a b\\n” is not known here. It is kept; perhaps it is misspelt.'
		] );
	} );

	it( 'tells where broken JSON is broken; the log as a whole is /', () => {
		const { status, lines } = validate( '{\n  "schemaVersion": 1,\n}' );
		expect( status ).toBe( 1 );
		expect( lines ).toEqual( [ expect.stringMatching( /^E1 \/ 3:1 This is not JSON from here on: \}/ ) ] );
	} );

	it( 'reads standard input', () => {
		expect( run( [ '-' ], '[]' ) ).toMatchObject( { status: 1, lines: [ expect.stringMatching( /^E2 \/ 1:1 / ) ] } );
	} );

	it( 'ends with 2 and prints nothing but on standard error if there is nothing to read', () => {
		expect( run( [ join( folder, 'nowhere.json' ) ] ) )
			.toEqual( { status: 2, lines: [], stderr: expect.stringContaining( 'cannot be read' ) as string } );
		expect( run( [ folder ] ) ).toMatchObject( { status: 2, lines: [] } );
		expect( run( [] ) )
			.toEqual( { status: 2, lines: [], stderr: expect.stringContaining( 'Use:' ) as string } );
		expect( run( [ 'a', 'b' ] ) ).toMatchObject( { status: 2, lines: [] } );
	} );
} );
