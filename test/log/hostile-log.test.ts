import { growth, LINEAR } from '../count-steps';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../build/generate';
import type { Finding } from '../../src/log/check-log';
import type { LogReading } from '../../src/log/read-log';
import schema from '../../src/log/advice-log.schema.json';
import { orchardLog } from './fixtures/orchard';
import { spoilt } from './fixtures/spoilt';

let readLog: ( text: string ) => LogReading;
let checkLog: ( text: string, today?: Date ) => Finding[];
let isValid: ( log: unknown ) => boolean;
beforeAll( async () => {
	await generate();
	( { readLog } = await import( '../../src/log/read-log' ) );
	( { checkLog } = await import( '../../src/log/check-log' ) );
	( { default: isValid } = await import( '../../src/log/generated/validate-shape' ) );
} );

/** Every object and list within a value. */
function containers( value: unknown ): object[] {
	return typeof value === 'object' && value !== null ?
		[ value, ...Object.values( value ).flatMap( containers ) ] : [];
}

/** Values that stand at every place of a log, as `[ container, key ]`. */
function places( value: unknown ): [ { [ key: string ]: unknown }, string ][] {
	return containers( value ).flatMap( ( container ) => Object.keys( container ).map(
		( key ): [ { [ key: string ]: unknown }, string ] => [
			container as { [ key: string ]: unknown }, key
		]
	) );
}

