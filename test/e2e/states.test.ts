import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { RULES } from '../../demo/fictional-policy/names';
import { visit } from './browser';
import { markerOf, openCard, openPanel, waitForMarkers } from './gadget';
import { text } from './texts';

const states = [ 'changed', 'adopted', 'checked', 'declined', 'pending', 'withheld', 'superseded', 'set-aside', 'not-recorded' ];

/** The drawing of the first icon in each of some elements. */
function drawings( elements: Locator ): Promise<string[]> {
	return elements.evaluateAll( ( all ) => all.map( ( element ) => (
		element.querySelector( 'svg' )?.innerHTML.replace( /\s*xmlns="[^"]*"/g, '' ) ?? ''
	) ) );
}

test( 'states are told apart by their signs and by their words', async () => {
	const { page } = await visit( RULES );
	await waitForMarkers( page );
	await openCard( page );
	await page.keyboard.press( 'Escape' );
	const signs: string[] = [];
	const words: string[] = [];
	for ( const state of states ) {
		const parts = page.locator( `.advice-provenance-marker-part.advice-provenance-state-${ state }` );
		const own = new Set( await drawings( parts ) );
		expect( own.size, state ).toBe( 1 );
		signs.push( ...own );
		const told = await parts.first().locator( '.advice-provenance-marker-word' ).textContent();
		words.push( ( told ?? '' ).replace( /\d+/g, '' ).trim() );
	}
	expect( signs.every( ( sign ) => sign.length > 10 ) ).toBe( true );
	expect( new Set( signs ).size ).toBe( states.length );
	expect( words.every( ( word ) => word.length > 3 ) ).toBe( true );
	expect( new Set( words ).size ).toBe( states.length );

	const panel = await openPanel( page );
	const badges = states.map( ( state ) => panel.getByText( text( `state-${ state }` ), { exact: true } ).first() );
	const drawn = await Promise.all( badges.map( ( badge ) => drawings( badge ) ) );
	expect( new Set( drawn.flat() ).size ).toBe( states.length );
} );

test( 'a marker names what it stands for, and its signs stay silent', async () => {
	const { page } = await visit( RULES );
	await waitForMarkers( page );
	const marker = markerOf( page, 'Animals' );
	expect( await marker.textContent() ).toContain( text( 'marker-checked', 1 ) );
	expect( await marker.locator( 'svg:not( [aria-hidden="true"] )' ).count() ).toBe( 0 );
	expect( await marker.getAttribute( 'aria-haspopup' ) ).toBe( 'dialog' );
} );
