import { describe, expect, it } from 'vitest';
import { query } from '../../src/wiki/api';
import { readDraftRevisions, spread } from '../../src/wiki/draft-revisions';
import { readPageTexts } from '../../src/wiki/page-text';
import { readRevisions } from '../../src/wiki/revisions';
import { answerInTurn, answerWith, requests, revision, timeOf } from './fake-api';

/** Answers that no healthy wiki gives. */
const malformed: unknown[] = [
	undefined, null, '', 'text', [], {}, { query: null }, { query: [] }, { query: { pages: null } }, { query: { pages: {} } },
	{ query: { pages: [ null, 1, 'x', {}, { title: 5 }, { title: 'A', revisions: null }, { title: 'A', revisions: [ null, 3 ] } ] } },
	{ query: { pages: [ { title: 'A', revisions: [ { slots: null } ] } ], normalized: 'x', redirects: [ null, { from: 'A' } ] } },
	{ query: { pages: [] }, continue: 'x' }
];

describe( 'the newest texts of pages', () => {
	it( 'are found under the titles that were asked for', async () => {
		answerInTurn( { query: {
			normalized: [ { fromencoded: false, from: 'orchard_rules', to: 'Orchard rules' } ],
			redirects: [ { from: 'Orchard rules', to: 'Old' }, { from: 'Old', to: 'Orchard Rules' } ],
			pages: [
				{ pageid: 3, ns: 0, title: 'Orchard Rules', revisions: [ revision( 9, 'text' ) ] },
				{ ns: 0, title: 'None', missing: true },
				{ title: '<', invalid: true, invalidreason: 'bad' }
			]
		} } );
		const texts = await readPageTexts( [ 'orchard_rules', 'Orchard Rules', 'None', '<', 'Unanswered' ], true );
		expect( texts.get( 'orchard_rules' ) ).toMatchObject( { title: 'Orchard Rules', pageId: 3, revision: 9, text: 'text' } );
		expect( texts.get( 'Orchard Rules' ) ).toMatchObject( { title: 'Orchard Rules', revision: 9 } );
		expect( texts.get( 'None' ) ).toMatchObject( { title: 'None', revision: 0, text: null } );
		expect( texts.get( '<' ) ).toMatchObject( { revision: 0, text: null } );
		expect( texts.has( 'Unanswered' ) ).toBe( false );
		expect( requests ).toHaveLength( 1 );
	} );

	it( 'come in several answers where they are long', async () => {
		const pages = ( first: object, second: object ): object => ( { pages: [ { title: 'A', pageid: 1, ...first }, { title: 'B', pageid: 2, ...second } ] } );
		answerInTurn(
			{ continue: { rvcontinue: '2', continue: '||' }, query: pages( { revisions: [ revision( 1, 'a' ) ] }, {} ) },
			{ query: pages( {}, { revisions: [ revision( 2, 'b' ) ] } ) }
		);
		const texts = await readPageTexts( [ 'A', 'B' ], false );
		expect( [ ...texts.values() ].map( ( { title, text } ) => title + text ) ).toEqual( [ 'Aa', 'Bb' ] );
		expect( requests[ 1 ] ).toMatchObject( { rvcontinue: '2', continue: '||', titles: [ 'A', 'B' ] } );
	} );

	it( 'are asked for fifty at a time', async () => {
		answerWith( () => ( { ok: { query: { pages: [] } } } ) );
		await readPageTexts( Array.from( { length: 101 }, ( _, i ) => `P${ i }` ), true );
		expect( requests.map( ( { titles } ) => ( titles as string[] ).length ) )
			.toEqual( [ 50, 50, 1 ] );
		expect( ( await readPageTexts( [], true ) ).size ).toBe( 0 );
		expect( requests ).toHaveLength( 3 );
	} );

	it.each( [
		[ 'texthidden beside the content, as administrators get it', { texthidden: true } ],
		[ 'suppressed', { suppressed: true } ],
		[ 'hidden in the slot', { slots: { main: { texthidden: true, content: 'secret' } } } ],
		[ 'without content', { slots: { main: {} } } ],
		[ 'with content that is no text', { slots: { main: { content: 5 } } } ]
	] )( 'are null where they are %s', async ( _name, more ) => {
		answerInTurn( { query: { pages: [ { title: 'A', pageid: 1, revisions: [ revision( 1, 'secret', more ) ] } ] } } );
		expect( ( await readPageTexts( [ 'A' ], true ) ).get( 'A' ) ).toMatchObject( { revision: 1, text: null } );
	} );
} );

