import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortened, withoutSigns, wordDiff } from '../../src/panel/word-diff';

function told( before: string, after: string ): string {
	const signs = { same: '', removed: '-', added: '+' };
	return wordDiff( before, after )
		.map( ( { kind, text } ) => `${ signs[ kind ] }[${ text }]` ).join( '' );
}

function joined( before: string, after: string, without: string ): string {
	return wordDiff( before, after )
		.filter( ( { kind } ) => kind !== without ).map( ( { text } ) => text ).join( '' );
}

describe( 'a difference word by word', () => {
	it.each( [
		[ 'may climb', 'must climb', '-[may]+[must][ climb]' ],
		[ 'a b', 'a, b', '[a]+[,][ b]' ],
		[ '', 'all new', '+[all new]' ],
		[ 'all gone', '', '-[all gone]' ],
		[ 'same', 'same', '[same]' ],
		[ '', '', '' ],
		// Nothing but a space stays between the two: they are one change.
		[ 'as high as', 'not lower than', '-[as high as]+[not lower than]' ],
		[ '行為準則', '行為規則', '[行為]-[準]+[規][則]' ]
	] )( 'from "%s" to "%s"', ( before, after, expected ) => {
		expect( told( before, after ) ).toBe( expected );
	} );

	it( 'has both texts in it, whatever they are', () => {
		const text = fc.oneof(
			fc.array( fc.constantFrom( 'a', 'b', 'c', '.', '\n', ' ' ), { maxLength: 60 } )
				.map( ( pieces ) => pieces.join( ' ' ) ),
			fc.string( { unit: 'binary', maxLength: 60 } )
		);
		fc.assert( fc.property( text, text, ( before, after ) => {
			expect( joined( before, after, 'removed' ) ).toBe( after );
			expect( joined( before, after, 'added' ) ).toBe( before );
		} ) );
	} );

	it( 'compares very long texts by their lines, and what is too long for that as a whole', () => {
		const lines = Array.from( { length: 1600 }, ( _none, i ) => `line ${ i } of a text\n` );
		const before = lines.join( '' );
		const after = lines.map( ( line, i ) => i % 500 === 100 ? `new ${ line }` : line ).join( '' );
		const parts = wordDiff( before, after );
		expect( parts.filter( ( { kind } ) => kind === 'added' ).map( ( { text } ) => text ) )
			.toEqual( [ 100, 600, 1100 ].map( ( i ) => `new line ${ i } of a text\n` ) );
		const long = before.repeat( 3 );
		expect( wordDiff( long, long.replace( /line/g, 'row' ) ).map( ( { kind } ) => kind ) )
			.toEqual( [ 'removed', 'added' ] );
	} );
} );

describe( 'a shortened difference', () => {
	const long = 'word '.repeat( 200 );

	it( 'leaves out what stayed far from a change, and nothing else', () => {
		const parts = wordDiff( `${ long }old ${ long }end`, `${ long }new ${ long }end` );
		const shown = shortened( parts );
		expect( shown.map( ( { kind } ) => kind ) )
			.toEqual( [ 'skipped', 'same', 'removed', 'added', 'same', 'skipped' ] );
		expect( shown.map( ( { text } ) => text ).join( '' ) )
			.toBe( parts.map( ( { text } ) => text ).join( '' ) );
		expect( shown[ 1 ]?.text.trim() ).toMatch( /^word( word)+$/ );
	} );

	it( 'keeps a short one whole', () => {
		const parts = wordDiff( 'one two three', 'one 2 three' );
		expect( shortened( parts ) ).toEqual( parts );
	} );
} );

it.each( [
	[ 'Noise == Motors are for mornings. ==', 'Noise\nMotors are for mornings.' ],
	[ 'No heading here', 'No heading here' ],
	[ 'Alone ==', 'Alone' ],
	[ 'a = b is no heading', 'a = b is no heading' ],
	[ '', '' ]
] )( 'a section is read without the signs of headings: %j', ( text, expected ) => {
	expect( withoutSigns( text ) ).toBe( expected );
} );
