import { get } from 'node:http';

/** Status and body of an answer. */
export interface HttpAnswer {
	status: number;
	text: string;
}

/**
 * Asks a local server for a page (`fetch` is still experimental in Node 20).
 *
 * @param url starting with http://
 * @param seconds to wait for the answer
 */
export function httpGet( url: string, seconds: number ): Promise<HttpAnswer> {
	return new Promise( ( resolve, reject ) => {
		const request = get( url, { timeout: seconds * 1000, agent: false }, ( response ) => {
			const parts: Buffer[] = [];
			response.on( 'data', ( part: Buffer ) => parts.push( part ) );
			response.on( 'error', reject );
			response.on( 'end', () => resolve( {
				status: response.statusCode ?? 0,
				text: Buffer.concat( parts ).toString( 'utf8' )
			} ) );
		} );
		request.on( 'timeout', () => request.destroy( new Error( `no answer in ${ seconds } seconds` ) ) );
		request.on( 'error', reject );
	} );
}
