// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findHeadings } from '../../src/reader/headings';
import { addRow } from '../../src/reader/marker-row';
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
