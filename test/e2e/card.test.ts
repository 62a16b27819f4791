import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../demo/fictional-policy/names';
import { skins, testWiki, visit, type VisitOptions } from './browser';
import { cardOf, hasFocus, holdsFocus, markerOf, openCard, waitForMarkers, waitForPanel } from './gadget';
import { text } from './texts';

const HEADING = 'Plots and paths';
const small = { viewport: { width: 1000, height: 700 } };
const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } };

async function openRules( options: VisitOptions = {} ): Promise<Page> {
	const { page } = await visit( RULES, options );
	await waitForMarkers( page );
	return page;
}

/** Stops the page's clock, so that moments of waiting can be told apart. */
async function stopClock( page: Page ): Promise<void> {
	await page.clock.install();
	await page.clock.pauseAt( Date.now() + 60_000 );
}

/** Whether an element is within the window as a whole. */
async function isInWindow( element: Locator ): Promise<boolean> {
	return element.evaluate( ( node ) => {
		const { left, right, top, bottom } = node.getBoundingClientRect();
		return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight + 1;
	} );
}

describe( 'by pointer', () => {
	test( 'the card opens after half a second of hovering, and not before', async () => {
		const page = await openRules();
		const marker = markerOf( page, HEADING );
		await marker.scrollIntoViewIfNeeded();
		await stopClock( page );
		await marker.hover();
		await page.clock.runFor( 400 );
		expect( await cardOf( page, HEADING ).count() ).toBe( 0 );
		await page.clock.runFor( 200 );
		expect( await cardOf( page, HEADING ).isVisible() ).toBe( true );
		expect( await marker.getAttribute( 'aria-expanded' ) ).toBe( 'true' );
		expect( await holdsFocus( cardOf( page, HEADING ) ) ).toBe( false );
	} );

	test( 'crossing a marker opens nothing', async () => {
		const page = await openRules();
		const marker = markerOf( page, HEADING );
		await marker.scrollIntoViewIfNeeded();
		await stopClock( page );
		await marker.hover();
		await page.clock.runFor( 300 );
		await page.mouse.move( 10, 10 );
		await page.clock.runFor( 3000 );
		expect( await cardOf( page, HEADING ).count() ).toBe( 0 );
	} );

	test( 'the card stays while the pointer is on it, and closes when it is left', async () => {
		const page = await openRules();
		const marker = markerOf( page, HEADING );
		await marker.scrollIntoViewIfNeeded();
		await stopClock( page );
		await marker.hover();
		await page.clock.runFor( 600 );
		const card = cardOf( page, HEADING );
		await card.hover();
		await page.clock.runFor( 5000 );
		expect( await card.isVisible() ).toBe( true );
		await page.mouse.move( 2, 2 );
		await page.clock.runFor( 1000 );
		expect( await card.count() ).toBe( 0 );
		expect( await marker.getAttribute( 'aria-expanded' ) ).toBe( 'false' );
	} );

	test( 'a card that was clicked stays until a click elsewhere', async () => {
		const page = await openRules();
		const card = await openCard( page, HEADING );
		await stopClock( page );
		await page.mouse.move( 2, 2 );
		await page.clock.runFor( 5000 );
		expect( await card.isVisible() ).toBe( true );
		await page.mouse.click( 2, 2 );
		await card.waitFor( { state: 'detached' } );
	} );

	test( 'Escape closes a card that was opened by hovering', async () => {
		const page = await openRules();
		await markerOf( page, HEADING ).hover();
		await cardOf( page, HEADING ).waitFor();
		await page.keyboard.press( 'Escape' );
		expect( await cardOf( page, HEADING ).count() ).toBe( 0 );
	} );

	test.each( skins )( 'the card stands within the window in %s', async ( skin ) => {
		const page = await openRules( { skin, context: small } );
		const card = await openCard( page, HEADING );
		expect( await isInWindow( card ) ).toBe( true );
		const close = card.getByRole( 'button', { name: text( 'close' ) } );
		expect( await isInWindow( close ) ).toBe( true );
		await close.click();
		expect( await card.count() ).toBe( 0 );
		expect( await hasFocus( markerOf( page, HEADING ) ) ).toBe( true );
	} );
} );

