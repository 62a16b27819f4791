import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	alignPublished, fits, headingHash, publishTrace, readPublishedTrace,
	type ReadTrace
} from '../../src/trace/published-trace';
import { SectionHistory } from '../../src/trace/section-history';
import type { Survival } from '../../src/trace/survival';
import type { Trace } from '../../src/trace/trace';
import { givenHistories, givenHistory, onePage, policyHistory, traceOf, wildHistories } from './histories';

const survival: Survival = {
	state: 'edited', inserted: 9, standing: 5, elsewhere: 1,
	takenBy: [ { revision: 1, words: 3, perhaps: [] }, { revision: 2, words: 1, perhaps: [] } ],
	removed: 4, absent: 2, broughtBackBy: [ { revision: 2, words: 2, perhaps: [] } ]
};

function sectionsOf( trace: Trace, page: string ): ReturnType<SectionHistory[ 'sections' ]> {
	const history = new SectionHistory();
	trace.revisions.forEach( ( revision ) => history.take( revision ) );
	return history.sections( page );
}

/** Published, put on the wiki and read again. */
function published( trace: Trace, page = '' ): ReadTrace {
	const parts = { sections: sectionsOf( trace, page ), changes: [ { key: 'g01/0', survival } ] };
	const json = JSON.stringify( publishTrace( trace, page, parts ), null, '\t' );
	const read = readPublishedTrace( JSON.parse( json ) );
	if ( !read ) {
		throw new Error( `This cannot be read: ${ json }` );
	}
	return read;
}

function wordsOf( text: string ): string[] {
	const trace = traceOf( onePage( text ) );
	return [ ...trace.words( '' ).ids ].map( ( id ) => trace.textOf( id ) );
}

/** `word@origin`, `?` where it is not yet traced. */
function shown( read: ReadTrace, then: string, now: string ): string {
	const aligned = alignPublished( read, then, now )!;
	return aligned.origins.map( ( revids, at ) => (
		`${ now.slice( aligned.starts[ at ], aligned.ends[ at ] ) }@${ revids?.join( '|' ) ?? '?' }`
	) ).join( ' ' );
}

const history = [
	{ revid: 11, page: 'A', text: 'Be kind.\n\n== Reports ==\nReports are read.' },
	{ revid: 12, page: 'A', text: null },
	{ revid: 13, page: 'A', text: 'Be very kind.\n\n== Reports ==\nReports are read.' },
	{ revid: 14, page: 'B', text: 'Another page.' }
];
const sample = traceOf( history );
const parts = { sections: sectionsOf( sample, 'A' ), changes: [ { key: 'g01/0', survival } ] };
const sound = publishTrace( sample, 'A', parts )!;

