import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findApi } from '../../build/deploy/find-api';
import { patiently } from '../../build/deploy/patient';

let server: Server;
let url = '';
const head = ( href: string ): string => `<html><head><link rel="EditURI" type="application/rsd+xml" href="${ href }"></head></html>`;

beforeAll( async () => {
	server = createServer( ( request, response ) => {
		const { host = '' } = request.headers;
		const pages: Record<string, string> = {
			'/wiki/Main': head( `//${ host }/w/api.php?action=rsd&amp;x=1` ),
			'/relative': head( '/w/api.php?action=rsd' ),
			'/elsewhere': head( 'http://wiki.example/w/api.php?action=rsd' ),
			'/other': '<html></html>'
		};
		if ( request.url === '/' ) {
			response.writeHead( 302, { location: '/wiki/Main' } ).end();
		} else {
			response.end( pages[ request.url ?? '' ] ?? '' );
		}
	} );
	await new Promise<void>( ( resolve ) => {
		server.listen( 0, '127.0.0.1', resolve );
	} );
	url = `http://127.0.0.1:${ ( server.address() as AddressInfo ).port }`;
} );

afterAll( () => {
	server.close();
} );

describe( 'the address of a wiki\'s API', () => {
	it.each( [ '', '/', '/wiki/Main', '/relative', '/w/api.php', '/w/api.php?action=help' ] )( 'is found from %s', async ( path ) => {
		expect( await findApi( url + path, true ) ).toBe( `${ url }/w/api.php` );
	} );

	it( 'may be given without https://', async () => {
		expect( await findApi( 'wiki.example/w/api.php', true ) ).toBe( 'https://wiki.example/w/api.php' );
	} );

	it.each( [
		[ 'http://wiki.example/w/api.php', /not an https address/ ],
		[ 'ftp://wiki.example', /no.* address of the web/ ],
		[ '::', /is no address/ ]
	] )( 'is refused: %s', async ( address, why ) => {
		await expect( findApi( address, true ) ).rejects.toThrow( why );
	} );

	it( 'is refused where a page sends the password into the open', async () => {
		await expect( findApi( `${ url }/elsewhere`, true ) ).rejects.toThrow( /not an https address/ );
		expect( await findApi( `${ url }/elsewhere`, false ) ).toBe( 'http://wiki.example/w/api.php' );
	} );

	it( 'is not on a page of anything else', async () => {
		await expect( findApi( `${ url }/other`, true ) ).rejects.toThrow( 'does not say where the API of its wiki is' );
		await expect( findApi( 'http://127.0.0.1:9/', true ) ).rejects.toThrow( 'does not answer' );
	} );
} );

describe( 'a wiki that asks to wait', () => {
	it( 'is asked again after the time that it names, and not for ever', async () => {
		const log: string[] = [];
		const answers: unknown[] = [
			{ code: 'ratelimited' }, { code: 'maxlag' },
			{ response: { status: 429, headers: { 'retry-after': '0.02' } } }
		];
		const work = (): Promise<string> => {
			const answer = answers.shift();
			return answer === undefined ? Promise.resolve( 'done' ) : Promise.reject( answer as Error );
		};
		expect( await patiently( work, { log: ( line ) => log.push( line ), pauses: [ 0.01, 0.01, 0.01 ] } ) ).toBe( 'done' );
		expect( log ).toEqual( [ '0.01', '0.01', '0.02' ].map( ( seconds ) => `The wiki asks to slow down: trying again in ${ seconds } s` ) );
		answers.push( { code: 'ratelimited' }, { code: 'ratelimited' } );
		await expect( patiently( work, { log: () => undefined, pauses: [ 0 ] } ) ).rejects.toEqual( { code: 'ratelimited' } );
		answers.push( { code: 'protectedpage' } );
		await expect( patiently( work, { log: () => undefined } ) ).rejects.toEqual( { code: 'protectedpage' } );
	} );
} );
