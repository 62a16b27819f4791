import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../demo/fictional-policy/names';
import { skins, visit } from './browser';
import { markerOf, openItem, openPanel, waitForMarkers } from './gadget';

/** Elements that reach over the edges of the window. */
function outside( node: Locator ): Promise<string[]> {
	return node.evaluate( ( root ) => [ root, ...root.querySelectorAll( '*' ) ].filter( ( element ) => {
		const { left, right, width } = element.getBoundingClientRect();
		return width > 0 && ( left < -1 || right > document.documentElement.clientWidth + 1 );
	} ).map( ( element ) => `${ element.tagName } ${ element.className }` ) );
}

// From right to left, and without translations, so that everything is found by its English text.
describe.each( [ 'ur', 'arc' ] )( 'with an interface in %s', ( language ) => {
	test.each( language === 'ur' ? skins : [ 'vector-2022' as const ] )( 'card and panel are mirrored in %s', async ( skin ) => {
		const { page } = await visit( RULES, { skin, query: { uselang: language } } );
		await waitForMarkers( page );
		const marker = page.locator( '.advice-provenance-marker' ).nth( 2 );
		// The page is English, but the marker says its words in the interface's direction.
		expect( await marker.evaluate( ( node ) => {
			const [ label = 0, ...parts ] = Array.from(
				node.querySelectorAll( '[class*="-marker-label"], [class*="-marker-part"]' ),
				( part ) => part.getBoundingClientRect().left
			);
			return parts.length > 0 && parts.every( ( part ) => label > part );
		} ), 'the label stands first, on the right' ).toBe( true );
		await marker.click();
		const card = page.locator( '.advice-provenance-card' );
		await card.waitFor();
		expect( await card.evaluate( ( node ) => getComputedStyle( node ).direction ) ).toBe( 'rtl' );
		expect( await outside( card ) ).toEqual( [] );
		const header = await card.evaluate( ( node ) => {
			const title = node.querySelector( '.advice-provenance-card-title' )?.getBoundingClientRect();
			const close = node.querySelector( '.advice-provenance-card-close' )?.getBoundingClientRect();
			return ( close?.left ?? 0 ) < ( title?.left ?? 0 );
		} );
		expect( header ).toBe( true );
		await page.keyboard.press( 'Escape' );

		const panel = await openPanel( page );
		expect( await panel.evaluate( ( node ) => getComputedStyle( node ).direction ) ).toBe( 'rtl' );
		const box = await panel.boundingBox();
		expect( box?.x, 'at the end of the line: on the left' ).toBeLessThan( 5 );
		expect( await outside( panel ) ).toEqual( [] );
		await openItem( panel, 'lo-03/lo-03.1' );
		expect( await outside( panel ) ).toEqual( [] );
		await page.keyboard.press( 'Escape' );
		expect( await markerOf( page, 'Animals' ).count() ).toBe( 1 );
	} );
} );

test( 'facts side by side are separated as the language of the interface does', async () => {
	const { page } = await visit( RULES, { query: { uselang: 'ar' } } );
	await waitForMarkers( page );
	await page.locator( '.advice-provenance-marker' ).nth( 2 ).click();
	const facts = page.locator( '.advice-provenance-card-facts li' ).first();
	await facts.waitFor();
	expect( await facts.textContent() ).toMatch( /^[^,]+، [^,]+$/ );
} );