describe( 'a published trace', () => {
	it( 'tells origins of words, sections, and what became of changes', () => {
		expect( sound ).toEqual( {
			engine: 'advice-provenance',
			version: 1,
			revision: 13,
			words: 7,
			fingerprint: expect.stringMatching( /^[0-9a-f]{8}$/ ) as string,
			origins: '11 13|12',
			runs: '0 1 1 1 0 5',
			sections: [
				{ id: expect.any( Number ) as number, heading: null, level: 0, words: 3 },
				{ id: expect.any( Number ) as number, heading: headingHash( 'Reports' ), level: 2, words: 4 }
			],
			changes: [ {
				...survival, key: 'g01/0', takenBy: [ [ 12, 3 ], [ 13, 1 ] ], broughtBackBy: [ [ 13, 2 ] ]
			} ]
		} );
	} );

	it( 'is read as it was written', () => {
		const read = readPublishedTrace( JSON.parse( JSON.stringify( sound ) ) )!;
		expect( read.revision ).toBe( 13 );
		expect( read.origins ).toEqual( [ [ 11 ], [ 13, 12 ] ] );
		expect( [ ...read.words ] ).toEqual( [ 0, 1, 0, 0, 0, 0, 0 ] );
		expect( read.sections ).toEqual( sound.sections );
		const { key, ...rest } = sound.changes[ 0 ]!;
		expect( [ ...read.changes ] ).toEqual( [ [ key, rest ] ] );
	} );

	it( 'tells the same origins as the trace, whatever happened', () => {
		fc.assert( fc.property( wildHistories, ( revisions ) => {
			const trace = traceOf( revisions );
			for ( const page of trace.pages.keys() ) {
				const read = published( trace, page );
				const { ids } = trace.words( page );
				expect( read.words.length ).toBe( ids.length );
				ids.forEach( ( id, at ) => {
					const [ origin, ...others ] = read.origins[ read.words[ at ]! ]!;
					expect( origin ).toBe( trace.revisions[ trace.originOf( id ) ]!.revid );
					const tied = trace.otherOrigins( id )
						.map( ( number ) => trace.revisions[ number ]!.revid );
					expect( new Set( others ) ).toEqual( new Set( tied ) );
				} );
				expect( fits( read, trace.text( page ) ) ).toBe( true );
			}
		} ) );
	} );

	it( 'names no origin twice, where words that are alike were introduced together', () => {
		const line = 'members the a of';
		const trace = traceOf( [
			{ revid: 1, page: 'A', text: `members members members members\n${ line }\nmust\n${ line }` },
			{ revid: 2, page: 'B', text: `members members members members\n${ line }\nmust` },
			{ revid: 3, page: 'A', text: '' },
			{ revid: 4, page: 'A', text: line }
		] );
		expect( published( trace, 'A' ).origins ).toEqual( [ [ 1 ] ] );
		expect( [ ...trace.words( 'A' ).ids ].flatMap( ( id ) => trace.otherOrigins( id ) ) ).toEqual( [] );
	} );

	it( 'is not there for a page of which nothing could be read', () => {
		const trace = traceOf( onePage( null ) );
		expect( publishTrace( trace, '', { sections: [], changes: [] } ) ).toBeNull();
		expect( publishTrace( trace, 'Other', { sections: [], changes: [] } ) ).toBeNull();
	} );

	it( 'is of the newest revision that can be read', () => {
		const trace = traceOf( [ ...history, { revid: 15, page: 'A', text: null } ] );
		expect( publishTrace( trace, 'A', parts )?.revision ).toBe( 13 );
	} );

	it( 'holds no text', () => {
		const json = JSON.stringify( sound );
		for ( const word of [ 'kind', 'Reports', 'read', 'very' ] ) {
			expect( json ).not.toContain( word );
		}
	} );

	it( 'is small, as MediaWiki keeps it', () => {
		const trace = traceOf( policyHistory( 8, 150, 30_000 ) );
		expect( trace.text( '' ).length ).toBeGreaterThan( 20_000 );
		const json = publishTrace( trace, '', { sections: sectionsOf( trace, '' ), changes: [] } );
		expect( JSON.stringify( json, null, '\t' ).length ).toBeLessThan( 15_000 );
	}, 30_000 );

	it.each( givenHistories )( 'is small for the history %s', ( name ) => {
		const trace = traceOf( givenHistory( name ).revisions );
		const json = publishTrace( trace, '', { sections: sectionsOf( trace, '' ), changes: [] } );
		expect( JSON.stringify( json, null, '\t' ).length ).toBeLessThan( 20_000 );
		const { sections } = readPublishedTrace( json )!;
		expect( sections.reduce( ( sum, { words } ) => sum + words, 0 ) ).toBe( json!.words );
	}, 20_000 );
} );

