import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visit, wiki } from './browser';
import { logOf, pageOf, type DraftName } from './drafts';
import { markerOf, markers, openCard, openItem, openPanel, waitForMarkers } from './gadget';
import { draftWithLog, gateEntry, plainDraft, PLAIN_TEXT } from './logs';
import { DEPLOYED } from './names';
import { pageText } from './page-shape';
import { text, textPattern } from './texts';

/** The drafts here have all the same text. */
let textWithoutGadget = '';

beforeAll( async () => {
	await wiki.editPages( [
		{ title: pageOf( 'Missing log' ), text: PLAIN_TEXT },
		...draftWithLog( 'Empty log', '', { raw: true } ),
		...draftWithLog( 'Log that is no JSON', '{\n\t"schemaVersion": 1,\n\t"draft": { "pages": [] },\n\t"entries": [ {] }\n}', { raw: true } ),
		...draftWithLog( 'Log of another shape', { schemaVersion: 1, draft: 'a text', entries: { id: 'a' } } ),
		...draftWithLog( 'Log of a newer version', {
			schemaVersion: 99,
			draft: plainDraft( 'Log of a newer version' ),
			entries: [ { ...gateEntry, mood: 'hopeful' } ]
		} ),
		...draftWithLog( 'Log with slips', {
			schemaVersion: 1,
			draft: plainDraft( 'Log with slips' ),
			topics: [ { id: 't', label: 'Locks' } ],
			agents: [ { id: 'a', name: 'Ada' } ],
			entries: [
				gateEntry,
				{ id: 'gate', request: { question: 'The same id again?' } },
				{ id: 'no-request' },
				{
					id: 'strangers',
					topics: [ 'nowhere' ],
					sections: [ 'attic' ],
					request: { question: 'Who are they?', requestedBy: [ 'nobody' ], requestedOn: 'yesterday' },
					advice: [ {
						id: 'strangers.1',
						advisers: [ 'ghost', 'a' ],
						summary: 'Ask them.',
						disposition: { outcome: 'superseded', supersededBy: 'never' },
						changes: [ { revision: 'twelve' } ]
					} ]
				}
			]
		} )
	] );
	const plain = await visit( pageOf( 'Missing log' ), { gadget: false, covered: false } );
	textWithoutGadget = await pageText( plain.page );
} );

afterAll( () => wiki.restore( DEPLOYED ) );

/** Opens a draft's panel, and makes sure that its text is as without the gadget. */
async function panelAt( name: DraftName ): Promise<Locator> {
	const { page } = await visit( pageOf( name ) );
	const panel = await openPanel( page );
	expect( await pageText( page ) ).toBe( textWithoutGadget );
	return panel;
}

test.each( [
	[ 'Missing log', 'failure-log-missing' ],
	[ 'Empty log', 'failure-log-empty' ],
	[ 'Log that is no JSON', 'failure-log-unreadable' ],
	[ 'Log of another shape', 'failure-log-unreadable' ]
] as const )( '%s: the panel says so', async ( name, key ) => {
	const panel = await panelAt( name );
	await panel.getByText( text( key, logOf( name ) ) ).waitFor();
	// That there is none, or an empty one, is nothing to alarm readers with.
	const told = key === 'failure-log-unreadable' ? [ text( 'marker-log-unreadable' ) ] : [];
	expect( await markers( panel.page() ).locator( '.advice-provenance-marker-trouble' ).allTextContents() ).toEqual( told );
	expect( await markers( panel.page() ).count() ).toBe( told.length );
	const log = panel.getByRole( 'link', { name: text( 'panel-footer-log' ) } );
	expect( await log.getAttribute( 'href' ) ).toContain( 'Advice_log.json' );
} );

test( 'a log that is no JSON: the line and the column are named', async () => {
	const panel = await panelAt( 'Log that is no JSON' );
	await panel.getByText( text( 'panel-place-column', 4, 16 ) ).waitFor();
	expect( await panel.getByText( textPattern( 'rule-e1-syntax' ) ).isVisible() ).toBe( true );
} );

test( 'a log of another shape: what is expected where', async () => {
	const panel = await panelAt( 'Log of another shape' );
	await panel.getByText( text( 'rule-e2-object' ) ).first().waitFor();
	expect( await panel.innerText() ).toContain( '/draft' );
} );

test( 'a log of a newer version is shown as far as it is understood', async () => {
	const panel = await panelAt( 'Log of a newer version' );
	await markerOf( panel.page(), 'Gate' ).waitFor();
	await panel.locator( 'summary' ).click();
	await panel.getByText( text( 'rule-e11', 99, 1 ) ).first().waitFor();
	const record = await openItem( panel, 'gate/gate.1' );
	expect( await record.innerText() ).toContain( 'By day.' );
} );

test( 'a log with slips: the rest is shown, and each slip is told with its place', async () => {
	const { page } = await visit( pageOf( 'Log with slips' ) );
	await waitForMarkers( page );
	const card = await openCard( page, 'Gate' );
	expect( await card.innerText() ).toContain( 'By day.' );
	await page.keyboard.press( 'Escape' );
	const panel = await openPanel( page );
	await panel.locator( 'summary' ).click();
	const troubles = await panel.locator( 'details' ).innerText();
	for ( const [ words, place ] of [
		[ text( 'rule-e3', 'nowhere' ), '/entries/3/topics/0' ],
		[ text( 'rule-e3', 'attic' ), '/entries/3/sections/0' ],
		[ text( 'rule-e3', 'nobody' ), '/entries/3/request/requestedBy/0' ],
		[ text( 'rule-e3', 'ghost' ), '/entries/3/advice/0/advisers/0' ],
		[ text( 'rule-e3', 'never' ), '/entries/3/advice/0/disposition/supersededBy' ],
		[ text( 'rule-e4', 'gate' ), '/entries/1/id' ],
		[ text( 'rule-e2-missing', 'request' ), '/entries/2' ],
		[ text( 'rule-e2-date' ), '/entries/3/request/requestedOn' ],
		[ text( 'rule-e2-whole' ), '/entries/3/advice/0/changes/0/revision' ]
	] ) {
		expect( troubles ).toContain( words );
		expect( troubles ).toContain( place );
	}
	const record = await openItem( panel, 'strangers/strangers.1' );
	const content = await record.innerText();
	expect( content ).toContain( 'Ask them.' );
	expect( content ).toContain( 'Ada' );
} );
