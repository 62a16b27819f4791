import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOG } from '../../demo/fictional-policy/names';
import { root } from '../../build/root';
import { findBarriers } from './axe';
import { testWiki, visit, wiki, type Skin, type Visit } from './browser';
import { logOf, pageOf } from './drafts';
import { cardOf, hasFocus, markerOf, openPanel, waitForMarkers } from './gadget';
import { draftWithLog, gateEntry, plainDraft } from './logs';
import { DEPLOYED } from './names';
import { revisionsOf } from './notes';
import { text, textPattern } from './texts';

const STATES = logOf( 'Log in several states' );
const UNREADABLE = logOf( 'Unreadable log' );

/** A log about the gate, in one of its states. */
function gateLog( disposition: unknown, more: object[] = [] ): string {
	const [ advice ] = gateEntry.advice ?? [];
	return JSON.stringify( {
		schemaVersion: 1,
		title: 'The gate',
		draft: plainDraft( 'Log in several states' ),
		agents: [ { id: 'ada', name: 'Ada', naming: 'consented' } ],
		entries: [
			{
				...gateEntry,
				advice: [ { ...advice, sources: [ { private: true } ], disposition } ]
			},
			...more
		]
	} );
}

const pending = { outcome: 'pending' };
const adopted = { outcome: 'adopted', decidedBy: [ 'ada' ], decidedOn: '2025-06' };
const later = { id: 'hinges', request: { question: 'Who oils the hinges?' } };

/** Its scripts are large, and packed for each language and skin when they are first asked for. */
const EDITOR = { timeout: 60_000 };

/** The editors greet who is new; everything else is out of reach until that is answered. */
const noWelcome = {
	storageState: {
		cookies: [],
		origins: [ {
			origin: testWiki.url,
			localStorage: [ { name: 've-beta-welcome-dialog', value: '1' } ]
		} ]
	}
};

beforeAll( async () => {
	const [ page, log ] = draftWithLog( 'Unreadable log', '', { raw: true } );
	await wiki.editPages( [
		...draftWithLog( 'Log in several states', JSON.parse( gateLog( pending ) ) as unknown ),
		page as { title: string; text: string }
	] );
	for ( const state of [ gateLog( adopted ), gateLog( adopted, [ later ] ) ] ) {
		await wiki.editPage( STATES, state, { user: 'Reader' } );
	}
	for ( const state of [
		gateLog( pending ).replaceAll( 'Log in several states', 'Unreadable log' ),
		'{ "schemaVersion": 1,\n\t"draft" oops', 'Nothing of this is JSON.'
	] ) {
		await wiki.editPages( [ { ...log as { title: string; text: string }, text: state } ] );
	}
} );

afterAll( () => wiki.restore( DEPLOYED ) );

/** As much as is used of what CodeEditor edits with. */
interface AceLibrary {
	edit( element: Element | null ): { getSession(): { getAnnotations(): unknown[] } };
}

function logPart( page: Page ): Locator {
	return page.locator( '.advice-provenance-log' );
}

function check( page: Page ): Locator {
	return page.locator( '.advice-provenance-log-check' );
}

async function openAccount( opened: Visit ): Promise<Locator> {
	await opened.page.locator( '.advice-provenance-panel--page' ).waitFor();
	return logPart( opened.page );
}

async function shoot( page: Page, name: string ): Promise<void> {
	if ( process.env.SCREENSHOTS ) {
		const folder = join( root, '.local', 'screenshots' );
		mkdirSync( folder, { recursive: true } );
		await page.screenshot( { path: join( folder, `log-${ name }.png` ), fullPage: name.startsWith( 'full' ) } );
	}
}

