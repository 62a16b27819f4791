/** The gadget as a reader meets it: its markers, cards and panel on a page that is open. */
import type { Locator, Page } from 'playwright-core';
import { escapePattern, text } from './texts';

/** How the title of the draft's account is found: it names the panel. */
export const RULES_ACCOUNT = 'Advice log: Lantern Orchard Rules (a made-up policy)';

export function markers( page: Page ): Locator {
	return page.locator( '.advice-provenance-marker' );
}

/** The marker of a section; of the page as a whole without a heading. */
export function markerOf( page: Page, heading?: string ): Locator {
	const title = heading === undefined ? text( 'card-title-draft' ) : text( 'card-title', heading );
	return page.getByRole( 'button', {
		// eslint-disable-next-line security/detect-non-literal-regexp -- texts of our own
		name: new RegExp( `${ escapePattern( title ) }$` )
	} );
}

/** Waits until the gadget has drawn its markers. */
export async function waitForMarkers( page: Page ): Promise<void> {
	await markers( page ).first().waitFor();
}

/** The card of a section; of the page as a whole without a heading. */
export function cardOf( page: Page, heading?: string ): Locator {
	return page.getByRole( 'dialog', {
		name: heading === undefined ? text( 'card-title-draft' ) : text( 'card-title', heading ),
		exact: true
	} );
}

/** Opens a section's card by a click, and waits until the cited revisions were read. */
export async function openCard( page: Page, heading?: string ): Promise<Locator> {
	await markerOf( page, heading ).click();
	const card = cardOf( page, heading );
	await card.waitFor();
	await card.getByText( text( 'reading-revisions' ) ).first().waitFor( { state: 'detached' } );
	return card;
}

/** The panel, whatever its title. */
export function panelOf( page: Page ): Locator {
	return page.locator( '.advice-provenance-panel' );
}

/** Waits until an open panel has read the cited revisions. */
export async function waitForPanel( page: Page ): Promise<Locator> {
	const panel = panelOf( page );
	await panel.waitFor();
	await panel.getByText( text( 'panel-reading' ) ).waitFor( { state: 'detached' } );
	return panel;
}

/** What opens the page tools where they are folded away. */
const menus = [
	// Vector 2022
	'#vector-page-tools-dropdown-checkbox',
	// Minerva
	'#page-actions-overflow-toggle',
	// Timeless in narrow windows
	'#site-tools h2',
	// MonoBook in narrow windows, where the tools wait outside of the window
	'#ca-tools a'
];

/** The link among the page tools, with the menu opened in which it may stand. */
export async function toolLink( page: Page ): Promise<Locator> {
	const link = page.getByRole( 'link', { name: text( 'tool-link' ), exact: true } );
	await page.locator( '#t-advice-provenance' ).waitFor( { state: 'attached' } );
	for ( const menu of menus ) {
		const opener = page.locator( menu ).first();
		const isFolded = !await link.isVisible() || menu === '#ca-tools a';
		if ( isFolded && await opener.isVisible() ) {
			await opener.click();
		}
	}
	return link;
}

export type PanelView = 'overview' | 'entries' | 'timeline' | 'open' | 'report';

/** Waits for a view that comes with a script of its own. */
export function waitForLoadedPart( panel: Locator ): Promise<void> {
	return panel.locator( '.advice-provenance-panel__loaded > .cdx-progress-bar' ).waitFor( { state: 'detached' } );
}

/** Opens a view of the panel. */
export async function showView( panel: Locator, view: PanelView ): Promise<void> {
	await panel.getByRole( 'tab', { name: text( `panel-tab-${ view }` ), exact: true } ).click();
	await waitForLoadedPart( panel );
}

/** Opens the panel from the page tools, with all entries where there are any. */
export async function openPanel( page: Page ): Promise<Locator> {
	await ( await toolLink( page ) ).click();
	const panel = await waitForPanel( page );
	if ( await panel.getByRole( 'tab' ).count() ) {
		await showView( panel, 'entries' );
	}
	return panel;
}

/** The button that opens an item's record. */
export function itemButton( panel: Locator, key: string ): Locator {
	return panel.locator( `[data-item=${ JSON.stringify( key ) }]` ).first();
}

/** Opens an item's record from the list. */
export async function openItem( panel: Locator, key: string ): Promise<Locator> {
	await itemButton( panel, key ).click();
	const record = panel.locator( 'article' );
	await record.waitFor();
	return record;
}

/** Whether an element has the focus. */
export function hasFocus( element: Locator ): Promise<boolean> {
	return element.evaluate( ( node ) => node === document.activeElement );
}

/** Whether the focus is on an element or within it. */
export function holdsFocus( element: Locator ): Promise<boolean> {
	return element.evaluate( ( node ) => node.contains( document.activeElement ) );
}

/** Waits until the page has drawn what there is to draw. */
export async function nextFrame( page: Page ): Promise<void> {
	await page.evaluate( () => new Promise( ( resolve ) => {
		requestAnimationFrame( () => requestAnimationFrame( resolve ) );
	} ) );
}