describe( 'readPublishedTrace', () => {
	it.each<[ string, unknown ]>( [
		[ 'nothing', undefined ],
		[ 'null', null ],
		[ 'a list', [] ],
		[ 'an empty object', {} ],
		[ 'a trace of another program', { ...sound, engine: 'x' } ],
		[ 'a newer trace', { ...sound, version: 2 } ],
		[ 'no revision', { ...sound, revision: 0 } ],
		[ 'half a revision', { ...sound, revision: 1.5 } ],
		[ 'words of which it is not known how many', { ...sound, words: NaN } ],
		[ 'fewer than no words', { ...sound, words: -7 } ],
		[ 'more words than runs', { ...sound, words: 8 } ],
		[ 'fewer words than runs', { ...sound, words: 6 } ],
		[ 'billions of words', { ...sound, words: 4e9, runs: '0 4000000000' } ],
		[ 'a run without a length', { ...sound, runs: '0 1 1 1 0 5 0' } ],
		[ 'an empty run', { ...sound, runs: '0 1 1 0 0 6' } ],
		[ 'a negative run', { ...sound, runs: '0 9 1 -2' } ],
		[ 'a run of an unknown origin', { ...sound, runs: '0 1 2 1 0 5' } ],
		[ 'runs that are no numbers', { ...sound, runs: '0 1 1 1 0 0x5' } ],
		[ 'runs with holes', { ...sound, runs: '0  1 1 1 0 5' } ],
		[ 'runs as a list', { ...sound, runs: [ 0, 1, 1, 1, 0, 5 ] } ],
		[ 'no origins', { ...sound, origins: '' } ],
		[ 'an origin without a number', { ...sound, origins: '11 13|' } ],
		[ 'an origin that is no number', { ...sound, origins: '11 constructor' } ],
		[ 'an origin that is too great', { ...sound, origins: '11 99999999999999999999' } ],
		[ 'revision 0 as origin', { ...sound, origins: '11 0' } ],
		[ 'no fingerprint', { ...sound, fingerprint: null } ]
	] )( 'refuses %s', ( _name, value ) => {
		expect( readPublishedTrace( value ) ).toBeNull();
	} );

	it.each<[ string, unknown ]>( [
		[ 'that are no list', {} ],
		[ 'of which one is no object', [ ...sound.sections.slice( 1 ), null ] ],
		[ 'with fewer words than the page', sound.sections.slice( 1 ) ],
		[ 'with more words than the page', [ ...sound.sections, ...sound.sections ] ],
		[ 'with negative words', [ { ...sound.sections[ 0 ], words: 10 }, { ...sound.sections[ 1 ], words: -3 } ] ],
		[ 'with a heading as text', sound.sections.map( ( section ) => ( { ...section, heading: 'Reports' } ) ) ],
		[ 'of level 7', sound.sections.map( ( section ) => ( { ...section, level: 7 } ) ) ],
		[ 'without ids', sound.sections.map( ( section ) => ( { ...section, id: 'constructor' } ) ) ],
		[ 'without end', new Array( 4e9 ) ]
	] )( 'leaves out sections %s', ( _name, sections ) => {
		const read = readPublishedTrace( { ...sound, sections } );
		expect( read?.sections ).toEqual( [] );
		expect( read?.words.length ).toBe( 7 );
	} );

	const change = sound.changes[ 0 ]!;
	it.each<[ string, unknown ]>( [
		[ 'that is no object', 'g01/0' ],
		[ 'without a key', { ...change, key: undefined } ],
		[ 'with an endless key', { ...change, key: 'x'.repeat( 1e6 ) } ],
		[ 'in an unknown state', { ...change, state: 'constructor' } ],
		[ 'of which more stands than it inserted', { ...change, standing: 10 } ],
		[ 'of which more is elsewhere than stands', { ...change, elsewhere: 6 } ],
		[ 'of which more is absent than it removed', { ...change, absent: 5 } ],
		[ 'with half a word', { ...change, inserted: 9.5 } ],
		[ 'with billions of words', { ...change, inserted: 1e12 } ],
		[ 'of which more was taken than is gone', { ...change, takenBy: [ [ 12, 5 ] ] } ],
		[ 'that was taken by nobody', { ...change, takenBy: [ [ null, 1 ] ] } ],
		[ 'that was taken by no list', { ...change, takenBy: '12' } ],
		[ 'that was brought back too often', { ...change, broughtBackBy: [ [ 13, 2 ], [ 13, 1 ] ] } ]
	] )( 'leaves out a change %s, and shows the others', ( _name, spoilt ) => {
		const read = readPublishedTrace( { ...sound, changes: [ spoilt, { ...change, key: 'other' } ] } );
		expect( [ ...read!.changes.keys() ] ).toEqual( [ 'other' ] );
	} );

	it( 'takes keys as keys, whatever they say', () => {
		const changes = [ '__proto__', 'constructor', 'g01/0', 'g01/0' ].map( ( key ) => ( { ...change, key } ) );
		const read = readPublishedTrace( JSON.parse( JSON.stringify( { ...sound, changes } ) ) );
		expect( [ ...read!.changes.keys() ] ).toEqual( [ '__proto__', 'constructor', 'g01/0' ] );
	} );

	it( 'never fails, and what it gives holds together', () => {
		const spoil = fc.dictionary(
			fc.constantFrom( ...Object.keys( sound ), '__proto__' ),
			fc.oneof( fc.jsonValue(), fc.constantFrom( '0 7', '0 3 0 4', 7, '5', '5|6 7' ) )
		);
		fc.assert( fc.property( spoil, ( fields ) => {
			const read = readPublishedTrace( { ...sound, ...fields } );
			if ( read ) {
				read.words.forEach( ( index ) => {
					expect( read.origins[ index ]!.length ).toBeGreaterThan( 0 );
				} );
				expect( () => alignPublished( read, 'Some words.', 'Other words.' ) ).not.toThrow();
			}
		} ), { numRuns: 1000 } );
	} );
} );

