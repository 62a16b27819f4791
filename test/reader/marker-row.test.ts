// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findHeadings } from '../../src/reader/headings';
import { fillMarker, makeMarker } from '../../src/reader/marker';
import { addRow, makeRoom } from '../../src/reader/marker-row';
import { installMw } from '../panel/fake-mw';

const marker = (): HTMLElement => document.createElement( 'button' );
let isMobile = false;

function addAtHeading( html: string ): HTMLElement {
	document.body.innerHTML = `<div id="mw-content-text"><div class="mw-parser-output">${ html }</div></div>`;
	const made = marker();
	addRow( made, findHeadings( 'P' )[ 0 ]! );
	return made;
}

beforeEach( () => {
	installMw();
	isMobile = false;
	mw.config.get = ( ( name: string ) => name === 'wgMFMode' && isMobile ) as typeof mw.config.get;
} );
afterEach( () => {
	vi.restoreAllMocks();
	document.body.textContent = '';
} );

describe( 'a marker', () => {
	it( 'follows its heading', () => {
		const row = addAtHeading( '<div class="mw-heading"><h2>A</h2></div><p>x</p>' ).parentElement;
		expect( row?.previousElementSibling?.className ).toBe( 'mw-heading' );
	} );

	// MobileFrontend makes these buttons, and what comes next the part that they fold.
	it.each( [
		'<div class="mw-heading section-heading" role="button" tabindex="0"><h2>A</h2></div><section>x</section>',
		'<h2 class="section-heading" role="button" tabindex="0"><span class="mw-headline">A</span></h2><section>x</section>'
	] )( 'stands in no other button, nor between a heading and what it folds: %s', ( html ) => {
		isMobile = true;
		const row = addAtHeading( html ).parentElement;
		expect( row?.closest( '[role="button"], h2' ) ).toBeNull();
		expect( row?.nextElementSibling?.matches( '.section-heading' ) ).toBe( true );
		expect( document.querySelector( '.section-heading + section' ) ).not.toBeNull();
	} );
} );

describe( 'making room for markers', () => {
	it( 'measures all of them before it moves any', () => {
		document.body.innerHTML = `<div id="mw-content-text"><div class="mw-parser-output">${
			Array.from( { length: 20 }, ( _, index ) => `<div class="mw-heading"><h2>${ index }</h2><span class="mw-editsection"><a href="#">edit</a></span></div>` ).join( '' )
		}</div></div>`;
		const rows = findHeadings( 'P' ).map( ( heading ): Parameters<typeof makeRoom>[ 0 ][ 0 ] => {
			const made = makeMarker();
			fillMarker( made, 'A', [ { state: 'changed' } ] as Parameters<typeof fillMarker>[ 2 ] );
			addRow( made, heading );
			return [ made.parentElement!, heading ];
		} );
		// Everything covers everything: each marker goes through all there is.
		let steps = '';
		const box = new DOMRect( 0, 0, 9, 9 );
		Range.prototype.getClientRects = () => [ box ] as unknown as DOMRectList;
		vi.spyOn( Element.prototype, 'getBoundingClientRect' ).mockImplementation( () => {
			steps += 'r';
			return box;
		} );
		const writing = ( name: 'add' | 'toggle' ): void => {
			const original = DOMTokenList.prototype[ name ] as ( ...tokens: unknown[] ) => boolean;
			vi.spyOn( DOMTokenList.prototype, name ).mockImplementation( function (
				this: DOMTokenList, ...args: unknown[]
			) {
				steps += 'w';
				return original.apply( this, args );
			} as never );
		};
		writing( 'add' );
		writing( 'toggle' );
		makeRoom( rows );
		expect( rows.every( ( [ row ] ) => row.className.includes( 'row-below' ) ) ).toBe( true );
		expect( ( steps.match( /w+/g ) ?? [] ).length ).toBe( 3 );
	} );
} );
