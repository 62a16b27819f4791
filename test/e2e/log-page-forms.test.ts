/** The log kept on its own page, by forms and as text, from its beginning. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { root } from '../../build/root';
import type { AdviceLog } from '../../src/log/types';
import { findBarriers } from './axe';
import { forgetSessions, testWiki, visit, wiki, type Visit, type VisitOptions } from './browser';
import { logOf, pageOf, type DraftName } from './drafts';
import { hasFocus } from './gadget';
import { draftWithLog, gateEntry, plainDraft } from './logs';
import { DEPLOYED } from './names';
import { revisionsOf } from './notes';
import { text, textPattern } from './texts';

const FORMS = logOf( 'Forms' );
/** Names what the tests here set. */
const SETTING = 'log-page';
const NONE = logOf( 'Forms without a log' );

beforeEach( async () => {
	await wiki.restore( DEPLOYED );
	forgetSessions();
	// The editors greet who is new; everything else is out of reach until that is answered. What is
	// put over the text area is tested in log-page.test.ts.
	await wiki.setSettings( SETTING, `
		$wgDefaultUserOptions["visualeditor-hidebetawelcome"] = 1;
		$wgDefaultUserOptions["usebetatoolbar"] = 0;
	` );
	await wiki.editPages( [
		...draftWithLog( 'Forms', { schemaVersion: 1, draft: plainDraft( 'Forms' ), entries: [ gateEntry ] } ),
		{ title: pageOf( 'Forms without a log' ), text: '== Roof ==\nThe roof is thatched.' }
	] );
} );

afterAll( async () => {
	await wiki.setSettings( SETTING, null );
	await wiki.restore( DEPLOYED );
} );

async function open(
	title: string, options: VisitOptions = {}
): Promise<Visit & { log: Locator }> {
	const { query, ...rest } = options;
	// A page that the gadget has nothing to do with: what it asks for there would be counted.
	const opened = await visit( 'Main Page', { user: 'Reader', gadget: true, ...rest } );
	// Of a page that does not exist the browser reports the status of the answer.
	opened.allowed.push( /status of 404/ );
	await opened.go( title, query );
	return { ...opened, log: opened.page.locator( '.advice-provenance-panel--page' ) };
}

function press( log: Locator, key: string ): Promise<void> {
	return log.getByRole( 'button', { name: text( key ), exact: true } ).first().click();
}

function field( log: Locator, key: string ): Locator {
	return log.getByLabel( text( key ), { exact: true } ).filter( { visible: true } ).first();
}

async function save( log: Locator ): Promise<void> {
	await press( log, 'form-review' );
	await log.getByLabel( text( 'form-save-summary' ) ).waitFor();
	await press( log, 'form-save' );
	await log.getByText( text( 'form-saved' ) ).waitFor();
	await press( log, 'form-close' );
}

async function stored( page: Page, draft: DraftName ): Promise<AdviceLog> {
	const answer = await page.request.get( `${ testWiki.url }/w/index.php`, {
		params: { title: logOf( draft ), action: 'raw' }
	} );
	return await answer.json() as AdviceLog;
}

async function modelOf( page: Page, title: string ): Promise<string> {
	const answer = await page.request.get( `${ testWiki.url }/w/api.php`, { params: {
		action: 'query', prop: 'info', titles: title, format: 'json', formatversion: 2
	} } );
	const { query } = await answer.json() as { query: { pages: { contentmodel: string }[] } };
	return query.pages[ 0 ]?.contentmodel ?? '';
}

