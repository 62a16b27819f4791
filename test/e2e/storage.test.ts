/** A browser that keeps nothing: because there is no room, or because it is forbidden. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { RULES } from '../../demo/fictional-policy/names';
import { testWiki, visit, type Visit } from './browser';
import { openCard, openPanel, showView, waitForMarkers } from './gadget';
import { text, textPattern } from './texts';

/** Leaves no room for anything more, in both kinds of storage. */
async function fillStorage( { page, context }: Visit ): Promise<void> {
	const session = await context.newCDPSession( page );
	await session.send( 'Storage.overrideQuotaForOrigin', { origin: testWiki.url, quotaSize: 1 } );
	await page.evaluate( () => {
		for ( let size = 4 * 1024 * 1024; size >= 1; ) {
			try {
				localStorage.setItem( `full-${ size }-${ localStorage.length }`, 'x'.repeat( size ) );
			} catch {
				size = Math.floor( size / 2 );
			}
		}
	} );
}

/** As browsers behave where their user forbids a site to keep anything. */
function forbidStorage(): void {
	const refuse = (): never => {
		throw new DOMException( 'Access is denied for this document.', 'SecurityError' );
	};
	Object.defineProperty( window, 'localStorage', { get: refuse } );
	Object.defineProperty( window, 'sessionStorage', { get: refuse } );
	IDBFactory.prototype.open = refuse;
}

/** Does what is remembered elsewhere; nothing of it may fail. */
async function useEverything( page: Page ): Promise<void> {
	await waitForMarkers( page );
	const card = await openCard( page, 'Animals' );
	await card.getByLabel( text( 'cards-open' ) ).selectOption( { label: text( 'cards-open-click' ) } );
	await page.getByText( text( 'setting-not-kept' ) ).waitFor();
	await page.keyboard.press( 'Escape' );
	const panel = await openPanel( page );
	await showView( panel, 'overview' );
	await panel.getByText( text( 'panel-news-not-kept' ) ).waitFor();
	await panel.getByRole( 'button', { name: text( 'panel-words-follow' ) } ).click();
	await panel.getByText( text( 'panel-words-ready' ) ).last().waitFor();
	await page.keyboard.press( 'Escape' );
	await panel.waitFor( { state: 'detached' } );
	await page.getByRole( 'link', { name: text( 'tool-mark' ), exact: true } ).click();
	await page.getByText( textPattern( 'marks-count' ) ).waitFor();
}

test( 'where storage is full, everything works, and it is said what is not remembered', async () => {
	const opened = await visit( RULES );
	await fillStorage( opened );
	await opened.go( RULES );
	await useEverything( opened.page );
	expect( await opened.page.evaluate(
		() => Object.keys( localStorage ).filter( ( key ) => key.includes( 'advice-provenance' ) )
	) ).toEqual( [] );
} );

test( 'where storage is forbidden, likewise', async () => {
	const opened = await visit( RULES );
	await opened.page.addInitScript( forbidStorage );
	await opened.go( RULES );
	await useEverything( opened.page );
} );