describe( 'the log page', () => {
	test( 'shows the account, with the text a click away, by one request', async () => {
		const opened = await visit( LOG );
		const { page } = opened;
		const log = await openAccount( opened );
		expect( opened.apiRequests ).toHaveLength( 1 );
		expect( await log.getByRole( 'heading', { name: text( 'logview-entries' ) } ).count() ).toBe( 1 );
		expect( await log.locator( 'article' ).count() ).toBeGreaterThan( 10 );
		expect( await page.locator( '.mw-json' ).first().isVisible() ).toBe( false );
		expect( await findBarriers( page, [ '.advice-provenance-log' ] ) ).toEqual( [] );

		await log.getByRole( 'button', { name: text( 'logpage-view-text' ) } ).click();
		const box = log.getByRole( 'textbox', { name: text( 'logpage-text' ) } );
		expect( JSON.parse( await box.inputValue() ) ).toMatchObject( { schemaVersion: 1 } );
		expect( await log.locator( 'article' ).first().isVisible() ).toBe( false );
		await log.getByRole( 'button', { name: text( 'logpage-view-account' ), exact: true } ).click();
		expect( await log.locator( 'article' ).first().isVisible() ).toBe( true );

		// A finding leads to its place in the text, and to the record.
		const finding = log.locator( '.advice-provenance-panel__troubles li' ).first();
		const place = finding.getByRole( 'button', { name: textPattern( 'panel-place-column' ) } );
		const line = Number( /\d[\d,]*/.exec( await place.innerText() )?.[ 0 ].replace( /,/g, '' ) );
		await place.click();
		expect( await hasFocus( box ) ).toBe( true );
		expect( await box.evaluate( ( area: HTMLTextAreaElement ) => area.value.slice( 0, area.selectionStart ).split( '\n' ).length ) ).toBe( line );
		await log.getByRole( 'button', { name: text( 'logpage-view-account' ), exact: true } ).click();
		await finding.getByRole( 'button', { name: text( 'panel-trouble-show' ) } ).click();
		expect( await page.evaluate( () => document.activeElement?.closest( 'article' ) !== null ) ).toBe( true );
		expect( opened.apiRequests ).toHaveLength( 1 );

		// What needs the wiki is found when somebody asks.
		await log.getByRole( 'button', { name: text( 'logview-check' ) } ).click();
		await log.getByText( text( 'logview-checked' ) ).waitFor();
		expect( opened.apiRequests.length ).toBeGreaterThan( 1 );
	} );

	test( 'shows an old revision as it was', async () => {
		const [ first ] = await revisionsOf( STATES );
		const opened = await visit( STATES, { query: { oldid: String( first?.revid ) } } );
		const log = await openAccount( opened );
		expect( opened.apiRequests ).toHaveLength( 1 );
		expect( await log.locator( 'article' ).count() ).toBe( 1 );
		expect( await log.innerText() ).toContain( text( 'outcome-pending' ) );
		await opened.go( STATES );
		await openAccount( opened );
		expect( await log.locator( 'article' ).count() ).toBe( 2 );
		await log.getByRole( 'button', { name: text( 'panel-count-adopted', 1 ) } ).click();
		expect( await log.locator( 'article' ).count() ).toBe( 1 );
	} );
} );

