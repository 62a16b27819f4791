import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOver } from '../../src/trace/carry-over';
import { followChanges } from '../../src/trace/follow-changes';
import type { AskedChange } from '../../src/trace/followed-changes';
import {
	comparePublished, fits, publishTrace, readPublishedTrace, textHash,
	type PublishedDifference, type PublishedItem, type PublishedPlace, type ReadTrace
} from '../../src/trace/published-trace';
import { finish } from '../../src/trace/steps';
import type { Trace } from '../../src/trace/trace';
import type { RevisionText } from '../../src/trace/types';
import { givenHistories, givenHistory, onePage, policyHistory, traceOf, wildHistories } from './histories';

/** Every edit of a page as a change of the log. */
function editsOf( revisions: readonly RevisionText[], page = '' ): AskedChange[] {
	const own = revisions.filter( ( revision ) => revision.page === page );
	return own.map( ( { revid }, index ) => (
		{ key: `e/${ revid }#0`, base: own[ index - 1 ]?.revid ?? null, last: revid }
	) );
}

/** Published, put on the wiki and read again. */
function published( trace: Trace, page = '', changes: readonly AskedChange[] = [] ): ReadTrace {
	const json = JSON.stringify( publishTrace( trace, page, { changes } ), null, '\t' );
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

/** Where words of a newer text come from, as far as they stood in the one that was traced. */
function originsOf( read: ReadTrace, before: Int32Array ): ( readonly number[] | null )[] {
	return Array.from( before, ( at ) => read.origins[ read.words[ at ] ?? -1 ] ?? null );
}

/** `word@origin`, `?` where it is not yet traced. */
function shown( read: ReadTrace, then: string, now: string ): string {
	const { before, starts, ends } = carryOver( then, now );
	return originsOf( read, before ).map( ( revids, at ) => (
		`${ now.slice( starts[ at ], ends[ at ] ) }@${ revids?.join( '|' ) ?? '?' }`
	) ).join( ' ' );
}

const history = [
	{ revid: 11, page: 'A', text: 'Be kind.\n\n== Reports ==\nReports are read.' },
	{ revid: 12, page: 'A', text: null },
	{ revid: 13, page: 'A', text: 'Be very kind.\n\n== Reports ==\nReports are read.' },
	{ revid: 14, page: 'B', text: 'Another page.' },
	{ revid: 15, page: 'A', text: 'Be very kind.\n\n== Reports ==\nReports are read soon by all.' },
	{ revid: 16, page: 'A', text: 'Be very kind.\n\n== Reports ==\nReports are read by all.' }
];
const sample = traceOf( history );
const changes: AskedChange[] = [
	{ key: 'g01/g01.1#0', base: 13, last: 15 }, { key: 'g02/g02.1#0', base: 12, last: 13 }
];
const items: PublishedItem[] = [ {
	key: 'g01/g01.1', changes: textHash( '15/' ), places: '1', orphans: 0, elsewhere: true, reviews: '15 lapsed 16 holds'
} ];
const places: PublishedPlace[] = [ { id: 'reports', heading: textHash( 'Reports' ), place: 1 } ];
const sound = publishTrace( sample, 'A', { changes, items, places } )!;

describe( 'a published trace', () => {
	it( 'tells origins of words, sections, and what became of changes', () => {
		expect( sound ).toEqual( {
			engine: 'advice-provenance',
			version: 1,
			revision: 16,
			words: 9,
			fingerprint: expect.stringMatching( /^[0-9a-f]{8}$/ ) as string,
			origins: '11 13|12 15',
			runs: '0 1 1 1 0 5 2 2',
			sections: [
				{ heading: null, level: 0, words: 3 },
				{ heading: textHash( 'Reports' ), level: 2, words: 6 }
			],
			changes: [ {
				key: 'g01/g01.1#0', state: 'edited', inserted: 3, standing: 2, elsewhere: 0, takenBy: '16 1',
				removed: 0, absent: 0, broughtBackBy: ''
			}, {
				key: 'g02/g02.1#0', state: 'unknown', inserted: 0, standing: 0, elsewhere: 0, takenBy: '',
				removed: 0, absent: 0, broughtBackBy: ''
			} ],
			groups: '0',
			advised: '0 7 1 2',
			items,
			places
		} );
	} );

	it( 'is read as it was written', () => {
		const read = readPublishedTrace( JSON.parse( JSON.stringify( sound ) ) )!;
		expect( read.revision ).toBe( 16 );
		expect( read.origins ).toEqual( [ [ 11 ], [ 13, 12 ], [ 15 ] ] );
		expect( [ ...read.words ] ).toEqual( [ 0, 1, 0, 0, 0, 0, 0, 2, 2 ] );
		expect( read.groups ).toEqual( [ [], [ 'g01/g01.1#0' ] ] );
		expect( [ ...read.groupOf ] ).toEqual( [ 0, 0, 0, 0, 0, 0, 0, 1, 1 ] );
		expect( read.sections ).toEqual( sound.sections );
		expect( [ ...read.changes.values() ] )
			.toEqual( finish( followChanges( sample, changes ) ).changes );
		expect( [ ...read.items ] ).toEqual( [ [ 'g01/g01.1', {
			changes: textHash( '15/' ), places: [ 1 ], orphans: 0, elsewhere: true,
			reviews: new Map( [ [ 15, 'lapsed' ], [ 16, 'holds' ] ] )
		} ] ] );
		expect( read.places ).toEqual( places );
	} );

	it( 'tells what the trace tells, whatever happened', () => {
		fc.assert( fc.property( wildHistories, ( revisions ) => {
			const trace = traceOf( revisions );
			for ( const page of trace.pages.keys() ) {
				const asked = editsOf( revisions, page );
				const followed = finish( followChanges( trace, asked ) );
				const own = followed.pages.find( ( one ) => one.page === page )!;
				const read = published( trace, page, asked );
				const { ids } = trace.words( page );
				expect( read.words.length ).toBe( ids.length );
				ids.forEach( ( id, at ) => {
					const [ origin, ...others ] = read.origins[ read.words[ at ]! ]!;
					expect( origin ).toBe( trace.revisions[ trace.originOf( id ) ]!.revid );
					const tied = trace.otherOrigins( id )
						.map( ( number ) => trace.revisions[ number ]!.revid );
					expect( new Set( others ) ).toEqual( new Set( tied ) );
					expect( new Set( read.groups[ read.groupOf[ at ]! ] ) )
						.toEqual( new Set( own.groups[ own.groupOf[ at ]! ] ) );
				} );
				expect( [ ...read.changes.values() ] ).toEqual( followed.changes );
				expect( fits( read, trace.text( page ) ) ).toBe( true );
				expect( comparePublished( read, published( trace, page, asked ) ) ).toEqual( [] );
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
		expect( publishTrace( trace, '', { changes: [] } ) ).toBeNull();
		expect( publishTrace( trace, 'Other', { changes: [] } ) ).toBeNull();
	} );

	it( 'is of the newest revision that can be read', () => {
		const trace = traceOf( [ ...history, { revid: 17, page: 'A', text: null } ] );
		expect( publishTrace( trace, 'A', { changes } )?.revision ).toBe( 16 );
	} );

	it( 'holds no text', () => {
		const json = JSON.stringify( sound );
		for ( const word of [ 'kind', 'Reports', 'read', 'very', 'soon' ] ) {
			expect( json ).not.toContain( word );
		}
	} );

	it( 'is small, as MediaWiki keeps it, for a page of 30 kB with a thousand revisions', () => {
		const revisions = policyHistory( 8, 1000, 30_000 );
		const trace = traceOf( revisions );
		const asked = editsOf( revisions ).filter( ( _, index ) => index % 20 === 0 );
		const json = publishTrace( trace, '', { changes: asked } );
		const { length } = JSON.stringify( json, null, '\t' );
		expect( trace.text( '' ).length ).toBeGreaterThan( 20_000 );
		expect( length ).toBeLessThan( 60_000 );
		if ( process.env.FIGURES ) {
			process.stderr.write( `generated: ${ trace.text( '' ).length } characters, ${ length } bytes\n` );
		}
	}, 120_000 );

	it.each( givenHistories )( 'is small for the history %s', ( name ) => {
		const { revisions } = givenHistory( name );
		const trace = traceOf( revisions );
		const asked = editsOf( revisions ).filter( ( _, index ) => index % 20 === 0 );
		const json = publishTrace( trace, '', { changes: asked } );
		const { length } = JSON.stringify( json, null, '\t' );
		expect( length ).toBeLessThan( 60_000 );
		if ( process.env.FIGURES ) {
			process.stderr.write( `${ name }: ${ trace.text( '' ).length } characters, ${ length } bytes\n` );
		}
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
		[ 'more words than runs', { ...sound, words: 10 } ],
		[ 'fewer words than runs', { ...sound, words: 8 } ],
		[ 'billions of words', { ...sound, words: 4e9, runs: '0 4000000000' } ],
		[ 'a run without a length', { ...sound, runs: '0 1 1 1 0 5 2 2 0' } ],
		[ 'an empty run', { ...sound, runs: '0 1 1 0 0 6 2 2' } ],
		[ 'a negative run', { ...sound, runs: '0 11 1 -2' } ],
		[ 'a run of an unknown origin', { ...sound, runs: '0 1 3 1 0 5 2 2' } ],
		[ 'runs that are no numbers', { ...sound, runs: '0 1 1 1 0 5 2 0x2' } ],
		[ 'runs with holes', { ...sound, runs: '0  1 1 1 0 5 2 2' } ],
		[ 'runs as a list', { ...sound, runs: [ 0, 1, 1, 1, 0, 5, 2, 2 ] } ],
		[ 'no origins', { ...sound, origins: '' } ],
		[ 'an origin without a number', { ...sound, origins: '11 13| 15' } ],
		[ 'an origin that is no number', { ...sound, origins: '11 constructor 15' } ],
		[ 'an origin that is too great', { ...sound, origins: '11 99999999999999999999 15' } ],
		[ 'revision 0 as origin', { ...sound, origins: '11 0 15' } ],
		[ 'no fingerprint', { ...sound, fingerprint: null } ],
		[ 'words of an unknown change', { ...sound, groups: '2' } ],
		[ 'a group without a change', { ...sound, groups: '0|' } ],
		[ 'words of an unknown group', { ...sound, advised: '0 7 2 2' } ],
		[ 'advised words that the text has not', { ...sound, advised: '0 7 1 3' } ]
	] )( 'refuses %s', ( _name, value ) => {
		expect( readPublishedTrace( value ) ).toBeNull();
	} );

	it.each<[ string, unknown ]>( [
		[ 'that are no list', {} ],
		[ 'of which one is no object', [ ...sound.sections.slice( 1 ), null ] ],
		[ 'with fewer words than the page', sound.sections.slice( 1 ) ],
		[ 'with more words than the page', [ ...sound.sections, ...sound.sections ] ],
		[ 'with negative words', [ { ...sound.sections[ 0 ], words: 10 }, { ...sound.sections[ 1 ], words: -1 } ] ],
		[ 'with a heading as text', sound.sections.map( ( section ) => ( { ...section, heading: 'Reports' } ) ) ],
		[ 'of level 7', sound.sections.map( ( section ) => ( { ...section, level: 7 } ) ) ],
		[ 'without end', new Array( 4e9 ) ]
	] )( 'leaves out sections %s, and what stands in them', ( _name, sections ) => {
		const read = readPublishedTrace( { ...sound, sections } );
		expect( read?.sections ).toEqual( [] );
		expect( read?.items.size ).toBe( 0 );
		expect( read?.places ).toEqual( [] );
		expect( read?.words.length ).toBe( 9 );
	} );

	const change = { ...sound.changes[ 0 ]!, removed: 4, absent: 2 };
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
		[ 'of which more was taken than is gone', { ...change, takenBy: '12 5' } ],
		[ 'that was taken by nobody', { ...change, takenBy: '0 1' } ],
		[ 'that was taken by half a pair', { ...change, takenBy: '12' } ],
		[ 'that was taken by a list', { ...change, takenBy: [ [ 12, 1 ] ] } ],
		[ 'that was brought back too often', { ...change, broughtBackBy: '13 2 13 1' } ]
	] )( 'leaves out a change %s, and shows the others', ( _name, spoilt ) => {
		const read = readPublishedTrace( {
			...sound, changes: [ spoilt, { ...change, key: 'other' } ], groups: '0|1'
		} );
		expect( [ ...read!.changes.keys() ] ).toEqual( [ 'other' ] );
		expect( read!.groups ).toEqual( [ [], [ 'other' ] ] );
	} );

	const [ item ] = items;
	it.each<[ string, unknown ]>( [
		[ 'that is no object', null ],
		[ 'without a key', { ...item, key: 7 } ],
		[ 'of other changes', { ...item, changes: '15' } ],
		[ 'in a section that is not there', { ...item, places: '2' } ],
		[ 'in half a section', { ...item, places: '0.5' } ],
		[ 'with countless places', { ...item, orphans: 1e9 } ],
		[ 'that is perhaps elsewhere', { ...item, elsewhere: 'yes' } ]
	] )( 'leaves out a piece of advice %s', ( _name, spoilt ) => {
		const read = readPublishedTrace( { ...sound, items: [ spoilt, { ...item, key: 'other' } ] } );
		expect( [ ...read!.items.keys() ] ).toEqual( [ 'other' ] );
	} );

	it( 'takes keys as keys, whatever they say', () => {
		const keys = [ '__proto__', 'constructor', 'g01/0', 'g01/0' ].map( ( key ) => ( { ...change, key } ) );
		const json = JSON.stringify( { ...sound, changes: keys } );
		const read = readPublishedTrace( JSON.parse( json ) );
		expect( [ ...read!.changes.keys() ].sort() ).toEqual( [ '__proto__', 'constructor', 'g01/0' ] );
	} );

	it( 'never fails, and what it gives holds together', () => {
		const spoil = fc.dictionary(
			fc.constantFrom( ...Object.keys( sound ), '__proto__' ),
			fc.oneof( fc.jsonValue(), fc.constantFrom( '0 9', '0 3 0 6', 9, '5', '5|6 7', '1|0', '0 4 1 5' ) )
		);
		fc.assert( fc.property( spoil, ( fields ) => {
			const read = readPublishedTrace( { ...sound, ...fields } );
			if ( read ) {
				read.words.forEach( ( index, word ) => {
					expect( read.origins[ index ]!.length ).toBeGreaterThan( 0 );
					expect( read.groups[ read.groupOf[ word ]! ] ).toBeDefined();
				} );
				for ( const { places: own } of read.items.values() ) {
					expect( own.every( ( place ) => read.sections[ place ] ) ).toBe( true );
				}
				expect( () => fits( read, 'Some words.' ) ).not.toThrow();
				const truth = readPublishedTrace( sound )!;
				expect( () => comparePublished( read, truth ) ).not.toThrow();
			}
		} ), { numRuns: 1000 } );
	} );
} );

describe( 'what was tampered with', () => {
	const truth = readPublishedTrace( sound )!;
	const [ first, second ] = sound.changes;
	it.each<[ string, object, PublishedDifference[ 'what' ] ]>( [
		[ 'another revision', { revision: 15 }, 'revision' ],
		[ 'another fingerprint', { fingerprint: '00000000' }, 'words' ],
		[ 'a word less', { words: 8, runs: '0 1 1 1 0 5 2 1', advised: '0 7 1 1' }, 'words' ],
		[ 'an older origin', { origins: '11 13|12 11' }, 'origins' ],
		[ 'an origin that is none', { origins: '11 13|12 4711' }, 'origins' ],
		[ 'an origin without its tie', { origins: '11 13 15' }, 'origins' ],
		[ 'origins exchanged', { origins: '15 13|12 11' }, 'origins' ],
		[ 'a run that is longer', { runs: '0 1 1 1 0 4 2 3' }, 'origins' ],
		[ 'more advised words', { advised: '0 6 1 3' }, 'advised' ],
		[ 'no advised words', { advised: '0 9' }, 'advised' ],
		[ 'words of another change', { groups: '1' }, 'advised' ],
		[ 'another heading', { sections: sound.sections.map( ( one ) => ( { ...one, heading: null } ) ) }, 'sections' ],
		[ 'another level', { sections: sound.sections.map( ( one ) => ( { ...one, level: 1 } ) ) }, 'sections' ],
		[ 'another border of sections', { sections: sound.sections.map( ( one, at ) => ( { ...one, words: at ? 5 : 4 } ) ) }, 'sections' ],
		[ 'a better state', { changes: [ { ...first, state: 'intact' }, second ] }, 'change' ],
		[ 'more words that stand', { changes: [ { ...first, standing: 3, takenBy: '' }, second ] }, 'change' ],
		[ 'words that were moved', { changes: [ { ...first, elsewhere: 2 }, second ] }, 'change' ],
		[ 'another taker', { changes: [ { ...first, takenBy: '13 1' }, second ] }, 'change' ],
		[ 'words that were removed', { changes: [ { ...first, removed: 5, absent: 5 }, second ] }, 'change' ],
		[ 'a change that was unknown', { changes: [ first, { ...second, state: 'intact' } ] }, 'change' ],
		[ 'a change of nobody', { changes: [ first, second, { ...second, key: 'x/y#0' } ] }, 'change' ],
		[ 'another section', { items: [ { ...items[ 0 ], places: '0' } ] }, 'places' ],
		[ 'a place that was lost', { items: [ { ...items[ 0 ], orphans: 1 } ] }, 'places' ],
		[ 'a review that holds', { items: [ { ...items[ 0 ], reviews: '15 holds 16 holds' } ] }, 'reviews' ],
		[ 'another place of a section', { places: [ { ...places[ 0 ], place: 0 } ] }, 'places' ]
	] )( 'is found: %s', ( _name, fields, what ) => {
		const read = readPublishedTrace( JSON.parse( JSON.stringify( { ...sound, ...fields } ) ) );
		expect( read ).not.toBeNull();
		const found = comparePublished( read!, truth );
		expect( new Set( found.map( ( one ) => one.what ) ) ).toEqual( new Set( [ what ] ) );
		found.forEach( ( one ) => expect( one.published ).not.toBe( one.recomputed ) );
	} );

	it( 'is told with the words that it is about', () => {
		const read = readPublishedTrace( { ...sound, origins: '11 13|12 4711' } )!;
		expect( comparePublished( read, truth ) ).toEqual( [
			{ what: 'origins', key: '', from: 7, words: 2, published: '4711', recomputed: '15' }
		] );
	} );

	it( 'is left alone where it is about changes that are not to be compared', () => {
		const read = readPublishedTrace( {
			...sound, groups: '1', changes: [ { ...first, state: 'intact' }, { ...second, state: 'gone' } ]
		} )!;
		expect( comparePublished( read, truth, () => false ) ).toEqual( [] );
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
		}
	} );

	it( 'is carried over: words that stand or moved keep their origin, newer ones have none', () => {
		expect( shown( read, then!, now! ) ).toBe( 'Be@? very@? kind@11 Reports@11 Reports@11 are@11 read@11' );
		expect( shown( read, then!, `${ then! } By all.` ) )
			.toBe( 'Be@11 kind@11 Reports@11 Reports@11 are@11 read@11 By@? all@?' );
		const moved = 'Whoever asks is answered within a week.';
		const rest = 'All reports are read by two people.';
		const old = published( traceOf( onePage( moved, `${ moved }\n\n${ rest }` ) ) );
		expect( shown( old, `${ moved }\n\n${ rest }`, `${ rest }\n\n${ moved }` ) ).toBe(
			'All@2 reports@2 are@2 read@2 by@2 two@2 people@2 ' +
			'Whoever@1 asks@1 is@1 answered@1 within@1 a@1 week@1'
		);
		expect( shown( read, then!, 'Be KIND.' ) ).toBe( 'Be@? KIND@?' );
		expect( shown( read, then!, '' ) ).toBe( '' );
	} );

	it( 'says of words that came back only what it knows', () => {
		const old = 'Old words were here before.';
		const trace = traceOf( onePage( old, 'New text that stays.', `New text that stays. ${ old }` ) );
		const second = published( traceOf( onePage( old, 'New text that stays.' ) ) );
		expect( trace.originOf( trace.words( '' ).ids[ 4 ]! ) ).toBe( 0 );
		expect( shown( second, 'New text that stays.', trace.text( '' ) ) )
			.toBe( 'New@2 text@2 that@2 stays@2 Old@? words@? were@? here@? before@?' );
	} );

	it( 'leaves a word alone that may be either of two', () => {
		const sentence = 'The chair may not answer such letters.';
		const old = published( traceOf( onePage( 'The chair waits.', sentence ) ) );
		// Which "The" is new is not known without the history.
		expect( shown( old, sentence, `The report is public. ${ sentence }` ) ).toBe(
			'The@? report@? is@? public@? The@? chair@1 may@2 not@2 answer@2 such@2 letters@2'
		);
	} );

	/** Words carried over from some revisions back, and those of them with a wrong origin. */
	function carriedOver( seed: number, later: number ): [ carried: number, wrong: number ] {
		const revisions = policyHistory( seed, 40, 2000 );
		const whole = traceOf( revisions );
		const before = revisions.slice( 0, revisions.length - later );
		const textThen = before[ before.length - 1 ]!.text!;
		const origins = originsOf(
			published( traceOf( before ) ), carryOver( textThen, whole.text( '' ) ).before
		);
		const { ids } = whole.words( '' );
		const carried = [ ...ids.keys() ].filter( ( word ) => origins[ word ] );
		const wrong = carried.filter( ( word ) => {
			const id = ids[ word ]!;
			const own = [ whole.originOf( id ), ...whole.otherOrigins( id ) ]
				.map( ( number ) => whole.revisions[ number ]!.revid );
			return !origins[ word ]!.some( ( revid ) => own.includes( revid ) );
		} );
		return [ carried.length, wrong.length ];
	}

	it( 'claims no other origin than the trace of the whole history', () => {
		const counts = Array.from( { length: 40 }, ( _, seed ) => (
			[ 1, 3, 10 ].map( ( later ) => carriedOver( seed, later ) )
		) ).flat();
		const sum = counts.reduce( ( before, [ carried ] ) => before + carried, 0 );
		expect( sum ).toBeGreaterThan( 50_000 );
		expect( counts.filter( ( [ , wrong ] ) => wrong ) ).toEqual( [] );
	} );

	it( 'takes no word twice, and each for a word of the same text', () => {
		fc.assert( fc.property( fc.nat( 50 ), fc.nat( 8 ), ( seed, later ) => {
			const revisions = policyHistory( seed, 12, 800 );
			const at = revisions.length - 1 - Math.min( later, 11 );
			const textThen = revisions[ at ]!.text!;
			const textNow = revisions[ revisions.length - 1 ]!.text!;
			const { before, starts, ends } = carryOver( textThen, textNow );
			const wordsThen = wordsOf( textThen );
			const found = [ ...before ].filter( ( index ) => index !== -1 );
			expect( new Set( found ).size ).toBe( found.length );
			expect( before.length ).toBe( wordsOf( textNow ).length );
			before.forEach( ( index, word ) => {
				const text = textNow.slice( starts[ word ], ends[ word ] );
				expect( index === -1 || wordsThen[ index ] === text ).toBe( true );
			} );
			if ( textThen === textNow ) {
				expect( found.length ).toBe( before.length );
			}
		} ), { numRuns: 40 } );
	} );
} );

describe( 'the hash of a heading', () => {
	it( 'tells headings apart, also by case', () => {
		const headings = [ '', 'Reports', 'reports', 'Report', 'Berichte', '報告' ];
		expect( new Set( headings.map( textHash ) ).size ).toBe( headings.length );
		headings.forEach( ( heading ) => expect( textHash( heading ) ).toMatch( /^[0-9a-f]{8}$/ ) );
	} );
} );
