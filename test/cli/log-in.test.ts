import { afterEach, describe, expect, it, vi } from 'vitest';
import { botPassword, logIn } from '../../src/cli/log-in';
import { PoliteApi } from '../../src/cli/polite-api';
import { openSite } from '../../src/cli/site';
import { query } from '../../src/wiki/api';
import { fakeWiki, sendJson, type Answer, type Asked, type FakeWiki } from './fake-wiki';

const PASSWORD = 'swordfish-0123456789';
const general = { sitename: 'Closed', lang: 'he', rtl: true, server: '', script: '/w/index.php', articlepath: '/wiki/$1' };
const denied = { errors: [ { code: 'readapidenied', text: 'You need read permission.' } ] };

let wikis: FakeWiki[] = [];
afterEach( async () => {
	vi.unstubAllEnvs();
	await Promise.all( wikis.map( ( wiki ) => wiki.stop() ) );
	wikis = [];
} );

async function serve( answer: Answer ): Promise<FakeWiki> {
	const wiki = await fakeWiki( answer );
	wikis.push( wiki );
	return wiki;
}

function setBot( user = 'Ann@audit', password = PASSWORD ): void {
	vi.stubEnv( 'BOT_USER', user );
	vi.stubEnv( 'BOT_PASSWORD', password );
}

/** A wiki that only its members may read. */
const closed: Answer = ( { parameters, headers }, response ) => {
	const [ cookie, action ] = [ headers.cookie ?? '', parameters.get( 'action' ) ];
	if ( parameters.get( 'meta' ) === 'tokens' ) {
		response.setHeader( 'set-cookie', [ 'session=first; path=/; HttpOnly', 'old=1; expires=Thu, 01 Jan 1970 00:00:00 GMT' ] );
		sendJson( response, { query: { tokens: { logintoken: 'token+\\' } } } );
	} else if ( action === 'login' ) {
		const isRight = cookie === 'session=first' && parameters.get( 'lgtoken' ) === 'token+\\' &&
			parameters.get( 'lgname' ) === 'Ann@audit' && parameters.get( 'lgpassword' ) === PASSWORD;
		response.setHeader( 'set-cookie', [ 'session=second; path=/', 'user=Ann; Max-Age=1000' ] );
		sendJson( response, { login: isRight ? { result: 'Success', lgusername: 'Ann' } : {
			result: 'Failed', reason: { code: 'wrongpassword', text: `Incorrect password ${ parameters.get( 'lgpassword' ) }.` }
		} } );
	} else {
		sendJson( response, cookie === 'session=second; user=Ann' && parameters.get( 'assert' ) === 'user' ? { query: { general } } : denied );
	}
};

function isSecret( { parameters, headers }: Asked ): boolean {
	return JSON.stringify( [ [ ...parameters ], headers ] ).includes( PASSWORD );
}

describe( 'a wiki that its members alone may read', () => {
	it( 'is read with a bot password, which is sent once, in the body of a request', async () => {
		setBot();
		const wiki = await serve( closed );
		expect( await openSite( wiki.url ) ).toMatchObject( { siteName: 'Closed', direction: 'rtl' } );
		await query( { meta: 'siteinfo' } );
		const secret = wiki.asked.filter( isSecret );
		expect( secret ).toHaveLength( 1 );
		expect( secret[ 0 ] ).toMatchObject( { method: 'POST' } );
	} );

	it.each( [
		[ 'without one', '', '', 'BOT_USER and BOT_PASSWORD' ],
		[ 'with half of one', 'Ann@audit', '', 'BOT_PASSWORD is not set' ],
		[ 'with a wrong one', 'Ann@audit', `${ PASSWORD }!`, 'does not let "Ann@audit" in: Incorrect password ….' ]
	] )( 'is not read %s, and says so', async ( _name, user, password, words ) => {
		setBot( user, password );
		const { url } = await serve( closed );
		const failed = await openSite( url ).then( () => null, ( error: Error ) => error );
		expect( failed?.name ).toBe( 'UserError' );
		expect( failed?.message ).toContain( words );
		expect( failed?.message ).not.toContain( PASSWORD );
	} );

	it( 'gets no password in the open', async () => {
		const api = new PoliteApi( { url: 'http://wiki.example/w/api.php', userAgent: 'test' } );
		const bot = { user: 'Ann@audit', password: PASSWORD };
		await expect( logIn( api, bot, new AbortController().signal ) )
			.rejects.toThrow( 'begins with https://' );
	} );

	it( 'is not followed to another address', async () => {
		setBot();
		const other = await serve( closed );
		const wiki = await serve( ( asked, response, nth ) => {
			if ( asked.parameters.get( 'action' ) === 'login' ) {
				response.writeHead( 307, { location: other.url } ).end();
				return;
			}
			return closed( asked, response, nth );
		} );
		await expect( openSite( wiki.url ) ).rejects.toThrow( 'Logging in failed: The wiki answers with HTTP 307.' );
		expect( other.asked ).toEqual( [] );
	} );
} );

it( 'a wiki that everybody may read gets no password', async () => {
	setBot();
	const wiki = await serve( ( _asked, response ) => {
		sendJson( response, { query: { general } } );
	} );
	await openSite( wiki.url );
	expect( wiki.asked.filter( isSecret ) ).toEqual( [] );
	expect( botPassword( {} ) ).toBeNull();
} );
