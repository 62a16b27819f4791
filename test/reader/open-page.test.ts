// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { findHeading, readOpenPage } from '../../src/reader/open-page';

/** Sections as the text has them. */
const OWN = [ '', 'Scope', 'Twins', 'Twins' ].map( ( heading, index ) => (
	{ page: 'P', heading, nth: index === 3 ? 1 : 0, level: heading ? 2 : 0 }
) );

/** A page as those see it who may not edit it: `Scope` came with a template, and once more. */
const PROTECTED = [ 'Scope', 'Scope', 'Twins', 'Twins', 'Foreign' ]
	.map( ( heading, index ) => `<h2 id="h${ index }">${ heading }</h2>` ).join( '' );

function show( html: string ): void {
	document.body.innerHTML = `<div id="mw-content-text"><div class="mw-parser-output">${ html }</div></div>`;
}

function shown( own?: typeof OWN ): string[] {
	return readOpenPage( 'P', own ).headings.map( ( { wrapper } ) => wrapper.id );
}

afterEach( () => {
	document.body.textContent = '';
} );

describe( 'where nothing tells a page\'s own headings from others', () => {
	it( 'those that stand there twice are nobody\'s, until the text tells', () => {
		show( PROTECTED );
		expect( shown() ).toEqual( [ 'h4' ] );
		expect( shown( OWN ) ).toEqual( [ 'h2', 'h3' ] );
		const page = readOpenPage( 'P', OWN );
		expect( findHeading( page, { page: 'P', heading: 'Scope', nth: 0 } ) ).toBeNull();
		expect( findHeading( page, { page: 'P', heading: 'Twins', nth: 1 } )?.wrapper.id ).toBe( 'h3' );
	} );
} );

describe( 'where something tells', () => {
	it.each( [
		[ 'an edit link', '<span class="mw-editsection"></span>' ],
		[ 'a section of Parsoid', '<section data-mw-section-id="0"></section>' ]
	] )( '%s: all headings are there', ( _name, html ) => {
		show( PROTECTED + html );
		expect( shown() ).toEqual( [ 'h0', 'h1', 'h2', 'h3', 'h4' ] );
	} );
} );
