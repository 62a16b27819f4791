import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { lowerRegExps } from '../../build/regexps';

describe( 'regular expressions', () => {
	it.each( [
		[ 'in brackets', 'x=/[\\p{L}_]/u', 'x=new RegExp("[\\\\p{L}_]","u")' ],
		[ 'negated', 'x=/\\P{Lu}/giu;', 'x=new RegExp("\\\\P{Lu}","giu");' ],
		[ 'after an escaped backslash', 'x=/\\\\\\p{L}/u', 'x=new RegExp("\\\\\\\\\\\\p{L}","u")' ],
		[ 'with quotes and slashes', 'x=/"\\/\\p{L}/u', 'x=new RegExp("\\"\\\\/\\\\p{L}","u")' ],
		[ 'several times', 'x=[/\\p{L}/u,/a/,/\\p{N}/u]', 'x=[new RegExp("\\\\p{L}","u"),/a/,new RegExp("\\\\p{N}","u")]' ]
	] )( 'with properties of Unicode %s become strings', ( _name, code, expected ) => {
		const lowered = lowerRegExps( code );
		expect( lowered ).toBe( expected );
		expect( () => parse( lowered, { ecmaVersion: 2016 } ) ).not.toThrow();
	} );

	it.each( [
		[ 'without them', 'x=/[a-z]+/u' ],
		[ 'that only look so', 'x=/\\p{3}/' ],
		[ 'with an escaped backslash before', 'x=/\\\\p\\{L/u' ],
		[ 'inside of texts', 'x="/\\\\p{L}/u"' ]
	] )( '%s stay as they are', ( _name, code ) => {
		expect( lowerRegExps( code ) ).toBe( code );
	} );

	it( 'find the same as before', () => {
		const found = ( code: string ): unknown => (
			// The code stands below.
			// eslint-disable-next-line no-new-func
			new Function( 'text', `return text.match( ${ code } );` )( 'a\\é7/"_ Ωb' )
		);
		for ( const code of [ '/[\\p{L}\\p{N}]+/gu', '/\\\\\\p{L}/u', '/["\\/\\p{L}]/gu' ] ) {
			expect( found( lowerRegExps( code ) ) ).toEqual( found( code ) );
		}
	} );
} );
