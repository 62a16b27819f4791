import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/log/plain-text';

describe( 'plainText', () => {
	it.each( [
		[ 'a\ud800b', 'a\ufffdb' ],
		[ 'a\udc00', 'a\ufffd' ],
		[ '\udc00\ud800', '\ufffd\ufffd' ],
		[ '\udc00\udc00\udc00', '\ufffd\ufffd\ufffd' ],
		[ '\u{1f332}', '\u{1f332}' ],
		[ 'a\u0000\u001b[1m\u0085b', 'a[1mb' ],
		[ 'a\tb\r\nc\rd\n', 'a\tb\nc\nd\n' ],
		[ '\u202eabc\u202c \u2066x\u2069', 'abc x' ],
		[ 'שלום\u200f, \u200eabc', 'שלום\u200f, \u200eabc' ],
		[ '<b>&amp;', '<b>&amp;' ]
	] )( '%j', ( value, expected ) => {
		expect( plainText( value ) ).toBe( expected );
	} );

	it( 'leaves nothing unsafe in any string, and changes nothing twice', () => {
		const units = fc.array( fc.oneof(
			fc.integer( { min: 0, max: 0xffff } ),
			fc.constantFrom( 0xd800, 0xdc00, 0x202e, 0x2067, 0x0d, 0x0a )
		) ).map( ( codes ) => String.fromCharCode( ...codes ) );
		fc.assert( fc.property( units, ( value ) => {
			const plain = plainText( value );
			expect( plainText( plain ) ).toBe( plain );
			expect( () => encodeURIComponent( plain ) ).not.toThrow();
			expect( plain ).not.toMatch( /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u );
		} ), { numRuns: 3000 } );
	} );
} );
