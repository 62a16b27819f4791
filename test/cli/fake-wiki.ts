/** A server on this machine that answers as a wiki's API might, and counts how it is asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
	parameters: URLSearchParams;
	headers: IncomingMessage[ 'headers' ];
	method: string;
}

export interface FakeWiki {
	url: string;
	/** Everything that was asked, in order. */
	asked: Asked[];
	/** The greatest number of requests that were open at once. */
	atOnce(): number;
	stop(): Promise<void>;
}

/** What it does with a request; `nth` counts from 1. */
export type Answer = (
	asked: Asked, response: ServerResponse, nth: number
) => void | Promise<void>;

async function bodyOf( request: IncomingMessage ): Promise<string> {
	let body = '';
	for await ( const part of request ) {
		body += String( part );
	}
	return body;
}

export function sendJson(
	response: ServerResponse, value: unknown, headers: Record<string, string> = {}
): void {
	response.writeHead( 200, { 'content-type': 'application/json', ...headers } )
		.end( JSON.stringify( value ) );
}

/** Serves on a free port of 127.0.0.1 until it is stopped. */
export async function fakeWiki( answer: Answer ): Promise<FakeWiki> {
	const asked: Asked[] = [];
	let [ open, most ] = [ 0, 0 ];
	const server = createServer( ( request, response ) => {
		most = Math.max( most, ++open );
		response.on( 'close', () => {
			open--;
		} );
		bodyOf( request ).then( ( body ) => {
			const own: Asked = {
				parameters: new URLSearchParams( body || ( request.url ?? '' ).split( '?' )[ 1 ] ),
				headers: request.headers,
				method: request.method ?? ''
			};
			return answer( own, response, asked.push( own ) );
		} ).catch( () => response.destroy() );
	} );
	await new Promise<void>( ( resolve ) => {
		server.listen( 0, '127.0.0.1', resolve );
	} );
	return {
		url: `http://127.0.0.1:${ ( server.address() as AddressInfo ).port }/w/api.php`,
		asked,
		atOnce: () => most,
		stop: () => new Promise( ( resolve ) => {
			server.close( () => resolve() );
			server.closeAllConnections();
		} )
	};
}

/** A wiki with some pages, in the answers of formatversion 2. */
export interface Pages {
	[ title: string ]: {
		pageid: number;
		revisions: { revid: number; [ field: string ]: unknown }[];
	};
}

const general = {
	sitename: 'Fake', lang: 'en', rtl: false, server: 'http://wiki.example', script: '/w/index.php',
	articlepath: '/wiki/$1', generator: 'MediaWiki 1.43.0'
};

/** Answers of a wiki with pages to what the program asks. */
export function answerFrom( pages: Pages ): Answer {
	return ( { parameters }, response ) => {
		const [ titles, revids ] = [ 'titles', 'revids' ].map(
			( name ) => parameters.get( name )?.split( '|' ).filter( Boolean ) ?? []
		) as [ string[], string[] ];
		if ( parameters.get( 'meta' ) === 'siteinfo' ) {
			sendJson( response, { query: { general } } );
		} else if ( revids.length ) {
			const found = Object.entries( pages ).flatMap( ( [ title, page ] ) => {
				const revisions = page.revisions
					.filter( ( { revid } ) => revids.includes( String( revid ) ) );
				return revisions.length ? [ { title, pageid: page.pageid, revisions } ] : [];
			} );
			sendJson( response, { query: { pages: found } } );
		} else {
			sendJson( response, { query: { pages: titles.map( ( title ) => {
				const page = pages[ title ];
				const rows = page?.revisions ?? [];
				const isList = parameters.has( 'rvlimit' );
				const ordered = parameters.get( 'rvdir' ) === 'newer' ? rows : [ ...rows ].reverse();
				return page ? {
					title, pageid: page.pageid, revisions: isList ? ordered : rows.slice( -1 )
				} : { title, missing: true };
			} ) } } );
		}
	};
}
