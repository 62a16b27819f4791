import { afterEach, describe, expect, it } from 'vitest';
import { PoliteApi, type PoliteOptions } from '../../src/cli/polite-api';
import { userAgent } from '../../src/cli/user-agent';
import { version } from '../../src/cli/version';
import { query, useApi, WikiError } from '../../src/wiki/api';
import { listRevisions, readRevisions } from '../../src/wiki/revisions';
import { fakeWiki, sendJson, type Answer, type FakeWiki } from './fake-wiki';

let wiki: FakeWiki | null = null;
afterEach( async () => {
	await wiki?.stop();
	wiki = null;
} );

/** Has a wiki asked that answers so; waiting is noted instead of done. */
async function ask( answer: Answer, options: Partial<PoliteOptions> = {} ): Promise<number[]> {
	wiki = await fakeWiki( answer );
	const waits: number[] = [];
	useApi( new PoliteApi( {
		url: wiki.url, userAgent: userAgent( 'User:Auditor' ),
		sleep: ( milliseconds ) => {
			waits.push( milliseconds );
			return Promise.resolve();
		},
		...options
	} ) );
	return waits;
}

const ok = { query: { pages: [ { title: 'A' } ] } };

/** Answers the first requests in these ways, and all others as they should be. */
function afterwardsWell( ...first: Answer[] ): Answer {
	return ( asked, response, nth ) => ( first[ nth - 1 ] ??
		( () => sendJson( response, ok ) ) )( asked, response, nth );
}

const status = ( code: number, headers: Record<string, string> = {}, body = '<h1>Busy</h1>' ): Answer => (
	( _asked, response ) => {
		response.writeHead( code, headers ).end( body );
	}
);

async function failure( options: { signal?: AbortSignal } = {} ): Promise<WikiError> {
	try {
		await query( { prop: 'info' }, options.signal );
	} catch ( error ) {
		return error as WikiError;
	}
	throw new Error( 'It did not fail.' );
}

describe( 'a request', () => {
	it( 'says who asks and how much lag is too much, in the form that the wiki\'s functions expect', async () => {
		await ask( afterwardsWell() );
		await query( { prop: [ 'info', 'revisions' ], titles: [ 'A|B', 'C' ], redirects: true, never: false } );
		const [ { parameters, headers, method } ] = wiki!.asked as [ FakeWiki[ 'asked' ][ number ] ];
		expect( method ).toBe( 'GET' );
		expect( headers[ 'user-agent' ] ).toContain( `advice-provenance/${ version } (` );
		expect( headers[ 'user-agent' ] ).toMatch( /\(.*docs\/command-line\.md.*; User:Auditor\)/ );
		expect( Object.fromEntries( parameters ) ).toEqual( {
			action: 'query', prop: 'info|revisions', titles: '\u001FA|B\u001FC', redirects: '1',
			format: 'json', formatversion: '2', errorformat: 'plaintext', errorlang: 'en', uselang: 'en', maxlag: '5'
		} );
	} );

	it( 'puts nothing into a header that does not belong there', () => {
		expect( userAgent( 'a\r\nX-Evil: 1 (ü)' ) ).not.toMatch( /[\r\nü]|\(\?\)/ );
	} );

	it( 'is posted where it is long, and waits for the one before it', async () => {
		await ask( async ( _asked, response ) => {
			await new Promise( ( resolve ) => {
				setTimeout( resolve, 20 );
			} );
			sendJson( response, ok );
		} );
		const titles = Array.from( { length: 50 }, ( _, index ) => `Long title ${ index } ${ 'x'.repeat( 200 ) }` );
		await Promise.all( [ titles, [ 'A' ], [ 'B' ] ].map( ( some ) => query( { titles: some } ) ) );
		expect( wiki!.asked.map( ( { method } ) => method ) ).toEqual( [ 'POST', 'GET', 'GET' ] );
		expect( wiki!.asked[ 0 ]!.parameters.get( 'titles' )!.split( '|' ) ).toEqual( titles );
		expect( wiki!.asked[ 0 ]!.headers[ 'promise-non-write-api-action' ] ).toBe( 'true' );
		expect( wiki!.atOnce() ).toBe( 1 );
	} );

	it( 'asks for 50 revisions at a time', async () => {
		await ask( ( _asked, response ) => sendJson( response, { query: { pages: [] } } ) );
		const ids = Array.from( { length: 120 }, ( _, index ) => index + 1 );
		const { missing } = await readRevisions( ids );
		expect( wiki!.asked.map( ( { parameters } ) => parameters.get( 'revids' )!.split( '|' ).length ) )
			.toEqual( [ 50, 50, 20 ] );
		expect( missing.size ).toBe( 120 );
	} );

	it( 'hands out no hidden text, even if it came along', async () => {
		await ask( ( _asked, response ) => sendJson( response, { query: { pages: [ { title: 'A', pageid: 1, revisions: [
			{ revid: 1, timestamp: '2020-01-01T00:00:00Z', user: 'U', texthidden: true, slots: { main: { content: 'secret' } } },
			{ revid: 2, timestamp: '2020-01-01T00:00:00Z', userhidden: true, user: 'U', suppressed: true, slots: { main: { content: 'secret' } } }
		] } ] } } ) );
		const { revisions } = await readRevisions( [ 1, 2 ] );
		expect( JSON.stringify( [ ...revisions ] ) ).not.toContain( 'secret' );
		expect( revisions.get( 2 )!.user ).toBeNull();
	} );
} );

