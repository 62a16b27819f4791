import { describe, expect, it } from 'vitest';
import {
	findPages, listHistory, readHistory, type DraftHistory, type HistoryRevision
} from '../../src/wiki/history';
import { answerWith, requests, revision, timeOf } from './fake-api';

interface Row {
	id: number;
	text?: string;
	hidden?: boolean;
}

/** Pages by their titles. */
type Wiki = Record<string, { pageid: number; rows: Row[] }>;

/** So many revisions the wiki lists, and so many texts it gives, in one answer. */
interface Limits {
	listed: number;
	texts: number;
}

const generous: Limits = { listed: 500, texts: 50 };

/** Part of a list, and where the next one begins. */
function part<T>( list: T[], from: unknown, limit: number ): { some: T[]; next: object } {
	const start = Number( from ) || 0;
	const end = start + limit;
	return {
		some: list.slice( start, end ),
		next: end < list.length ? { continue: { rvcontinue: String( end ), continue: '||' } } : {}
	};
}

/** A wiki that answers about these pages, as MediaWiki does to an administrator. */
function serveWiki( pages: Wiki, limits = generous ): void {
	answerWith( ( request ) => {
		if ( Array.isArray( request.revids ) ) {
			const wanted: unknown[] = request.revids;
			const rows = Object.entries( pages ).flatMap( ( [ title, page ] ) => page.rows
				.filter( ( { id } ) => wanted.includes( id ) )
				.map( ( row ) => ( { title, pageid: page.pageid, row } ) ) );
			const { some, next } = part( rows, request.rvcontinue, limits.texts );
			return { ok: { ...next, query: { pages: some.map( ( { title, pageid, row } ) => ( {
				title,
				pageid,
				revisions: [ revision(
					row.id, row.text ?? `t${ row.id }`, row.hidden ? { texthidden: true } : {}
				) ]
			} ) ) } } };
		}
		const titles = request.titles as string[];
		if ( request.prop === 'info' ) {
			return { ok: { query: { pages: titles.map( ( title ) => {
				const page = pages[ title ];
				return page ? { title, pageid: page.pageid } : { title, missing: true };
			} ) } } };
		}
		const [ title = '' ] = titles;
		const page = pages[ title ];
		if ( !page ) {
			return { ok: { query: { pages: [ { title, missing: true } ] } } };
		}
		const limit = Math.min( limits.listed, Number( request.rvlimit ) );
		const { some, next } = part( page.rows, request.rvcontinue, limit );
		const revisions = some.map( ( { id, hidden } ) => ( {
			revid: id, timestamp: timeOf( id ), ...hidden && { sha1hidden: true }
		} ) );
		return { ok: { ...next, query: { pages: [ { pageid: page.pageid, title, revisions } ] } } };
	} );
}

/** The history of pages of the wiki, and the requests for it. */
async function listed( titles: string[], signal?: AbortSignal ): Promise<DraftHistory> {
	const pages = await findPages( titles, signal );
	requests.length = 0;
	return await listHistory( pages, { signal } ) as DraftHistory;
}

function rowsOf( ids: number[] ): Row[] {
	return ids.map( ( id ) => ( { id } ) );
}

async function readAll(
	history: DraftHistory, from = 0
): Promise<( { id: number; page: string; text: string | null } )[][]> {
	const batches = [];
	for await ( const batch of readHistory( history, from ) ) {
		batches.push( batch.map( ( { id, page, text } ) => ( { id, page, text } ) ) );
	}
	return batches;
}

function idsOf( revisions: readonly HistoryRevision[] ): number[] {
	return revisions.map( ( { id } ) => id );
}

