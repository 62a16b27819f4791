import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visit, wiki, type Visit, type VisitOptions } from './browser';
import { logOf, pageOf } from './drafts';
import {
	cardOf, markerOf, markers, openCard, openPanel, showView, toolLink, waitForMarkers, waitForPanel
} from './gadget';
import { draftWithLog, gateEntry, plainDraft, PLAIN_TEXT } from './logs';
import { DEPLOYED } from './names';
import { pageText } from './page-shape';
import { text, textPattern } from './texts';

const page = pageOf( 'Network' );

beforeAll( async () => {
	const [ , revision = 0 ] = await wiki.editPages( [
		{ title: page, text: PLAIN_TEXT },
		{ title: page, text: PLAIN_TEXT.replace( 'deep', 'deep and cold' ) }
	] );
	await wiki.editPages( draftWithLog( 'Network', {
		schemaVersion: 1,
		draft: plainDraft( 'Network' ),
		entries: [ gateEntry, {
			id: 'well',
			request: { question: 'What of the well?' },
			advice: [ {
				id: 'well.1', summary: 'Warn of it.', disposition: { outcome: 'adopted' }, changes: [ { revision } ]
			} ]
		} ]
	}, { text: PLAIN_TEXT.replace( 'deep', 'deep and cold' ) } ) );
	const plain = await visit( page, { gadget: false, covered: false } );
	textWithoutGadget = await pageText( plain.page );
} );

afterAll( () => wiki.restore( DEPLOYED ) );

/** How it fails, and what the reader is told of it. */
const failures: [ string, ( route: Route ) => Promise<void>, string ][] = [
	[ 'answers HTTP 500', ( route ) => route.fulfill( { status: 500, body: 'Internal error' } ), text( 'network-status', '500' ) ],
	[ 'answers HTTP 503 in HTML', ( route ) => route.fulfill( { status: 503, contentType: 'text/html', body: '<h1>Too busy</h1>' } ), text( 'network-status', '503' ) ],
	[ 'answers HTTP 429', ( route ) => route.fulfill( { status: 429, body: 'Slow down' } ), text( 'network-busy' ) ],
	[ 'cannot be reached', ( route ) => route.abort( 'connectionrefused' ), text( 'network-none' ) ],
	[ 'answers something else', ( route ) => route.fulfill( { status: 200, contentType: 'text/html', body: '<p>Please log in to the network</p>' } ), text( 'network-unreadable' ) ],
	[ 'answers with an error', ( route ) => route.fulfill( { status: 200, contentType: 'application/json', body: JSON.stringify( {
		errors: [ { code: 'readapidenied', text: 'You <b>may</b> not read here.', module: 'main' } ]
	} ) } ), 'You <b>may</b> not read here.' ]
];

/** Opens the draft with a disturbance of some requests to the API. */
function visitDisturbed( ...disturb: NonNullable<VisitOptions[ 'disturb' ]> ): Promise<Visit> {
	return visit( page, { disturb } );
}

let textWithoutGadget = '';

async function expectText( opened: Page ): Promise<void> {
	expect( await pageText( opened ) ).toBe( textWithoutGadget );
}

describe( 'the API, asked for the log,', () => {
	test( 'fails in any way: the panel says so, and trying again helps', async () => {
		const API = /\/w\/api\.php/;
		let answer = failures[ 0 ]?.[ 1 ];
		const opened = await visitDisturbed(
			API, ( route ) => answer?.( route ) ?? route.continue()
		);
		const panel = await openPanel( opened.page );
		const again = panel.getByRole( 'button', { name: text( 'panel-retry' ) } );
		for ( const [ , disturb, said ] of failures ) {
			answer = disturb;
			await again.click();
			await panel.getByText( said, { exact: true } ).waitFor();
			await panel.getByText( text( 'failure-log-failed', logOf( 'Network' ) ) ).waitFor();
			expect( await markers( opened.page ).count() ).toBe( 0 );
			expect( await panel.locator( 'b' ).count() ).toBe( 0 );
		}
		await expectText( opened.page );
		await opened.page.unroute( API );
		await again.click();
		await panel.getByRole( 'tab' ).first().waitFor();
		await markerOf( opened.page, 'Well' ).waitFor();
	} );

	test( 'takes its time: the page can be read, and markers come with the answer', async () => {
		let release = (): void => undefined;
		const released = new Promise<void>( ( resolve ) => {
			release = resolve;
		} );
		const opened = await visitDisturbed( /\/w\/api\.php/, async ( route ) => {
			await released;
			await route.continue();
		} );
		await opened.page.waitForFunction( () => (
			window.mw?.loader?.getState( 'ext.gadget.AdviceProvenance-reader' ) === 'ready'
		) );
		expect( await markers( opened.page ).count() ).toBe( 0 );
		await expectText( opened.page );
		release();
		await waitForMarkers( opened.page );
		expect( await markerOf( opened.page, 'Gate' ).count() ).toBe( 1 );
	} );
} );