describe( 'the log edited as text', () => {
	test( 'is checked while one types, and not saved with errors', async () => {
		const opened = await visit( STATES, { query: { action: 'edit' }, context: noWelcome } );
		const { page } = opened;
		const status = check( page ).getByRole( 'status' );
		await status.waitFor();
		// A page of this model is edited with CodeEditor, which covers the text area.
		await page.locator( '.ace_editor' ).waitFor( EDITOR );
		expect( await findBarriers( page, [ '.advice-provenance-log-check' ] ) ).toEqual( [] );
		const before = await status.innerText();

		const whole = await page.locator( '#wpTextbox1' ).inputValue();
		const write = ( written: string ): Promise<void> => page.evaluate( ( now ) => {
			$( '#wpTextbox1' ).textSelection( 'setContents', now );
		}, written );
		await write( whole.replace( '"entries": [', '"entries" [' ) );
		await status.filter( { hasText: text( 'panel-troubles-errors', 1 ) } ).waitFor();
		await shoot( page, 'edit' );
		await page.locator( '#wpSave' ).click();
		const guard = page.locator( '.advice-provenance-log-guard' );
		expect( await guard.innerText() ).toContain( text( 'logpage-save-unreadable', 1 ) );
		expect( await guard.getByRole( 'button', { name: text( 'logpage-save-anyway' ) } ).count() ).toBe( 0 );
		expect( await hasFocus( guard.locator( 'p' ) ) ).toBe( true );
		await shoot( page, 'edit-guard' );
		await check( page ).getByRole( 'button', { name: textPattern( 'panel-place-column' ) } ).click();
		expect( await page.evaluate( () => {
			const area = $( '#wpTextbox1' );
			const at = Number( area.textSelection( 'getCaretPosition' ) );
			return String( area.textSelection( 'getContents' ) ).slice( at, at + 1 );
		} ) ).toBe( '[' );

		// It can be read, but something is wrong.
		await write( whole.replace( '"outcome": "adopted"', '"outcome": "superseded", "supersededBy": "nobody"' ) );
		await page.locator( '#wpSummary' ).press( 'Enter' );
		expect( await guard.innerText() ).toContain( text( 'logpage-save-errors', 1 ) );

		// What is only doubtful is asked about once.
		await write( whole.replace( '"id": "hinges"', '"id": "hinges",\n"mood": "hopeful"' ) );
		await page.locator( '#wpSave' ).click();
		expect( await guard.innerText() ).toContain( text( 'logpage-save-warnings', 1 ) );
		// CodeEditor asks for itself while it holds the text before for the text of now.
		await page.waitForFunction( () => {
			const { ace } = window as unknown as { ace: AceLibrary };
			return ace.edit( document.querySelector( '.ace_editor' ) ).getSession().getAnnotations().length === 0;
		} );
		await guard.getByRole( 'button', { name: text( 'logpage-save-anyway' ) } ).click();
		await page.waitForURL( ( url ) => !url.search.includes( 'action=' ) );
		expect( ( await revisionsOf( STATES ) ).length ).toBe( 4 );
		expect( before ).not.toBe( '' );
	} );

	test( 'is told of in words, in differences and in the history', async () => {
		const all = await revisionsOf( STATES );
		const [ first, second ] = all.map( ( { revid } ) => String( revid ) );
		const opened = await visit( STATES, { query: { diff: second ?? '', oldid: first ?? '' } } );
		const { page } = opened;
		await check( page ).waitFor();
		expect( opened.apiRequests ).toHaveLength( 1 );
		const question = gateEntry.request.question;
		const set = text( 'change-set-from', text( 'panel-field-outcome' ), question, text( 'outcome-pending' ), text( 'outcome-adopted' ) );
		expect( await check( page ).locator( 'li' ).allInnerTexts() ).toEqual( [
			set,
			text( 'change-set', text( 'panel-field-decided-by' ), question, 'Ada' ),
			text( 'change-set', text( 'panel-field-decided-on' ), question, 'June 2025' )
		] );
		await shoot( page, 'diff' );

		await opened.go( STATES, { action: 'history' } );
		await check( page ).getByRole( 'button', { name: text( 'logpage-history-ask' ) } ).click();
		await page.getByText( text( 'logpage-history-done', all.length ) ).waitFor();
		expect( opened.apiRequests ).toHaveLength( 2 );
		const rows = page.locator( '#pagehistory li[data-mw-revid] .advice-provenance-log-changes' );
		expect( await rows.nth( all.length - 1 ).innerText() ).toBe( text( 'logpage-begins', 1 ) );
		expect( await rows.nth( all.length - 2 ).innerText() ).toContain( set );
		expect( await rows.nth( all.length - 3 ).innerText() ).toBe( text( 'change-added', text( 'change-thing-entries' ), later.request.question ) );
		expect( await findBarriers( page, [ '.advice-provenance-log-check', '.advice-provenance-log-changes' ] ) ).toEqual( [] );
		await shoot( page, 'history' );
	} );
} );

