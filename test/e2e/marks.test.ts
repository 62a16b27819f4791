import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { APPEALS, RULES } from '../../demo/fictional-policy/names';
import { advisedPages } from './advised-words';
import { visit, wiki, type VisitOptions } from './browser';
import { hasFocus, markerOf, nextFrame, openCard, waitForMarkers, waitForPanel } from './gadget';
import { barOf, button, expectWords, markedTexts, NOTHING, styles } from './marked';
import { DEPLOYED } from './names';
import { text, textPattern } from './texts';

const axeScript = readFileSync( createRequire( import.meta.url ).resolve( 'axe-core/axe.min.js' ), 'utf8' );
/** What the injected script offers. */
interface Axe {
	run( ...args: unknown[] ): Promise<AxeResults>;
}

const advised = advisedPages();
const parsers = [ [ 'the old parser', {} ], [ 'Parsoid', { useparsoid: '1' } ] ] as const;

afterAll( () => wiki.restore( DEPLOYED ) );

/** Takes the CSS Custom Highlight API from the browser, as those have it that are older. */
async function withoutHighlights( page: Page ): Promise<void> {
	await page.addInitScript( () => {
		Object.defineProperty( window, 'Highlight', { value: undefined } );
		delete ( window as { Highlight?: unknown } ).Highlight;
	} );
}

/** Opens a page with its words marked. */
async function openMarked( title: string, options: VisitOptions = {} ): Promise<Page> {
	const { page } = await visit( title, options );
	await waitForMarkers( page );
	await switchOn( page );
	return page;
}

async function switchOn( page: Page ): Promise<void> {
	await page.getByRole( 'link', { name: text( 'tool-mark' ), exact: true } ).click();
	await barOf( page ).getByText( textPattern( 'marks-count' ) ).waitFor();
}

/** Markup of the page's text, without markers: those move when revisions become known. */
function markupOf( page: Page ): Promise<string> {
	return page.evaluate( () => {
		const copy = document.querySelector( '#mw-content-text' )?.cloneNode( true ) as Element;
		copy.querySelectorAll( '.advice-provenance-marker-row' ).forEach( ( row ) => row.remove() );
		return copy.innerHTML;
	} );
}

/** A point on the first line of a text of the page. */
async function pointOf( page: Page, part: string ): Promise<{ x: number; y: number }> {
	return page.evaluate( ( wanted ) => {
		const output = document.querySelector( '#mw-content-text .mw-parser-output' ) as Element;
		const walker = document.createTreeWalker( output, NodeFilter.SHOW_TEXT );
		while ( walker.nextNode() ) {
			const node = walker.currentNode as Text;
			const at = node.data.indexOf( wanted );
			if ( at !== -1 ) {
				const range = document.createRange();
				range.setStart( node, at );
				range.setEnd( node, at + wanted.length );
				window.scrollTo( 0, range.getBoundingClientRect().top + scrollY - 200 );
				const { left, top, width, height } = range.getClientRects()[ 0 ] as DOMRect;
				return { x: left + width / 2, y: top + height / 2 };
			}
		}
		throw new Error( `The page does not say "${ wanted }".` );
	}, part );
}

function wordsCard( page: Page ): Locator {
	return page.getByRole( 'dialog', { name: text( 'marks-card-title' ), exact: true } );
}

