import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { RULES } from '../../demo/fictional-policy/names';
import { visit } from './browser';
import { markers, openCard, waitForMarkers } from './gadget';

function names( page: Page ): Promise<( string | null )[]> {
	return markers( page ).evaluateAll( ( all ) => all.map( ( marker ) => marker.textContent ) );
}

test( 'what was found in revisions is there at once at the next view', async () => {
	const opened = await visit( RULES );
	const { page } = opened;
	await waitForMarkers( page );
	const first = await names( page );
	await openCard( page );
	const complete = await names( page );
	expect( complete ).not.toEqual( first );
	expect( complete.length ).toBeGreaterThan( first.length );

	// The card has the words followed as well, which ends with the view.
	const address = page.url();
	await page.goto( 'about:blank' );
	opened.apiRequests.length = 0;
	await page.goto( address );
	await waitForMarkers( page );
	expect( await names( page ) ).toEqual( complete );
	await page.waitForLoadState( 'networkidle' );
	expect( opened.apiRequests ).toHaveLength( 1 );
} );

test( 'what another script left in the storage does no harm', async () => {
	const { page } = await visit( RULES );
	await waitForMarkers( page );
	const first = await names( page );
	await openCard( page );
	for ( const spoilt of [ '"text"', '[]', '{"lo-03/lo-03.1":{"changes":1,"touched":[null]}}', '{' ] ) {
		await page.evaluate( ( value ) => {
			for ( const key of Object.keys( localStorage ).filter( ( name ) => name.startsWith( 'advice-provenance-' ) ) ) {
				localStorage.setItem( key, value );
			}
		}, spoilt );
		await page.reload();
		await waitForMarkers( page );
		expect( await names( page ), spoilt ).toEqual( first );
	}
} );