describe( 'the list of a history', () => {
	it( 'has the revisions of all pages in one order of time, and of one second by id', async () => {
		// Imported: 71 was saved after 10 and 70, which were saved in one second.
		serveWiki( {
			A: { pageid: 3, rows: rowsOf( [ 10, 70, 71, 20 ] ) },
			B: { pageid: 4, rows: rowsOf( [ 9, 15 ] ) }
		} );
		const history = await listed( [ 'A', 'Missing', 'B' ] );
		expect( idsOf( history.revisions ) ).toEqual( [ 9, 10, 70, 71, 15, 20 ] );
		expect( Object.fromEntries( history.pages ) )
			.toEqual( { A: { id: 3, title: 'A' }, B: { id: 4, title: 'B' } } );
		expect( history.revisions[ 0 ] )
			.toEqual( { id: 9, page: 4, timestamp: timeOf( 9 ), user: null, hidden: false } );
		expect( requests ).toHaveLength( 2 );
		expect( requests[ 0 ] ).toMatchObject( { rvlimit: 500, rvdir: 'newer' } );
		expect( requests.every( ( { rvprop } ) => !( rvprop as string[] ).includes( 'content' ) ) ).toBe( true );
	} );

	it( 'comes in several answers where it is long', async () => {
		const all = Array.from( { length: 57 }, ( _, index ) => index + 1 );
		serveWiki( { A: { pageid: 3, rows: rowsOf( all ) } }, { listed: 25, texts: 50 } );
		expect( idsOf( ( await listed( [ 'A' ] ) ).revisions ) ).toEqual( all );
		expect( requests ).toHaveLength( 3 );
	} );

	it( 'has a page once that was asked for by two titles', async () => {
		const page = { pageid: 3, rows: rowsOf( [ 1, 2 ] ) };
		serveWiki( { A: page, a: page } );
		const history = await listed( [ 'A', 'a' ] );
		expect( idsOf( history.revisions ) ).toEqual( [ 1, 2 ] );
		expect( history.pages.get( 'a' )?.id ).toBe( 3 );
	} );

	it( 'names what is hidden, also to an administrator who may see it', async () => {
		serveWiki( { A: { pageid: 3, rows: [ { id: 1 }, { id: 2, hidden: true }, { id: 3 } ] } } );
		const { revisions } = await listed( [ 'A' ] );
		expect( revisions.map( ( { hidden } ) => hidden ) ).toEqual( [ false, true, false ] );
	} );

	it.each( [
		[ undefined ], [ null ], [ [] ],
		[ { query: { pages: [ null, 3, {}, { pageid: 'x', revisions: [ 1 ] } ] } } ]
	] )( 'of an answer of no use, %j, is empty', async ( answer ) => {
		answerWith( () => ( { ok: answer } ) );
		expect( await listed( [ 'A' ] ) ).toEqual( { pages: new Map(), revisions: [] } );
		expect( await listHistory( new Map( [ [ 'A', { id: 3, title: 'A' } ] ] ) ) )
			.toMatchObject( { revisions: [] } );
	} );

	it( 'ends where it gets longer than it may, without asking for more', async () => {
		const all = Array.from( { length: 2000 }, ( _, index ) => index + 1 );
		serveWiki( {
			A: { pageid: 3, rows: rowsOf( all.slice( 0, 40 ) ) },
			B: { pageid: 4, rows: rowsOf( all.slice( 40 ) ) },
			C: { pageid: 5, rows: rowsOf( [ 3000 ] ) }
		} );
		const pages = await findPages( [ 'A', 'B', 'C' ] );
		requests.length = 0;
		expect( await listHistory( pages, { atMost: 50 } ) ).toBeNull();
		expect( requests.map( ( { titles, rvlimit } ) => [ titles, rvlimit ] ) )
			.toEqual( [ [ [ 'A' ], 51 ], [ [ 'B' ], 11 ] ] );
		expect( ( await listHistory( pages, { atMost: 2001 } ) )?.revisions ).toHaveLength( 2001 );
		expect( await listHistory( pages, { atMost: 2000 } ) ).toBeNull();
	} );

	it( 'begins with one request for fifty titles, whether there are such pages or not', async () => {
		serveWiki( { A: { pageid: 3, rows: rowsOf( [ 1 ] ) } } );
		const titles = Array.from( { length: 120 }, ( _, index ) => `Missing ${ index }` );
		expect( await findPages( [ ...titles, 'A' ] ) )
			.toEqual( new Map( [ [ 'A', { id: 3, title: 'A' } ] ] ) );
		expect( requests ).toHaveLength( 3 );
	} );
} );

