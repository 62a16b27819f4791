import { describe, expect, it } from 'vitest';
import { shownText } from '../../src/export/shown-text';

describe( 'what a page certainly shows', () => {
	it.each( [
		[ 'words around marks that only change their looks', 'a \'\'\'b\'\'\' <i class="x">c</i> <!-- d -->e', [ 'a b c e' ] ],
		[ 'links by their own words', '[[a]]s [[b|c]] [https://x.example d e] [[A:b|\'\'c\'\']]', [ 'as c d e c' ] ],
		[ 'characters by their names', 'a&nbsp;b &amp; c&#x1F600;&#8211;d', [ 'a\u00a0b & c😀–d' ] ],
		[ 'paragraphs, items and headings apart', 'a\nb\n\n== c ==\n* d\n** e\n: f', [ 'a', 'b', 'd', 'e', 'f' ] ],
		[ 'nothing of templates', 'a {{b|c {{d}} e}} f {{ g', [ 'a', 'f', 'g' ] ],
		[ 'text before and after a footnote', 'a<ref name="x">b</ref> c<ref name="x"/>.', [ 'a', 'b', 'c', '.' ] ],
		[ 'nothing of images and of links to pages elsewhere', '[[File:a.png|thumb|b]] [[File:a.png|c]] [[Category:d]] e https://f.example g', [ 'e', 'g' ] ],
		[ 'cells of a table without their attributes', '{| class="a"\n|-\n! b !! c\n|-\n| style="d" | e || f\n|}', [ 'b', 'c', 'e', 'f' ] ],
		[ 'nothing that is read in another way', '<nowiki>a</nowiki> b <math>c</math> d __NOTOC__', [ 'b', 'd' ] ],
		[ 'quotes apart that come in no pairs', 'a \'\'b c\nd \'\'\'\'e\'\'\'\'', [ 'a', 'b c', 'd', 'e' ] ],
		[ 'spaces as they are', 'a  b\tc ? d', [ 'a  b\tc', '? d' ] ],
		[ 'odd marks as they are', 'a < b & c; [d] =e= ~f', [ 'a < b & c; [d] =e= ~f' ] ],
		[ 'nothing of entities that are not known', 'a &b; &#0; c &nosuchname; d', [ 'a &b;', 'c', 'd' ] ]
	] )( 'tells %s', ( _name, wikitext, expected ) => {
		const { text, offsets } = shownText( wikitext );
		expect( text.split( '\n' ).map( ( piece ) => piece.trim() ).filter( Boolean ) ).toEqual( expected );
		expect( offsets ).toHaveLength( text.length );
		// What is no cut and no entity stands in the wikitext at its offset.
		[ ...text ].forEach( ( character, at ) => {
			if ( /[a-z]/.test( character ) && text.length === [ ...text ].length ) {
				expect( wikitext[ offsets[ at ] as number ] ).toBe( character );
			}
		} );
	} );
} );