describe( 'revisions', () => {
	it( 'are read fifty at a time, and those the wiki does not know are named', async () => {
		answerWith( ( { revids } ) => ( { ok: { query: {
			badrevids: { 7: { revid: 7, missing: true } },
			pages: [ { pageid: 3, title: 'A', revisions: ( revids as number[] ).filter( ( id ) => id !== 7 ).map( ( id ) => revision( id, `t${ id }` ) ) } ]
		} } } ) );
		const { revisions, missing, pageIds } = await readRevisions(
			Array.from( { length: 60 }, ( _, i ) => i + 1 )
		);
		expect( requests ).toHaveLength( 2 );
		expect( revisions.size ).toBe( 59 );
		expect( revisions.get( 60 ) ).toMatchObject( { id: 60, page: 'A', user: 'Oak', comment: 'c', text: 't60' } );
		expect( [ ...missing ] ).toEqual( [ 7 ] );
		expect( [ ...pageIds ] ).toEqual( [ [ 'A', 3 ] ] );
	} );

	it( 'give nothing that is hidden, even where the wiki sends it along', async () => {
		answerInTurn( { query: { pages: [ { title: 'A', revisions: [
			revision( 1, 'secret', { texthidden: true, userhidden: true, commenthidden: true } ),
			{ revid: 2, timestamp: 't', userhidden: true, commenthidden: true, texthidden: true }
		] } ] } } );
		const { revisions } = await readRevisions( [ 1, 2 ] );
		expect( revisions.size ).toBe( 2 );
		for ( const read of revisions.values() ) {
			expect( read ).toMatchObject( { text: null, user: null, comment: null } );
		}
	} );
} );

describe( 'an answer', () => {
	it.each( malformed )( 'of no use, %j, gives nothing and throws nothing', async ( answer ) => {
		answerWith( () => ( { ok: answer } ) );
		for ( const { text } of ( await readPageTexts( [ 'A' ], true ) ).values() ) {
			expect( text ).toBeNull();
		}
		for ( const { text } of ( await readRevisions( [ 1 ] ) ).revisions.values() ) {
			expect( text ).toBeNull();
		}
		expect( ( await readRevisions( [ 1 ] ) ).missing.has( 1 ) ).toBe( true );
		const { reading } = await readDraftRevisions( [ { revision: 1 } ], { pages: [ 'A' ], formerTitles: [] } );
		expect( reading.problems.get( 1 ) ).toBe( 'missing' );
	} );

	it.each( [
		[ 'the wiki\'s own words', 'readonly', { errors: [ { code: 'readonly', text: 'The wiki is locked.' } ] }, 'The wiki is locked.' ],
		[ 'what the server said', 'http', { xhr: { status: 503 }, textStatus: 'error' }, 'network-status 503' ],
		[ 'that it is asked too often', 'http', { xhr: { status: 429 }, textStatus: 'error' }, 'network-busy' ],
		[ 'that there is no way to it', 'http', { xhr: { status: 0 }, textStatus: 'error' }, 'network-none' ],
		[ 'that time ran out', 'http', { xhr: { status: 0 }, textStatus: 'timeout' }, 'network-slow' ],
		[ 'that somebody else answered', 'http', { xhr: { status: 200 }, textStatus: 'parsererror' }, 'network-unreadable' ],
		[ 'the code alone', 'odd', { errors: [ { code: 'odd', html: '<b>x</b>' } ] }, 'odd' ],
		[ 'the code alone, of nothing', 'odd', undefined, 'odd' ]
	] )( 'that is an error says %s', async ( _name, code, detail, message ) => {
		answerWith( () => ( { fail: [ code, detail ] } ) );
		await expect( query( {} ) ).rejects.toMatchObject( { name: 'WikiError', code, message } );
	} );
} );