describe( 'by touch', () => {
	test.each( [ 'minerva', 'vector-2022' ] as const )( 'a tap opens the card in %s, another one elsewhere closes it', async ( skin ) => {
		const page = await openRules( { skin, context: phone } );
		await markerOf( page, HEADING ).tap();
		const card = cardOf( page, HEADING );
		await card.waitFor();
		await card.getByText( text( 'reading-revisions' ) ).first().waitFor( { state: 'detached' } );
		expect( await card.evaluate( ( node ) => {
			const { left, right, top, bottom } = node.getBoundingClientRect();
			const { width, height } = visualViewport ?? { width: innerWidth, height: innerHeight };
			return left >= 0 && top >= 0 && right <= width + 1 && bottom <= height + 1;
		} ) ).toBe( true );
		await page.touchscreen.tap( 20, 20 );
		await card.waitFor( { state: 'detached' } );
	} );
} );

describe( 'by keyboard', () => {
	/** Brings the focus to the last stop before a marker. */
	async function focusBefore( marker: Locator ): Promise<void> {
		await marker.evaluate( ( node ) => {
			const stops = Array.from( document.querySelectorAll<HTMLElement>( 'a[href], button' ) )
				.filter( ( stop ) => stop.getClientRects().length );
			stops[ stops.indexOf( node as HTMLElement ) - 1 ]?.focus();
		} );
	}

	test.each( [ 'Enter', 'Space' ] )( '%s opens the card and Escape gives the focus back', async ( key ) => {
		const page = await openRules();
		const marker = markerOf( page, HEADING );
		await focusBefore( marker );
		await page.keyboard.press( 'Tab' );
		expect( await hasFocus( marker ) ).toBe( true );
		const card = cardOf( page, HEADING );
		await page.keyboard.press( key );
		await card.waitFor();
		expect( await holdsFocus( card ) ).toBe( true );
		await page.keyboard.press( 'Escape' );
		expect( await card.count() ).toBe( 0 );
		expect( await hasFocus( marker ) ).toBe( true );
	} );

	test( 'focus alone opens nothing', async () => {
		const page = await openRules();
		await stopClock( page );
		await markerOf( page, HEADING ).focus();
		await page.clock.runFor( 5000 );
		expect( await cardOf( page, HEADING ).count() ).toBe( 0 );
	} );

	test( 'Tab goes through the card and back to the marker', async () => {
		const page = await openRules();
		const marker = markerOf( page, HEADING );
		await openCard( page, HEADING );
		const card = cardOf( page, HEADING );
		// How many there are changes while it becomes known what is to be read; and the card is
		// gone once the focus has left it.
		const isInside = (): Promise<boolean> => page.evaluate(
			() => Boolean( document.activeElement?.closest( '.advice-provenance-card' ) )
		);
		let stops = 0;
		await page.keyboard.press( 'Tab' );
		while ( stops < 50 && await isInside() ) {
			stops++;
			await page.keyboard.press( 'Tab' );
		}
		expect( stops ).toBeGreaterThan( 2 );
		expect( await hasFocus( marker ) ).toBe( true );
		await page.keyboard.press( 'Enter' );
		await card.waitFor();
		await page.keyboard.press( 'Shift+Tab' );
		expect( await hasFocus( marker ) ).toBe( true );
	} );

	test( 'the focus stays where it is while revisions come in', async () => {
		const page = await openRules();
		let release = (): void => undefined;
		const released = new Promise<void>( ( resolve ) => {
			release = resolve;
		} );
		await page.route( /api\.php.*revids/, async ( route ) => {
			await released;
			await route.continue();
		} );
		await markerOf( page, HEADING ).focus();
		await page.keyboard.press( 'Enter' );
		const card = cardOf( page, HEADING );
		await card.getByText( text( 'reading-revisions' ) ).first().waitFor();
		const record = card.getByRole( 'button', { name: text( 'whole-record' ) } ).first();
		await record.focus();
		release();
		await card.getByText( text( 'reading-revisions' ) ).first().waitFor( { state: 'detached' } );
		expect( await holdsFocus( card ) ).toBe( true );
		expect( await hasFocus( record ) ).toBe( true );
	} );
} );

