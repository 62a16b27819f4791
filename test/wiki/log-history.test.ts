import { describe, expect, it } from 'vitest';
import { readLogHistory, readLogRevision, type LogRevision } from '../../src/wiki/log-history';
import { findReadableLog } from '../../src/reader/readable-log';
import { answerWith, requests, timeOf } from './fake-api';

const TITLE = 'Rules/Log.json';

/** The wiki has revisions 1 to `count` of the log; texts say which can be understood. */
function wikiHas( count: number, isGood: ( id: number ) => boolean ): void {
	answerWith( ( { rvlimit, rvstartid, rvcontinue } ) => {
		const newest = Number( rvcontinue || rvstartid || count );
		const oldest = Math.max( newest - Number( rvlimit ) + 1, 1 );
		const ids = Array.from( { length: newest - oldest + 1 }, ( _, index ) => newest - index );
		return { ok: {
			query: { pages: [ { title: TITLE, pageid: 3, revisions: ids.map( ( id ) => ( {
				revid: id, timestamp: timeOf( id ), user: 'Pip',
				slots: { main: { content: isGood( id ) ? 'good' : 'oops', contentmodel: 'wikitext' } }
			} ) ) } ] },
			...oldest > 1 && { continue: { rvcontinue: String( oldest - 1 ), continue: '||' } }
		} };
	} );
	Object.assign( mw, {
		message: ( key: string, ...params: string[] ) => ( { text: () => [ key, ...params ].join( ' ' ) } ),
		util: { wikiScript: () => '/index.php', getUrl: ( title: string, query: object = {} ) => `/${ title }?${ new URLSearchParams( Object.entries( query ) ).toString() }` }
	} );
}

async function idsOf( parts: number[], from?: number ): Promise<number[][]> {
	const all: number[][] = [];
	for await ( const part of readLogHistory( TITLE, { parts, ...from && { from } } ) ) {
		all.push( part.map( ( { id }: LogRevision ) => id ) );
	}
	return all;
}

const current = { asked: TITLE, title: TITLE, pageId: 3, revision: 200, text: 'oops', timestamp: timeOf( 200 ), user: null, model: 'wikitext' };
const isReadable = ( text: string ): boolean => text === 'good';

describe( 'the history of a log page', () => {
	it( 'is read from the newest back, as much as was asked for', async () => {
		wikiHas( 9, () => true );
		expect( await idsOf( [ 2, 4 ] ) ).toEqual( [ [ 9, 8 ], [ 7, 6, 5, 4 ] ] );
		expect( requests ).toHaveLength( 2 );
	} );

	it( 'ends with the first revision, and begins where it is told to', async () => {
		wikiHas( 9, () => true );
		expect( await idsOf( [ 2, 50, 50 ], 5 ) ).toEqual( [ [ 5, 4 ], [ 3, 2, 1 ] ] );
		expect( requests ).toHaveLength( 2 );
	} );

	it( 'gives one revision as if it were the newest, and none of another page', async () => {
		wikiHas( 9, () => true );
		expect( await readLogRevision( TITLE, 4 ) ).toMatchObject( { revision: 4, text: 'good', model: 'wikitext' } );
		answerWith( () => ( { ok: { query: { pages: [ { title: TITLE, missing: true } ] } } } ) );
		expect( await readLogRevision( TITLE, 4 ) ).toBeUndefined();
	} );
} );

describe( 'a log that cannot be understood', () => {
	it( 'is replaced by the revision before it, in one small request', async () => {
		wikiHas( 200, ( id ) => id < 200 );
		const found = await findReadableLog( current, isReadable );
		expect( found?.page ).toMatchObject( { revision: 199, text: 'good' } );
		expect( found?.failure ).toMatchObject( { what: 'log', kind: 'older' } );
		expect( found?.failure.message ).toContain( 'advice-provenance-older-log-revision-of 199' );
		expect( found?.failure.links?.map( ( { href } ) => decodeURIComponent( href ) ) ).toEqual( [
			'/index.php?diff=200&oldid=199', `/${ TITLE }?action=history`, `/Special:ChangeContentModel/${ TITLE }?`
		] );
		expect( requests.map( ( { rvlimit } ) => rvlimit ) ).toEqual( [ 5 ] );
	} );

	it( 'by one further back', async () => {
		wikiHas( 200, ( id ) => id === 110 );
		expect( ( await findReadableLog( { ...current, model: 'json' }, isReadable ) )?.page.revision ).toBe( 110 );
		expect( requests.map( ( { rvlimit } ) => rvlimit ) ).toEqual( [ 5, 50, 50 ] );
	} );

	it( 'by none that is further back than a reader would wait for', async () => {
		wikiHas( 200, ( id ) => id < 90 );
		expect( await findReadableLog( current, isReadable ) ).toBeNull();
		expect( requests ).toHaveLength( 3 );
	} );
} );