describe( 'a wiki that is busy', () => {
	it.each( [
		[ 'HTTP 429 and how many seconds', status( 429, { 'retry-after': '7' } ), [ 7000 ] ],
		[ 'HTTP 503 and how many seconds', status( 503, { 'retry-after': '12' } ), [ 12000 ] ],
		[ 'HTTP 503 without a time', status( 503 ), [ 1000 ] ],
		[ 'HTTP 500', status( 500 ), [ 1000 ] ],
		[ 'maxlag', ( ( _asked, response ) => sendJson( response, {
			errors: [ { code: 'maxlag', text: 'Waiting for a database server' } ]
		}, { 'retry-after': '5' } ) ) as Answer, [ 5000 ] ],
		[ 'a rate limit', ( ( _asked, response ) => sendJson( response, {
			errors: [ { code: 'ratelimited', text: 'Too often' } ]
		} ) ) as Answer, [ 1000 ] ],
		[ 'nothing, for the connection broke', ( ( _asked, response ) => {
			response.destroy();
		} ) as Answer, [ 1000 ] ]
	] )( 'says %s, and is asked again after that', async ( _name, first, expected ) => {
		const waits = await ask( afterwardsWell( first ) );
		expect( ( await query( { prop: 'info' } ) ).query ).toEqual( ok.query );
		expect( waits ).toEqual( expected );
		expect( wiki!.asked ).toHaveLength( 2 );
	} );

	it( 'may name a date', async () => {
		const waits = await ask( afterwardsWell( status( 503, { 'retry-after': new Date( Date.now() + 60000 ).toUTCString() } ) ) );
		await query( { prop: 'info' } );
		expect( waits[ 0 ] ).toBeGreaterThan( 50000 );
		expect( waits[ 0 ] ).toBeLessThanOrEqual( 60000 );
	} );

	it( 'is left alone after a few times', async () => {
		const waits = await ask( status( 503 ) );
		const error = await failure();
		expect( error ).toBeInstanceOf( WikiError );
		expect( [ error.status, error.message ] ).toEqual( [ 503, 'The wiki answers with HTTP 503.' ] );
		expect( waits ).toEqual( [ 1000, 2000, 4000, 8000 ] );
		expect( wiki!.asked ).toHaveLength( 5 );
	} );

	it( 'is left alone at once where it asks to come back another day', async () => {
		const waits = await ask( status( 503, { 'retry-after': '86400' } ) );
		expect( ( await failure() ).message ).toContain( 'come back in 86400 seconds' );
		expect( waits ).toEqual( [] );
	} );

	it( 'is given up on where it does not answer in time', async () => {
		const waits = await ask( () => undefined, { timeout: 50 } );
		expect( ( await failure() ).message ).toBe( 'The wiki does not answer in time.' );
		expect( waits ).toHaveLength( 4 );
	} );
} );

describe( 'a wiki that answers something else', () => {
	it.each( [
		[ 'a page', status( 200, { 'content-type': 'text/html' }, '<p>Log in</p>' ), 'api.php' ],
		[ 'a list', ( ( _asked, response ) => sendJson( response, [] ) ) as Answer, 'api.php' ],
		[ 'nothing', status( 200, {}, '' ), 'api.php' ],
		[ 'HTTP 404', status( 404, {}, '<h1>Not found</h1>' ), 'HTTP 404' ],
		[ 'HTTP 403', status( 403, {}, 'no' ), 'HTTP 403' ],
		[ 'an error of the API', ( ( _asked, response ) => sendJson( response, {
			errors: [ { code: 'readapidenied', text: 'You may not read here.' } ]
		} ) ) as Answer, 'You may not read here.' ],
		[ 'an error in the old form', ( ( _asked, response ) => sendJson( response, {
			error: { code: 'internal', info: 'Broken.' }
		} ) ) as Answer, 'Broken.' ]
	] )( '(%s) is asked once, and told of in words', async ( _name, answer, words ) => {
		await ask( answer );
		expect( ( await failure() ).message ).toContain( words );
		expect( wiki!.asked ).toHaveLength( 1 );
	} );

	it( 'with ever more to come is left in the end', async () => {
		await ask( ( _asked, response, nth ) => sendJson( response, {
			continue: { rvcontinue: String( nth ), continue: '||' },
			query: { pages: [ { title: 'A', revisions: [ { revid: nth, timestamp: '2020-01-01T00:00:00Z' } ] } ] }
		} ), { mostRequests: 30 } );
		await expect( listRevisions( 'A' ) ).rejects.toThrow( 'more and more to tell' );
		expect( wiki!.asked ).toHaveLength( 30 );
	} );

	it( 'is not there', async () => {
		const waits = await ask( afterwardsWell() );
		const { url } = wiki!;
		await wiki!.stop();
		expect( ( await failure() ).message ).toMatch( /^The wiki cannot be reached: .*ECONNREFUSED/ );
		expect( [ waits.length, url ] ).toEqual( [ 4, expect.any( String ) ] );
	} );
} );

it( 'ends a request that is cancelled, and the next one goes on', async () => {
	await ask( afterwardsWell( () => undefined ) );
	const controller = new AbortController();
	setTimeout( () => controller.abort(), 30 );
	expect( ( await failure( { signal: controller.signal } ) ).name ).toBe( 'AbortError' );
	expect( ( await query( { prop: 'info' } ) ).query ).toEqual( ok.query );
} );