describe( 'the reading of a draft', () => {
	type Row = [ number, string | null ];

	/**
	 * A wiki with these histories; null stands for a hidden text.
	 *
	 * @param unlisted revisions that are read by their ids only
	 */
	function wiki( histories: Record<string, Row[]>, unlisted: number[] = [] ): void {
		const make = ( [ id, text ]: Row ): object => (
			revision( id, text ?? 'secret', text === null ? { texthidden: true } : {} )
		);
		answerWith( ( { titles, revids, rvlimit, rvdir, rvstart } ) => {
			const pages = Object.entries( histories ).map( ( [ title, history ] ) => {
				let rows = history.slice( -1 );
				if ( Array.isArray( revids ) ) {
					rows = history.filter( ( [ id ] ) => revids.includes( id ) );
				} else if ( !( titles as string[] ).includes( title ) ) {
					rows = [];
				} else if ( rvlimit ) {
					rows = history.filter( ( [ id ] ) => !unlisted.includes( id ) && ( !rvstart ||
						( rvdir === 'older' ? timeOf( id ) <= String( rvstart ) : timeOf( id ) >= String( rvstart ) ) ) );
				}
				return { title, pageid: 1, revisions: rows.map( make ) };
			} );
			const found = pages.filter( ( { revisions } ) => revisions.length );
			return { ok: { query: { pages: found } } };
		} );
	}

	it( 'has cited revisions, those before them, and a word for what is wrong', async () => {
		wiki( { P: [ [ 1, 'a' ], [ 2, 'b' ], [ 3, null ], [ 4, 'd' ], [ 5, 'e' ] ], Other: [ [ 8, 'x' ] ], Former: [ [ 9, 'y' ] ] } );
		const { reading } = await readDraftRevisions(
			[
				...[ 1, 2, 4, 8, 9, 77 ].map( ( id ) => ( { revision: id } ) ),
				{ revision: 5, from: 2 }
			],
			{ pages: [ 'P', 'Missing' ], formerTitles: [ 'Former' ] }
		);
		expect( reading.today ).toEqual( [ { title: 'P', revision: 5, text: 'e' }, { title: 'Missing', revision: null, text: null } ] );
		expect( [ ...reading.previous ] )
			.toEqual( [ [ 1, null ], [ 2, 1 ], [ 4, 3 ], [ 9, null ] ] );
		expect( Object.fromEntries( reading.problems ) ).toEqual( { 3: 'hidden', 8: 'other-page', 77: 'missing' } );
		expect( reading.revisions.get( 3 )?.text ).toBeNull();
		// Another page's words are none of the draft's.
		expect( reading.revisions.get( 8 ) ).toMatchObject( { page: 'Other', text: null } );
		expect( reading.revisions.get( 9 )?.text ).toBe( 'y' );
	} );

	it( 'takes no revision for a page\'s first one because its history does not list it', async () => {
		wiki( { P: [ [ 1, 'a' ], [ 2, 'b' ], [ 3, 'c' ] ] }, [ 2 ] );
		const { reading } = await readDraftRevisions( [ { revision: 2 } ], { pages: [ 'P' ], formerTitles: [] } );
		expect( reading.problems.get( 2 ) ).toBe( 'not-read' );
		expect( reading.previous.has( 2 ) ).toBe( false );
	} );

	it( 'compares with what came before in time, and of one time by id, not by the order of ids', async () => {
		wiki( { P: [ [ 70, 'a' ], [ 71, 'b' ], [ 10, 'c' ], [ 131, 'd' ], [ 20, 'e' ] ] } );
		const { reading } = await readDraftRevisions(
			[ 10, 20, 70, 71, 131 ].map( ( id ) => ( { revision: id } ) ),
			{ pages: [ 'P' ], formerTitles: [] }
		);
		// 10 and 70 were saved in one second, 71 and 131 in the next.
		expect( [ ...reading.previous ].sort( ( [ a ], [ b ] ) => a - b ) )
			.toEqual( [ [ 10, null ], [ 20, 131 ], [ 70, 10 ], [ 71, 70 ], [ 131, 71 ] ] );
	} );

	it( 'does not list a history without end: what is beyond is told as not read', async () => {
		answerWith( ( { revids, prop, rvdir, titles } ) => ( { ok: {
			...rvdir === 'newer' && { continue: { rvcontinue: 'x', continue: '||' } },
			query: { pages: [ { title: 'P', pageid: 1, revisions: Array.isArray( revids ) ?
				( revids as number[] ).map( ( id ) => revision( id, `t${ id }` ) ) :
				rvdir || !prop || !titles ? [ { revid: 1, timestamp: timeOf( 1 ) } ] : [ revision( 9, 'today' ) ]
			} ] }
		} } ) );
		const { reading } = await readDraftRevisions( [ { revision: 1 }, { revision: 9 } ], { pages: [ 'P' ], formerTitles: [] } );
		expect( requests.filter( ( { rvdir } ) => rvdir === 'newer' ) ).toHaveLength( 20 );
		expect( [ ...reading.problems ] ).toEqual( [ [ 9, 'not-read' ] ] );
	} );

	it( 'ends with a signal, and so does the request that is on its way', async () => {
		const control = new AbortController();
		answerWith( () => 'never' );
		const read = readDraftRevisions( [ { revision: 1 } ], { pages: [ 'P' ], formerTitles: [] }, control.signal );
		control.abort();
		await expect( read ).rejects.toMatchObject( { name: 'AbortError' } );
		expect( requests.length ).toBeGreaterThan( 0 );
		expect( requests.every( ( { aborted } ) => aborted ) ).toBe( true );
	} );

	it( 'of a log without changes asks for today\'s texts alone', async () => {
		wiki( { P: [ [ 1, 'a' ] ] } );
		const { reading } = await readDraftRevisions( [], { pages: [ 'P' ], formerTitles: [] } );
		expect( requests ).toHaveLength( 1 );
		expect( reading.revisions.size ).toBe( 0 );
	} );

	it( 'is refined with at most fifty revisions more, until there are none', async () => {
		wiki( { P: Array.from( { length: 120 }, ( _, i ): [ number, string ] => [ i + 1, `t${ i }` ] ) } );
		const { reading, readBetween } = await readDraftRevisions( [ { revision: 60 } ], { pages: [ 'P' ], formerTitles: [] } );
		expect( await readBetween() ).toBe( true );
		expect( reading.revisions.size ).toBeGreaterThan( 40 );
		expect( reading.revisions.size ).toBeLessThanOrEqual( 52 );
		expect( await readBetween() ).toBe( false );
	} );
} );

describe( 'a spread', () => {
	it.each( [
		[ [], 3, [] ],
		[ [ 1, 2 ], 3, [ 1, 2 ] ],
		[ [ 1, 2, 3, 4, 5 ], 3, [ 1, 3, 5 ] ],
		[ [ 1, 2, 3, 4, 5 ], 2, [ 1, 5 ] ]
	] )( 'of %j, %i of it', ( list, count, expected ) => {
		expect( spread( list, count ) ).toEqual( expected );
	} );
} );
