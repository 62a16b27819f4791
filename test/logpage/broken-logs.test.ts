import { beforeAll, describe, expect, it } from 'vitest';
import type { PlacedFinding } from '../../src/wiki/log-view-script';
import type { LogReading } from '../../src/log/read-log';
import { generate } from '../../build/generate';
import { unknownMessages } from '../panel/fake-mw';
import { orchardLog } from '../log/fixtures/orchard';
import { spoilt } from '../log/fixtures/spoilt';
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

const whole = JSON.stringify( orchardLog, null, '\t' );

/** The fixture with tabs, spoilt in some places. */
function indented( spoils: Record<string, unknown> ): string {
	return JSON.stringify( JSON.parse( spoilt( spoils ) ), null, '\t' );
}

const advice = '/entries/0/advice/0';
const manyEntries = Array.from( { length: 3000 }, ( _, i ) => ( { id: `Many ${ i }`, request: 7 } ) );

/** What was done to the log, its text, and whether anything of it can still be shown. */
const broken: [ string, string, 'shown' | 'lost' ][] = [
	[ 'emptied', '', 'lost' ],
	[ 'white space alone', ' \n\t\n', 'lost' ],
	[ 'replaced by wikitext', '{{Deletion}}\n== Log ==\n* one', 'lost' ],
	[ 'replaced by a web page', '<!DOCTYPE html><script>alert( 1 )</script>', 'lost' ],
	[ 'cut off in the middle', whole.slice( 0, whole.length / 2 ), 'lost' ],
	[ 'a comma too many', whole.replace( /\n\}$/, ',\n}' ), 'lost' ],
	[ 'a comma missing', whole.replace( '": 1,', '": 1' ), 'lost' ],
	[ 'single quotation marks', whole.replace( /"/g, '\'' ), 'lost' ],
	[ 'typographic quotation marks', whole.replace( '"schemaVersion"', '“schemaVersion”' ), 'lost' ],
	[ 'a comment', whole.replace( '{', '{ // our log' ), 'lost' ],
	[ 'marks of a merge', whole.replace( '\t"draft"', '<<<<<<< mine\n\t"draft"' ), 'lost' ],
	[ 'a line break in a text', whole.replace( '"question": "', '"question": "Line\n' ), 'lost' ],
	[ 'two logs after each other', `${ whole }\n${ whole }`, 'lost' ],
	[ 'a key twice', whole.replace( '"schemaVersion": 1,', '"schemaVersion": 1,\n\t"schemaVersion": 1,' ), 'shown' ],
	[ 'a list instead of a log', '[ 1, 2 ]', 'lost' ],
	[ 'null', 'null', 'lost' ],
	[ 'entries that are no list', indented( { '/entries': { a: 1 } } ), 'lost' ],
	[ 'no draft', indented( { '/draft': undefined } ), 'lost' ],
	[ 'a newer version', indented( { '/schemaVersion': 99 } ), 'shown' ],
	[ 'a newer version of another shape', '{ "schemaVersion": 7, "chapters": [] }', 'lost' ],
	[ 'a version that is no number', indented( { '/schemaVersion': '1' } ), 'lost' ],
	[ 'unknown ids', indented( { [ `${ advice }/advisers` ]: [ 'nobody' ], '/entries/0/topics': [ 'nowhere' ] } ), 'shown' ],
	[ 'an id twice', indented( { '/entries/1/id': 'o1' } ), 'shown' ],
	[ 'holes and strangers', indented( { '/entries/1': null, '/agents/0': [ 7 ], '/topics/0': 'heights' } ), 'shown' ],
	[ 'dates that are none', indented( { [ `${ advice }/givenOn` ]: '2016-02-30' } ), 'shown' ],
	[ 'a link that runs a script', indented( { [ `${ advice }/sources` ]: [ { url: `${ 'javascript' }:alert(1)` } ] } ), 'shown' ],
	[ 'hostile names', indented( { '/__proto__x': { polluted: true }, '/<img src=x onerror=alert(1)>': 1, '/\u202egol': 2 } ), 'shown' ],
	[ 'a topic above itself', indented( { '/topics/0/broader': 'ladders' } ), 'shown' ],
	[ 'advice replaced by itself', indented( { [ `${ advice }/disposition` ]: { outcome: 'superseded', supersededBy: 'o1.1' } } ), 'shown' ],
	[ 'thousands of slips', indented( { '/entries': manyEntries } ), 'shown' ],
	[ 'nested a hundred thousand deep', `{ "schemaVersion": 1, "draft": ${ '['.repeat( 100_000 ) }`, 'lost' ],
	[ 'huge', `{ "schemaVersion": 1, "title": "${ 'x'.repeat( 2_000_000 ) }" }`, 'lost' ]
];

describe( 'a log that was broken', () => {
	it.each( broken )( '%s: is told in words, with a place', ( _how, text, kept ) => {
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
