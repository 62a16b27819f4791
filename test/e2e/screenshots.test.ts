/** Pictures of the views, for people to look at: in `.local/screenshots/`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { expect, test } from 'vitest';
import { standInPages } from '../../demo/code-of-conduct/stand-in';
import { RULES } from '../../demo/fictional-policy/names';
import { root } from '../../build/root';
import { visit, type Skin } from './browser';
import { cardOf, markerOf, markers, openItem, openPanel, waitForMarkers } from './gadget';
import { text } from './texts';

const folder = join( root, '.local', 'screenshots' );
const phone: BrowserContextOptions = {
	viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true
};
const narrow: BrowserContextOptions = { viewport: { width: 320, height: 640 } };

interface View {
	name: string;
	skin: Skin;
	query?: Record<string, string>;
	context?: BrowserContextOptions;
	title?: string;
}

const views: View[] = [
	{ name: 'vector-2022', skin: 'vector-2022' },
	{ name: 'vector-2022-dark', skin: 'vector-2022', query: { vectornightmode: '1' } },
	{ name: 'vector', skin: 'vector' },
	{ name: 'monobook', skin: 'monobook' },
	{ name: 'timeless', skin: 'timeless' },
	{ name: 'minerva', skin: 'minerva' },
	{ name: 'minerva-phone', skin: 'minerva', context: phone },
	{ name: 'minerva-phone-dark', skin: 'minerva', context: phone, query: { minervanightmode: '1' } },
	{ name: 'vector-2022-320', skin: 'vector-2022', context: narrow },
	{ name: 'vector-2022-ar', skin: 'vector-2022', query: { uselang: 'ar' } },
	{ name: 'conduct', skin: 'vector-2022', title: standInPages()[ 0 ]?.title }
];

test.each( views )( '$name', async ( { name, skin, query, context, title = RULES } ) => {
	mkdirSync( folder, { recursive: true } );
	const { page } = await visit( title, { skin, query, context } );
	const shoot = async ( view: string ): Promise<void> => {
		const picture = await page.screenshot( { path: join( folder, `${ name }-${ view }.png` ) } );
		expect( picture.length ).toBeGreaterThan( 5000 );
	};
	await waitForMarkers( page );
	await page.waitForLoadState( 'load' );
	await shoot( '1-top' );
	await markers( page ).last().scrollIntoViewIfNeeded();
	await shoot( '2-markers' );
	const marker = title === RULES ? markerOf( page, 'Fires and lanterns' ) : markers( page ).nth( 1 );
	await marker.click();
	const card = title === RULES ? cardOf( page, 'Fires and lanterns' ) : page.locator( '.advice-provenance-card' );
	await card.waitFor();
	await card.getByText( text( 'reading-revisions' ) ).first().waitFor( { state: 'detached' } );
	await shoot( '3-card' );
	await page.keyboard.press( 'Escape' );
	const panel = await openPanel( page );
	await shoot( '4-panel' );
	const item = panel.locator( '[data-item]' );
	const key = title === RULES ? 'lo-03/lo-03.1' : await item.first().getAttribute( 'data-item' ) ?? '';
	await openItem( panel, key );
	await shoot( '5-record' );
} );