test( 'on the log page an entry is changed and one is added, and the page shows it', async () => {
	const { page, log, apiRequests } = await open( FORMS );
	await log.locator( 'article' ).waitFor();
	// Whether the page may be edited is known without asking.
	expect( apiRequests ).toHaveLength( 1 );
	await press( log, 'panel-edit' );
	await field( log, 'panel-field-rationale' ).fill( 'The keeper sleeps.' );
	expect( await log.locator( 'article' ).isVisible() ).toBe( false );
	expect( await findBarriers( page, [ '.advice-provenance-log' ] ) ).toEqual( [] );
	await save( log );
	await log.locator( 'article' ).getByText( 'The keeper sleeps.' ).waitFor();
	await expect.poll( () => hasFocus( log.locator( 'article h3' ) ) ).toBe( true );

	await press( log, 'panel-add' );
	await field( log, 'form-field-question' ).fill( 'How deep may the well be?' );
	await press( log, 'form-add-advice' );
	await field( log, 'form-field-summary' ).fill( 'Ten metres.' );
	await save( log );
	await log.getByRole( 'heading', { name: 'How deep may the well be?' } ).waitFor();
	const { entries } = await stored( page, 'Forms' );
	expect( entries.map( ( { id } ) => id ) ).toEqual( [ 'gate', 'g01' ] );
	expect( entries[ 0 ]?.advice?.[ 0 ]?.disposition?.rationale ).toBe( 'The keeper sleeps.' );

	// What is doubtful now is told, and leads to its place in the text as it is now.
	const doubt = log.locator( '.advice-provenance-panel__troubles li' ).filter( { hasText: text( 'rule-w3' ) } ).last();
	await doubt.getByRole( 'button', { name: textPattern( 'panel-place-column' ) } ).click();
	const box = page.getByRole( 'textbox', { name: text( 'logpage-text' ) } );
	expect( await box.inputValue() ).toContain( 'How deep may the well be?' );
	expect( await box.evaluate( ( area: HTMLTextAreaElement ) => (
		area.value.slice( 0, area.selectionStart ).includes( '"g01"' )
	) ) ).toBe( true );
} );

test( 'an old revision, and a page that may not be edited, are only shown', async () => {
	await wiki.editPage( FORMS, JSON.stringify( { schemaVersion: 1, draft: plainDraft( 'Forms' ), entries: [] } ), { contentModel: 'json' } );
	const [ first ] = await revisionsOf( FORMS );
	const { log, go } = await open( FORMS, { query: { oldid: String( first?.revid ) } } );
	await log.locator( 'article' ).waitFor();
	const edit = log.getByRole( 'button', { name: text( 'panel-edit' ) } );
	const add = log.getByRole( 'button', { name: text( 'panel-add' ) } );
	expect( [ await edit.count(), await add.count() ] ).toEqual( [ 0, 0 ] );
	await go( FORMS );
	await add.waitFor();
	await wiki.setSettings( 'protected', '$wgNamespaceProtection[NS_MAIN] = [ "editinterface" ];' );
	await go( FORMS );
	await log.getByRole( 'heading', { name: text( 'logview-findings' ) } ).waitFor();
	expect( await add.count() ).toBe( 0 );
	await wiki.setSettings( 'protected', null );
} );

test( 'a page that does not exist yet offers the first entry, and is made with the right model', async () => {
	const { page, log } = await open( NONE );
	await log.getByText( text( 'failure-log-missing', NONE ) ).waitFor();
	// What the wiki says of such a page is still there.
	expect( await page.locator( '.noarticletext' ).isVisible() ).toBe( true );
	await press( log, 'panel-add' );
	await field( log, 'form-field-question' ).fill( 'May it be slate?' );
	await save( log );
	await log.getByRole( 'heading', { name: 'May it be slate?' } ).waitFor();
	expect( await page.locator( '.noarticletext' ).isVisible() ).toBe( false );
	expect( await modelOf( page, NONE ) ).toBe( 'json' );
	expect( ( await stored( page, 'Forms without a log' ) ).entries ).toMatchObject( [ { request: { question: 'May it be slate?' } } ] );
} );

