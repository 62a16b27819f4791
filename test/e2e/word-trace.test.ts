import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APPEALS, RULES } from '../../demo/fictional-policy/names';
import type { WordsScript } from '../../src/reader/words-script';
import { Trace } from '../../src/trace/trace';
import { asAdmin } from './admin';
import { forgetSessions, testWiki, visit, wiki, type Visit } from './browser';
import { waitForMarkers } from './gadget';
import { DEPLOYED } from './names';

const DEMONSTRATION = [ RULES, APPEALS ];
const DIARY = 'A diary';
const SECRET = 'The key lies under the third stone.';

/** Each word of the pages with the revision that introduced it. */
type Origins = Record<string, [ word: string, revid: number ][]>;

interface ApiRevision {
	revid: number;
	timestamp: string;
	texthidden?: boolean;
	slots?: { main: { content: string } };
}

/** A page's revisions as the wiki gives them to anybody. */
async function revisionsOf( title: string ): Promise<( ApiRevision & { page: string } )[]> {
	const revisions: ( ApiRevision & { page: string } )[] = [];
	let next: Record<string, string> | undefined = {};
	while ( next ) {
		const query = new URLSearchParams( {
			action: 'query',
			prop: 'revisions',
			rvprop: 'ids|timestamp|content',
			rvslots: 'main',
			rvlimit: '50',
			titles: title,
			format: 'json',
			formatversion: '2',
			...next
		} );
		const response = await fetch( `${ testWiki.url }/w/api.php?${ query.toString() }` );
		const answer = await response.json() as {
			continue?: Record<string, string>;
			query: { pages: { revisions: ApiRevision[] }[] };
		};
		for ( const revision of answer.query.pages[ 0 ]?.revisions ?? [] ) {
			revisions.push( { ...revision, page: title } );
		}
		next = answer.continue;
	}
	return revisions;
}

/** What the engine says here, in Node. */
async function expectedOrigins( titles: string[] ): Promise<{ origins: Origins; count: number }> {
	const revisions = ( await Promise.all( titles.map( revisionsOf ) ) ).flat().sort( ( a, b ) => (
		a.timestamp === b.timestamp ? a.revid - b.revid : ( a.timestamp < b.timestamp ? -1 : 1 )
	) );
	const engine = new Trace();
	for ( const { revid, page, slots } of revisions ) {
		engine.add( { revid, page, text: slots?.main.content ?? null } );
	}
	const origins: Origins = {};
	for ( const title of titles ) {
		const { text, ids, starts, ends } = engine.words( title );
		origins[ title ] = [ ...ids ].map( ( id, index ) => [
			text.slice( starts[ index ], ends[ index ] ),
			engine.revisions[ engine.originOf( id ) ]?.revid ?? 0
		] );
	}
	return { origins, count: revisions.length };
}

interface Outcome {
	origins: Origins;
	/** What was told on the way: done, total. */
	progress: [ number, number ][];
	/** The error's name, if it failed. */
	error?: string;
}

interface Options {
	titles: string[];
	/** Stops it when so many revisions are done. */
	stopAt?: number;
}

/** Runs in the page: traces as a script of the gadget would. */
async function trace( { titles, stopAt }: Options ): Promise<Outcome> {
	const module = 'ext.gadget.AdviceProvenance-words';
	const require = await mw.loader.using( module );
	const { traceDraft } = require( module ) as WordsScript;
	const outcome: Outcome = { origins: {}, progress: [] };
	const control = new AbortController();
	try {
		const { words, end } = await traceDraft( titles, {
			signal: control.signal,
			progress: ( done, total ) => {
				outcome.progress.push( [ done, total ] );
				if ( done === stopAt ) {
					control.abort();
				}
			}
		} );
		for ( const title of titles ) {
			const { text, starts, ends, origins } = await words( title );
			outcome.origins[ title ] = [ ...origins ].map( ( revid, index ) => [
				text.slice( starts[ index ], ends[ index ] ), revid
			] );
		}
		// A test looks at the worker; it ends with the next trace.
		Object.assign( window, { endTrace: end } );
	} catch ( error ) {
		outcome.error = ( error as Error ).name;
	}
	return outcome;
}

/** Runs in the page: everything that the gadget keeps in IndexedDB, as a text. */
async function readKept(): Promise<string[]> {
	const name = 'advice-provenance';
	// Opening one that is not there would make it.
	if ( !( await indexedDB.databases() ).some( ( database ) => database.name === name ) ) {
		return [];
	}
	return new Promise( ( resolve, reject ) => {
		const opening = indexedDB.open( name );
		opening.onerror = () => reject( opening.error );
		opening.onsuccess = () => {
			const reading = opening.result.transaction( 'traces' ).objectStore( 'traces' ).getAll();
			reading.onerror = () => reject( reading.error );
			reading.onsuccess = () => {
				opening.result.close();
				resolve( reading.result.map( ( value ) => JSON.stringify( value ) ) );
			};
		};
	} );
}

