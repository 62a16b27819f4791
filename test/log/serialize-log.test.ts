import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../build/generate';
import type { JsonObject, JsonValue } from '../../src/log/json-value';
import { frozen, rawOrchard, withUnknown } from './fixtures/raw-logs';

type Module = typeof import( '../../src/log/serialize-log' );
let migrateLog: Module[ 'migrateLog' ];
let serializeLog: Module[ 'serializeLog' ];
let isUnchanged: Module[ 'isUnchanged' ];
beforeAll( async () => {
	await generate();
	( { migrateLog, serializeLog, isUnchanged } = await import( '../../src/log/serialize-log' ) );
} );

describe( 'the text of a log', () => {
	it( 'is one line, and reads as the same value', () => {
		fc.assert( fc.property( fc.jsonValue(), ( any ) => {
			const value = any as JsonValue;
			const text = serializeLog( value );
			expect( text ).not.toMatch( /\n/ );
			expect( isUnchanged( JSON.parse( text ) as JsonValue, value ) ).toBe( true );
		} ) );
		const log = withUnknown( rawOrchard() );
		const again = JSON.parse( serializeLog( log ) ) as JsonValue;
		expect( serializeLog( again ) ).toBe( serializeLog( log ) );
	} );

	it( 'of another value is another log', () => {
		const values: JsonValue[] = [
			null, 0, '0', '', false, [], {}, [ null ], { a: null }, { a: [] }, { __proto__: 1 } as unknown as JsonObject,
			JSON.parse( '{"__proto__":{}}' ) as JsonObject, { constructor: 1 } as unknown as JsonObject, [ 1, 2 ], [ 2, 1 ]
		];
		values.forEach( ( a, i ) => values.forEach( ( b, j ) => {
			const same = JSON.stringify( a ) === JSON.stringify( b );
			expect( isUnchanged( a, b ), `${ i } ${ j }` ).toBe( same );
		} ) );
		expect( isUnchanged( { a: 1, b: 2 }, { b: 2, a: 1 } ) ).toBe( true );
	} );

	it( 'can be compared however deeply it is nested', () => {
		const deep = ( end: string ): JsonValue => JSON.parse( `${ '{"a":['.repeat( 50000 ) }${ end }${ ']}'.repeat( 50000 ) }` ) as JsonValue;
		expect( isUnchanged( deep( '1' ), deep( '1' ) ) ).toBe( true );
		expect( isUnchanged( deep( '1' ), deep( '2' ) ) ).toBe( false );
	} );
} );

describe( 'older formats', () => {
	const table = {
		1: ( log: JsonObject ): JsonObject => ( { ...log, two: true } ),
		2: ( log: JsonObject ): JsonObject => ( { ...log, three: Object.keys( log ).length } )
	};

	it( 'are brought up step by step, with unknown fields and their order', () => {
		const old = frozen( JSON.parse( '{"x":1,"schemaVersion":1,"__proto__":{"y":2}}' ) as JsonValue );
		const { log, from, migrated } = migrateLog( old, table, 3 );
		expect( [ from, migrated ] ).toEqual( [ 1, true ] );
		expect( JSON.stringify( log ) ).toBe( '{"x":1,"schemaVersion":3,"__proto__":{"y":2},"two":true,"three":4}' );
		expect( migrateLog( { schemaVersion: 2 }, table,
			3 ).log ).toEqual( { schemaVersion: 3, three: 1 } );
	} );

	it( 'are left alone where nothing is known of the way, and newer ones as well', () => {
		expect( migrateLog( rawOrchard() ) ).toEqual( { log: rawOrchard(),
			from: 1, migrated: false } );
		expect( migrateLog( { schemaVersion: 2 } ) ).toMatchObject( { migrated: false, reason: 'newer' } );
		for ( const version of [ 0, 0.5, -1e9, 'constructor', null ] ) {
			expect( migrateLog( { schemaVersion: version } ) ).toMatchObject( { migrated: false, reason: 'unknown' } );
		}
		expect( migrateLog( [] ) ).toMatchObject( { migrated: false, from: null } );
	} );
} );
