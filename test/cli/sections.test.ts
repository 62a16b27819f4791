import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath( new URL( '../..', import.meta.url ) );

interface Result {
	status: number | null;
	stdout: string;
	stderr: string;
}

function run( args: string[], input = '' ): Result {
	const { status, stdout, stderr } = spawnSync(
		process.execPath, [ '--import', 'tsx', 'src/cli/sections.ts', ...args ],
		{ cwd: root, input, encoding: 'utf8' }
	);
	return { status, stdout, stderr };
}

describe( 'npm run sections', () => {
	it( 'prints the events of a history', () => {
		const history = [
			{ revid: 5, page: 'P', text: 'lead\n== A ==\nsome words of a section' },
			{ revid: 3, page: 'P', text: null },
			{ revid: 9, page: 'P', text: 'lead\n=== B <!-- x --> ===\nsome words of a section\n== C ==\nnew' }
		];
		const { status, stdout, stderr } = run( [ '-' ], JSON.stringify( history ) );
		expect( [ status, stderr ] ).toEqual( [ 0, '' ] );
		expect( JSON.parse( stdout ) ).toEqual( { events: [
			{ revid: 9, kind: 'rename', from: 'A', to: 'B', uncertain: true },
			{ revid: 9, kind: 'relevel', from: 'B', to: 'B', uncertain: true },
			{ revid: 9, kind: 'insert', from: null, to: 'C', uncertain: true }
		] } );
	}, 60000 );

	it( 'prints none for an empty history', () => {
		expect( JSON.parse( run( [ '-' ], '{"revisions":[]}' ).stdout ) ).toEqual( { events: [] } );
	}, 60000 );

	it.each( [
		[ 'a file that is no history', [ '-' ], '{"a":1}' ],
		[ 'a file that is not there', [ 'nowhere.json' ], '' ]
	] )( 'ends with 2 and one sentence for %s', ( _name, args, input ) => {
		const { status, stdout, stderr } = run( args, input );
		expect( [ status, stdout ] ).toEqual( [ 2, '' ] );
		expect( stderr ).toMatch( /^[^\n]+\.\n$/ );
	}, 60000 );

	it( 'tells how it is used', () => {
		expect( run( [] ) ).toEqual( { status: 2, stdout: '', stderr: expect.stringMatching( /^Use:/ ) as string } );
		expect( run( [ 'a', 'b' ] ).status ).toBe( 2 );
	}, 60000 );
} );