const names = [
	...new Set( JSON.stringify( schema ).match( /[a-zA-Z]+(?=":)/g ) ), '__proto__', 'constructor', 'toString'
];
const odd = fc.oneof(
	fc.jsonValue(),
	fc.constantFrom( null, '', 'o1', 'x', '2016-02-30', '2017/2016', 1e308, -1, 1.5, true, [ [] ], {} ),
	fc.string( { unit: 'binary' } ),
	fc.dictionary( fc.constantFrom( ...names ), fc.constantFrom<unknown>( 1, 'a', [], {}, null ) )
);

/** The fixture with something odd in a few places. */
const damage = fc.tuple( fc.nat(), odd, fc.boolean() );
const damaged = fc.array( damage, { maxLength: 6 } ).map( ( damages ) => {
	const log = structuredClone( orchardLog );
	for ( const [ n, value, remove ] of damages ) {
		const all = places( log );
		const [ container, key ] = all[ n % all.length ] ?? [ {}, '' ];
		if ( remove ) {
			delete container[ key ];
		} else {
			container[ key ] = value;
		}
	}
	return JSON.stringify( log );
} );

const anything = fc.oneof( damaged, fc.json(), fc.string( { unit: 'binary' } ) );

describe( 'any text', { timeout: 30000 }, () => {
	it( 'is read and checked without an exception, and what is read has the shape of a log', () => {
		fc.assert( fc.property( anything, ( text ) => {
			const { log, problems } = readLog( text );
			expect( log === null || isValid( log ) ).toBe( true );
			expect( log !== null || problems.length > 0 ).toBe( true );
			checkLog( text );
		} ), { numRuns: 1000 } );
	} );

	it( 'is read completely if it is checked without an error', () => {
		let accepted = 0;
		fc.assert( fc.property( damaged, ( text ) => {
			const value = JSON.parse( text ) as { [ key: string ]: unknown };
			const findings = checkLog( text );
			const isHidden = /"withheld"|"role-only"|[\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\\[rud]/.test(
				JSON.stringify( { ...value, entries: undefined } )
			);
			if ( findings.some( ( { severity, rule } ) => severity === 'error' || rule === 'W21' ) || isHidden ) {
				return;
			}
			accepted++;
			const { log, problems } = readLog( text );
			expect( problems ).toEqual( [] );
			// Withheld content apart, which the fixture's last advice would have.
			expect( log?.entries.length ).toBe( ( value.entries as unknown[] ).length );
			expect( { ...log, entries: 0 } ).toEqual( { ...value, entries: 0 } );
		} ), { numRuns: 1000 } );
		expect( accepted ).toBeGreaterThan( 50 );
	} );

	it( 'is found wrong by readLog only where checkLog finds an error as well', () => {
		fc.assert( fc.property( damaged, ( text ) => {
			const errors = new Set( checkLog( text ).map( ( { rule, path } ) => `${ rule } ${ path }` ) );
			if ( errors.has( 'E11 /schemaVersion' ) ) {
				return;
			}
			for ( const { rule, path } of readLog( text ).problems ) {
				// What refers to something that was left out is unknown to the reader alone.
				if ( rule !== 'E3' ) {
					expect( errors ).toContain( `${ rule } ${ path }` );
				}
			}
		} ), { numRuns: 1000 } );
	} );

	it( 'that the compiled schema refuses is explained by a finding of its own', () => {
		fc.assert( fc.property( damaged, ( text ) => {
			const unexplained = checkLog( text )
				.filter( ( { rule, params } ) => rule === 'E2' && !params.length );
			expect( unexplained ).toEqual( [] );
		} ), { numRuns: 1000 } );
	} );
} );

describe( 'a hostile log', () => {
	it( 'changes no prototype and brings no field of its own', () => {
		const text = spoilt( {} ).replace( /\{/g, '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},' );
		const { log, problems } = readLog( text );
		expect( log ).toEqual( orchardLog );
		expect( problems ).toEqual( [] );
		expect( ( {} as { polluted?: number } ).polluted ).toBeUndefined();
		for ( const container of containers( log ) ) {
			expect( Object.getPrototypeOf( container ) )
				.toBe( Array.isArray( container ) ? Array.prototype : Object.prototype );
			expect( 'polluted' in container ).toBe( false );
		}
		expect( checkLog( text ).every( ( { rule } ) => rule === 'W21' || rule === 'E1' ) ).toBe( true );
	} );

	it( 'shows nothing that reaches out of its line', () => {
		const { log } = readLog( spoilt( { '/entries/1/request/question': '\u202e<script>\ud800\u2067' } ) );
		expect( log?.entries[ 1 ]?.request.question ).toBe( '<script>\ufffd' );
	} );

	it( 'of ten thousand entries is read in proportion to them, and lists a few problems of each rule', () => {
		const textOf = ( length: number ): string => spoilt( { '/entries': Array.from( { length }, ( _, i ) => (
			{ id: `e${ i }`, topics: [ 'no' ], request: { question: '?', requestedOn: 'never' } }
		) ) } );
		expect( growth( 5000, textOf, readLog ) ).toBeLessThan( LINEAR );
		const { log, problems, unlisted } = readLog( textOf( 10000 ) );
		expect( log?.entries ).toHaveLength( 10000 );
		expect( problems ).toHaveLength( 100 );
		expect( unlisted ).toEqual( { E2: 9951, E3: 9950 } );
	} );

	it( 'takes steps in proportion to its size, in every list', () => {
		const textOf = ( length: number ): string => {
			const many = Array.from( { length }, ( _, i ) => `x${ i }` );
			return spoilt( {
				'/entries/0/topics': many,
				'/entries/0/sections': many,
				'/entries/0/advice/0/advisers': many,
				'/draft/pages/0/formerTitles': many
			} );
		};
		expect( growth( 50000, textOf, readLog ) ).toBeLessThan( LINEAR );
		expect( growth( 50000, textOf, checkLog ) ).toBeLessThan( LINEAR );
	} );

	it( 'with a key twice at each of many depths is told in proportion to its size', () => {
		const depth = 10000;
		const deep = `${ '{"a":1,"a":'.repeat( depth ) }1${ '}'.repeat( depth ) }`;
		const findings = checkLog( spoilt( {} ).replace( '{', `{"deep":${ deep },` ) )
			.filter( ( { rule } ) => rule === 'E1' );
		expect( findings ).toHaveLength( depth );
		expect( Math.max( ...findings.map( ( { path } ) => path.length ) ) ).toBeLessThan( 500 );
	} );

	it( 'can be nested deeply, and have text without end', () => {
		const deep = `${ '['.repeat( 100000 ) }${ ']'.repeat( 100000 ) }`;
		const text = spoilt( { '/title': 'x'.repeat( 2000000 ) } ).replace( '{', `{"deep":${ deep },` );
		expect( readLog( text ).log?.title ).toHaveLength( 200 );
		expect( checkLog( text ).map( ( { rule } ) => rule ) ).toEqual( [ 'W21', 'E2' ] );
		expect( readLog( deep ).problems ).toHaveLength( 1 );
		expect( checkLog( deep ) ).toHaveLength( 1 );
	} );
} );
