import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPlaces, placeFinder, pointerSegment } from '../../src/log/json-places';

function isJson( text: string ): boolean {
	try {
		JSON.parse( text );
		return true;
	} catch {
		return false;
	}
}

describe( 'jsonPlaces', () => {
	it( 'accepts exactly what JSON.parse accepts', () => {
		const pieces = fc.array( fc.constantFrom(
			'{', '}', '[', ']', ',', ':', '"a"', '"b\\n"', '"\\x"', '"\t"', '"\\u00e9"', '"\\u00"', '0', '-1',
			'01', '1.', '1.5e+3', '.5', '-', 'true', 'nul', 'null', ' ', '\n', '\u00a0', '\ufeff', '//', '"'
		), { maxLength: 8 } ).map( ( parts ) => parts.join( '' ) );
		fc.assert( fc.property( pieces, ( text ) => {
			expect( jsonPlaces( text ).errorAt === null ).toBe( isJson( text ) );
		} ), { numRuns: 20000 } );
		fc.assert( fc.property( fc.json(), fc.nat(), fc.constantFrom( '', ',', '"', '}', '\\' ), ( json, at, put ) => {
			const text = json.slice( 0, at % json.length ) + put + json.slice( at % json.length );
			expect( jsonPlaces( text ).errorAt === null ).toBe( isJson( text ) );
		} ), { numRuns: 2000 } );
	} );

	it( 'finds every value of a document', () => {
		fc.assert( fc.property( fc.jsonValue(), ( value ) => {
			const text = JSON.stringify( value, null, '\t' );
			const places = jsonPlaces( text );
			const visit = ( part: unknown, pointer: string, isMember: boolean ): void => {
				const rest = text.slice( places.locate( pointer ) );
				const name = pointer.slice( pointer.lastIndexOf( '/' ) + 1 )
					.replace( /~1/g, '/' ).replace( /~0/g, '~' );
				const start = isMember ? JSON.stringify( name ) + ':' :
					JSON.stringify( part ).slice( 0, 1 );
				expect( rest.startsWith( start ) ).toBe( true );
				if ( typeof part === 'object' && part !== null ) {
					for ( const [ key, inner ] of Object.entries( part ) ) {
						visit( inner, `${ pointer }/${ pointerSegment( key ) }`, !Array.isArray( part ) );
					}
				}
			};
			visit( value, '', false );
		} ) );
	} );

	it( 'lists repeated keys, however they are written', () => {
		const text = '{ "a": { "b": 1, "\\u0062": 2 }, "b": 3, "__proto__": 1, "__proto__": 2 }';
		expect( jsonPlaces( text ).repeatedKeys ).toEqual( [
			{ path: '/a/b', key: 'b', offset: text.indexOf( '"\\u0062"' ) },
			{ path: '/__proto__', key: '__proto__', offset: text.lastIndexOf( '"__proto__"' ) }
		] );
	} );

	it( 'reads a million brackets', () => {
		const deep = '['.repeat( 500000 );
		expect( jsonPlaces( deep ).errorAt ).toBe( deep.length );
		expect( jsonPlaces( deep + ']'.repeat( 500000 ) ).errorAt ).toBeNull();
	} );
} );

describe( 'placeFinder', () => {
	it( 'counts lines and columns from 1', () => {
		const find = placeFinder( 'ab\r\nc\n' );
		expect( [ 0, 1, 3, 4, 5, 6 ].map( find ) ).toEqual( [
			{ line: 1, column: 1 }, { line: 1, column: 2 }, { line: 1, column: 4 },
			{ line: 2, column: 1 }, { line: 2, column: 2 }, { line: 3, column: 1 }
		] );
	} );
} );
