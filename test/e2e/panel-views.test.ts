import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../demo/fictional-policy/names';
import { visit } from './browser';
import {
	hasFocus, holdsFocus, itemButton, openItem, openPanel, showView, toolLink, waitForMarkers,
	waitForPanel
} from './gadget';
import { text, textPattern } from './texts';

const API = /\/w\/api\.php/;
const ITEM = 'lo-03/lo-03.1';

function hashOf( page: Page ): Promise<string> {
	return page.evaluate( () => location.hash );
}

function button( within: Locator, key: string, ...params: ( string | number )[] ): Locator {
	return within.getByRole( 'button', { name: textPattern( key, ...params ) } );
}

/** Presses a key until something holds; fails after as many times as no reader would do. */
async function pressUntil( page: Page, key: string, holds: () => Promise<boolean> ): Promise<void> {
	for ( let i = 0; i < 80 && !await holds(); i++ ) {
		await page.keyboard.press( key );
	}
	expect( await holds() ).toBe( true );
}

test( 'words are followed on request: stopped, failed, tried again, and told everywhere', async () => {
	const opened = await visit( RULES );
	const { page } = opened;
	await waitForMarkers( page );
	const panel = await openPanel( page );
	await showView( panel, 'overview' );
	const requests = opened.apiRequests.length;
	await showView( panel, 'timeline' );
	await showView( panel, 'open' );
	await showView( panel, 'overview' );
	expect( opened.apiRequests, 'nothing is read before somebody asks' ).toHaveLength( requests );

	let release = (): void => undefined;
	const released = new Promise<void>( ( resolve ) => {
		release = resolve;
	} );
	await page.route( API, async ( route ) => {
		await released;
		await route.abort( 'failed' ).catch( () => undefined );
	} );
	await button( panel, 'panel-words-follow' ).click();
	const stop = button( panel, 'survival-stop' );
	await stop.waitFor();
	expect( await hasFocus( stop ) ).toBe( true );
	expect( await panel.locator( '.cdx-progress-bar:visible' ).count() ).toBe( 1 );
	await page.keyboard.press( 'Enter' );
	await panel.getByText( text( 'panel-words-stopped' ) ).waitFor();
	expect( await hasFocus( button( panel, 'panel-words-follow' ) ) ).toBe( true );

	opened.allowed.push( /^Failed to load resource/ );
	release();
	await page.keyboard.press( 'Enter' );
	await panel.getByText( text( 'survival-failed' ) ).waitFor();
	await page.unroute( API );
	await button( panel, 'panel-retry' ).click();

	await panel.getByText( text( 'panel-shares-whole' ) ).waitFor();
	const shares = await panel.getByRole( 'region', { name: text( 'panel-shares' ) } ).innerText();
	expect( shares ).toMatch( /Professor Ottoline Marrow \(invented\) \d+ words/ );
	expect( shares ).toContain( text( 'panel-share-not-recorded' ) );
	expect( shares ).toContain( text( 'panel-share-none' ) );
	await panel.getByText( text( 'panel-how' ) ).click();
	await panel.getByText( textPattern( 'panel-how-revisions' ) ).waitFor();

	await showView( panel, 'timeline' );
	const strips = panel.getByRole( 'tabpanel' ).getByRole( 'img' );
	await panel.getByRole( 'img', { name: textPattern( 'panel-timeline-edits' ) } ).waitFor();
	expect( await strips.count() ).toBeGreaterThan( 20 );
	await panel.getByText( text( 'panel-timeline-list' ) ).click();
	await panel.locator( 'ol' ).getByText( /19 of 33 words/ ).first().waitFor();
	await showView( panel, 'open' );
	await panel.getByText( textPattern( 'panel-open-lost' ) ).waitFor();

	await showView( panel, 'entries' );
	const record = await openItem( panel, ITEM );
	await record.getByText( text( 'survival-standing', 19, 33 ) ).waitFor();
	await record.getByText( text( 'panel-before-after' ) ).first().press( 'Enter' );
	const difference = record.getByRole( 'group', { name: text( 'panel-before-after' ) } );
	expect( await difference.locator( 'ins' ).innerText() ).toContain( 'nobody runs an engine' );
	expect( await difference.innerText() ).not.toContain( '==' );
} );

describe( 'the address', () => {
	test( 'follows what is open, opens it again, and leads from one record to the next', async () => {
		const opened = await visit( RULES );
		const { page } = opened;
		await waitForMarkers( page );
		const panel = await openPanel( page );
		expect( await hashOf( page ) ).toBe( '#advice' );
		await openItem( panel, ITEM );
		expect( await hashOf( page ) ).toBe( '#advice/lo-03%2Flo-03.1' );
		// An address that asks for the panel asks for what the panel needs.
		opened.allowed.push( /more than one request to the API before any action/ );
		await page.reload();
		const record = panel.locator( 'article' );
		await record.waitFor();
		expect( await holdsFocus( record ) ).toBe( true );
		expect( await record.getByRole( 'heading', { level: 3 } ).innerText() )
			.toBe( 'Is it enough to ask people to keep the noise down, or do we need hours?' );
		await page.evaluate( () => {
			location.hash = '#advice/lo-25';
		} );
		await expect.poll( () => record.getAttribute( 'aria-labelledby' ) ).not.toBeNull();
		await expect.poll( () => hashOf( page ) ).toBe( '#advice/lo-25' );
		await page.keyboard.press( 'Escape' );
		expect( await panel.count() ).toBe( 0 );
		expect( await hashOf( page ) ).toBe( '' );
		await page.evaluate( () => {
			location.hash = '#advice/no-such-entry';
		} );
		await panel.getByText( text( 'panel-no-such-record' ) ).waitFor();
		expect( await record.count() ).toBe( 0 );
	} );
} );

