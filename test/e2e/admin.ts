/** What only an administrator may do to the wiki. */
import { request as requests, type APIRequestContext } from 'playwright-core';
import { expect } from 'vitest';
import { testWiki } from './browser';

type Parameters = Record<string, string>;
type Act = ( parameters: Parameters ) => Promise<void>;

const API = `${ testWiki.url }/w/api.php`;

async function tokenOf( request: APIRequestContext, type: 'csrf' | 'login' ): Promise<string> {
	const answer = await request.get( `${ API }?action=query&meta=tokens&type=${ type }&format=json` );
	const { query } = await answer.json() as { query: { tokens: Record<string, string> } };
	return query.tokens[ `${ type }token` ] ?? '';
}

async function post( request: APIRequestContext, parameters: Parameters ): Promise<unknown> {
	const answer = await request.post( API, { form: { ...parameters, format: 'json', formatversion: '2' } } );
	const result = await answer.json() as { error?: { info: string } };
	expect( result.error ).toBeUndefined();
	return result;
}

/** Logs in as the administrator, acts through the API, and is gone. */
export async function asAdmin( work: ( act: Act ) => Promise<void> ): Promise<void> {
	const request = await requests.newContext();
	const username = 'Admin';
	const { password = '' } = testWiki.users.find( ( { name } ) => name === username ) ?? {};
	expect( await post( request, {
		action: 'clientlogin',
		username,
		password,
		loginreturnurl: testWiki.url,
		logintoken: await tokenOf( request, 'login' )
	} ) ).toMatchObject( { clientlogin: { status: 'PASS' } } );
	const token = await tokenOf( request, 'csrf' );
	await work( async ( parameters ) => {
		await post( request, { ...parameters, token } );
	} );
	await request.dispose();
}
