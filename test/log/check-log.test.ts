import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../build/generate';
import type { Finding } from '../../src/log/check-log';
import { namedMessage } from '../../src/log/named-message';
import { minimalText, orchardLog } from './fixtures/orchard';
import { ruleCases } from './fixtures/rule-cases';
import { spoilt } from './fixtures/spoilt';

const today = new Date( '2024-12-01T12:00:00Z' );
const messages = JSON.parse( readFileSync(
	new URL( '../../i18n/en.json', import.meta.url ), 'utf8'
) ) as { [ key: string ]: string };

let checkLog: ( text: string, today?: Date ) => Finding[];
beforeAll( async () => {
	await generate();
	( { checkLog } = await import( '../../src/log/check-log' ) );
} );

/** What is found, as `RULE PATH`; every finding must have a message and a place. */
function found( text: string ): string[] {
	return checkLog( text, today ).map( ( finding ) => {
		const { key, params } = namedMessage( finding, ( name ) => {
			expect( messages[ `advice-provenance-${ name }` ], name ).toBeTypeOf( 'string' );
			return '';
		} );
		const message = messages[ `advice-provenance-${ key }` ];
		expect( message, key ).toBeTypeOf( 'string' );
		expect( new Set( message?.match( /\$\d/g ) ?? [] ).size, key ).toBe( params.length );
		expect( finding.line ).toBeGreaterThan( 0 );
		expect( finding.severity ).toBe( finding.rule.startsWith( 'E' ) ? 'error' : 'warning' );
		return `${ finding.rule } ${ finding.path }`;
	} );
}

describe( 'checkLog', () => {
	it( 'has nothing to say on a log without mistakes, and on the least log', () => {
		expect( found( JSON.stringify( orchardLog ) ) ).toEqual( [] );
		expect( found( minimalText ) ).toEqual( [] );
	} );

	it.each( ruleCases )( '%s', ( _name, spoils, expected ) => {
		expect( found( spoilt( spoils ) ) ).toEqual( expected );
	} );

	it( 'lists unknown fields, also those with the names of built-in ones', () => {
		const text = minimalText.replace( '"id": "g01"', '"id": "g01", "x~/y": 1, "__proto__": {}' );
		expect( found( text ) ).toEqual( [ 'W21 /entries/0/x~0~1y', 'W21 /entries/0/__proto__' ] );
	} );

	it( 'stops at a newer version', () => {
		expect( found( '{"schemaVersion":2,"entries":7}' ) ).toEqual( [ 'E11 /schemaVersion' ] );
	} );

	it( 'finds a circle of any length, and not what leads into it', () => {
		const entries = Array.from( { length: 400 }, ( _, i ) => ( {
			id: `e${ i }`,
			request: { question: '?' },
			advice: [ {
				id: `a${ i }`,
				// 0 leads into the circle of 1 to 399.
				disposition: { outcome: 'superseded', supersededBy: `a${ i % 399 + 1 }` },
				sources: [ { revision: 1 } ]
			} ]
		} ) );
		const text = spoilt( { '/entries': entries } );
		const circle = found( text );
		expect( circle ).toHaveLength( 399 );
		expect( circle[ 0 ] ).toBe( 'E6 /entries/1/advice/0/disposition/supersededBy' );
	} );

	it( 'tells a text that ends too early, whatever white space follows', () => {
		for ( const [ text, variant ] of [ [ '{ "a": 1', 'end' ], [ '{ "a": 1\n\t', 'end' ], [ '', 'end' ], [ '{ "a": 1 "b"', 'syntax' ] ] as const ) {
			const variants = checkLog( text, today ).map( ( { params } ) => params[ 0 ] );
			expect( variants ).toEqual( [ variant ] );
		}
	} );

	it( 'quotes what is broken without the white space after it, which an edit form adds to', () => {
		for ( const text of [ '{ "a": 1,\n}', '{ "a": 1,\n}\n', '{ "a": 1,\n}\n\n' ] ) {
			expect( checkLog( text, today ).map( ( { params } ) => params ) ).toEqual( [ [ 'syntax', '}' ] ] );
		}
	} );

	it( 'tells line and column of broken JSON', () => {
		const at = ( text: string ): unknown => checkLog( text, today )
			.map( ( { rule, path, line, column } ) => [ rule, path, line, column ] );
		expect( at( '{\r\n\t"a": 1,\n}' ) ).toEqual( [ [ 'E1', '', 3, 1 ] ] );
		expect( at( '{ "a": 1' ) ).toEqual( [ [ 'E1', '', 1, 9 ] ] );
		expect( at( '' ) ).toEqual( [ [ 'E1', '', 1, 1 ] ] );
		expect( at( '{ // no\n}' ) ).toEqual( [ [ 'E1', '', 1, 3 ] ] );
		expect( at( '\ufeff{}' ) ).toEqual( [ [ 'E1', '', 1, 1 ] ] );
		expect( at( '{}\n{}' ) ).toEqual( [ [ 'E1', '', 2, 1 ] ] );
	} );

	it( 'tells line and column of a key that stands twice', () => {
		const text = minimalText.replace( '"id": "g01"', '"id": "g00",\n"\\u0069d": "g01"' );
		expect( checkLog( text, today ) ).toEqual( [ {
			rule: 'E1', severity: 'error', path: '/entries/0/id',
			params: [ 'twice', 'id' ], line: 6, column: 1
		} ] );
	} );

	it( 'refuses what is no log at all', () => {
		for ( const text of [ 'null', '[]', '1', '"x"' ] ) {
			expect( found( text ) ).toEqual( [ 'E2 ' ] );
		}
		expect( found( '{}' ) ).toEqual( [ 'E2 ', 'E2 ', 'E2 ' ] );
	} );

	it( 'refuses more entries than the format has room for', () => {
		const entries = Array.from( { length: 501 }, ( _, i ) => (
			{ id: `e${ i }`, request: { question: '?' } }
		) );
		expect( found( spoilt( { '/entries': entries } ) ) ).toEqual( [ 'E2 /entries' ] );
		expect( found( spoilt( { '/entries': entries.slice( 1 ) } ) ) ).toEqual( [] );
	} );

	it( 'refuses more pages and former titles than readers\' browsers should ask for', () => {
		const titles = Array.from( { length: 21 }, ( _, i ) => `Former ${ i }` );
		const place = '/draft/pages/0/formerTitles';
		expect( found( spoilt( { [ place ]: titles } ) ) ).toEqual( [ `E2 ${ place }` ] );
		expect( found( spoilt( { [ place ]: titles.slice( 1 ) } ) ) ).toEqual( [] );
		const pages = [ ...orchardLog.draft.pages, ...Array.from( { length: 50 }, ( _, i ) => (
			{ id: `more${ i }`, title: `More ${ i }` }
		) ) ];
		expect( found( spoilt( { '/draft/pages': pages } ) ) ).toEqual( [ 'E2 /draft/pages' ] );
		expect( found( spoilt( { '/draft/pages': pages.slice( 0, 50 ) } ) ) ).toEqual( [] );
	} );
} );
