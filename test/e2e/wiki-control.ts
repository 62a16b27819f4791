/**
 * Lets the tests act on the wiki that the set-up serves. They run in processes of their own, so
 * its functions are called through a small server on this machine.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RunningWiki } from '../../build/wiki/running-wiki';

const methods = [ 'editPage', 'editPages', 'php', 'restore', 'setSettings', 'snapshot' ] as const;
type Method = typeof methods[ number ];

/** What tests may do with the wiki; see `RunningWiki`. */
export type WikiControl = {
	[ Name in Method ]: (
		...args: Parameters<RunningWiki[ Name ]>
	) => Promise<Awaited<ReturnType<RunningWiki[ Name ]>>>;
};

/** The server of a wiki's functions. */
export interface ControlServer {
	/** For `wikiControl`; whoever knows it may do anything to the wiki. */
	url: string;
	stop(): Promise<void>;
}

async function bodyOf( request: IncomingMessage ): Promise<string> {
	const parts: Buffer[] = [];
	for await ( const part of request ) {
		parts.push( part as Buffer );
	}
	return Buffer.concat( parts ).toString( 'utf8' );
}

/** Serves the functions of a wiki on 127.0.0.1, under a path that cannot be guessed. */
export async function serveControl( wiki: RunningWiki ): Promise<ControlServer> {
	const path = `/${ randomUUID() }/`;
	async function answer( request: IncomingMessage ): Promise<unknown> {
		const name = methods.find( ( method ) => request.url === path + method );
		if ( name === undefined ) {
			throw new Error( 'There is no such function.' );
		}
		const method = wiki[ name ] as ( ...args: unknown[] ) => unknown;
		return method( ...JSON.parse( await bodyOf( request ) ) as unknown[] );
	}
	const server = createServer( ( request, response ) => {
		answer( request ).then(
			( value ) => response.end( JSON.stringify( value ?? null ) ),
			( error: Error ) => response.writeHead( 500 ).end( error.message )
		);
	} );
	await new Promise<void>( ( resolve ) => {
		server.listen( 0, '127.0.0.1', resolve );
	} );
	return {
		url: `http://127.0.0.1:${ ( server.address() as AddressInfo ).port }${ path }`,
		stop: () => new Promise( ( resolve ) => {
			server.close( () => resolve() );
			server.closeAllConnections();
		} )
	};
}

/**
 * The functions of the wiki, for the tests.
 *
 * @param url of `serveControl`
 */
export function wikiControl( url: string ): WikiControl {
	const call = ( name: Method ) => async ( ...args: unknown[] ): Promise<unknown> => {
		const response = await fetch( url + name, { method: 'POST', body: JSON.stringify( args ) } );
		const text = await response.text();
		if ( !response.ok ) {
			throw new Error( `${ name }: ${ text }` );
		}
		return JSON.parse( text ) ?? undefined;
	};
	return Object.fromEntries( methods.map( ( name ) => [ name, call( name ) ] ) ) as unknown as
		WikiControl;
}
