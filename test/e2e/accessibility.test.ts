import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../demo/fictional-policy/names';
import { visit, type Skin } from './browser';
import { openCard, openItem, openPanel, showView, waitForMarkers } from './gadget';
import { text } from './texts';

const axeScript = readFileSync( createRequire( import.meta.url ).resolve( 'axe-core/axe.min.js' ), 'utf8' );

/** What the injected script offers. */
interface Axe {
	run( ...args: unknown[] ): Promise<AxeResults>;
}

/** What axe finds in the elements of the gadget that are on the page. */
async function violations( page: Page ): Promise<string[]> {
	const results = await page.evaluate( async () => {
		const own = [ '.advice-provenance-marker-row', '.advice-provenance-card', '.advice-provenance-panel' ]
			.filter( ( selector ) => document.querySelector( selector ) );
		const { axe } = window as unknown as { axe: Axe };
		return axe.run( { include: own.map( ( selector ) => [ selector ] ) }, {
			runOnly: [ 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice' ],
			// A card or a panel stands beside the page, not within one of its landmarks.
			rules: {
				region: { enabled: false },
				// Experimental in axe, and not on by itself.
				'label-content-name-mismatch': { enabled: true }
			},
			resultTypes: [ 'violations' ]
		} );
	} );
	return results.violations.flatMap( ( { id, nodes } ) => nodes.map(
		( node ) => `${ id }: ${ node.target.join( ' ' ) } ${ node.failureSummary ?? '' }`
	) );
}

const themes: [ Skin, string, Record<string, string> ][] = [
	[ 'vector-2022', 'light', {} ],
	[ 'vector-2022', 'dark', { vectornightmode: '1' } ],
	[ 'minerva', 'light', {} ],
	[ 'minerva', 'dark', { minervanightmode: '1' } ],
	[ 'vector', 'light', {} ],
	[ 'monobook', 'light', {} ],
	[ 'timeless', 'light', {} ]
];

describe.each( themes )( 'in %s, %s', ( skin, theme, query ) => {
	test( 'axe finds nothing wrong with markers, card, panel and record', async () => {
		const { page } = await visit( RULES, { skin, query } );
		await waitForMarkers( page );
		expect( await page.evaluate( () => document.documentElement.className.includes( 'skin-theme-clientpref-night' ) ) )
			.toBe( theme === 'dark' );
		await page.evaluate( axeScript );
		const found = [ ...await violations( page ) ];
		await openCard( page, 'Plots and paths' );
		found.push( ...await violations( page ) );
		await page.keyboard.press( 'Escape' );
		const panel = await openPanel( page );
		// What is hovered has colours of its own.
		await page.mouse.move( 1, 1 );
		found.push( ...await violations( page ) );
		for ( const view of [ 'timeline', 'open', 'report', 'overview' ] as const ) {
			await showView( panel, view );
			await page.mouse.move( 1, 1 );
			found.push( ...await violations( page ) );
		}
		await panel.getByRole( 'button', { name: text( 'panel-words-follow' ) } ).click();
		await panel.getByText( text( 'panel-words-ready' ) ).last().waitFor();
		await page.mouse.move( 1, 1 );
		found.push( ...await violations( page ) );
		await showView( panel, 'entries' );
		await openItem( panel, 'lo-03/lo-03.1' );
		await panel.getByText( text( 'panel-before-after' ) ).first().click();
		found.push( ...await violations( page ) );
		expect( found ).toEqual( [] );
	} );
} );

test( 'from right to left, axe finds nothing wrong with the views of the panel', async () => {
	const { page } = await visit( RULES, {
		skin: 'vector-2022', query: { uselang: 'ur', vectornightmode: '1' }
	} );
	await waitForMarkers( page );
	await page.evaluate( axeScript );
	await page.mouse.move( 1, 1 );
	// By its address, which is the same in every language.
	await page.evaluate( () => {
		location.hash = '#advice';
	} );
	const tabs = page.locator( '.advice-provenance-panel' ).getByRole( 'tab' );
	await tabs.first().waitFor();
	const found: string[] = [];
	for ( let i = 0; i < 4; i++ ) {
		await tabs.nth( i ).click();
		await page.mouse.move( 1, 1 );
		found.push( ...await violations( page ) );
	}
	expect( found ).toEqual( [] );
} );
