import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { untouchedSections } from '../../demo/fictional-policy/expectations';
import { histories } from '../../demo/fictional-policy/history';
import { logFor } from '../../demo/fictional-policy/log';
import { APPEALS, RULES } from '../../demo/fictional-policy/names';
import { LOG as CONDUCT_LOG, standInPages } from '../../demo/code-of-conduct/stand-in';
import { adviceState } from '../../src/account/advice-state';
import type { AdviceState } from '../../src/account/types';
import type { Advice, Entry } from '../../src/log/types';
import { addressOf, skins, visit, type VisitOptions } from './browser';
import {
	hasFocus, holdsFocus, itemButton, openItem, openPanel, RULES_ACCOUNT, showView, toolLink,
	waitForLoadedPart, waitForMarkers, waitForPanel
} from './gadget';
import { text, textPattern } from './texts';

const { entries } = logFor( Object.fromEntries(
	histories.flatMap( ( { revisions } ) => revisions.map( ( { revid } ) => [ revid, revid ] ) )
) );

interface Item {
	key: string;
	entry: Entry;
	advice: Advice | null;
}

const items = entries.flatMap( ( entry ): Item[] => entry.advice?.length ?
	entry.advice.map( ( advice ) => ( { key: `${ entry.id }/${ advice.id }`, entry, advice } ) ) :
	[ { key: entry.id, entry, advice: null } ] );

function stateOf( { entry, advice }: Item ): AdviceState {
	return adviceState( entry, advice );
}

function isBy( { advice }: Item, adviser: string ): boolean {
	return advice?.advisers?.includes( adviser ) === true;
}

function isOn( { entry }: Item, ...topics: string[] ): boolean {
	return ( entry.topics ?? [] ).some( ( topic ) => topics.includes( topic ) );
}

async function filterBy( panel: Locator, name: string, value: string ): Promise<void> {
	await panel.getByRole( 'combobox', { name: text( `panel-filter-${ name }` ), exact: true } )
		.selectOption( value );
}

function keysWhere( fits: ( item: Item ) => boolean ): string[] {
	return items.filter( fits ).map( ( { key } ) => key ).sort();
}

/** The items that the panel lists, each once. */
async function listedKeys( panel: Locator ): Promise<string[]> {
	const keys = await panel.locator( '[data-item]' ).evaluateAll(
		( all ) => all.map( ( button ) => button.getAttribute( 'data-item' ) ?? '' )
	);
	return [ ...new Set( keys ) ].sort();
}

const wide = { viewport: { width: 1400, height: 800 } };
const narrow = { viewport: { width: 320, height: 640 } };

async function openedPanel(
	options: VisitOptions = {}, title = RULES
): Promise<{ page: Page; panel: Locator }> {
	const { page } = await visit( title, options );
	await waitForMarkers( page );
	return { page, panel: await openPanel( page ) };
}

describe( 'it opens', () => {
	test.each( skins )( 'from the page tools of %s, and Escape leads back there', async ( skin ) => {
		const { page } = await visit( RULES, { skin } );
		await waitForMarkers( page );
		const link = await toolLink( page );
		await link.focus();
		await page.keyboard.press( 'Enter' );
		const panel = await waitForPanel( page );
		expect( await page.getByRole( 'dialog', { name: RULES_ACCOUNT } ).count() ).toBe( 1 );
		expect( await holdsFocus( panel ) ).toBe( true );
		await showView( panel, 'entries' );
		expect( await listedKeys( panel ) ).toEqual( keysWhere( () => true ) );
		await page.keyboard.press( 'Escape' );
		expect( await panel.count() ).toBe( 0 );
		// Where the menu has folded away meanwhile, on what opens it.
		expect( await page.evaluate( () => {
			const { activeElement: focused } = document;
			return focused !== document.body && focused?.getClientRects().length === 1 &&
				getComputedStyle( focused ).visibility === 'visible' &&
				focused.closest( '#p-tb, #vector-page-tools-dropdown, #page-actions-overflow' ) !== null;
		} ) ).toBe( true );
	} );

	test( 'for the starter log of the real case, with what is not recorded', async () => {
		const title = standInPages()[ 0 ]?.title ?? '';
		const { panel } = await openedPanel( {}, title );
		expect( ( await listedKeys( panel ) ).length ).toBeGreaterThanOrEqual( 14 );
		expect( await panel.getByText( text( 'state-not-recorded' ), { exact: true } ).count() ).toBeGreaterThan( 0 );
		expect( await panel.getByRole( 'link', { name: text( 'panel-footer-log' ) } ).getAttribute( 'href' ) )
			.toBe( new URL( addressOf( CONDUCT_LOG ) ).pathname );
	} );
} );