describe.each( parsers )( 'a page by %s', ( _parser, query ) => {
	test( 'has exactly the advised words marked, and its elements stay as they are', async () => {
		const { page } = await visit( RULES, { query } );
		await waitForMarkers( page );
		const before = await markupOf( page );
		await switchOn( page );
		const { highlights, elements } = await markedTexts( page );
		const { styled, removed } = advised.get( RULES )!;
		expectWords( highlights, styled );
		expectWords( elements, NOTHING );
		expect( await markupOf( page ) ).toBe( before );
		const total = styles.reduce( ( sum, style ) => sum + styled[ style ].length, 0 );
		expect( await barOf( page ).innerText() ).toContain( text( 'marks-count', total, '' ).split( ',' )[ 0 ] );
		expect( await barOf( page ).innerText() ).toContain( text( 'marks-words', styled.influenced.length ) );

		// What was removed, in its place, and out again.
		const box = barOf( page ).getByRole( 'checkbox' );
		await box.check();
		const shown = page.locator( '.mw-parser-output del.advice-provenance-word-removed' );
		const texts = ( await shown.allTextContents() )
			.map( ( one ) => one.replace( `${ text( 'marks-removed-before' ) } `, '' ) );
		expect( texts.sort() ).toEqual( removed.map( ( passage ) => passage.text ).sort() );
		expect( await shown.filter( { hasText: 'they are kept one barrow wide' } )
			.evaluate( ( { previousSibling, nextSibling } ) => [ previousSibling, nextSibling ]
				.map( ( beside ) => beside?.textContent ) ) )
			.toEqual( [
				expect.stringMatching( /Paths are for everyone;$/ ),
				expect.stringMatching( /^ wheelchairs and prams/ )
			] );
		expectWords( ( await markedTexts( page ) ).highlights, styled );
		expect( await markerOf( page, 'Tools & "keys"' ).count() ).toBe( 1 );
		// The bar is filled anew when the reader was led to a passage and leaves it.
		await button( page, 'marks-next' ).click();
		await page.keyboard.press( 'Escape' );
		expect( await box.isChecked() ).toBe( true );
		await box.uncheck();
		expect( await markupOf( page ) ).toBe( before );
		expectWords( ( await markedTexts( page ) ).highlights, styled );

		await button( page, 'marks-close' ).click();
		expect( await barOf( page ).count() ).toBe( 0 );
		expectWords( ( await markedTexts( page ) ).highlights, NOTHING );
		expect( await hasFocus( page.getByRole( 'link', { name: text( 'tool-mark' ), exact: true } ) ) ).toBe( true );
	} );

	test( 'is the same where the browser has no highlights: elements come and go', async () => {
		const { page, go } = await visit( APPEALS, { query } );
		await withoutHighlights( page );
		for ( const title of [ APPEALS, RULES ] ) {
			await go( title, query );
			await waitForMarkers( page );
			const before = await markupOf( page );
			await switchOn( page );
			const { styled } = advised.get( title )!;
			expectWords( ( await markedTexts( page ) ).elements, styled );
			const plain = await page.evaluate( () => document.querySelector( '.mw-parser-output' )?.textContent );
			const box = barOf( page ).getByRole( 'checkbox' );
			await box.check();
			expectWords( ( await markedTexts( page ) ).elements, styled );
			await box.uncheck();
			expect( await page.evaluate( () => document.querySelector( '.mw-parser-output' )?.textContent ) ).toBe( plain );
			// Drawn anew, as by an editor on the page.
			await page.evaluate( () => {
				const output = document.querySelector( '#mw-content-text' ) as HTMLElement;
				mw.hook( 'wikipage.content' ).fire( $( output ) );
			} );
			expectWords( ( await markedTexts( page ) ).elements, styled );
			await button( page, 'marks-close' ).click();
			expect( await markupOf( page ) ).toBe( before );
		}
	} );
} );

test( 'words open their card by hovering after a moment, and at once by a click', async () => {
	const page = await openMarked( RULES );
	const card = wordsCard( page );
	const point = await pointOf( page, 'A neighbour who asks' );
	await page.clock.install();
	await page.clock.pauseAt( Date.now() + 60_000 );
	await page.mouse.move( point.x, point.y );
	await page.clock.runFor( 400 );
	expect( await card.count(), 'not before half a second' ).toBe( 0 );
	await page.mouse.move( 5, 5 );
	await page.clock.runFor( 2000 );
	expect( await card.count(), 'crossing opens nothing' ).toBe( 0 );
	await page.mouse.move( point.x, point.y );
	await page.clock.runFor( 100 );
	await page.clock.runFor( 600 );
	expect( await card.isVisible() ).toBe( true );
	expect( await card.innerText() ).toContain( text( 'relation-quoted' ) );
	await page.mouse.move( 5, 5 );
	await page.clock.runFor( 100 );
	await page.clock.runFor( 1000 );
	expect( await card.count() ).toBe( 0 );
	await page.clock.resume();

	await page.mouse.click( point.x, point.y );
	await card.waitFor();
	const box = await card.boundingBox();
	expect( Math.abs( ( box?.y ?? 0 ) - point.y ), 'beside the words' ).toBeLessThan( 60 );
	await page.keyboard.press( 'Escape' );
	expect( await card.count() ).toBe( 0 );
	expect( await hasFocus( barOf( page ) ) ).toBe( true );

	// Selecting, words of nobody, and links have no card.
	await page.mouse.move( point.x, point.y );
	await page.mouse.down();
	await page.mouse.move( point.x + 60, point.y, { steps: 4 } );
	await page.mouse.up();
	expect( await page.evaluate( () => String( getSelection() ).length ) ).toBeGreaterThan( 2 );
	expect( await card.count() ).toBe( 0 );
	await page.evaluate( () => getSelection()?.removeAllRanges() );
	const other = await pointOf( page, 'lawns are not' );
	await page.mouse.click( other.x, other.y );
	await card.waitFor();
	const heading = await pointOf( page, 'Plots and paths' );
	await page.mouse.click( heading.x, heading.y );
	await card.waitFor( { state: 'detached' } );
} );

