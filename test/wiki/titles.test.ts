import { describe, expect, it } from 'vitest';
import { adviceHash, readAdviceHash } from '../../src/wiki/titles';

describe( 'the address of the panel', () => {
	it.each( [ 'lo-03/lo-03.1', 'a b/ü', '100%', '#/?&' ] )( 'leads back to the item "%s"', ( key ) => {
		expect( adviceHash( key ) ).toMatch( /^#advice\/[\w.%-]+$/ );
		expect( readAdviceHash( adviceHash( key ) ) ).toEqual( { item: key } );
	} );

	it( 'may name no item', () => {
		expect( adviceHash() ).toBe( '#advice' );
		expect( readAdviceHash( '#advice' ) ).toEqual( {} );
		expect( readAdviceHash( '#advice/' ) ).toEqual( {} );
	} );

	it( 'takes an address that somebody spoilt for one without an item', () => {
		expect( readAdviceHash( '#advice/%E0%A4%A' ) ).toEqual( {} );
	} );

	it.each( [ '', '#', '#Advice', '#advices', '#advices/x', '#x/advice' ] )( 'is not "%s"', ( hash ) => {
		expect( readAdviceHash( hash ) ).toBeNull();
	} );

	it( 'may be followed by a line break that nobody meant', () => {
		expect( readAdviceHash( '#advice/a%0Ab' ) ).toEqual( { item: 'a\nb' } );
	} );
} );
