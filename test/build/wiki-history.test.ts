import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { UserError } from '../../build/user-error';
import { escapeXml, exportXml, storableText } from '../../build/wiki/export-xml';
import { orderTimestamps } from '../../build/wiki/order-timestamps';
import { parseHistory, parseTimestamp, readHistory } from '../../build/wiki/read-history';

const revision = {
	revid: 7, timestamp: '2020-01-01T00:00:00Z', user: 'Ann', comment: 'c', text: 't'
};

describe( 'parseTimestamp', () => {
	it.each( [
		[ '2017-09-14T13:44:25-07:00', '2017-09-14T20:44:25.000Z' ],
		[ '2017-09-14T13:44:25+0530', '2017-09-14T08:14:25.000Z' ],
		[ '2017-09-14 13:44:25.9', '2017-09-14T13:44:25.000Z' ],
		[ '2017-09-14T13:44z', '2017-09-14T13:44:00.000Z' ],
		[ '2017-09-14', '2017-09-14T00:00:00.000Z' ],
		[ '20170914134425', '2017-09-14T13:44:25.000Z' ]
	] )( 'reads %s', ( text, expected ) => {
		const seconds = parseTimestamp( text ) ?? NaN;
		expect( new Date( seconds * 1000 ).toISOString() ).toBe( expected );
	} );

	it.each( [
		'', 'yesterday', '2017', '2017-13-01T00:00:00Z', '2017-01-01T25:00:00Z', '2017-09-14x',
		'1505396665'
	] )( 'refuses "%s"', ( text ) => {
		expect( parseTimestamp( text ) ).toBeNull();
	} );
} );

describe( 'parseHistory', () => {
	it( 'takes a list, and an object with a list', () => {
		const expected = [ {
			revid: '7', time: 1577836800, user: 'Ann', comment: 'c', text: 't', minor: false
		} ];
		expect( parseHistory( [ revision ], 'f' ).revisions ).toEqual( expected );
		expect( parseHistory( { revisions: [ revision ] }, 'f' ).revisions ).toEqual( expected );
	} );

	it( 'leaves out revisions without text, and says so', () => {
		const { revisions, notes } = parseHistory( [ { ...revision, text: null }, revision ], 'f' );
		expect( revisions ).toHaveLength( 1 );
		expect( notes ).toEqual( [ expect.stringContaining( 'Revision 7 has no text' ) ] );
	} );

	it( 'keeps revisions with the same id, and says so once', () => {
		const { revisions, notes } = parseHistory( [ revision, revision, revision ], 'f' );
		expect( revisions ).toHaveLength( 3 );
		expect( notes ).toEqual( [ expect.stringContaining( 'id 7' ) ] );
	} );

	it( 'takes what is not a name or a comment for none', () => {
		const { revisions } = parseHistory( [ { ...revision, user: ' ', comment: null } ], 'f' );
		expect( revisions[ 0 ] ).toMatchObject( { user: null, comment: '' } );
	} );

	it.each( [
		[ 'no list', { pages: [] }, /no list of revisions/ ],
		[ 'null', null, /no list of revisions/ ],
		[ 'an empty list', [], /no revision with a text/ ],
		[ 'no id', [ { ...revision, revid: null } ], /revision 1 of 1: "revid"/ ],
		[ 'no date', [ revision, { ...revision, timestamp: undefined } ], /revision 2 of 2: "timestamp"/ ],
		[ 'a number as text', [ { ...revision, text: 5 } ], /"text" is not a string/ ],
		[ 'a string', [ 'x' ], /"revid"/ ]
	] )( 'refuses %s with status 2', ( _, value, message ) => {
		let error: unknown;
		try {
			parseHistory( value, 'f' );
		} catch ( caught ) {
			error = caught;
		}
		expect( error ).toBeInstanceOf( UserError );
		expect( error ).toMatchObject( { status: 2, message: expect.stringMatching( message ) } );
	} );

	it( 'names a file that cannot be read or is not JSON', () => {
		expect( () => readHistory( 'no/such/file.json' ) ).toThrow( /no\/such\/file\.json cannot be read/ );
		expect( () => readHistory( 'LICENSE' ) ).toThrow( /LICENSE: this is not JSON/ );
	} );
} );

describe( 'orderTimestamps', () => {
	it( 'keeps what is in order', () => {
		expect( orderTimestamps( [ 1, 5, 9 ] ) ).toEqual( [ 1, 5, 9 ] );
	} );

	it( 'gives each revision a second of its own', () => {
		expect( orderTimestamps( [ 5, 5, 5, 6, 100 ] ) ).toEqual( [ 5, 6, 7, 8, 100 ] );
	} );

	it( 'moves a false date in the future alone, not all that follow it', () => {
		expect( orderTimestamps( [ 10, 9999, 20, 30 ] ) ).toEqual( [ 10, 11, 20, 30 ] );
	} );

	it( 'moves a false date in the past alone', () => {
		expect( orderTimestamps( [ 10, 20, 3, 30 ] ) ).toEqual( [ 10, 20, 21, 30 ] );
	} );

	it( 'puts a false first date before the others', () => {
		expect( orderTimestamps( [ 9999, 8888, 20, 30 ] ) ).toEqual( [ 18, 19, 20, 30 ] );
	} );

	it( 'always grows, whatever it is given', () => {
		fc.assert( fc.property( fc.array( fc.integer( { min: 0, max: 50 } ) ), ( times ) => {
			const ordered = orderTimestamps( times );
			expect( ordered ).toHaveLength( times.length );
			ordered.forEach( ( time, i ) => {
				expect( time ).toBeGreaterThan( ordered[ i - 1 ] ?? -Infinity );
			} );
		} ) );
	} );
} );

describe( 'exportXml', () => {
	it( 'replaces what XML cannot hold, and keeps pairs of surrogates', () => {
		expect( storableText( 'a\u0000b\ud800c\udc00d\ud83d\ude00e\ufffef' ) )
			.toBe( 'a\ufffdb\ufffdc\ufffdd\ud83d\ude00e\ufffdf' );
	} );

	it( 'composes characters as MediaWiki does', () => {
		expect( storableText( 'e\u0301' ) ).toBe( '\u00e9' );
	} );

	it( 'keeps white space, line ends and markup', () => {
		expect( escapeXml( '<b>&amp;\r\n\t ' ) ).toBe( '&lt;b&gt;&amp;amp;&#13;\n\t ' );
	} );

	it( 'writes addresses as addresses, and no empty comment', () => {
		const common = { time: 0, comment: '', text: '', minor: true };
		const xml = [ ...exportXml( 'A & B', [
			{ ...common, user: '10.0.0.1' }, { ...common, user: 'Ann', comment: '<!' }
		] ) ].join( '' );
		expect( xml ).toContain( '<title>A &amp; B</title>' );
		expect( xml ).toContain( '<timestamp>1970-01-01T00:00:00Z</timestamp><contributor><ip>10.0.0.1</ip></contributor><minor/><text' );
		expect( xml ).toContain( '<username>Ann</username></contributor><minor/><comment>&lt;!</comment>' );
	} );
} );
