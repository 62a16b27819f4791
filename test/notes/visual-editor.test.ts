// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { partInEditor } from '../../src/notes/visual-editor';
import { findHeadings } from '../../src/reader/headings';

function heading( level: number, name: string, section: number | null ): string {
	return `<div class="mw-heading"><h${ level }>${ name }</h${ level }>${ section === null ? '' :
		`<span class="mw-editsection"><a href="/w/index.php?title=P&amp;veaction=edit&amp;section=${ section }">edit</a>
		<a href="/w/index.php?title=P&amp;action=edit&amp;section=${ section }">edit source</a></span>` }</div>`;
}

function part(
	section: string | number | null, enableVisualSectionEditing = true
): ReturnType<typeof partInEditor> {
	document.body.innerHTML = `<div id="mw-content-text"><div class="mw-parser-output">${ [
		// A heading made of HTML has no number.
		heading( 2, 'Trees', 1 ), heading( 3, 'Height', 2 ), heading( 3, 'As HTML', null ), heading( 4, 'Width', 3 ),
		heading( 2, 'Bees', 4 ), heading( 3, 'Hives', 12 )
	].join( '' ) }</div></div>`;
	return partInEditor( { section, enableVisualSectionEditing }, findHeadings( 'P' ) );
}

describe( 'the part of a page in the visual editor', () => {
	it.each( [
		[ '1', [ 'Trees', 'Height', 'As HTML', 'Width' ] ],
		[ '2', [ 'Height' ] ],
		[ 3, [ 'Width' ] ],
		[ '4', [ 'Bees', 'Hives' ] ],
		[ '12', [ 'Hives' ] ],
		[ 0, [ '' ] ]
	] )( 'is section %j with those in it', ( section, headings ) => {
		expect( part( section ) ).toEqual( { first: Number( section ), headings } );
	} );

	it( 'is the whole page where that is edited, or nothing else is known', () => {
		expect( part( null ) ).toBeNull();
		expect( part( 'new' ) ).toBeNull();
		expect( part( '7' ) ).toBeNull();
		expect( part( '1', false ) ).toBeNull();
		expect( partInEditor( {}, [] ) ).toBeNull();
	} );
} );
