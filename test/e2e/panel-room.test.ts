/** Nothing of the page that can be reached is behind the panel. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../demo/fictional-policy/names';
import { root } from '../../build/root';
import { skins, visit, type Skin } from './browser';
import { nextFrame, openPanel, panelOf, toolLink, waitForMarkers } from './gadget';
import { text, textPattern } from './texts';

const SHOTS = join( root, '.local', 'screenshots' );

/** What the focus can be given on the page, and what of it is behind the panel then. */
function stopsOfPage( page: Page ): Promise<{ count: number; behind: string[] }> {
	return page.evaluate( () => {
		const panel = document.querySelector( '.advice-provenance-panel' );
		const stops = document.querySelectorAll<HTMLElement>(
			'a[href], button, input, select, textarea, summary, [tabindex]'
		);
		const behind: string[] = [];
		let count = 0;
		for ( const stop of stops ) {
			if ( !panel || panel.contains( stop ) || stop.tabIndex < 0 ) {
				continue;
			}
			stop.focus();
			if ( document.activeElement === stop ) {
				count++;
				const own = stop.getBoundingClientRect();
				const { left, right, top, bottom } = panel.getBoundingClientRect();
				const across = Math.min( own.right, right ) - Math.max( own.left, left );
				const down = Math.min( own.bottom, bottom ) - Math.max( own.top, top );
				if ( across > 1 && down > 1 ) {
					behind.push( `${ stop.tagName } ${ stop.id } ${ stop.innerText }` );
				}
			}
		}
		return { count, behind };
	} );
}

/** Whether the page can be scrolled sideways. */
function isTooWide( page: Page ): Promise<boolean> {
	return page.evaluate( () => (
		document.documentElement.scrollWidth > document.documentElement.clientWidth
	) );
}

async function shoot( page: Page, name: string ): Promise<void> {
	if ( process.env.SCREENSHOTS ) {
		// Markers look for room a moment later.
		await page.waitForTimeout( 300 );
		mkdirSync( SHOTS, { recursive: true } );
		await page.screenshot( { path: join( SHOTS, `room-${ name }.png` ) } );
	}
}

async function walkWidths( skin: Skin, uselang: string, user?: 'Reader' ): Promise<void> {
	const { page } = await visit( RULES, {
		skin,
		user,
		query: { uselang, withgadget: 'AdviceProvenance' },
		context: { viewport: { width: 1280, height: 800 } }
	} );
	await waitForMarkers( page );
	await page.evaluate( () => window.scrollTo( 0, 600 ) );
	// What is in it is not looked at.
	await ( await toolLink( page ) ).click();
	await panelOf( page ).waitFor();
	for ( const width of [ 1600, 1280, 1000, 720, 320 ] ) {
		await page.setViewportSize( { width, height: 800 } );
		await nextFrame( page );
		await shoot( page, `${ skin }-${ uselang }-${ user ?? 'out' }-${ width }` );
		const { count, behind } = await stopsOfPage( page );
		expect( behind, `${ width }` ).toEqual( [] );
		const isModal = await panelOf( page ).getAttribute( 'aria-modal' ) === 'true';
		expect( isModal, `${ width }` ).toBe( width < 1280 );
		expect( count > 0, `${ width }` ).toBe( !isModal );
		// Some skins are too wide for narrow windows by themselves.
		expect( !isModal && await isTooWide( page ), `${ width }` ).toBe( false );
	}
}

/**
 * In either direction; the wiki mirrors styles, so what the skins have only for who is logged in
 * is looked at in one of them.
 */
const readers: [ string, 'Reader'? ][] = [ [ 'en' ], [ 'ur', 'Reader' ] ];

describe.each( readers )( 'with an interface in %s', ( language, user ) => {
	test.each( skins )( 'no stop of the focus is behind the panel in %s', ( skin ) => (
		walkWidths( skin, language, user )
	) );
} );

test( 'the bar of marked words ends where the panel begins, or makes way for it', async () => {
	const { page } = await visit( RULES, { context: { viewport: { width: 1280, height: 800 } } } );
	await waitForMarkers( page );
	await page.getByRole( 'link', { name: text( 'tool-mark' ), exact: true } ).click();
	const bar = page.getByRole( 'region', { name: text( 'marks-title' ), exact: true } );
	await bar.getByText( textPattern( 'marks-count' ) ).waitFor();
	const panel = await openPanel( page );
	const [ barBox, panelBox ] = [ await bar.boundingBox(), await panel.boundingBox() ];
	expect( ( barBox?.x ?? 0 ) + ( barBox?.width ?? 0 ) ).toBeLessThanOrEqual( panelBox?.x ?? 0 );
	expect( ( await stopsOfPage( page ) ).behind ).toEqual( [] );
	await page.setViewportSize( { width: 1000, height: 800 } );
	await bar.waitFor( { state: 'hidden' } );
	await page.keyboard.press( 'Escape' );
	await bar.waitFor();
} );
