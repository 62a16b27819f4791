/** The user script instead of the gadget: the line of docs/install.md gives all of it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOG, RULES } from '../../demo/fictional-policy/names';
import { forgetSessions, visit, wiki, type Visit } from './browser';
import { pageOf } from './drafts';
import { example } from './documented';
import { field, pick } from './form-fields';
import { markerOf, markers, openCard, openPanel, showView, waitForMarkers } from './gadget';
import { draftWithLog, gateEntry, plainDraft } from './logs';
import { DEPLOYED } from './names';
import { notesOf } from './notes';
import { text, textPattern } from './texts';

const SETTING = 'user-script';

beforeAll( async () => {
	await wiki.restore( DEPLOYED );
	forgetSessions();
	// The editors greet who is new; everything else is out of reach until that is answered.
	await wiki.setSettings( SETTING, '$wgDefaultUserOptions["visualeditor-hidebetawelcome"] = 1;' );
	await wiki.editPages( [
		{ title: 'User:Reader/common.js', text: example( 'As a user script', 'js' ), user: 'Reader' },
		...draftWithLog( 'Forms', { schemaVersion: 1, draft: plainDraft( 'Forms' ), entries: [ gateEntry ] } )
	] );
} );

afterAll( async () => {
	await wiki.setSettings( SETTING, null );
	await wiki.restore( DEPLOYED );
	forgetSessions();
} );

/** Opens a page with the user script alone. */
async function open(
	title: string, query: Record<string, string> = {}
): Promise<Visit & { configurations: string[] }> {
	const opened = await visit( 'Special:BlankPage', { user: 'Reader' } );
	const configurations: string[] = [];
	opened.context.on( 'request', ( request ) => {
		if ( request.url().includes( 'AdviceProvenance-config.json' ) ) {
			configurations.push( request.url() );
		}
	} );
	await opened.go( title, query );
	return { ...opened, configurations };
}

test( 'reader, cards, panel and marks, by reading the configuration once', async () => {
	const { page, go, configurations, apiRequests } = await open( RULES );
	await waitForMarkers( page );
	expect( apiRequests ).toHaveLength( 1 );
	expect( await page.evaluate( () => mw.loader.getState( 'ext.gadget.AdviceProvenance' ) ) ).not.toBe( 'ready' );
	const card = await openCard( page, 'Fires and lanterns' );
	expect( await card.innerText() ).toContain( 'Hob Nettlefield' );
	await page.keyboard.press( 'Escape' );
	const panel = await openPanel( page );
	await showView( panel, 'timeline' );
	await panel.locator( 'svg' ).first().waitFor();
	// In a window of this width the panel covers the page.
	await page.keyboard.press( 'Escape' );
	await panel.waitFor( { state: 'hidden' } );
	await page.getByRole( 'link', { name: text( 'tool-mark' ), exact: true } ).click();
	await page.getByRole( 'region', { name: text( 'marks-title' ), exact: true } ).getByText( textPattern( 'marks-count' ) ).waitFor();

	await go( RULES );
	await waitForMarkers( page );
	expect( configurations ).toHaveLength( 1 );
} );

test( 'notes in the edit form, the difference and the history', async () => {
	const { page, go, apiRequests, allowed } = await open( 'Special:BlankPage' );
	// The visual editor keeps which editor was used last.
	allowed.push( /before any action/ );
	await go( RULES, { action: 'edit' } );
	await notesOf( page ).first().waitFor( { timeout: 45_000 } );
	await go( RULES, { action: 'history' } );
	await notesOf( page ).first().waitFor();
	const change = await page.locator( 'li[data-mw-revid]' ).first().getAttribute( 'data-mw-revid' ) ?? '';
	await go( RULES, { diff: change, oldid: 'prev' } );
	await notesOf( page ).first().waitFor();
	// One of ours on each page.
	expect( apiRequests.filter( ( request ) => !request.includes( 'action=options' ) ) ).toHaveLength( 3 );
} );

test( 'the log page in words', async () => {
	const { page } = await open( LOG );
	await page.locator( '.advice-provenance-panel--page' ).waitFor();
	expect( await page.locator( '.advice-provenance-log article' ).count() ).toBeGreaterThan( 10 );
} );

test( 'an entry by form', async () => {
	const { page, allowed } = await open( pageOf( 'Forms' ) );
	await waitForMarkers( page );
	const panel = await openPanel( page );
	await panel.getByRole( 'button', { name: text( 'panel-add' ), exact: true } ).first().click();
	await field( panel, 'form-field-question' ).fill( 'How deep may the well be?' );
	await pick( panel, 'panel-field-sections', 'Well' );
	await panel.getByRole( 'button', { name: text( 'form-review' ), exact: true } ).first().click();
	await panel.getByLabel( text( 'form-save-summary' ) ).waitFor();
	await panel.getByRole( 'button', { name: text( 'form-save' ), exact: true } ).first().click();
	await panel.getByText( text( 'form-saved' ) ).waitFor();
	// The address that is loaded anew asks for the panel, which asks for what it needs.
	allowed.push( /before any action/ );
	await page.reload();
	await markerOf( page, 'Well' ).waitFor();
} );

test( 'nothing on a page that belongs to no draft', async () => {
	const { page, apiRequests, configurations } = await open( 'Main Page' );
	await page.waitForLoadState( 'networkidle' );
	expect( configurations.length ).toBeLessThan( 2 );
	expect( apiRequests ).toEqual( [] );
	expect( await markers( page ).count() ).toBe( 0 );
} );