test( 'by keyboard: from a card to the words of its advice, through them, and back', async () => {
	const page = await openMarked( RULES );
	await button( page, 'marks-close' ).click();
	const card = await openCard( page, 'Water' );
	const { groupOf, groups } = advised.get( RULES )!;
	const own = groupOf.filter( ( group ) => groups[ group ]?.includes( 'lo-07.1#0' ) ).length;
	const goTo = button( card, 'go-to-words', own );
	await goTo.waitFor();
	await goTo.focus();
	await page.keyboard.press( 'Enter' );
	const bar = barOf( page );
	const status = bar.getByRole( 'status' );
	await bar.getByText( textPattern( 'marks-passage-of', 1 ) ).waitFor();
	expect( await status.innerText() ).toMatch( /Water early/ );
	expect( await hasFocus( button( bar, 'marks-next' ) ) ).toBe( true );
	const pointed = (): Promise<string[]> => page.evaluate(
		() => Array.from( CSS.highlights.get( 'advice-provenance-pointed' ) ?? [], String )
	);
	const [ first ] = await pointed();
	expect( await status.innerText() ).toContain( first );
	await expect.poll( async () => page.evaluate( () => {
		const [ range ] = Array.from( CSS.highlights.get( 'advice-provenance-pointed' ) ?? [] ) as Range[];
		const rect = range?.getBoundingClientRect();
		return rect !== undefined && rect.top > 0 && rect.bottom < innerHeight * 0.6;
	} ) ).toBe( true );
	await page.keyboard.press( 'Enter' );
	expect( await status.innerText() ).toMatch( textPattern( 'marks-passage-of', 2 ) );
	expect( await pointed() ).not.toEqual( [ first ] );
	// Previews fire the hook with what is on no page, editors with the page's own content: the
	// reader stays where they are.
	const told = await status.innerText();
	await page.evaluate( () => new Promise<void>( ( resolve ) => {
		let last = -1;
		const timer = setInterval( () => {
			if ( scrollY === last ) {
				clearInterval( timer );
				resolve();
			}
			last = scrollY;
		}, 100 );
	} ) );
	await page.evaluate( () => {
		scrollTo( { top: 0, behavior: 'instant' } );
		mw.hook( 'wikipage.content' ).fire( $( '<div>' ) );
		mw.hook( 'wikipage.content' ).fire( $( '#mw-content-text' ) );
	} );
	expect( await status.innerText() ).toBe( told );
	expect( await page.evaluate( () => scrollY ) ).toBe( 0 );
	expect( await hasFocus( button( bar, 'marks-next' ) ) ).toBe( true );
	await button( bar, 'marks-card' ).focus();
	await page.keyboard.press( 'Enter' );
	await wordsCard( page ).waitFor();
	await page.keyboard.press( 'Escape' );
	expect( await hasFocus( button( bar, 'marks-card' ) ) ).toBe( true );
	await button( bar, 'marks-all' ).focus();
	await page.keyboard.press( 'Enter' );
	expect( await status.innerText() ).toMatch( textPattern( 'marks-passage', 1 ) );
	await button( bar, 'marks-previous' ).focus();
	await page.keyboard.press( 'Enter' );
	const [ , at, of ] = /(\d+)\D+(\d+)/.exec( await status.innerText() ) ?? [];
	expect( at ).toBe( of );
	await page.keyboard.press( 'Escape' );
	expect( await hasFocus( markerOf( page, 'Water' ) ) ).toBe( true );
	expect( await pointed() ).toEqual( [] );
} );

test( 'readers choose how cards open, and can choose again', async () => {
	const { page, go } = await visit( RULES );
	await waitForMarkers( page );
	const card = await openCard( page, 'Animals' );
	await card.getByLabel( text( 'cards-open' ) ).selectOption( { label: text( 'cards-open-off' ) } );
	await page.keyboard.press( 'Escape' );
	await go( RULES );
	await waitForMarkers( page );
	await markerOf( page, 'Animals' ).click();
	const panel = await waitForPanel( page );
	expect( await page.locator( '.advice-provenance-card' ).count() ).toBe( 0 );
	await page.keyboard.press( 'Escape' );
	await panel.waitFor( { state: 'detached' } );
	await page.getByRole( 'link', { name: text( 'tool-cards' ), exact: true } ).click();
	expect( await page.getByRole( 'link', { name: text( 'tool-cards' ), exact: true } ).count() ).toBe( 0 );
	await markerOf( page, 'Animals' ).hover();
	await page.locator( '.advice-provenance-card' ).waitFor();
} );

