import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countKept, nameRevisions } from '../../src/reader/kept-revisions';
import { traceDraft, type WordTrace } from '../../src/reader/word-trace';
import { Trace } from '../../src/trace/trace';
import { traceAnswers } from '../../src/trace/trace-answers';
import type { TracePort } from '../../src/trace/trace-port';
import { serve } from '../../src/trace/trace-worker';
import type { HistoryRevision } from '../../src/wiki/history';
import type * as TraceStore from '../../src/wiki/trace-store';
import { answerWith, requests, revision, timeOf } from '../wiki/fake-api';

/** What is kept, in the place of IndexedDB: copies, by the ids of the pages. */
const kept = new Map<string, { revision: number; value: TraceStore.KeptTrace }>();
let dropped: string[] = [];

vi.mock( '../../src/wiki/trace-store', (): Partial<typeof TraceStore> => ( {
	recallTrace: ( pages ) => Promise.resolve( kept.get( pages.join() )?.value || null ),
	keepTrace: ( place, value ) => {
		const { pages, revision: newest } = place;
		kept.set( pages.join(), { revision: newest, value: structuredClone( value ) } );
		return Promise.resolve();
	},
	dropTrace: ( pages ) => {
		dropped.push( `${ pages.join() } after ${ textsAskedFor().length } texts` );
		kept.delete( pages.join() );
		return Promise.resolve();
	}
} ) );

/** A revision of the wiki of the tests. */
interface Row {
	id: number;
	page: number;
	text: string;
	hidden?: boolean;
}

const titles = [ 'A', 'B' ];
let rows: Row[] = [];
/** Slices of the trace's thread that wait to be run; run at once unless a test holds them back. */
let slices: ( () => void )[] = [];
let isHeld = false;

/** What MediaWiki answers an administrator. */
function answer( { revids, titles: asked }: Record<string, unknown> ): { ok: unknown } {
	const isWanted = ( { id, page }: Row, title: string ): boolean => (
		titles[ page - 1 ] === title &&
		( Array.isArray( revids ) ? revids.includes( id ) :
			( asked as string[] ).includes( title ) )
	);
	const pages = titles.map( ( title, index ) => ( {
		title,
		pageid: index + 1,
		revisions: rows.filter( ( row ) => isWanted( row, title ) )
			.map( ( { id, text, hidden } ) => Array.isArray( revids ) ?
				revision( id, text, hidden ? { texthidden: true } : {} ) :
				{ revid: id, timestamp: timeOf( id ), ...hidden && { sha1hidden: true } } )
	} ) );
	return { ok: { query: { pages: pages.filter( ( { revisions } ) => revisions.length ) } } };
}

beforeEach( () => {
	kept.clear();
	dropped = [];
	slices = [];
	isHeld = false;
	rows = Array.from( { length: 55 }, ( _, index ) => ( {
		id: index + 1,
		page: index % 5 ? 1 : 2,
		text: `Line of ${ index % 7 }.\nWords that came at ${ index }.`
	} ) );
	serveWiki( answer );
} );

/** Has the wiki answer like this, and give the script of the trace. */
function serveWiki( answering: Parameters<typeof answerWith>[ 0 ] ): void {
	answerWith( answering );
	const later = ( run: () => void ): void => {
		slices.push( run );
		queueMicrotask( () => {
			if ( !isHeld ) {
				slices.shift()?.();
			}
		} );
	};
	const script = {
		serveHere: ( port: TracePort ) => serve( port, { now: () => 0, later }, traceAnswers )
	};
	Object.assign( mw, { loader: {
		moduleRegistry: {},
		getState: () => 'registered',
		using: () => Promise.resolve( () => script )
	} } );
}

afterEach( () => {
	vi.unstubAllGlobals();
} );

/** What the engine says of the wiki's revisions as they are now. */
function traced(): Trace {
	const trace = new Trace();
	for ( const { id, page, text, hidden } of rows ) {
		trace.add( { revid: id, page: String( page ), text: hidden ? null : text } );
	}
	return trace;
}

async function expectRight( { words }: WordTrace ): Promise<void> {
	const trace = traced();
	for ( const [ index, title ] of titles.entries() ) {
		const expected = trace.words( String( index + 1 ) );
		const found = await words( title );
		expect( found.text ).toBe( expected.text );
		expect( found.origins ).toEqual( Float64Array.from(
			expected.ids, ( id ) => trace.revisions[ trace.originOf( id ) ]?.revid ?? 0
		) );
		expect( found.origins.length ).toBeGreaterThan( 0 );
	}
}

/** Requests for texts so far, and how many texts each asked for. */
function textsAskedFor(): number[] {
	return requests.map( ( { revids } ) => Array.isArray( revids ) ? revids.length : 0 )
		.filter( Boolean );
}

/** Lets everything run that does not wait for a slice. */
function settle(): Promise<void> {
	return new Promise( ( resolve ) => {
		setTimeout( resolve );
	} );
}

