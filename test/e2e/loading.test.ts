import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOG, NOTICE, RULES } from '../../demo/fictional-policy/names';
import { forgetSessions, visit, wiki } from './browser';
import { markers, nextFrame, openPanel, waitForMarkers } from './gadget';
import { DEPLOYED } from './names';
import { notesOf } from './notes';
import { text } from './texts';

/** The modules of the gadget that the open page has or fetches. */
function loadedParts(): string[] {
	return mw.loader.getModuleNames().filter( ( name ) => (
		name.startsWith( 'ext.gadget.AdviceProvenance' ) &&
		mw.loader.getState( name ) !== 'registered'
	) ).sort();
}

/** Waits until the loader has decided: what it loads, it asks for at once. */
async function waitForLoader( page: Page ): Promise<void> {
	await page.waitForFunction( () => (
		window.mw?.loader?.getState( 'ext.gadget.AdviceProvenance' ) === 'ready'
	) );
}

/** The revisions of a page as its history lists them, newest first. */
async function revisionsOf( title: string ): Promise<string[]> {
	const { page } = await visit( title, { gadget: false, covered: false, query: { action: 'history' } } );
	return page.locator( 'li[data-mw-revid]' ).evaluateAll(
		( rows ) => rows.map( ( row ) => row.getAttribute( 'data-mw-revid' ) ?? '' )
	);
}

afterAll( async () => {
	await wiki.restore( DEPLOYED );
	forgetSessions();
} );

describe( 'the gadget starts', () => {
	test( 'by ?withgadget= for somebody who is logged out, with no more than it needs', async () => {
		const { page, apiRequests } = await visit( RULES );
		await waitForMarkers( page );
		expect( await page.evaluate( loadedParts ) ).toEqual(
			[ 'ext.gadget.AdviceProvenance', 'ext.gadget.AdviceProvenance-reader' ]
		);
		expect( apiRequests ).toHaveLength( 1 );
	} );

	test( 'for a user who switched it on in the preferences', async () => {
		const opened = await visit( 'Special:Preferences', { user: 'Reader', covered: false } );
		const { page } = opened;
		await page.goto( `${ page.url() }#mw-prefsection-gadgets` );
		const gadget = page.getByRole( 'checkbox', { name: text( 'gadget-description' ) } );
		await gadget.waitFor();
		expect( await page.getByText( text( 'gadget-section' ), { exact: true } ).count() ).toBeGreaterThan( 0 );
		expect( await page.getByRole( 'checkbox', { name: text( 'gadget-part' ) } ).count() ).toBe( 0 );
		await gadget.check();
		await page.getByRole( 'button', { name: 'Save' } ).click();
		await page.getByText( 'Your preferences have been saved.' ).waitFor();

		const reading = await visit( RULES, { user: 'Reader' } );
		await waitForMarkers( reading.page );
		expect( reading.apiRequests ).toHaveLength( 1 );
	} );
} );

describe( 'the user script', () => {
	beforeAll( async () => {
		await wiki.restore( DEPLOYED );
		forgetSessions();
		await wiki.editPage(
			'User:Reader/common.js',
			'mw.loader.load( mw.util.getUrl( \'MediaWiki:AdviceProvenance.user.js\', { action: \'raw\', ctype: \'text/javascript\' } ) );',
			{ user: 'Reader' }
		);
	} );

	test( 'starts the gadget, and reads the configuration once', async () => {
		const opened = await visit( 'Special:BlankPage', { user: 'Reader' } );
		await opened.page.evaluate( () => localStorage.clear() );
		const configurations: string[] = [];
		opened.context.on( 'request', ( request ) => {
			if ( request.url().includes( 'AdviceProvenance-config.json' ) ) {
				configurations.push( request.url() );
			}
		} );
		await opened.go( RULES );
		await waitForMarkers( opened.page );
		expect( await opened.page.evaluate( loadedParts ) ).toEqual( [ 'ext.gadget.AdviceProvenance-reader' ] );
		await opened.page.reload();
		await waitForMarkers( opened.page );
		expect( configurations ).toHaveLength( 1 );
		expect( opened.apiRequests ).toHaveLength( 2 );
		await openPanel( opened.page );
	} );

	test( 'does nothing on a page that belongs to no draft', async () => {
		const { page } = await visit( 'Main Page', { user: 'Reader', covered: false } );
		await page.waitForLoadState( 'networkidle' );
		expect( await page.evaluate( loadedParts ) ).toEqual( [] );
	} );
} );

describe( 'the gadget does nothing', () => {
	test.each( [
		[ 'on a page that belongs to no draft', 'Main Page', {} ],
		[ 'on the page information of the log', LOG, { action: 'info' } ],
		[ 'on a template that the draft uses', NOTICE, {} ],
		[ 'in the edit form of another page', 'Main Page', { action: 'edit' } ],
		[ 'in the history of another page', 'Main Page', { action: 'history' } ],
		[ 'in the history of the talk page', `Talk:${ RULES }`, { action: 'history' } ],
		[ 'on the page information', RULES, { action: 'info' } ]
	] )( '%s', async ( _where, title, query: Record<string, string> ) => {
		const { page } = await visit( title, { covered: false, query } );
		await page.waitForLoadState( 'networkidle' );
		const loaded = await page.evaluate( loadedParts );
		expect( loaded.filter( ( name ) => name !== 'ext.gadget.AdviceProvenance' ) ).toEqual( [] );
		expect( await markers( page ).count() ).toBe( 0 );
	} );

	test( 'of a reader on an old revision, but on the current one by its number', async () => {
		const ids = await revisionsOf( RULES );
		const [ current = '', before = '' ] = ids;
		const old = await visit( RULES, { query: { oldid: before } } );
		await waitForLoader( old.page );
		await notesOf( old.page ).waitFor();
		expect( await markers( old.page ).count() ).toBe( 0 );
		const { page } = await visit( RULES, { query: { oldid: current } } );
		await waitForMarkers( page );
		expect( await notesOf( page ).count() ).toBe( 0 );
	} );
} );

test( 'Special:Gadgets has no warning about the gadget', async () => {
	const { page } = await visit( 'Special:Gadgets', { covered: false, user: 'Admin' } );
	await page.waitForLoadState( 'load' );
	const content = page.locator( '#mw-content-text' );
	expect( await content.innerText() ).toContain( text( 'gadget-description' ) );
	expect( await content.locator( '.mw-gadgets-warning, .warning, .error, .cdx-message' ).allInnerTexts() ).toEqual( [] );
	await nextFrame( page );
} );