test( 'why nothing is marked is said, with a way on', async () => {
	const { page, allowed } = await visit( APPEALS );
	const bar = barOf( page );
	const link = page.getByRole( 'link', { name: text( 'tool-mark' ), exact: true } );
	await waitForMarkers( page );
	// What the wiki does not answer can be asked again.
	allowed.push( /Failed to load resource|ERR_FAILED/ );
	await page.route( /api\.php/, ( route ) => route.abort() );
	await link.click();
	await button( bar, 'marks-again' ).waitFor();
	await page.unroute( /api\.php/ );
	await button( bar, 'marks-again' ).click();
	await bar.getByText( textPattern( 'marks-count' ) ).waitFor();
	const { text: wikitext, styled } = advised.get( APPEALS )!;
	expectWords( ( await markedTexts( page ) ).highlights, styled );

	// A stable version may be shown that is not the newest one.
	await button( bar, 'marks-close' ).click();
	await page.evaluate( () => mw.config.set( 'wgRevisionId', mw.config.get( 'wgCurRevisionId' ) - 1 ) );
	await link.click();
	await bar.getByText( text( 'marks-old' ) ).waitFor();
	expect( await bar.getByRole( 'link', { name: text( 'marks-newest' ) } ).getAttribute( 'href' ) )
		.toBe( '/wiki/Lantern_Orchard_Rules/Appeals' );
	expectWords( ( await markedTexts( page ) ).highlights, NOTHING );

	// Somebody edits the page while it is open.
	await page.reload();
	await waitForMarkers( page );
	await wiki.editPages( [ { title: APPEALS, text: `Nobody advised this.\n\n${ wikitext }` } ] );
	await link.click();
	await bar.getByText( text( 'marks-changed' ) ).waitFor();
	expectWords( ( await markedTexts( page ) ).highlights, NOTHING );
	await button( bar, 'marks-reload' ).click();
	await page.getByText( 'Nobody advised this.' ).waitFor();
	await waitForMarkers( page );
	await switchOn( page );
	expectWords( ( await markedTexts( page ) ).highlights, styled );
} );

describe.each( [
	[ 'vector-2022', {}, {} ],
	[ 'vector-2022', { vectornightmode: '1' }, {} ],
	[ 'minerva', {}, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } ],
	[ 'vector-2022', { uselang: 'ur' }, {} ]
] as const )( 'in %s %j', ( skin, query, context ) => {
	test( 'the bar stands within the window, and axe finds nothing wrong with it', async () => {
		const { page } = await visit( RULES, { skin, query, context } );
		await waitForMarkers( page );
		// Not by the tools, which each skin folds away in its own way: by a card.
		await page.locator( '.advice-provenance-marker' ).nth( 2 ).click();
		await page.locator( '.advice-provenance-card-foot button' ).click();
		const bar = page.locator( '.advice-provenance-marks-bar' );
		await bar.locator( '.advice-provenance-marks-legend' ).waitFor( { state: 'attached' } );
		const folder = process.env.MARKS_PICTURES;
		const name = `${ skin }-${ Object.keys( query ).join( '' ) || 'light' }`;
		await nextFrame( page );
		if ( folder ) {
			await page.screenshot( { path: `${ folder }/${ name }-on.png` } );
		}
		const next = bar.locator( '.advice-provenance-marks-ways button' ).nth( 1 );
		await next.click();
		const wrong = await bar.locator( 'button:visible, summary:visible, label:visible, select:visible' )
			.evaluateAll( ( nodes ) => nodes.filter( ( node ) => {
				const { left, right, height } = node.getBoundingClientRect();
				return left < 0 || right > document.documentElement.clientWidth || height < 24;
			} ).map( ( node ) => node.textContent ) );
		expect( wrong, 'outside of the window, or too low to be hit' ).toEqual( [] );
		const more = bar.locator( 'details' );
		if ( !await more.evaluate( ( node ) => ( node as HTMLDetailsElement ).open ) ) {
			await more.locator( 'summary' ).click();
		}
		await bar.getByRole( 'checkbox' ).check();
		await page.evaluate( axeScript );
		const found = await page.evaluate( async () => {
			const { axe } = window as unknown as { axe: Axe };
			const { violations } = await axe.run(
				{ include: [ [ '.advice-provenance-marks-bar' ], [ '.mw-parser-output del' ] ] },
				{
					runOnly: [ 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice' ],
					resultTypes: [ 'violations' ]
				}
			);
			return violations.flatMap( ( { id, nodes } ) => nodes.map(
				( { target, failureSummary = '' } ) => `${ id }: ${ target.join( ' ' ) } ${ failureSummary }`
			) );
		} );
		expect( found ).toEqual( [] );
		if ( folder ) {
			await bar.locator( '.advice-provenance-marks-ways button' ).nth( 2 ).click();
			await page.screenshot( { path: `${ folder }/${ name }-passage.png` } );
			await page.keyboard.press( 'Escape' );
			await page.screenshot( { path: `${ folder }/${ name }-removed.png` } );
		}
	} );
} );
