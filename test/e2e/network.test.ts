import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visit, wiki, type Visit, type VisitOptions } from './browser';
import { logOf, pageOf } from './drafts';
import { cardOf, markerOf, markers, openPanel, toolLink, waitForMarkers, waitForPanel } from './gadget';
import { draftWithLog, gateEntry, plainDraft, PLAIN_TEXT } from './logs';
import { DEPLOYED } from './names';
import { pageText } from './page-shape';
import { text } from './texts';

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

const failures: [ string, ( route: Route ) => Promise<void> ][] = [
	[ 'answers HTTP 500', ( route ) => route.fulfill( { status: 500, body: 'Internal error' } ) ],
	[ 'answers HTTP 503 in HTML', ( route ) => route.fulfill( { status: 503, contentType: 'text/html', body: '<h1>Too busy</h1>' } ) ],
	[ 'cannot be reached', ( route ) => route.abort( 'connectionrefused' ) ],
	[ 'answers something else', ( route ) => route.fulfill( { status: 200, contentType: 'text/html', body: '<p>Please log in to the network</p>' } ) ],
	[ 'answers with an error', ( route ) => route.fulfill( { status: 200, contentType: 'application/json', body: JSON.stringify( {
		errors: [ { code: 'readapidenied', text: 'You <b>may</b> not read here.', module: 'main' } ]
	} ) } ) ]
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
	test.each( failures )( '%s: the panel says so', async ( _name, disturb ) => {
		const opened = await visitDisturbed( /\/w\/api\.php/, disturb );
		const panel = await openPanel( opened.page );
		await panel.getByText( text( 'failure-log-failed', logOf( 'Network' ) ) ).waitFor();
		expect( await markers( opened.page ).count() ).toBe( 0 );
		expect( await panel.locator( 'b' ).count() ).toBe( 0 );
		await expectText( opened.page );
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

	test.each( failures )( '%s: what the log says is shown, and trying again helps', async ( _name, disturb ) => {
		const opened = await visitDisturbed( LATER, disturb );
		await waitForMarkers( opened.page );
		const panel = await openPanel( opened.page );
		await panel.getByText( text( 'failure-revisions' ) ).waitFor();
		expect( await panel.locator( '[data-item]' ).count() ).toBeGreaterThanOrEqual( 2 );
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
	} );
} );

test( 'parts of the gadget that do not load: the reader is told', async () => {
	const panelScript = /load\.php\?.*AdviceProvenance-panel/;
	const opened = await visitDisturbed( panelScript, ( route ) => route.abort( 'failed' ) );
	await waitForMarkers( opened.page );
	await ( await toolLink( opened.page ) ).click();
	await opened.page.getByText( text( 'tool-not-loaded' ) ).waitFor();
} );