/** Waits until something is kept in the browser, and gives it as a text. */
async function keptBy( page: Page, holds = '' ): Promise<string> {
	await expect.poll( () => page.evaluate( readKept ) )
		.toEqual( [ expect.stringContaining( holds ) ] );
	return ( await page.evaluate( readKept ) ).join();
}

/** Opens the demonstration, as a reader who has done something. */
async function open( options: Parameters<typeof visit>[ 1 ] = {} ): Promise<Visit> {
	const opened = await visit( RULES, options );
	await ready( opened );
	return opened;
}

async function ready( { page }: Visit ): Promise<void> {
	await waitForMarkers( page );
	await page.mouse.move( 20, 20 );
	await page.mouse.move( 40, 40 );
}

/** Opens the page another time, with what the browser has kept. */
async function again( opened: Visit ): Promise<void> {
	await opened.go( RULES );
	await ready( opened );
	opened.apiRequests.length = 0;
}

/** How many texts each request asked for so far. */
function textsAskedFor( { apiRequests }: Visit ): number[] {
	return apiRequests
		.map( ( request ) => new URL( request.split( ' ' )[ 0 ] ?? '' ).searchParams.get( 'revids' ) )
		.filter( ( ids ): ids is string => ids !== null )
		.map( ( ids ) => ids.match( /\d+/g )?.length ?? 0 );
}

/** Holds the address of a worker against what load.php makes of it. */
async function expectTraceScript( url: string ): Promise<void> {
	expect( url ).toMatch( /\/w\/load\.php\?.*AdviceProvenance-trace&only=scripts&raw=1/ );
	const response = await fetch( url );
	expect( response.headers.get( 'content-type' ) ).toMatch( /^text\/javascript/ );
	// So long only if the version in the address is the one that the wiki has.
	expect( response.headers.get( 'cache-control' ) ).toContain( 'max-age=2592000' );
	expect( await response.text() ).not.toContain( 'mw.loader' );
}

let demonstration: Awaited<ReturnType<typeof expectedOrigins>>;
let secretRevision = 0;

beforeAll( async () => {
	const diary = 'It rained all day. The well is full.';
	const [ , id = 0 ] = await wiki.editPages( [
		{ title: DIARY, text: diary },
		{ title: DIARY, text: `${ diary } ${ SECRET }` },
		{ title: DIARY, text: `${ diary } The gate was mended.` }
	] );
	secretRevision = id;
	demonstration = await expectedOrigins( DEMONSTRATION );
} );

afterAll( async () => {
	await wiki.restore( DEPLOYED );
	forgetSessions();
} );

/** So many texts are asked for in each request for some revisions. */
function inFifties( count: number ): number[] {
	const length = Math.ceil( count / 50 );
	return Array.from( { length }, ( _, index ) => Math.min( 50, count - 50 * index ) );
}

