// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { textSections } from '../../src/account/text-sections';
import { anchorOn, citedAnchors } from '../../src/notes/talk-sources';
import { isLanguage, matchHeadings } from '../../src/notes/translation';
import type { Source } from '../../src/log/types';
import type { ShownHeading } from '../../src/wiki/reader-script';
import { installMw } from '../panel/fake-mw';
import { itemWith } from './items';

const TALK = 'Talk:Orchard Rules';

beforeEach( () => {
	installMw();
	// As much of titles as these functions need.
	Object.assign( mw.Title, {
		newFromText: ( text: string ) => /[<>[\]{}|#]/.test( text ) || !text.trim() ? null : {
			getNamespaceId: () => -9,
			getMainText: () => '',
			getPrefixedText: () => text.replace( /_/g, ' ' ).trim()
		}
	} );
} );

describe( 'a source on a talk page', () => {
	const here = `https://${ location.host }`;
	it.each( [
		[ { url: `${ here }/wiki/Talk:Orchard%20Rules#Noise_at_night` }, 'Noise_at_night' ],
		[ { url: `${ here }/wiki/Talk:Orchard%20Rules` }, '' ],
		[ { url: `${ here }/w/index.php?title=Talk:Orchard_Rules#L%C3%A4rm` }, 'Lärm' ],
		[ { url: `${ here }/w/index.php?title=Talk:Orchard_Rules#%E0%A4%A` }, '%E0%A4%A' ],
		[ { url: `${ here }/wiki/Orchard_Rules#Noise` }, null ],
		[ { url: 'https://elsewhere.example/wiki/Talk:Orchard%20Rules#Noise' }, null ],
		[ { url: 'nonsense' }, null ],
		[ { title: 'Talk:Orchard Rules#Noise at night' }, 'Noise_at_night' ],
		[ { title: 'Talk:Orchard_Rules', revision: 7 }, '' ],
		[ { title: 'Orchard Rules#Noise' }, null ],
		[ { label: 'A conversation' }, null ]
	] as [ Source, string | null ][] )( '%j stands at %j', ( source, expected ) => {
		expect( anchorOn( source, TALK ) ).toBe( expected );
	} );

	it( 'is found wherever an item names it, once for each item, and not where it is private', () => {
		const source = { title: `${ TALK }#Noise` };
		const one = itemWith( 'one', { sources: [ source, source ] } );
		const two = itemWith( 'two', { changes: [ { revision: 1, sources: [ source ] } ] } );
		const hidden = itemWith( 'hidden', { sources: [ { private: true, title: TALK } ] } );
		expect( [ ...citedAnchors( [ one, two, hidden ], TALK ) ] ).toEqual( [ [ 'Noise', [ one, two ] ] ] );
	} );
} );

describe( 'a translation', () => {
	const source = textSections( 'P', 'Lead\n== A ==\n=== ""\'\'B\'\' === <!--T:3-->\n== A ==\n' );
	function headings( ...levels: number[] ): ShownHeading[] {
		return levels.map( ( level, index ) => ( {
			section: { page: 'P/de', heading: `Abschnitt ${ index }`, nth: 0, level },
			wrapper: document.createElement( 'div' ),
			name: document.createElement( 'h2' )
		} ) );
	}

	it( 'has the source’s sections at its own headings, by their order', () => {
		const own = headings( 2, 3, 2 );
		const shown = matchHeadings( 'P', source, own );
		expect( shown?.headings.map( ( { section } ) => (
			[ section.page, section.heading, section.nth ]
		) ) )
			.toEqual( [ [ 'P', 'A', 0 ], [ 'P', '""B', 0 ], [ 'P', 'A', 1 ] ] );
		expect( shown?.headings.map( ( { wrapper } ) => wrapper ) )
			.toEqual( own.map( ( { wrapper } ) => wrapper ) );
		expect( shown?.title ).toBe( 'P' );
		expect( shown?.sections[ 0 ]?.heading ).toBe( '' );
	} );

	it.each( [ [ [ 2, 3 ] ], [ [ 2, 3, 2, 2 ] ], [ [ 2, 2, 3 ] ], [ [] ] ] )( 'with headings of the levels %j has none', ( levels ) => {
		expect( matchHeadings( 'P', source, headings( ...levels ) ) ).toBeNull();
	} );

	it.each( [
		[ 'de', true ], [ 'pt-br', true ], [ 'zh-hans', true ], [ 'ar', true ],
		[ 'faq', false ], [ '', false ], [ 'no language', false ]
	] )( 'into %j: %s', ( code, expected ) => {
		expect( isLanguage( code ) ).toBe( expected );
	} );
} );