test( 'a log that cannot be understood: the newest revision that can is shown, and it is said so', async () => {
	const opened = await visit( pageOf( 'Unreadable log' ) );
	const { page } = opened;
	await waitForMarkers( page );
	expect( opened.apiRequests ).toHaveLength( 1 );
	const marker = markerOf( page );
	expect( await marker.textContent() ).toContain( text( 'marker-log-unreadable' ) );
	await shoot( page, 'unreadable-1' );
	await marker.click();
	await cardOf( page ).getByText( text( 'older-log-shown' ) ).waitFor();
	await markerOf( page, 'Gate' ).waitFor();
	expect( await markerOf( page ).textContent() ).toContain( text( 'marker-log-older' ) );
	await shoot( page, 'unreadable-2' );
	await page.keyboard.press( 'Escape' );

	const panel = await openPanel( page );
	expect( await panel.innerText() ).toContain( text( 'failure-log-older', UNREADABLE ) );
	const all = ( await revisionsOf( UNREADABLE ) ).map( ( { revid } ) => revid );
	const link = ( key: string ): Promise<string | null> => panel.getByRole( 'link', { name: text( key ), exact: true } ).getAttribute( 'href' );
	expect( await link( 'older-log-diff' ) ).toContain( `diff=${ all[ all.length - 1 ] }&oldid=${ all[ all.length - 3 ] }` );
	expect( await link( 'older-log-history' ) ).toContain( 'action=history' );
	expect( decodeURIComponent( await link( 'older-log-model' ) ?? '' ) ).toContain( 'Special:ChangeContentModel/' );
	await shoot( page, 'unreadable-3' );

	await opened.go( UNREADABLE );
	const log = await openAccount( opened );
	expect( await log.innerText() ).toContain( text( 'rule-e1-syntax', 'Nothing of t' ) );
	expect( await log.locator( 'article' ).count() ).toBe( 0 );
	await shoot( page, 'unreadable-4' );
	await log.getByRole( 'button', { name: text( 'logview-recover' ) } ).click();
	await log.locator( 'article' ).first().waitFor();
	expect( await log.innerText() ).toContain( text( 'failure-log-older', UNREADABLE ) );
	expect( await findBarriers( page, [ '.advice-provenance-log' ] ) ).toEqual( [] );
} );

describe.runIf( process.env.SCREENSHOTS )( 'pictures', () => {
	const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
	test.each<[ string, Skin, Record<string, string>, object ]>( [
		[ 'vector', 'vector-2022', {}, {} ],
		[ 'dark', 'vector-2022', { vectornightmode: '1' }, {} ],
		[ 'minerva', 'minerva', {}, phone ],
		[ 'rtl', 'vector-2022', { uselang: 'ar' }, {} ]
	] )( '%s', async ( name, skin, query, context ) => {
		const opened = await visit( LOG, { skin, query, context: { ...noWelcome, ...context } } );
		await openAccount( opened );
		await shoot( opened.page, `page-${ name }` );
		await opened.page.locator( 'article' ).first().scrollIntoViewIfNeeded();
		await shoot( opened.page, `page2-${ name }` );
		await opened.page.locator( '.advice-provenance-log-switch button' ).nth( 1 ).click();
		await shoot( opened.page, `text-${ name }` );
		await opened.go( STATES, { ...query, action: 'edit' } );
		await check( opened.page ).waitFor();
		await opened.page.locator( '.ace_editor' ).waitFor( EDITOR );
		await opened.page.evaluate( () => $( '#wpTextbox1' ).textSelection( 'setContents', '{ "entries": [ 1, ] }' ) );
		await opened.page.waitForTimeout( 1000 );
		await opened.page.locator( '#wpSave' ).click();
		await shoot( opened.page, `edit-${ name }` );
	} );
} );
