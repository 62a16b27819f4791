/** PHP's built-in server, in a process group of its own. */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../user-error';
import { httpGet, type HttpAnswer } from './http-get';
import { ownScript } from './maintenance';
import { processesWithArguments } from './processes';
import { wikiPaths } from './wiki-folder';

const host = '127.0.0.1';
const workers = 6;
/** Seconds to wait for the first answer: the first request builds the caches of all messages. */
const patience = 90;

/** A question that takes the databases to answer, and builds the caches of all messages. */
const firstQuestion = '/w/api.php?action=query&meta=siteinfo&prop=info&titles=Main_Page&format=json';

/** A server that is running. */
export interface WikiServer {
	/** `http://127.0.0.1:PORT` */
	origin: string;
	port: number;
	/** Leader of its process group. */
	pid: number;
	/** Resolves when it has ended, for whatever reason. */
	ended: Promise<void>;
	/** Ends it and all its workers; resolves when none is left. */
	stop(): Promise<void>;
}

/**
 * A port that nobody listens on.
 *
 * @param port the one that is wanted; any if 0
 * @throws {UserError} if that one is in use
 */
export function freePort( port: number ): Promise<number> {
	return new Promise( ( resolve, reject ) => {
		const probe = createServer();
		probe.once( 'error', ( error: NodeJS.ErrnoException ) => {
			if ( error.code === 'EADDRINUSE' ) {
				reject( new UserError( `Port ${ port } is in use by another program; end that one, or choose another port with --port.` ) );
			} else if ( error.code === 'EACCES' ) {
				reject( new UserError( `Port ${ port } may not be used by this account; choose one above 1023 with --port.` ) );
			} else {
				reject( error );
			}
		} );
		probe.listen( { host, port, exclusive: true }, () => {
			const address = probe.address();
			const chosen = typeof address === 'object' && address !== null ? address.port : port;
			probe.close( () => resolve( chosen ) );
		} );
	} );
}

/**
 * Ends the servers of a wiki that an earlier run left behind. They are recognised by their
 * command line, which names the wiki's folder.
 *
 * @param dir the wiki's folder
 * @return how many processes were ended
 */
export async function endServersOf( dir: string ): Promise<number> {
	const left = (): number[] => processesWithArguments( '-t', wikiPaths( dir ).www );
	const first = left();
	for ( const signal of [ 'SIGTERM', 'SIGKILL' ] as const ) {
		for ( const pid of left() ) {
			try {
				process.kill( pid, signal );
			} catch {
				// It ended by itself.
			}
		}
		for ( let i = 0; i < 50 && left().length > 0; i++ ) {
			await sleep( 40 );
		}
	}
	return first.length;
}

/**
 * Serves a wiki on 127.0.0.1 and waits until it answers. The server ends with this process,
 * also when that is killed: a shell leads the server's process group, reads from a pipe that we
 * hold open, and ends the group when the pipe is closed.
 *
 * @param dir the wiki's folder
 * @param php path of PHP
 * @param wantedPort 0 for any
 * @throws {UserError} if the port is in use or the wiki does not answer
 */
export async function serveWiki(
	dir: string, php: string, wantedPort: number
): Promise<WikiServer> {
	const paths = wikiPaths( dir );
	const port = await freePort( wantedPort );
	const logFile = join( paths.logs, 'server.log' );
	const output = openSync( logFile, 'w' );
	const child = spawn( '/bin/sh', [
		'-c', '( "$@"; kill -TERM 0 ) & read -r _; kill -TERM 0', 'sh',
		php, '-d', 'opcache.revalidate_freq=0', '-d', 'apc.enabled=0', '-d', 'memory_limit=512M',
		'-d', 'expose_php=0', '-d', 'display_errors=stderr',
		'-S', `${ host }:${ port }`, '-t', paths.www, ownScript( 'router' )
	], {
		detached: true,
		stdio: [ 'pipe', output, output ],
		env: {
			...process.env,
			MW_CONFIG_FILE: paths.localSettings,
			PHP_CLI_SERVER_WORKERS: String( workers )
		}
	} );
	closeSync( output );
	child.stdin?.on( 'error', () => undefined );
	const pid = child.pid;
	if ( pid === undefined ) {
		throw new UserError( `PHP's server could not be started (${ php }); check that it runs, then start again.` );
	}
	const origin = `http://${ host }:${ port }`;
	const server: WikiServer = {
		origin,
		port,
		pid,
		ended: new Promise( ( resolve ) => {
			child.once( 'exit', () => resolve() );
		} ),
		stop: async () => {
			try {
				process.kill( -pid, 'SIGTERM' );
			} catch {
				// The group is gone.
			}
			await endServersOf( dir );
		}
	};
	try {
		await waitForAnswer( origin, () => child.exitCode !== null || child.signalCode !== null );
	} catch ( error ) {
		await server.stop();
		throw new UserError( `The wiki in ${ dir } was started but does not answer (${ error instanceof Error ? error.message : 'no reason given' }); look into the files of ${ paths.logs }, or delete that folder and start again.` );
	}
	return server;
}

/** The words of an error page, shortened to be quoted in a sentence. */
function plainText( page: string ): string {
	return page.replace( /<style[^]*?<\/style>|<[^>]*>|\s+/g, ' ' ).replace( / +/g, ' ' ).trim()
		.slice( 0, 200 );
}

async function waitForAnswer( origin: string, hasEnded: () => boolean ): Promise<void> {
	const deadline = Date.now() + patience * 1000;
	let last = 'no connection';
	while ( Date.now() < deadline ) {
		if ( hasEnded() ) {
			throw new Error( 'the server ended' );
		}
		let answer: HttpAnswer | null = null;
		try {
			answer = await httpGet( `${ origin }${ firstQuestion }`, patience );
		} catch {
			await sleep( 30 );
		}
		if ( answer !== null ) {
			if ( answer.status === 200 && answer.text.startsWith( '{"batchcomplete"' ) ) {
				return;
			}
			last = `HTTP status ${ answer.status }: ${ plainText( answer.text ) }`;
			if ( answer.status >= 500 ) {
				break;
			}
			await sleep( 200 );
		}
	}
	throw new Error( last );
}