describe( 'it shows', () => {
	test( 'every section of today, also those without advice', async () => {
		const { panel } = await openedPanel();
		for ( const { page: title, heading } of untouchedSections() ) {
			const section = panel.locator( '.advice-provenance-panel__section' ).filter( {
				has: panel.page().locator( `[data-section=${ JSON.stringify( `${ title }#${ heading }#0` ) }]` )
			} );
			expect( await section.count(), heading ).toBe( 1 );
		}
		const empty = panel.locator( '.advice-provenance-panel__section--empty' );
		expect( await empty.count() ).toBeGreaterThan( 0 );
		expect( await empty.first().innerText() ).toContain( text( 'panel-section-no-advice' ) );
		expect( await panel.getByRole( 'heading', { name: RULES, exact: true } ).count() ).toBe( 1 );
		expect( await panel.getByRole( 'heading', { name: APPEALS, exact: true } ).count() ).toBe( 1 );
	} );

	test( 'what concerns the draft as a whole, the process, and what is not found today', async () => {
		const { panel } = await openedPanel();
		for ( const [ group, key ] of [
			[ 'panel-group-whole-draft', 'lo-25' ],
			[ 'panel-group-whole-draft', 'lo-01/lo-01.1' ],
			[ 'panel-group-process', 'lo-26/lo-26.1' ],
			[ 'panel-group-orphaned', 'lo-09/lo-09.1' ]
		] as const ) {
			const part = panel.locator( 'section' ).filter( {
				has: panel.page().getByRole( 'heading', { name: text( group ), exact: true } )
			} );
			expect( await part.locator( `[data-item="${ key }"]` ).count(), `${ group } ${ key }` ).toBe( 1 );
		}
		const silent = itemButton( panel, 'lo-25' ).locator( 'xpath=ancestor::li[1]' );
		expect( await silent.innerText() ).toContain( text( 'state-not-recorded' ) );
	} );

	test( 'the counts of all outcomes', async () => {
		const { panel } = await openedPanel();
		await showView( panel, 'overview' );
		const counts = new Map<string, number>();
		items.forEach( ( item ) => {
			const state = stateOf( item );
			counts.set( state, ( counts.get( state ) ?? 0 ) + 1 );
		} );
		for ( const [ state, count ] of counts ) {
			expect( await panel.getByRole( 'button', { name: text( `panel-count-${ state }`, count ), exact: true } ).count(), state ).toBe( 1 );
		}
		await panel.getByText( text( 'panel-total', entries.length, items.filter( ( { advice } ) => advice ).length ) ).waitFor();
	} );

	test( 'a record with everything that is on it', async () => {
		const { panel } = await openedPanel();
		const record = await openItem( panel, 'lo-03/lo-03.1' );
		const content = await record.innerText();
		for ( const part of [
			'Is it enough to ask people to keep the noise down, or do we need hours?',
			'Linden Fable',
			'The Tuesday diggers (an imaginary club)',
			'A sound meter could be borrowed for the first summer.',
			text( 'channel-email' ),
			text( 'interest-none' ),
			text( 'decided-talk-consensus' ),
			text( 'relation-quoted' ),
			text( 'basis-stated-in-summary' ),
			text( 'stance-confirms' ),
			'A meter cannot tell a wren from a rake, and nobody wants to be measured.'
		] ) {
			expect( content ).toContain( part );
		}
		expect( ( await record.locator( 'ins' ).allInnerTexts() ).join( ' ' ) ).toContain( 'nobody runs an engine' );
	} );

	test( 'one record from another that replaced it', async () => {
		const { panel } = await openedPanel();
		const record = await openItem( panel, 'lo-08/lo-08.1' );
		await record.getByRole( 'button', { name: /After a winter without rain/ } ).click();
		await record.waitFor();
		await panel.getByRole( 'button', { name: text( 'panel-back' ) } ).click();
		await panel.getByRole( 'button', { name: text( 'panel-back' ) } ).click();
		expect( await itemButton( panel, 'lo-08/lo-08.1' ).isVisible() ).toBe( true );
	} );

	test( 'a section of the page when its link is followed', async () => {
		const { page, panel } = await openedPanel( { context: wide } );
		await panel.locator( 'h4' ).getByRole( 'link', { name: 'Animals', exact: true } ).click();
		await expect.poll( () => page.locator( '#Animals' ).evaluate( ( node ) => {
			const { top } = node.getBoundingClientRect();
			return top >= -10 && top < innerHeight;
		} ) ).toBe( true );
	} );
} );

describe( 'it filters', () => {
	test( 'by outcome, adviser and topic, narrower topics included', async () => {
		const { panel } = await openedPanel();
		const outcome = ( { advice }: Item ): unknown => advice?.disposition?.outcome;
		for ( const [ name, value, fits ] of [
			[ 'outcome', 'state:declined', ( item ) => stateOf( item ) === 'declined' ],
			[ 'outcome', 'outcome:adopted-in-part', ( item ) => outcome( item ) === 'adopted-in-part' ],
			[ 'adviser', 'id:wrenfoot', ( item ) => isBy( item, 'wrenfoot' ) ],
			[ 'adviser', 'none', ( { advice } ) => !advice?.advisers?.length ],
			[ 'topic', 'id:fire', ( item ) => isOn( item, 'fire' ) ],
			[ 'topic', 'id:access', ( item ) => isOn( item, 'access', 'comfort' ) ]
		] as [ string, string, ( item: Item ) => boolean ][] ) {
			const expected = keysWhere( fits );
			expect( expected.length, value ).toBeGreaterThan( 0 );
			await filterBy( panel, name, value );
			await panel.getByRole( 'status' )
				.filter( { hasText: text( 'panel-filter-results', expected.length, items.length ) } )
				.waitFor();
			expect( await listedKeys( panel ), value ).toEqual( expected );
			await panel.getByRole( 'button', { name: text( 'panel-filter-reset' ) } ).click();
			expect( await listedKeys( panel ) ).toEqual( keysWhere( () => true ) );
		}
	} );

	test( 'by several at once, and by the counts', async () => {
		const { panel } = await openedPanel();
		await showView( panel, 'overview' );
		await panel.getByRole( 'button', { name: textPattern( 'panel-count-declined' ) } ).click();
		await filterBy( panel, 'adviser', 'id:marrow' );
		const expected = keysWhere( ( item ) => stateOf( item ) === 'declined' && isBy( item, 'marrow' ) );
		await panel.getByRole( 'status' ).filter( { hasText: text( 'panel-filter-results', expected.length, items.length ) } ).waitFor();
		expect( await listedKeys( panel ) ).toEqual( expected );
	} );
} );

describe( 'without a mouse, and in narrow windows', () => {
	test( 'a record is opened and left by keyboard alone', async () => {
		const { page, panel } = await openedPanel();
		const key = await panel.locator( '[data-item]' ).first().getAttribute( 'data-item' ) ?? '';
		for ( let i = 0; i < 60; i++ ) {
			await page.keyboard.press( 'Tab' );
			if ( await page.evaluate( () => document.activeElement?.hasAttribute( 'data-item' ) ) ) {
				break;
			}
		}
		expect( await hasFocus( itemButton( panel, key ) ) ).toBe( true );
		await page.keyboard.press( 'Enter' );
		const record = panel.locator( 'article' );
		await record.waitFor();
		expect( await holdsFocus( record ) ).toBe( true );
		await panel.getByRole( 'button', { name: text( 'panel-back' ) } ).focus();
		await page.keyboard.press( 'Space' );
		await itemButton( panel, key ).waitFor();
		expect( await hasFocus( itemButton( panel, key ) ) ).toBe( true );
	} );

	test.each( skins )( '%s at 320 pixels: nothing is cut off, and the page behind is not reached', async ( skin ) => {
		const { panel } = await openedPanel( { skin, context: narrow } );
		const overflow = (): Promise<string[]> => panel.evaluate( ( node ) => [ node, ...node.querySelectorAll( '*' ) ]
			.filter( ( element ) => {
				const { left, right, width } = element.getBoundingClientRect();
				// The row of tabs can be scrolled, and has buttons for it.
				return width > 0 && ( left < -1 || right > 321 ) && !element.closest( '[role="tablist"]' );
			} )
			.map( ( element ) => `${ element.tagName } ${ element.className }` ) );
		for ( const view of [ 'overview', 'timeline', 'open', 'report', 'entries' ] as const ) {
			await panel.getByRole( 'tab', { name: text( `panel-tab-${ view }` ), exact: true } ).focus();
			await panel.page().keyboard.press( 'Enter' );
			await panel.getByRole( 'tabpanel' ).waitFor();
			await waitForLoadedPart( panel );
			expect( await overflow(), view ).toEqual( [] );
		}
		await openItem( panel, 'lo-03/lo-03.1' );
		expect( await overflow() ).toEqual( [] );
		// The page that it covers cannot be reached, from either end.
		const page = panel.page();
		expect( await panel.getAttribute( 'aria-modal' ) ).toBe( 'true' );
		for ( const [ end, key ] of [ [ 'first', 'Shift+Tab' ], [ 'last', 'Tab' ] ] as const ) {
			await panel.locator( 'a[href], button' ).filter( { visible: true } )[ end ]().focus();
			for ( let i = 0; i < 4; i++ ) {
				await page.keyboard.press( key );
				expect( await page.evaluate( () => {
					const { activeElement: at } = document;
					return at === document.body || at?.closest( '.advice-provenance-panel' ) !== null;
				} ), key ).toBe( true );
			}
		}
		await panel.focus();
		await page.keyboard.press( 'Escape' );
		await panel.waitFor( { state: 'detached' } );
		expect( await page.locator( '[inert]' ).count() ).toBe( 0 );
		expect( await page.evaluate( () => {
			const { activeElement: at } = document;
			return at !== document.body && at?.getClientRects().length === 1;
		} ), 'the focus is back on the page' ).toBe( true );
	} );

	test( 'beside the page, Tab leads on to the page, and a sheet is left by a tap above it', async () => {
		const { page, panel } = await openedPanel( { context: { ...wide, hasTouch: true } } );
		expect( await panel.getAttribute( 'aria-modal' ) ).toBeNull();
		await panel.locator( 'a[href], button' ).first().focus();
		await page.keyboard.press( 'Shift+Tab' );
		await page.keyboard.press( 'Shift+Tab' );
		expect( await holdsFocus( panel ) ).toBe( false );
		await page.setViewportSize( narrow.viewport );
		await expect.poll( () => panel.getAttribute( 'aria-modal' ) ).toBe( 'true' );
		expect( await holdsFocus( panel ) ).toBe( true );
		await page.touchscreen.tap( 160, 10 );
		await panel.waitFor( { state: 'detached' } );
	} );
} );