test( 'begun as text, the page would be wikitext: that is said, asked before saving, and led away from', async () => {
	const { page } = await open( NONE, { query: { action: 'edit' } } );
	const check = page.locator( '.advice-provenance-log-check' );
	await check.getByText( text( 'logpage-model', 'wikitext' ) ).waitFor();
	const log = JSON.stringify( { schemaVersion: 1, draft: plainDraft( 'Forms without a log' ), entries: [ gateEntry ] } );
	await page.locator( '#wpTextbox1' ).fill( log );
	await page.locator( '#wpSave' ).click();
	const guard = page.locator( '.advice-provenance-log-guard' );
	expect( await guard.innerText() ).toContain( text( 'logpage-save-model' ) );
	expect( await findBarriers( page, [ '.advice-provenance-log-check' ] ) ).toEqual( [] );
	// Nobody is asked twice.
	await guard.getByRole( 'button', { name: text( 'logpage-save-anyway' ) } ).click();
	await page.waitForURL( ( url ) => !url.search.includes( 'action=' ) );
	expect( await modelOf( page, NONE ) ).toBe( 'wikitext' );
} );

test( 'begun as text by the link, it is a page of the model JSON', async () => {
	const { page } = await open( NONE, { query: { action: 'edit' } } );
	const check = page.locator( '.advice-provenance-log-check' );
	const link = check.getByRole( 'link', { name: text( 'logpage-model-begin' ) } );
	expect( await link.getAttribute( 'href' ) ).toContain( 'model=json' );
	await Promise.all( [ page.waitForURL( /model=json/ ), link.click() ] );
	await page.goto( `${ page.url() }&withgadget=AdviceProvenance` );
	await check.getByRole( 'status' ).waitFor();
	expect( await check.getByText( textPattern( 'logpage-model' ) ).count() ).toBe( 0 );
	const log = JSON.stringify( { schemaVersion: 1, draft: plainDraft( 'Forms without a log' ), entries: [ gateEntry ] } );
	await page.locator( '#wpTextbox1' ).fill( log );
	await page.locator( '#wpSave' ).click();
	const guard = page.locator( '.advice-provenance-log-guard' );
	await guard.waitFor();
	expect( await guard.innerText() ).not.toContain( text( 'logpage-save-model' ) );
	await guard.getByRole( 'button', { name: text( 'logpage-save-anyway' ) } ).click();
	await page.waitForURL( ( url ) => !url.search.includes( 'action=' ) );
	expect( await modelOf( page, NONE ) ).toBe( 'json' );
} );

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test.skipIf( !process.env.SCREENSHOTS ).each<[ string, VisitOptions ]>( [
	[ 'vector', { skin: 'vector-2022' } ],
	[ 'dark', { skin: 'vector-2022', query: { vectornightmode: '1' } } ],
	[ 'minerva', { skin: 'minerva', context: phone } ],
	[ 'rtl', { skin: 'vector-2022', query: { uselang: 'ar' } } ]
] )( 'pictures: %s', async ( name, options ) => {
	const folder = join( root, '.local', 'screenshots' );
	mkdirSync( folder, { recursive: true } );
	const { page, log, go, allowed } = await open( FORMS, options );
	// The edit form makes a request of its own, beside the one for texts in other languages.
	allowed.push( /before any action/ );
	const shoot = ( part: string ): Promise<unknown> => page.screenshot( {
		path: join( folder, `log-forms-${ part }-${ name }.png` )
	} );
	await log.locator( 'article' ).waitFor();
	await shoot( 'page' );
	await log.locator( '.advice-provenance-panel__edit' ).click();
	await log.locator( '[data-path$="/request/question"] textarea' ).waitFor();
	await shoot( 'edit' );
	await go( NONE, options.query );
	await log.locator( 'button' ).first().waitFor();
	await shoot( 'none' );
	await go( NONE, { ...options.query, action: 'edit' } );
	await page.locator( '.advice-provenance-log-check' ).scrollIntoViewIfNeeded();
	await shoot( 'begin' );
} );
