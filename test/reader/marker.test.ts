// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AdviceState, SectionItem } from '../../src/account/types';
import { fillMarker, makeMarker } from '../../src/reader/marker';
import { installMw } from '../panel/fake-mw';

function items( ...states: AdviceState[] ): SectionItem[] {
	return states.map( ( state ) => ( { state } as SectionItem ) );
}

beforeEach( installMw );
afterEach( () => {
	document.documentElement.removeAttribute( 'dir' );
	document.documentElement.removeAttribute( 'lang' );
} );

describe( 'a marker', () => {
	it( 'is named by what is to be read on it, and then by its section', () => {
		const marker = makeMarker();
		fillMarker( marker, 'Expert advice on “A”', items( 'changed', 'changed', 'declined' ) );
		expect( marker.getAttribute( 'aria-label' ) ).toBeNull();
		for ( const sign of Array.from( marker.querySelectorAll( '[aria-hidden="true"]' ) ) ) {
			sign.remove();
		}
		expect( marker.textContent ).toBe( 'Advice: 2 changed 1 not followed Expert advice on “A”' );
	} );

	it( 'is left alone while it says what is on record', () => {
		const marker = makeMarker();
		expect( fillMarker( marker, 'A', items( 'changed', 'pending' ) ) ).toBe( true );
		const before = Array.from( marker.querySelectorAll( '*' ) );
		expect( fillMarker( marker, 'A', items( 'pending', 'changed' ) ) ).toBe( false );
		expect( Array.from( marker.querySelectorAll( '*' ) ) ).toEqual( before );
		expect( fillMarker( marker, 'A', items( 'changed', 'changed' ) ) ).toBe( true );
		expect( marker.textContent ).toContain( '2 changed' );
	} );

	it( 'speaks the language of the interface, in its direction, on every page', () => {
		document.documentElement.lang = 'ar';
		document.documentElement.dir = 'rtl';
		const marker = makeMarker();
		fillMarker( marker, 'A', items( 'changed' ) );
		const text = marker.firstElementChild as HTMLElement;
		expect( [ text.lang, text.dir, marker.children.length ] ).toEqual( [ 'ar', 'rtl', 1 ] );
		// The marker itself stands at the end of the page's lines.
		expect( marker.dir ).toBe( '' );
	} );
} );