describe( 'the trace of a draft', () => {
	it( 'has the words of all of its pages with their origins', async () => {
		const progress = vi.fn();
		const trace = await traceDraft( [ ...titles, 'Missing' ], { progress } );
		await expectRight( trace );
		expect( [ ...trace.pages.keys() ] ).toEqual( titles );
		expect( progress.mock.calls ).toEqual( [ [ 0, 55 ], [ 50, 55 ], [ 55, 55 ] ] );
		expect( textsAskedFor() ).toEqual( [ 50, 5 ] );
		expect( ( await trace.words( 'Missing' ) ).ids ).toHaveLength( 0 );
		trace.end();
		await expect( trace.words( 'A' ) ).rejects.toThrow( 'ended' );
	} );

	it( 'reads another time only what is new', async () => {
		( await traceDraft( titles ) ).end();
		await settle();
		expect( kept.get( '1,2' )?.revision ).toBe( 55 );
		rows.push( { id: 56, page: 1, text: 'Words that came last.' }, { id: 57, page: 2, text: 'Line of 3.' } );
		requests.length = 0;
		const progress = vi.fn();
		await expectRight( await traceDraft( titles, { progress } ) );
		expect( progress.mock.calls ).toEqual( [ [ 0, 2 ], [ 2, 2 ] ] );
		expect( textsAskedFor() ).toEqual( [ 2 ] );
		await settle();
		expect( kept.get( '1,2' )?.revision ).toBe( 57 );
		requests.length = 0;
		await expectRight( await traceDraft( titles ) );
		expect( textsAskedFor() ).toEqual( [] );
		expect( dropped ).toEqual( [] );
	} );

	it( 'of pages without revisions is empty, and nothing is kept', async () => {
		rows = [];
		const trace = await traceDraft( titles );
		expect( ( await trace.words( 'A' ) ).ids ).toHaveLength( 0 );
		await settle();
		expect( kept.size ).toBe( 0 );
	} );
} );

const spoiling: [ string, () => void ][] = [
	[ 'hidden', () => Object.assign( rows[ 20 ] as Row, { hidden: true } ) ],
	[ 'deleted', () => rows.splice( 20, 1 ) ],
	[ 'put in between by an import', () => rows.splice( 20, 0, { id: 80, page: 1, text: 'Imported.' } ) ],
	[ 'moved to the other page', () => Object.assign( rows[ 21 ] as Row, { page: 2 } ) ],
	[ 'the newest, deleted with all that came after', () => rows.splice( 40 ) ]
];

describe( 'what was kept', () => {
	it.each( spoiling )( 'is dropped when a revision is %s', async ( _name, spoil ) => {
		( await traceDraft( titles ) ).end();
		await settle();
		spoil();
		rows.sort( ( a, b ) => timeOf( a.id ) < timeOf( b.id ) ? -1 :
			Number( timeOf( a.id ) > timeOf( b.id ) ) || a.id - b.id );
		requests.length = 0;
		await expectRight( await traceDraft( titles ) );
		// At once, before anything is read anew.
		expect( dropped ).toEqual( [ '1,2 after 0 texts' ] );
		await settle();
		expect( textsAskedFor()[ 0 ] ).toBe( Math.min( 50, rows.length ) );
		expect( kept.size ).toBe( 1 );
	} );

	it( 'holds nothing of a hidden revision, and is gone on from when nothing changed', async () => {
		Object.assign( rows[ 20 ] as Row, { hidden: true, text: 'A secret.' } );
		await traceDraft( titles );
		await settle();
		expect( JSON.stringify( kept.get( '1,2' ) ) ).not.toContain( 'secret' );
		requests.length = 0;
		await expectRight( await traceDraft( titles ) );
		expect( textsAskedFor() ).toEqual( [] );
		// It is shown again: what it did can be told now.
		Object.assign( rows[ 20 ] as Row, { hidden: false } );
		await expectRight( await traceDraft( titles ) );
		expect( dropped ).toEqual( [ '1,2 after 0 texts' ] );
	} );

	it.each( [
		[ 'no trace', { anything: true } ], [ 'nothing', null ], [ 'undefined', undefined ]
	] )( 'is dropped when it is %s', async ( _name, trace ) => {
		( await traceDraft( titles ) ).end();
		await settle();
		const { revisions } = kept.get( '1,2' )?.value as TraceStore.KeptTrace;
		kept.set( '1,2', { revision: 55, value: { revisions, trace } } );
		requests.length = 0;
		await expectRight( await traceDraft( titles ) );
		expect( dropped ).toEqual( [ '1,2 after 0 texts' ] );
		expect( textsAskedFor() ).toEqual( [ 50, 5 ] );
	} );

	it( 'is dropped when it is of other revisions than it says', async () => {
		const all = rows;
		rows = rows.slice( 0, 10 );
		( await traceDraft( titles ) ).end();
		await settle();
		const { trace } = kept.get( '1,2' )?.value as TraceStore.KeptTrace;
		rows = all;
		const names = nameRevisions( rows.map( ( { id, page } ): HistoryRevision => (
			{ id, page, timestamp: timeOf( id ), user: 'U', hidden: false }
		) ) );
		kept.set( '1,2', { revision: 55, value: { revisions: names, trace } } );
		requests.length = 0;
		await expectRight( await traceDraft( titles ) );
		expect( dropped ).toEqual( [ '1,2 after 0 texts' ] );
	} );

	it.each( [ '', 'x', '1', '1.1', '1.1- 2.2', '1.1 2.2 3.3' ] )( 'under names that do not fit, "%s", covers nothing', ( names ) => {
		const revisions: HistoryRevision[] = [
			{ id: 1, page: 1, timestamp: 't', user: 'U', hidden: names === '1.1' },
			{ id: 2, page: 2, timestamp: 't', user: 'U', hidden: false }
		];
		expect( countKept( names, revisions ) ).toBe( 0 );
		expect( countKept( nameRevisions( revisions ), revisions ) ).toBe( 2 );
	} );
} );

