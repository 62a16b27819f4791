/** Deployments as an operator makes them: the command itself, also against a wiki that fails. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createServer, request as requestOf, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readSource } from '../../build/deploy/source';
import { root } from '../../build/root';
import { testWiki } from './browser';

/** How a command ended, and all that it printed. */
export interface Ended {
	status: number | null;
	output: string;
}

/** Waits for a process, with all that it prints. */
export function endOf( child: ChildProcessWithoutNullStreams ): Promise<Ended> {
	const parts: string[] = [];
	const hear = ( part: Buffer ): void => {
		parts.push( part.toString() );
	};
	child.stdout.on( 'data', hear );
	child.stderr.on( 'data', hear );
	return new Promise( ( resolve ) => {
		child.on( 'close', ( status ) => resolve( { status, output: parts.join( '' ) } ) );
	} );
}

/** Files that are being worked on are no reason not to test. */
const dirty = ( await readSource( root ) ).dirty.length > 0 ? [ '--allow-dirty' ] : [];

/**
 * Runs `npm run deploy`.
 *
 * @param args after `--wiki ADDRESS`
 * @param options `wiki` is another address; `onStart` gets the process
 */
export function deploy(
	args: string[], { wiki = testWiki.url, env = {}, onStart }: {
		wiki?: string; env?: Record<string, string>; onStart?: ( pid: number ) => void;
	} = {}
): Promise<Ended> {
	const child = spawn( process.execPath, [
		join( root, 'build', 'bootstrap.mjs' ), 'build/deploy/cli.ts', '--wiki', wiki, ...args, ...dirty
	], { cwd: root, env: {
		...process.env,
		BOT_USER: testWiki.botPassword.user, BOT_PASSWORD: testWiki.botPassword.password,
		...env
	} } );
	onStart?.( child.pid ?? 0 );
	return endOf( child );
}

/** Expects a command to have succeeded, and gives what it printed. */
export function expectDone( { status, output }: Ended ): string {
	expect( output + status ).toMatch( /0$/ );
	return output;
}

/** What to do instead of passing on a save or a removal; `lost`: its answer does not arrive. */
export type Fault = ( ( response: ServerResponse ) => void | Promise<void> ) | 'lost';

/**
 * Stands before the wiki and passes everything on, but for what a test does with changes.
 *
 * @param faultFor for each change, with the text of its request: null to pass it on
 */
export async function standBefore(
	faultFor: ( request: string ) => Fault | null
): Promise<{ url: string; stop: () => Promise<void> }> {
	const { hostname, port } = new URL( testWiki.url );
	const server = createServer( ( request, response ) => {
		const parts: Buffer[] = [];
		request.on( 'data', ( part: Buffer ) => parts.push( part ) );
		request.on( 'end', () => {
			const body = Buffer.concat( parts );
			const text = body.toString( 'utf8' );
			const changes = /action=(?:edit|delete)\b|name="action"\r\n\r\n(?:edit|delete)\b/.test( text );
			const fault = changes ? faultFor( text ) : null;
			const pass = (): void => {
				const { method, url: path, headers } = request;
				const inner = requestOf( { hostname, port, method, path, headers }, ( answer ) => {
					if ( fault === 'lost' ) {
						answer.resume().on( 'end', () => response.destroy() );
						return;
					}
					response.writeHead( answer.statusCode ?? 500, answer.headers );
					answer.pipe( response );
				} );
				inner.on( 'error', () => response.destroy() );
				inner.end( body );
			};
			if ( fault === null || fault === 'lost' ) {
				pass();
				return;
			}
			Promise.resolve( fault( response ) ).then( () => {
				if ( !response.writableEnded && !response.destroyed ) {
					pass();
				}
			}, () => response.destroy() );
		} );
	} );
	await new Promise<void>( ( resolve ) => {
		server.listen( 0, '127.0.0.1', resolve );
	} );
	return {
		url: `http://127.0.0.1:${ ( server.address() as AddressInfo ).port }/w/api.php`,
		stop: () => new Promise( ( resolve ) => {
			server.close( () => resolve() );
			server.closeAllConnections();
		} )
	};
}
