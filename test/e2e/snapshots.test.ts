/** What assistive technology is told of each view, as files that people can read. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visit, wiki } from './browser';
import { pageOf } from './drafts';
import { nextFrame, waitForLoadedPart, waitForMarkers, waitForPanel } from './gadget';
import { draftWithLog, gateEntry, plainDraft, PLAIN_TEXT } from './logs';
import { DEPLOYED } from './names';
import { noWelcome, notesOf } from './notes';
import { text } from './texts';

const page = pageOf( 'Snapshots' );
const TODAY = PLAIN_TEXT.replace( 'deep', 'deep and cold' );
const VIEWS = [ 'overview', 'entries', 'timeline', 'open', 'report' ];

beforeAll( async () => {
	const [ , revision = 0 ] = await wiki.editPages( [
		{ title: page, text: PLAIN_TEXT },
		{ title: page, text: TODAY }
	] );
	await wiki.editPages( draftWithLog( 'Snapshots', {
		schemaVersion: 1,
		title: 'Advice on the yard',
		draft: plainDraft( 'Snapshots' ),
		agents: [
			{ id: 'ann', name: 'Ann', expertise: 'wells', engagement: 'paid-hourly' },
			{ id: 'bo', name: 'Bo' }
		],
		entries: [ gateEntry, {
			id: 'well',
			sections: [ 'well' ],
			request: { question: 'What of the well?', requestedBy: [ 'bo' ], requestedOn: '2024' },
			advice: [ {
				id: 'well.1',
				advisers: [ 'ann' ],
				relayedBy: 'bo',
				summary: 'Warn of it.',
				disposition: { outcome: 'adopted' },
				changes: [ { revision, relation: 'derived', basis: 'stated-in-summary' } ],
				reviews: [ { by: 'ann', stance: 'confirms', revision } ]
			} ]
		}, { id: 'open', request: { question: 'Who mends the rope?', state: 'open' } } ]
	}, { text: TODAY } ) );
} );

afterAll( () => wiki.restore( DEPLOYED ) );

/** Days and numbers that each wiki has of its own. */
function withoutChance( tree: string ): string {
	return tree
		.replace( /:\n\s*- \/url: .*/g, '' )
		.replace( /\b[A-Z][a-z]{2} \d{1,2}, \d{4}/g, '<day>' )
		.replace( /\d{1,2} ב\S+ \d{4}/g, '<day>' )
		.replace( /((?:[Rr]evision|[Ee]dit|גרסה) )\d+/g, '$1<number>' );
}

async function expectTree( of: Locator, name: string ): Promise<void> {
	await expect( withoutChance( await of.ariaSnapshot() ) + '\n' )
		.toMatchFileSnapshot( `snapshots/${ name }.yml` );
}

/** Opens a view of the panel, whatever the language. */
async function showNth( panel: Locator, nth: number ): Promise<void> {
	await panel.getByRole( 'tab' ).nth( nth ).click();
	await panel.getByRole( 'tabpanel' ).waitFor();
	await waitForLoadedPart( panel );
}

async function openAccount( opened: Page ): Promise<Locator> {
	await opened.evaluate( () => {
		location.hash = '#advice';
	} );
	const panel = await waitForPanel( opened );
	await panel.getByRole( 'tab' ).first().waitFor();
	// Comes once the wiki has said that the reader may change the log.
	await panel.locator( '.advice-provenance-panel__add' ).waitFor();
	return panel;
}

test( 'markers, card, bar, panel and its record', async () => {
	const { page: opened } = await visit( page );
	await waitForMarkers( opened );
	await expectTree( opened.locator( '.advice-provenance-marker-row' ).first(), 'marker-row' );
	await opened.locator( '.advice-provenance-marker' ).nth( 2 ).click();
	const card = opened.locator( '.advice-provenance-card' );
	await card.locator( '.advice-provenance-survival-state' ).waitFor();
	await expectTree( card, 'card' );
	await card.locator( '.advice-provenance-card-foot button' ).click();
	const bar = opened.locator( '.advice-provenance-marks-bar' );
	await bar.locator( '.advice-provenance-marks-legend' ).waitFor();
	await expectTree( bar, 'marks-bar' );
	await bar.locator( '.advice-provenance-card-close' ).click();
	const panel = await openAccount( opened );
	for ( const [ nth, view ] of VIEWS.entries() ) {
		await showNth( panel, nth );
		await nextFrame( opened );
		if ( view === 'report' ) {
			// These ask the wiki what was published before.
			await panel.getByRole( 'button', { name: text( 'report-trace-look' ) } ).waitFor();
			await panel.getByRole( 'button', { name: text( 'report-publish-look' ) } ).waitFor();
		}
		await expectTree( panel, `panel-${ view }` );
	}
	await showNth( panel, 1 );
	await panel.locator( '[data-item="well/well.1"]' ).first().click();
	await expectTree( panel.locator( 'article' ), 'panel-record' );
} );

test( 'card and overview in Hebrew', async () => {
	const { page: opened } = await visit( page, { query: { uselang: 'he' } } );
	await waitForMarkers( opened );
	await opened.locator( '.advice-provenance-marker' ).nth( 2 ).click();
	const card = opened.locator( '.advice-provenance-card' );
	await card.locator( '.advice-provenance-survival-state' ).waitFor();
	await expectTree( card, 'card-he' );
	const panel = await openAccount( opened );
	await showNth( panel, 0 );
	await expectTree( panel, 'panel-overview-he' );
} );

test( 'a note above the edit form', async () => {
	const { page: opened } = await visit( page, {
		context: noWelcome, query: { action: 'edit', section: '2' }
	} );
	const note = notesOf( opened );
	await note.locator( 'summary' ).click();
	await expectTree( note, 'note-edit' );
} );