test( 'by keyboard alone: who has what is open, its record, and back to the page', async () => {
	const { page } = await visit( RULES );
	await waitForMarkers( page );
	const link = await toolLink( page );
	await link.focus();
	await page.keyboard.press( 'Enter' );
	const panel = await waitForPanel( page );
	const tab = panel.getByRole( 'tab', { name: text( 'panel-tab-overview' ), exact: true } );
	await pressUntil( page, 'Tab', () => hasFocus( tab ) );
	for ( let i = 0; i < 3; i++ ) {
		await page.keyboard.press( 'ArrowRight' );
	}
	const view = panel.getByRole( 'tabpanel', { name: text( 'panel-tab-open' ) } );
	await view.waitFor();
	const first = view.locator( '[data-item]' ).first();
	await pressUntil( page, 'Tab', () => hasFocus( first ) );
	const row = first.locator( 'xpath=ancestor::li[1]' );
	expect( await row.innerText() ).toContain( text( 'panel-labelled', text( 'panel-field-requested-by' ), '' ) );
	await page.keyboard.press( 'Enter' );
	const record = panel.locator( 'article' );
	await record.waitFor();
	expect( await holdsFocus( record ) ).toBe( true );
	const back = panel.getByRole( 'button', { name: text( 'panel-back' ), exact: true } );
	await pressUntil( page, 'Shift+Tab', () => hasFocus( back ) );
	await page.keyboard.press( 'Enter' );
	expect( await hasFocus( first ) ).toBe( true );
	await page.keyboard.press( 'Escape' );
	expect( await hasFocus( link ) ).toBe( true );
} );

test( 'what is new since the last visit, and the view that was left', async () => {
	const opened = await visit( RULES );
	const { page } = opened;
	await waitForMarkers( page );
	const panel = await openPanel( page );
	await showView( panel, 'overview' );
	await panel.getByText( text( 'panel-news-first' ) ).waitFor();
	await showView( panel, 'open' );
	await page.keyboard.press( 'Escape' );
	// As if it had been last year, when one record was not there and another one still waited.
	await page.evaluate( ( key ) => {
		const name = Object.keys( localStorage ).find( ( one ) => one.endsWith( '#visits' ) ) ?? '';
		const visits = JSON.parse( localStorage.getItem( name ) ?? '' ) as
			{ last: { on: number; states: Record<string, string> } };
		visits.last.on -= 365 * 24 * 3600 * 1000;
		delete visits.last.states[ key ];
		visits.last.states[ 'lo-08/lo-08.1' ] = 'pending';
		localStorage.setItem( name, JSON.stringify( visits ) );
	}, ITEM );
	await opened.go( RULES );
	await waitForMarkers( page );
	await ( await toolLink( page ) ).click();
	await waitForPanel( page );
	expect( await panel.getByRole( 'tab', { selected: true } ).innerText() )
		.toBe( text( 'panel-tab-open' ) );
	await showView( panel, 'overview' );
	const news = panel.locator( 'details' ).first();
	expect( await news.locator( 'summary' ).innerText() ).toMatch( textPattern( 'panel-news' ) );
	expect( await news.getByRole( 'listitem' ).count() ).toBe( 2 );
	await news.getByText( text( 'panel-news-new', text( 'state-changed' ) ) ).waitFor();
	await news.getByText( text( 'panel-news-state', text( 'state-pending' ), text( 'state-superseded' ) ) ).waitFor();
} );

test( 'entries are searched, and grouped in every way', async () => {
	const { page } = await visit( RULES );
	await waitForMarkers( page );
	const panel = await openPanel( page );
	const headings = panel.getByRole( 'tabpanel' ).getByRole( 'heading', { level: 3 } );
	for ( const [ grouping, name ] of [
		[ 'topic', /./ ], [ 'adviser', /Professor Ottoline Marrow/ ], [ 'outcome', textPattern( 'state-declined' ) ]
	] as const ) {
		await panel.getByRole( 'combobox', { name: text( 'panel-grouping' ) } ).selectOption( grouping );
		await headings.filter( { hasText: name } ).first().waitFor();
	}
	await panel.getByRole( 'searchbox', { name: text( 'panel-filter-search' ) } ).fill( 'sound METER' );
	await panel.getByRole( 'status' ).filter( { hasText: textPattern( 'panel-filter-results', 1 ) } ).waitFor();
	expect( await itemButton( panel, 'lo-03/lo-03.2' ).isVisible() ).toBe( true );
} );