describe( 'a published trace beside a text', () => {
	const [ then, , now ] = history.map( ( { text } ) => text! );
	const read = published( traceOf( history.slice( 0, 1 ) ), 'A' );

	it( 'fits the revision that it was made for, and no other words', () => {
		expect( fits( read, then! ) ).toBe( true );
		expect( fits( read, `<translate>${ then!.replace( 'kind', '\'\'\'kind\'\'\'' ) }</translate>` ) ).toBe( true );
		for ( const other of [ now!, '', then!.replace( 'kind', 'Kind' ), then!.replace( 'Be kind', 'Bek ind' ) ] ) {
			expect( fits( read, other ) ).toBe( false );
			expect( alignPublished( read, other, now! ) ).toBeNull();
		}
	} );

	it( 'is carried over: words that stand or moved keep their origin, newer ones have none', () => {
		expect( shown( read, then!, now! ) ).toBe( 'Be@11 very@? kind@11 Reports@11 Reports@11 are@11 read@11' );
		expect( shown( read, then!, '== Reports ==\nReports are read.\n\nBe kind.' ) )
			.toBe( 'Reports@11 Reports@11 are@11 read@11 Be@11 kind@11' );
		expect( shown( read, then!, 'Be KIND.' ) ).toBe( 'Be@11 KIND@?' );
		expect( shown( read, then!, '' ) ).toBe( '' );
	} );

	it( 'says of words that came back only what it knows', () => {
		const old = 'Old words were here before.';
		const trace = traceOf( onePage( old, 'New text.', `New text. ${ old }` ) );
		const second = published( traceOf( onePage( old, 'New text.' ) ) );
		expect( trace.originOf( trace.words( '' ).ids[ 2 ]! ) ).toBe( 0 );
		expect( shown( second, 'New text.', trace.text( '' ) ) ).toBe( 'New@2 text@2 Old@? words@? were@? here@? before@?' );
	} );

	it( 'takes no word twice, and each for a word of the same text', () => {
		fc.assert( fc.property( fc.nat( 50 ), fc.nat( 8 ), ( seed, later ) => {
			const revisions = policyHistory( seed, 12, 800 );
			const at = revisions.length - 1 - Math.min( later, 11 );
			const textThen = revisions[ at ]!.text!;
			const textNow = revisions[ revisions.length - 1 ]!.text!;
			const old = published( traceOf( revisions.slice( 0, at + 1 ) ) );
			const aligned = alignPublished( old, textThen, textNow )!;
			const wordsThen = wordsOf( textThen );
			const found = [ ...aligned.before ].filter( ( index ) => index !== -1 );
			expect( new Set( found ).size ).toBe( found.length );
			expect( aligned.origins.length ).toBe( wordsOf( textNow ).length );
			aligned.before.forEach( ( index, word ) => {
				const text = textNow.slice( aligned.starts[ word ], aligned.ends[ word ] );
				expect( index === -1 || wordsThen[ index ] === text ).toBe( true );
				expect( aligned.origins[ word ] )
					.toEqual( index === -1 ? null : old.origins[ old.words[ index ]! ] );
			} );
			if ( textThen === textNow ) {
				expect( found.length ).toBe( aligned.before.length );
			}
		} ), { numRuns: 40 } );
	} );
} );

describe( 'the hash of a heading', () => {
	it( 'tells headings apart, also by case', () => {
		const headings = [ '', 'Reports', 'reports', 'Report', 'Berichte', '報告' ];
		expect( new Set( headings.map( headingHash ) ).size ).toBe( headings.length );
		headings.forEach( ( heading ) => expect( headingHash( heading ) ).toMatch( /^[0-9a-f]{8}$/ ) );
	} );
} );