describe( 'the texts of a history', () => {
	it( 'come fifty in a request, in its order across pages, from any place on', async () => {
		const odd = Array.from( { length: 30 }, ( _, index ) => 2 * index + 1 );
		serveWiki( {
			A: { pageid: 3, rows: rowsOf( odd ) },
			B: { pageid: 4, rows: rowsOf( odd.slice( 0, 29 ).map( ( id ) => id + 1 ) ) }
		} );
		const history = await listed( [ 'A', 'B' ] );
		requests.length = 0;
		const batches = await readAll( history );
		expect( batches.map( ( { length } ) => length ) ).toEqual( [ 50, 9 ] );
		expect( batches.flat() ).toEqual( Array.from( { length: 59 }, ( _, index ) => (
			{ id: index + 1, page: index % 2 ? 'B' : 'A', text: `t${ index + 1 }` }
		) ) );
		expect( requests ).toHaveLength( 2 );
		const rest = await readAll( history, 57 );
		expect( rest.flat().map( ( { id } ) => id ) ).toEqual( [ 58, 59 ] );
		expect( await readAll( history, 59 ) ).toEqual( [] );
		expect( requests ).toHaveLength( 3 );
	} );

	it( 'are put together where the wiki gives fewer in an answer', async () => {
		const rows = rowsOf( [ 1, 2, 3, 4, 5 ] );
		serveWiki( { A: { pageid: 3, rows } }, { listed: 5, texts: 2 } );
		const [ batch = [] ] = await readAll( await listed( [ 'A' ] ) );
		expect( batch.map( ( { text } ) => text ) ).toEqual( [ 't1', 't2', 't3', 't4', 't5' ] );
	} );

	it( 'are null where they are hidden or gone since', async () => {
		const rows: Row[] = [ 1, 2, 3, 4, 5 ].map( ( id ) => (
			{ id, text: id === 1 ? 't1' : 'secret', hidden: id === 2 || id === 5 }
		) );
		serveWiki( { A: { pageid: 3, rows } } );
		const history = await listed( [ 'A' ] );
		// Meanwhile 3 was deleted, 4 was hidden, and 5 is shown again.
		rows.splice( 2, 3, { id: 4, hidden: true, text: 'secret' }, { id: 5, text: 'secret' } );
		expect( ( await readAll( history ) ).flat() ).toEqual( [
			{ id: 1, page: 'A', text: 't1' },
			...[ 2, 3, 4, 5 ].map( ( id ) => ( { id, page: 'A', text: null } ) )
		] );
	} );

	it( 'are asked for only when they are wanted', async () => {
		const all = Array.from( { length: 120 }, ( _, index ) => index + 1 );
		serveWiki( { A: { pageid: 3, rows: rowsOf( all ) } } );
		const history = await listed( [ 'A' ] );
		requests.length = 0;
		const texts = readHistory( history, 0 );
		expect( requests ).toHaveLength( 0 );
		await texts.next();
		expect( requests ).toHaveLength( 1 );
		await texts.return();
		expect( requests ).toHaveLength( 1 );
	} );
} );

describe( 'a signal', () => {
	it( 'ends the list and the texts, and the request that is on its way', async () => {
		serveWiki( { A: { pageid: 3, rows: rowsOf( [ 1, 2 ] ) } } );
		const history = await listed( [ 'A' ] );
		const control = new AbortController();
		answerWith( () => 'never' );
		const listing = listHistory( history.pages, { signal: control.signal } );
		const reading = readHistory( history, 0, control.signal ).next();
		const ended = [ listing, reading ].map( ( promise ) => (
			expect( promise ).rejects.toMatchObject( { name: 'AbortError' } )
		) );
		control.abort();
		await Promise.all( ended );
		expect( requests.map( ( { aborted } ) => aborted ) ).toEqual( [ true, true ] );
		await expect( findPages( [ 'A' ], control.signal ) ).rejects.toMatchObject( { name: 'AbortError' } );
		expect( requests ).toHaveLength( 2 );
	} );

	it( 'that comes after the answer ends nothing', async () => {
		serveWiki( { A: { pageid: 3, rows: rowsOf( [ 1 ] ) } } );
		const control = new AbortController();
		await listed( [ 'A' ], control.signal );
		control.abort();
		expect( requests.map( ( { aborted } ) => aborted ) ).toEqual( [ undefined ] );
	} );
} );
