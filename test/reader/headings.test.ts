// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { stateIcon } from '../../src/reader/icons';
import { findHeadings, findOutput } from '../../src/reader/headings';
import { STATE_ORDER } from '../../src/account/state-order';

function page( html: string ): void {
	document.body.innerHTML = `
		<h1 id="firstHeading">Orchard Rules</h1>
		<nav class="vector-toc"><h2>Contents</h2></nav>
		<div id="mw-content-text"><div class="mw-parser-output">${ html }</div></div>
		<h2>Navigation menu</h2>`;
}

function found( html: string ): string[] {
	page( html );
	return findHeadings( 'P' ).map( ( { section, wrapper } ) => `${ section.level } ${ section.heading } ${ section.nth } ${ wrapper.className || wrapper.tagName }` );
}

afterEach( () => {
	document.body.textContent = '';
} );

const edit = '<span class="mw-editsection"><span>[</span><a href="#">edit</a><span>]</span></span>';

describe( 'the headings of a page', () => {
	it.each( [
		[ 'in the old markup', `<h2><span id="A_2"></span><span class="mw-headline" id="A">A</span>${ edit }</h2>`, [ '2 A 0 H2' ] ],
		[ 'in the new markup', `<div class="mw-heading mw-heading3"><h3 id="A">A</h3>${ edit }</div>`, [ '3 A 0 mw-heading mw-heading3' ] ],
		[ 'of Parsoid', `<section data-mw-section-id="1"><div class="mw-heading mw-heading2"><h2 id="A">A</h2>${ edit }</div><section data-mw-section-id="2"><h3 id="B">B</h3></section></section>`,
			[ '2 A 0 mw-heading mw-heading2', '3 B 0 H3' ] ],
		[ 'with numbers', '<h2><span class="mw-headline"><span class="mw-headline-number">1</span> A</span></h2>', [ '2 A 0 H2' ] ],
		[ 'with markup and spaces in them', '<h2><i>A</i>\n <a href="#">b</a>\u00a0c<style>x{}</style></h2>', [ '2 A b c 0 H2' ] ],
		[ 'with what gadgets add', '<h2>A<button>copy</button></h2>', [ '2 A 0 H2' ] ],
		[ 'twice the same', '<h2>A</h2><h3>A</h3><h2>B</h2>', [ '2 A 0 H2', '3 A 1 H3', '2 B 0 H2' ] ],
		[ 'named like parts of objects', '<h2>__proto__</h2><h2>__proto__</h2>', [ '2 __proto__ 0 H2', '2 __proto__ 1 H2' ] ],
		[ 'of levels 1 and 6', '<h1>A</h1><h6>B</h6>', [ '1 A 0 H1', '6 B 0 H6' ] ],
		[ 'without those of the table of contents', '<div id="toc" class="toc"><h2>Contents</h2></div><h2>A</h2>', [ '2 A 0 H2' ] ],
		[ 'without empty ones', `<h2></h2><h2>${ edit }</h2>`, [] ],
		[ 'without those of another output in it', '<div class="mw-parser-output"><h2>A</h2></div><h2>A</h2>', [ '2 A 0 H2' ] ],
		[ 'without transcluded ones', '<div class="mw-heading"><h2>A</h2><a href="/w/index.php?title=T&action=edit&section=T-1">edit</a></div><h2>A</h2>', [ '2 A 0 H2' ] ],
		[ 'without those that Parsoid transcluded', '<section data-mw-section-id="-1" about="#mwt1" typeof="mw:Transclusion"><h2>A</h2></section><section data-mw-section-id="1"><h2>A</h2></section>', [ '2 A 0 H2' ] ],
		[ 'of a page without any', '<p>x</p>', [] ]
	] )( '%s', ( _name, html, expected ) => {
		expect( found( html ) ).toEqual( expected );
	} );

	it( 'stand in all of its outputs', () => {
		page( '<h2>A</h2>' );
		document.querySelector( '#mw-content-text' )!.insertAdjacentHTML( 'beforeend',
			'<p>between</p><div class="mw-parser-output"><h2>B</h2><div class="mw-parser-output"><h2>C</h2></div><h2>A</h2></div>' );
		expect( findHeadings( 'P' ).map( ( { section } ) => [ section.heading, section.nth ] ) )
			.toEqual( [ [ 'A', 0 ], [ 'B', 0 ], [ 'A', 1 ] ] );
		expect( findOutput()?.textContent ).toBe( 'A' );
	} );

	it( 'are none where there is no output', () => {
		document.body.innerHTML = '<h2>A</h2>';
		expect( findHeadings( 'P' ) ).toEqual( [] );
		expect( findOutput() ).toBeNull();
	} );
} );

describe( 'the sign of a state', () => {
	it.each( STATE_ORDER )( 'of "%s" is a drawing, hidden from those who listen', ( state ) => {
		const icon = stateIcon( state );
		expect( icon.namespaceURI ).toBe( 'http://www.w3.org/2000/svg' );
		expect( icon.childElementCount ).toBeGreaterThan( 0 );
		expect( icon.querySelector( 'parsererror' ) ).toBeNull();
		expect( icon.getAttribute( 'aria-hidden' ) ).toBe( 'true' );
	} );
} );