describe( 'the API, asked for revisions,', () => {
	/** The requests that follow the first one, which brings the log. */
	const LATER = /\/w\/api\.php\?(?!.*Advice%20log)/;

	test( 'fails in any way: what the log says is shown, and trying again helps', async () => {
		let answer = failures[ 0 ]?.[ 1 ];
		const opened = await visitDisturbed(
			LATER, ( route ) => answer?.( route ) ?? route.continue()
		);
		await waitForMarkers( opened.page );
		const panel = await openPanel( opened.page );
		for ( const [ , disturb, said ] of failures ) {
			answer = disturb;
			await panel.getByRole( 'button', { name: text( 'panel-retry' ) } ).click();
			await panel.getByText( said, { exact: true } ).waitFor();
			await panel.getByText( text( 'failure-revisions' ) ).waitFor();
			expect( await panel.locator( '[data-item]' ).count() ).toBeGreaterThanOrEqual( 2 );
		}
		expect( await markerOf( opened.page, 'Well' ).count() ).toBe( 0 );
		await expectText( opened.page );
		await opened.page.unroute( LATER );
		await panel.getByRole( 'button', { name: text( 'panel-retry' ) } ).click();
		await panel.getByText( text( 'failure-revisions' ) ).waitFor( { state: 'detached' } );
		await waitForPanel( opened.page );
		await markerOf( opened.page, 'Well' ).waitFor();
	} );

	test( 'fails while a card is open: the card says so and keeps what the log tells', async () => {
		const opened = await visitDisturbed( LATER, ( route ) => route.abort( 'failed' ) );
		await waitForMarkers( opened.page );
		await markerOf( opened.page ).click();
		const card = cardOf( opened.page );
		await card.getByText( text( 'revision-not-read' ) ).waitFor();
		expect( await card.innerText() ).toContain( 'Warn of it.' );
		await card.getByText( text( 'network-none' ) ).waitFor();
		await opened.page.unroute( LATER );
		await card.getByRole( 'button', { name: text( 'try-again' ) } ).click();
		await card.getByText( text( 'edits-not-read' ) ).waitFor( { state: 'detached' } );
		await card.getByRole( 'link', { name: text( 'diff' ) } ).waitFor();
	} );
} );

test( 'what a card wants is not read on when it is closed, and read anew when it opens again', async () => {
	const LATER = /\/w\/api\.php\?(?!.*Advice%20log)/;
	let isHeld = true;
	const opened = await visitDisturbed( LATER, ( route ) => (
		isHeld ? Promise.resolve() : route.continue()
	) );
	await waitForMarkers( opened.page );
	const cancelled: string[] = [];
	opened.page.on( 'requestfailed', ( request ) => cancelled.push( request.url() ) );
	await markerOf( opened.page, 'Gate' ).click();
	await expect.poll( () => opened.apiRequests.length ).toBeGreaterThan( 2 );
	await opened.page.keyboard.press( 'Escape' );
	await cardOf( opened.page, 'Gate' ).waitFor( { state: 'detached' } );
	const made = opened.apiRequests.length;
	await expect.poll( () => cancelled.length, { timeout: 5000 } ).toBe( made - 1 );
	expect( opened.apiRequests ).toHaveLength( made );
	isHeld = false;
	await openCard( opened.page, 'Gate' );
	await markerOf( opened.page, 'Well' ).waitFor();
} );

describe( 'the API, asked for the history of words,', () => {
	/** The list of all revisions of the pages. */
	const HISTORY = /\/w\/api\.php\?.*sha1/;

	test( 'fails in any way: card, panel and bar say so, and trying again helps', async () => {
		let answer = failures[ 0 ]?.[ 1 ];
		const opened = await visitDisturbed(
			HISTORY, ( route ) => answer?.( route ) ?? route.continue()
		);
		await waitForMarkers( opened.page );
		const panel = await openPanel( opened.page );
		await showView( panel, 'overview' );
		await panel.getByRole( 'button', { name: text( 'panel-words-follow' ) } ).click();
		const again = panel.getByRole( 'button', { name: text( 'panel-retry' ) } );
		for ( const [ , disturb, said ] of failures ) {
			answer = disturb;
			await again.click();
			await panel.getByText( said, { exact: true } ).waitFor();
			await panel.getByText( text( 'survival-failed' ) ).waitFor();
		}
		await opened.page.keyboard.press( 'Escape' );
		await panel.waitFor( { state: 'detached' } );

		const card = await openCard( opened.page, 'Well' );
		await card.locator( '.advice-provenance-survival' )
			.getByText( text( 'survival-failed' ) ).first().waitFor();
		await opened.page.keyboard.press( 'Escape' );

		// Without a connection at all, and with one again.
		await opened.page.unroute( HISTORY );
		await opened.context.setOffline( true );
		await opened.page.getByRole( 'link', { name: text( 'tool-mark' ), exact: true } ).click();
		const bar = opened.page.getByRole( 'region', { name: text( 'marks-title' ) } );
		await bar.getByText( text( 'marks-failed', text( 'network-none' ) ) ).waitFor();
		await opened.context.setOffline( false );
		await bar.getByRole( 'button', { name: text( 'marks-again' ) } ).click();
		await bar.getByText( textPattern( 'marks-count' ) ).waitFor();
	} );
} );

describe( 'parts of the gadget that do not load', () => {
	test( 'of the panel: the reader is told, and trying again helps', async () => {
		const panelScript = /load\.php\?.*AdviceProvenance-panel/;
		const opened = await visitDisturbed( panelScript, ( route ) => route.abort( 'failed' ) );
		await waitForMarkers( opened.page );
		await ( await toolLink( opened.page ) ).click();
		await opened.page.getByText( text( 'tool-not-loaded' ) ).waitFor();
		await opened.page.unroute( panelScript );
		await openPanel( opened.page );
	} );

	test( 'of the cards: the card says so, and opening it again helps', async () => {
		const cardScript = /load\.php\?.*AdviceProvenance-evidence/;
		const opened = await visitDisturbed( cardScript, ( route ) => route.abort( 'failed' ) );
		await waitForMarkers( opened.page );
		await markerOf( opened.page, 'Gate' ).click();
		const card = cardOf( opened.page, 'Gate' );
		await card.getByText( text( 'tool-not-loaded' ) ).waitFor();
		await opened.page.unroute( cardScript );
		await opened.page.keyboard.press( 'Escape' );
		await openCard( opened.page, 'Gate' );
		await card.getByRole( 'button', { name: text( 'tool-mark' ) } ).waitFor();
	} );
} );
