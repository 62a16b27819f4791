import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberReader, NumberWriter } from '../../src/trace/number-codec';

describe( 'numbers as bytes', () => {
	it( 'come back as they were', () => {
		const plains = fc.array( fc.maxSafeNat() );
		fc.assert( fc.property( plains, fc.array( fc.integer() ), ( plain, signed ) => {
			const writer = new NumberWriter();
			plain.forEach( ( value ) => writer.write( value ) );
			signed.forEach( ( value ) => writer.writeSigned( value ) );
			const reader = new NumberReader( writer.finish() );
			expect( plain.map( () => reader.read() ) ).toEqual( plain );
			expect( signed.map( () => reader.readSigned() ) ).toEqual( signed );
			expect( reader.left ).toBe( 0 );
		} ) );
	} );

	it( 'are short when they are small', () => {
		const writer = new NumberWriter();
		[ 0, 1, 127 ].forEach( ( value ) => writer.write( value ) );
		[ -64, 63 ].forEach( ( value ) => writer.writeSigned( value ) );
		expect( writer.finish().length ).toBe( 5 );
	} );

	it.each( [
		[ 'nothing', [] ],
		[ 'a number without an end', [ 255, 255 ] ],
		[ 'a number of too many bytes', Array.from( { length: 40 }, () => 128 ) ],
		[ 'a number that is greater than it may be', [ 129, 1 ] ]
	] )( 'are not read from %s', ( _name, bytes ) => {
		const reader = new NumberReader( Uint8Array.from( bytes ) );
		expect( () => reader.read( 128 ) ).toThrow( 'no whole number' );
	} );
} );
