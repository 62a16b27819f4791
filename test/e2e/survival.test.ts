import type { Locator, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetSessions, visit, wiki } from './browser';
import { pageOf } from './drafts';
import { openCard, waitForMarkers } from './gadget';
import { draftWithLog, plainDraft, PLAIN_TEXT } from './logs';
import { DEPLOYED } from './names';
import { text } from './texts';

const page = pageOf( 'Survival' );
const OPENED = PLAIN_TEXT.replace( 'by day', 'from dawn to dusk' );
const DUG = `${ OPENED } Children keep a step away.`;
const TODAY = `${ DUG.replace( 'dusk', 'nightfall' ) }\n\nNobody swims.`;

function changeBy( id: string, ...revisions: number[] ): unknown {
	return {
		id,
		sections: [ id ],
		request: { question: `What of the ${ id }?` },
		advice: [ {
			id: `${ id }.1`,
			disposition: { outcome: 'adopted' },
			changes: revisions.map( ( revision ) => ( { revision } ) ),
			reviews: revisions.map( ( revision ) => ( { by: 'ann', stance: 'confirms', revision } ) )
		} ]
	};
}

/** Every request for the list of the page's revisions. */
function isList( url: URL ): boolean {
	return /sha1/.test( url.searchParams.get( 'rvprop' ) ?? '' );
}

/** What a card says of survival, once it says how many words stand. */
async function survivalOf( card: Locator ): Promise<string> {
	const told = card.locator( '.advice-provenance-survival-state' ).first();
	await told.waitFor();
	return card.locator( '.advice-provenance-survival' ).first().innerText();
}

async function openPage(): Promise<Page> {
	const opened = await visit( page );
	await waitForMarkers( opened.page );
	return opened.page;
}

beforeAll( async () => {
	const ids = await wiki.editPages( [
		{ title: page, text: PLAIN_TEXT },
		{ title: page, text: OPENED },
		{ title: page, text: DUG },
		{ title: page, text: '' },
		{ title: page, text: DUG },
		{ title: page, text: TODAY }
	] );
	const [ , opened = 0, dug = 0 ] = ids;
	await wiki.editPages( draftWithLog( 'Survival', {
		schemaVersion: 1,
		draft: plainDraft( 'Survival' ),
		agents: [ { id: 'ann', name: 'Ann' } ],
		entries: [ changeBy( 'gate', opened ), changeBy( 'well', dug ) ]
	}, { text: TODAY } ) );
} );

afterAll( async () => {
	await wiki.restore( DEPLOYED );
	forgetSessions();
} );

test( 'a card says how many advised words stand, where the history is short', async () => {
	const opened = await openPage();
	const gateCard = await openCard( opened, 'Gate' );
	const gate = await survivalOf( gateCard );
	expect( gate ).toContain( text( 'survival-edited' ) );
	expect( gate ).toContain( text( 'survival-standing', 3, 4 ) );
	expect( gate ).toContain( text( 'survival-absent', 2, 2 ) );
	expect( gate ).toMatch( /Last rewritten by \S+, / );
	await gateCard.getByText( text( 'review-lapsed' ) ).waitFor();
	await opened.keyboard.press( 'Escape' );
	// It was away for one revision, and came back.
	const wellCard = await openCard( opened, 'Well' );
	const well = await survivalOf( wellCard );
	expect( well ).toContain( text( 'survival-intact' ) );
	expect( well ).toContain( text( 'survival-standing', 5, 5 ) );
	expect( well ).not.toContain( 'rewritten' );
	await wellCard.getByText( text( 'review-holds' ) ).waitFor();
} );

test( 'a failure is told, and trying again helps', async () => {
	const opened = await openPage();
	const refuse = ( route: Route ): Promise<void> => route.fulfill( {
		json: { errors: [ { code: 'internal_api_error', text: 'The database is away.' } ] }
	} );
	await opened.route( isList, refuse );
	const card = await openCard( opened, 'Well' );
	await card.locator( '.advice-provenance-survival' )
		.getByText( text( 'survival-failed' ) ).first().waitFor();
	await opened.unroute( isList, refuse );
	await card.getByRole( 'button', { name: text( 'survival-follow' ) } ).click();
	expect( await survivalOf( card ) ).toContain( text( 'survival-intact' ) );
} );

test( 'a long history is read when somebody asks for it, and can be stopped', async () => {
	const turns = Array.from( { length: 60 }, ( _, turn ) => ( {
		title: page, text: turn % 2 ? TODAY : `${ TODAY } Turn ${ turn }.`
	} ) );
	await wiki.editPages( turns );
	const opened = await openPage();
	const card = await openCard( opened, 'Well' );
	const total = turns.length + 6;
	const follow = card.getByRole( 'button', { name: text( 'survival-follow-many' ) } );
	await follow.waitFor();
	let release: () => void = () => undefined;
	const held = new Promise<void>( ( resolve ) => {
		release = resolve;
	} );
	const hold = async ( route: Route ): Promise<void> => {
		await held;
		await route.continue().catch( () => undefined );
	};
	const isText = ( url: URL ): boolean => url.searchParams.has( 'revids' );
	await opened.route( isText, hold );
	await follow.click();
	await card.getByText( text( 'survival-reading', 0, total ) ).waitFor();
	await card.getByRole( 'button', { name: text( 'survival-stop' ), exact: true } ).click();
	const again = card.getByRole( 'button', { name: text( 'survival-follow' ) } );
	await again.waitFor();
	release();
	await opened.unroute( isText, hold );
	await again.click();
	expect( await survivalOf( card ) ).toContain( text( 'survival-standing', 5, 5 ) );
	// What was traced is there at the next view, without asking.
	await opened.reload();
	await waitForMarkers( opened );
	expect( await survivalOf( await openCard( opened, 'Well' ) ) )
		.toContain( text( 'survival-standing', 5, 5 ) );
} );
