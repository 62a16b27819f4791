import { beforeEach, describe, expect, it, vi } from 'vitest';

let wikiId = '';
/** What one host keeps. */
let kept = new Map<string, object>();
let fetched = 0;

/** A page view with the user script. */
async function viewPage( wiki: string ): Promise<void> {
	wikiId = wiki;
	vi.resetModules();
	await import( '../../src/loader/user-script' );
	await new Promise( ( resolve ) => {
		setTimeout( resolve );
	} );
}

beforeEach( () => {
	kept = new Map();
	fetched = 0;
	const config: Record<string, unknown> = {
		wgNamespaceIds: { '': 0 }, wgNamespaceNumber: 0, wgTitle: 'Orchard Rules', wgAction: 'view',
		wgIsArticle: true, wgRevisionId: 7, wgCurRevisionId: 7
	};
	vi.stubGlobal( 'mw', {
		config: { get: ( key: string ) => key === 'wgWikiID' ? wikiId : config[ key ] },
		hook: () => ( { add: () => undefined } ),
		loader: { using: () => Promise.resolve( () => ( { start: () => undefined } ) ) },
		log: { warn: ( message: string ) => {
			throw new Error( message );
		} },
		storage: {
			getObject: ( key: string ) => kept.get( key ) ?? null,
			setObject: ( key: string, value: object ) => Boolean( kept.set( key, value ) )
		},
		util: { getUrl: ( title: string ) => `/wiki/${ title }` }
	} );
	vi.stubGlobal( 'fetch', () => {
		fetched++;
		return Promise.resolve( { json: () => ( { drafts: [] } ) } );
	} );
} );

describe( 'the user script', () => {
	it( 'reads the configuration once, and that of each wiki of a host', async () => {
		await viewPage( 'orchard' );
		await viewPage( 'orchard' );
		expect( fetched ).toBe( 1 );
		await viewPage( 'garden' );
		expect( fetched ).toBe( 2 );
	} );
} );