describe( 'words', () => {
	test( 'are traced in a worker from the wiki, as in Node; a second visit reads only what is new', async () => {
		const opened = await open();
		opened.apiRequests.length = 0;
		const { origins, progress, error } = await opened.page.evaluate(
			trace, { titles: DEMONSTRATION }
		);
		const { count } = demonstration;
		expect( error ).toBeUndefined();
		expect( origins ).toEqual( demonstration.origins );
		expect( origins[ APPEALS ]?.length ).toBeGreaterThan( 10 );
		expect( textsAskedFor( opened ) ).toEqual( inFifties( count ) );
		// Besides the texts, the pages' ids and one list for each page.
		expect( opened.apiRequests ).toHaveLength( inFifties( count ).length + 3 );
		expect( progress ).toEqual( [ 0, ...inFifties( count ) ].map(
			( _, index ) => [ Math.min( count, 50 * index ), count ]
		) );
		const [ worker, ...others ] = opened.page.workers();
		expect( others ).toEqual( [] );
		await expectTraceScript( worker?.url() ?? '' );

		await keptBy( opened.page );
		await again( opened );
		const second = await opened.page.evaluate( trace, { titles: DEMONSTRATION } );
		expect( second.origins ).toEqual( demonstration.origins );
		expect( second.progress ).toEqual( [ [ 0, 0 ] ] );
		expect( textsAskedFor( opened ) ).toEqual( [] );
		expect( opened.apiRequests ).toHaveLength( 3 );
		await opened.page.evaluate( 'endTrace()' );
		await expect.poll( () => opened.page.workers() ).toEqual( [] );
	} );

	test( 'go on from what is kept when the page has newer revisions, and no longer when all is deleted', async () => {
		const opened = await open();
		await opened.page.evaluate( trace, { titles: [ DIARY ] } );
		await keptBy( opened.page, 'rained' );
		await wiki.editPage( DIARY, 'It rained all day and all night. The well is full. The gate was mended.' );
		await again( opened );
		const { origins } = await opened.page.evaluate( trace, { titles: [ DIARY ] } );
		expect( origins ).toEqual( ( await expectedOrigins( [ DIARY ] ) ).origins );
		expect( textsAskedFor( opened ) ).toEqual( [ 1 ] );
		await keptBy( opened.page, 'all night' );

		const dropped = await opened.page.evaluate( async () => {
			const module = 'ext.gadget.AdviceProvenance-words';
			const require = await mw.loader.using( module );
			return ( require( module ) as WordsScript ).dropAllTraces();
		} );
		expect( dropped ).toBe( true );
		expect( await opened.page.evaluate( readKept ) ).toEqual( [] );
		await again( opened );
		await opened.page.evaluate( trace, { titles: [ DIARY ] } );
		expect( textsAskedFor( opened ) ).toEqual( [ 4 ] );
	} );

	test( 'of a revision that was hidden since are kept no longer', async () => {
		const opened = await open();
		await opened.page.evaluate( trace, { titles: [ DIARY ] } );
		await keptBy( opened.page, SECRET );
		await asAdmin( ( act ) => act( {
			action: 'revisiondelete', type: 'revision', hide: 'content', ids: String( secretRevision )
		} ) );
		await again( opened );
		const { origins } = await opened.page.evaluate( trace, { titles: [ DIARY ] } );
		expect( origins ).toEqual( ( await expectedOrigins( [ DIARY ] ) ).origins );
		expect( await keptBy( opened.page, 'rained' ) ).not.toContain( 'third stone' );
		expect( textsAskedFor( opened ) ).toEqual( [ 4 ] );
	} );

	test( 'are traced no further when somebody cancels, and later from there on', async () => {
		const opened = await open();
		opened.apiRequests.length = 0;
		const { error } = await opened.page.evaluate(
			trace, { titles: DEMONSTRATION, stopAt: 50 }
		);
		expect( error ).toBe( 'AbortError' );
		await keptBy( opened.page );
		await expect.poll( () => opened.page.workers() ).toEqual( [] );
		// The next request may have been on its way.
		expect( textsAskedFor( opened ).length ).toBeLessThanOrEqual( 2 );
		opened.apiRequests.length = 0;
		const { origins, progress } = await opened.page.evaluate(
			trace, { titles: DEMONSTRATION }
		);
		expect( origins ).toEqual( demonstration.origins );
		expect( progress[ 0 ] ).toEqual( [ 0, demonstration.count - 50 ] );
		expect( textsAskedFor( opened ) ).toEqual( inFifties( demonstration.count - 50 ) );
	} );
} );

describe( 'the same answer comes', () => {
	test( 'where there are no workers and nothing can be kept', async () => {
		const opened = await open();
		await opened.page.evaluate( () => {
			Reflect.deleteProperty( window, 'Worker' );
			const get = (): never => {
				throw new DOMException( 'Forbidden', 'SecurityError' );
			};
			Object.defineProperty( window, 'indexedDB', { get } );
		} );
		const { origins } = await opened.page.evaluate( trace, { titles: DEMONSTRATION } );
		expect( origins ).toEqual( demonstration.origins );
		expect( opened.page.workers() ).toEqual( [] );
		expect( await opened.page.evaluate(
			() => mw.loader.getState( 'ext.gadget.AdviceProvenance-trace' )
		) ).toBe( 'ready' );
	} );

	test( 'where the worker\'s script does not come', async () => {
		const opened = await open( { disturb: [
			/load\.php\?.*AdviceProvenance-trace&only=scripts/, ( route ) => route.abort( 'failed' )
		] } );
		const { origins } = await opened.page.evaluate( trace, { titles: [ DIARY ] } );
		expect( origins ).toEqual( ( await expectedOrigins( [ DIARY ] ) ).origins );
		expect( opened.page.workers() ).toEqual( [] );
	} );

	test( 'under a policy that forbids all other hosts, from a worker', async () => {
		await wiki.setSettings( 'csp', '$wgCSPHeader = [ \'default-src\' => true ];' );
		try {
			const opened = await open();
			const { origins } = await opened.page.evaluate( trace, { titles: [ DIARY ] } );
			expect( origins ).toEqual( ( await expectedOrigins( [ DIARY ] ) ).origins );
			expect( opened.page.workers() ).toHaveLength( 1 );
		} finally {
			await wiki.setSettings( 'csp', null );
		}
	} );
} );
