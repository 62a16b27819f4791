import { beforeAll, describe, expect, it } from 'vitest';
import type { PlacedFinding } from '../../src/wiki/log-view-script';
import type { LogReading } from '../../src/log/read-log';
import { generate } from '../../build/generate';
import { unknownMessages } from '../panel/fake-mw';
import { brokenLogs, indented } from '../log/fixtures/broken-logs';
import { installLogMw } from './fake-mw';

let checkText: ( text: string ) => PlacedFinding[];
let findingText: ( finding: PlacedFinding ) => string;
let readLog: ( text: string ) => LogReading;
beforeAll( async () => {
	await generate();
	installLogMw();
	( { checkText, findingText } = await import( '../../src/logpage/check-text' ) );
	( { readLog } = await import( '../../src/log/read-log' ) );
} );

describe( 'a log that was broken', () => {
	it.each( brokenLogs )( '%s: is told in words, with a place', ( _how, text, kept ) => {
		const findings = checkText( text );
		expect( findings.length ).toBeGreaterThan( 0 );
		const lines = text.split( '\n' );
		for ( const finding of findings.slice( 0, 100 ) ) {
			const { line, column } = finding;
			expect( findingText( finding ) ).toMatch( /^\S.{10,}/s );
			// The place is in the text, or right after its end.
			expect( column ).toBeGreaterThan( 0 );
			expect( column ).toBeLessThanOrEqual( ( lines[ line - 1 ] as string ).length + 1 );
		}
		expect( findings.map( findingText ).join( '' ) ).not.toMatch( /[\u202a-\u202e]/ );
		expect( readLog( text ).log === null ).toBe( kept === 'lost' );
		expect( [ ...unknownMessages ] ).toEqual( [] );
	} );

	it( 'names errors before what is only doubtful', () => {
		const kinds = checkText( indented( { '/title': null, '/mood': 'hopeful' } ) ).map( ( { severity } ) => severity );
		expect( kinds ).toEqual( [ ...kinds ].sort() );
		expect( new Set( kinds ) ).toEqual( new Set( [ 'error', 'warning' ] ) );
	} );
} );