describe( 'a signal', () => {
	it( 'stops it; what was traced until then is kept and gone on from', async () => {
		const control = new AbortController();
		const tracing = traceDraft( titles, {
			signal: control.signal,
			progress: ( done ) => {
				if ( done === 50 ) {
					control.abort();
				}
			}
		} );
		await expect( tracing ).rejects.toMatchObject( { name: 'AbortError' } );
		await settle();
		expect( kept.get( '1,2' )?.revision ).toBe( 50 );
		requests.length = 0;
		await expectRight( await traceDraft( titles ) );
		expect( textsAskedFor() ).toEqual( [ 5 ] );
	} );

	it( 'stops it while the worker is busy', async () => {
		const control = new AbortController();
		const tracing = traceDraft( titles, { signal: control.signal } );
		const stopped = expect( tracing ).rejects.toMatchObject( { name: 'AbortError' } );
		isHeld = true;
		await settle();
		expect( slices ).toHaveLength( 1 );
		control.abort();
		await stopped;
		slices.shift()?.();
		await settle();
		expect( slices ).toHaveLength( 0 );
		expect( kept.size ).toBe( 0 );
	} );

	it( 'that was given before keeps it from asking the wiki', async () => {
		const control = new AbortController();
		control.abort();
		await expect( traceDraft( titles, { signal: control.signal } ) ).rejects.toMatchObject( { name: 'AbortError' } );
		await settle();
		expect( requests ).toHaveLength( 0 );
	} );
} );

describe( 'a failure', () => {
	it( 'of the wiki is told, and what was traced is kept', async () => {
		let texts = 0;
		serveWiki( ( request ) => request.revids && ++texts === 2 ?
			{ fail: [ 'readonly', { errors: [ { text: 'The wiki is locked.' } ] } ] } :
			answer( request ) );
		await expect( traceDraft( titles ) ).rejects.toThrow( 'The wiki is locked.' );
		await settle();
		expect( kept.get( '1,2' )?.revision ).toBe( 50 );
	} );

	it( 'of the script is told', async () => {
		Object.assign( mw.loader, { using: () => Promise.reject( new Error( 'no network' ) ) } );
		await expect( traceDraft( titles ) ).rejects.toThrow( 'no network' );
	} );
} );

describe( 'where little is to be read', () => {
	let started = 0;

	beforeEach( () => {
		started = 0;
		const { using } = mw.loader;
		Object.assign( mw.loader, { using: ( ...args: Parameters<typeof using> ) => {
			started++;
			return using( ...args );
		} } );
	} );

	it( 'a long history is not listed to its end, and nothing is started for it', async () => {
		await expect( traceDraft( titles, { atMost: 50 } ) ).rejects.toMatchObject( { name: 'LargeHistory' } );
		expect( textsAskedFor() ).toEqual( [] );
		expect( requests.map( ( { prop, rvlimit } ) => [ prop, rvlimit ] ) )
			.toEqual( [ [ 'info', undefined ], [ 'revisions', 51 ], [ 'revisions', 7 ] ] );
		expect( started ).toBe( 0 );
	} );

	it( 'many pages are not even asked for', async () => {
		const many = Array.from( { length: 5000 }, ( _, index ) => `Former ${ index }` );
		await expect( traceDraft( [ ...titles, ...many ], { atMost: 50 } ) )
			.rejects.toMatchObject( { name: 'LargeHistory' } );
		expect( requests ).toEqual( [] );
		expect( started ).toBe( 0 );
	} );

	it( 'it is read, and what was kept does not count', async () => {
		await expectRight( await traceDraft( titles, { atMost: 55 } ) );
		await settle();
		rows.push( { id: 56, page: 1, text: 'Words that came last.' } );
		requests.length = 0;
		await expectRight( await traceDraft( titles, { atMost: 1 } ) );
		expect( textsAskedFor() ).toEqual( [ 1 ] );
	} );

	it( 'what was kept stays for another time where too much is new', async () => {
		const all = rows;
		rows = all.slice( 0, 10 );
		( await traceDraft( titles ) ).end();
		await settle();
		rows = all;
		await expect( traceDraft( titles, { atMost: 5 } ) ).rejects.toMatchObject( { name: 'LargeHistory' } );
		expect( dropped ).toEqual( [] );
		expect( kept.get( '1,2' )?.revision ).toBe( 10 );
	} );
} );