describe( 'its content', () => {
	test( 'who, in what role, what, what came of it, when, through whom, and which words', async () => {
		const page = await openRules();
		await openCard( page );
		await page.keyboard.press( 'Escape' );
		const card = await openCard( page, 'Quiet hours' );
		const item = card.locator( 'li' ).filter( { hasText: 'Fixed hours spare everybody a quarrel' } ).first();
		const content = await item.innerText();
		const date = ( iso: string ): string => new Intl.DateTimeFormat( 'en', { dateStyle: 'medium' } ).format( Date.parse( iso ) );
		for ( const part of [
			text( 'state-changed' ),
			'Professor Ottoline Marrow (invented)',
			'quarrels over hedges, and how they end',
			text( 'engagement-paid-hourly' ),
			'Fixed hours spare everybody a quarrel about manners.',
			text( 'outcome-adopted' ),
			date( '2024-05-11' ),
			text( 'given-on', date( '2024-05-03' ) ),
			'Linden Fable',
			text( 'channel-email' )
		] ) {
			expect( content ).toContain( part );
		}
		const inserted = await item.locator( 'ins' ).allInnerTexts();
		expect( inserted.join( ' ' ) ).toContain( 'nobody runs an engine' );
		expect( content ).toContain( text( 'inserted' ) );

		const diff = await item.getByRole( 'link', { name: text( 'diff' ) } ).getAttribute( 'href' );
		const answer = await page.context().request.get( `${ testWiki.url }${ diff }` );
		expect( answer.status() ).toBe( 200 );
		const difference = await answer.text();
		expect( difference ).toContain( 'diff-addedline' );
		expect( difference ).toContain( 'nobody runs an engine' );

		const discussion = await item.getByRole( 'link', { name: text( 'discussion' ) } ).getAttribute( 'href' );
		const talk = await page.context().request.get( new URL( discussion ?? '', testWiki.url ).href );
		expect( talk.status() ).toBe( 200 );
		expect( await talk.text() ).toContain( 'Talk:Lantern Orchard Rules' );
	} );

	test( 'words that were taken out, and advice without a public discussion', async () => {
		const page = await openRules();
		const card = await openCard( page, 'Tools & "keys"' );
		const item = card.locator( 'li' ).filter( { hasText: 'Nobody may keep what belongs to another' } ).first();
		expect( await item.locator( 'del' ).allInnerTexts() ).toEqual(
			[ expect.stringContaining( 'The committee may confiscate private tools found in the shed' ) ]
		);
		expect( await item.innerText() ).toContain( text( 'removed' ) );
		expect( await item.getByRole( 'link', { name: text( 'discussion' ) } ).count() ).toBe( 0 );
	} );

	test( 'what is withheld says so, with a reason and a date, and nothing of its content', async () => {
		const page = await openRules();
		const card = await openCard( page, 'Who these rules are for' );
		const item = card.locator( 'li' ).filter( { hasText: text( 'state-withheld' ) } ).first();
		const content = await item.innerText();
		expect( content ).toContain( text( 'reason-legal-privilege' ) );
		expect( content ).toContain( text( 'review-on', '2027' ) );
		expect( content ).toContain( 'Quill & Sedge' );
		expect( await item.locator( 'ins, del' ).allInnerTexts() ).toEqual( [] );
	} );

	test( '“Whole record” opens the panel at the item, and Escape leads back to the marker', async () => {
		const page = await openRules();
		const card = await openCard( page, 'Animals' );
		const item = card.locator( 'li' ).filter( { hasText: 'Six paces, doors towards the hedge' } ).first();
		await item.getByRole( 'button', { name: text( 'whole-record' ) } ).click();
		const panel = await waitForPanel( page );
		await panel.getByRole( 'heading', { name: 'How far from a path must a beehive stand?' } ).waitFor();
		expect( await card.count() ).toBe( 0 );
		await page.keyboard.press( 'Escape' );
		expect( await panel.count() ).toBe( 0 );
		expect( await hasFocus( markerOf( page, 'Animals' ) ) ).toBe( true );
	} );
} );
