/** Readers who choose their own colours, want nothing to move, or touch the page. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { RULES } from '../../demo/fictional-policy/names';
import { visit } from './browser';
import { nextFrame, openCard, openPanel, showView, waitForMarkers } from './gadget';
import { text, textPattern } from './texts';

type Look = Record<'decoration' | 'line' | 'background' | 'border', string>;

/** How an element looks, as far as it matters where colours are forced. */
function lookOf( element: Locator ): Promise<Look> {
	return element.evaluate( ( node ) => {
		const style = getComputedStyle( node );
		return {
			decoration: style.textDecorationStyle,
			line: style.textDecorationLine,
			background: style.backgroundColor,
			border: `${ style.borderBottomWidth } ${ style.borderBottomStyle }`
		};
	} );
}

function barOf( page: Page ): Locator {
	return page.getByRole( 'region', { name: text( 'marks-title' ), exact: true } );
}

test( 'with forced colours and without motion, everything is told apart', async () => {
	const { page } = await visit( RULES, {
		context: { forcedColors: 'active', reducedMotion: 'reduce' }
	} );
	await waitForMarkers( page );
	const first = page.locator( '.advice-provenance-marker' ).first();
	expect( ( await lookOf( first ) ).border ).toBe( '1px solid' );
	const signs = await page.locator( '.advice-provenance-marker .advice-provenance-icon' )
		.evaluateAll( ( icons ) => icons.map( ( icon ) => [
			icon.parentElement?.className ?? '', icon.innerHTML
		] as const ) );
	// A sign of its own for each state, and one state for each sign.
	const states = new Map( signs.map( ( [ state, sign ] ) => [ sign, state ] ) );
	expect( new Map( signs ).size ).toBe( states.size );

	const card = await openCard( page, 'Plots and paths' );
	expect( ( await lookOf( card ) ).border ).toBe( '1px solid' );
	expect( ( await lookOf( card.locator( 'del' ).first() ) ).line ).toBe( 'line-through' );
	await card.getByRole( 'button', { name: text( 'tool-mark' ) } ).click();
	await barOf( page ).getByText( textPattern( 'marks-count' ) ).waitFor();
	const decorations = new Set<string>();
	const plain = ( await lookOf( page.locator( 'body' ) ) ).background;
	for ( const style of [ 'quoted', 'derived', 'influenced' ] ) {
		const look = await lookOf( page.locator( `.mw-parser-output .advice-provenance-word-${ style }` ).first() );
		expect( look.line ).toBe( 'underline' );
		expect( look.background ).toBe( plain );
		decorations.add( look.decoration );
	}
	expect( decorations.size ).toBe( 3 );

	// Far down, and there at once.
	await barOf( page ).getByRole( 'button', { name: text( 'marks-previous' ) } ).click();
	await nextFrame( page );
	const pointed = page.locator( '.advice-provenance-word-pointed' ).first();
	const at = await pointed.boundingBox();
	await page.waitForTimeout( 300 );
	expect( at ).toEqual( await pointed.boundingBox() );
	expect( at?.y ).toBeGreaterThan( 0 );
	expect( at?.y ).toBeLessThan( 900 );
	expect( ( await lookOf( pointed ) ).background ).not.toBe( plain );
	await barOf( page ).getByRole( 'button', { name: text( 'marks-close' ) } ).click();

	const panel = await openPanel( page );
	await showView( panel, 'timeline' );
	const tabs = panel.getByRole( 'tab' );
	const other = await lookOf( tabs.nth( 0 ) );
	expect( ( await lookOf( tabs.nth( 2 ) ) ).border ).not.toBe( other.border );
	const marks = await panel.locator( '.advice-provenance-panel__mark' )
		.evaluateAll( ( shapes ) => shapes.map( ( shape ) => getComputedStyle( shape ).stroke ) );
	expect( marks.length ).toBeGreaterThan( 10 );
	expect( marks.filter( ( stroke ) => stroke === 'none' ) ).toEqual( [] );
} );

test( 'a tap on marked words opens their card, and a tap beside it closes it', async () => {
	const { page } = await visit( RULES, {
		skin: 'minerva', context: { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true }
	} );
	await waitForMarkers( page );
	await page.locator( '.advice-provenance-marker' ).nth( 2 ).tap();
	await page.locator( '.advice-provenance-card-foot button' ).tap();
	await barOf( page ).getByText( textPattern( 'marks-count' ) ).waitFor();
	const point = await page.evaluate( () => {
		const [ range ] = Array.from( CSS.highlights.get( 'advice-provenance-derived' ) ?? [] ) as Range[];
		range?.startContainer.parentElement?.scrollIntoView( { block: 'center' } );
		const { left, top, height } = ( range as Range ).getClientRects()[ 0 ] as DOMRect;
		return { x: left + 10, y: top + height / 2 };
	} );
	const card = page.getByRole( 'dialog', { name: text( 'marks-card-title' ), exact: true } );
	await page.touchscreen.tap( point.x, point.y );
	await card.waitFor();
	expect( await card.innerText() ).toContain( text( 'relation-derived' ) );
	// On a small window it is at the bottom, above the bar.
	const box = await card.boundingBox();
	expect( Math.round( ( box?.y ?? 0 ) + ( box?.height ?? 0 ) ) ).toBe( 800 );
	await page.touchscreen.tap( 200, 40 );
	await card.waitFor( { state: 'detached' } );
	expect( await barOf( page ).isVisible() ).toBe( true );

	// Folded away as MobileFrontend folds sections, whose own script unfolds them when asked to.
	await page.evaluate( () => {
		for ( const paragraph of document.querySelectorAll( '.mw-parser-output p' ) ) {
			paragraph.setAttribute( 'hidden', 'until-found' );
			paragraph.addEventListener( 'beforematch', () => paragraph.removeAttribute( 'hidden' ) );
		}
	} );
	await barOf( page ).getByRole( 'button', { name: text( 'marks-next' ) } ).tap();
	await expect.poll( () => page.evaluate( () => {
		const [ range ] = Array.from( CSS.highlights.get( 'advice-provenance-pointed' ) ?? [] ) as Range[];
		const { top = -1, height = 0 } = range?.getClientRects()[ 0 ] ?? {};
		return height > 0 && top > 0 && top < innerHeight * 0.6;
	} ) ).toBe( true );
} );
