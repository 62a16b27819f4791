import { growth, LINEAR } from '../count-steps';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAtHeadings } from '../../src/trace/wikitext-headings';

/** `2 Heading` for each heading, in order. */
function headings( wikitext: string ): string[] {
	return splitAtHeadings( wikitext ).slice( 1 )
		.map( ( { level, heading } ) => `${ level } ${ heading }` );
}

describe( 'headings of a wikitext', () => {
	it.each( [
		[ 'levels', '= a =\n== b ==\n=== c ===\n==== d ====\n===== e =====\n====== f ======', [ '1 a', '2 b', '3 c', '4 d', '5 e', '6 f' ] ],
		[ 'no more than six levels', '======= a =======', [ '6 = a =' ] ],
		[ 'white space around the text, or none', '==a==\n==\t b \t==', [ '2 a', '2 b' ] ],
		[ 'white space at the end of the line', '== a == \t\n== b ==\r\n== c ==', [ '2 a', '2 b', '2 c' ] ],
		[ 'the lesser level of unequal marks', '=== a ==\n== b ===', [ '2 = a', '2 b =' ] ],
		[ 'equals signs alone', '=\n==\n===\n====\n=====\n======', [ '1 =', '1 ==', '2 =', '2 ==' ] ],
		[ 'empty headings', '== ==', [ '2 ' ] ],
		[ 'markup as it is written', '== \'\'\'a\'\'\' [[b|c]] {{d}} <i>e</i> ==', [ '2 \'\'\'a\'\'\' [[b|c]] {{d}} <i>e</i>' ] ],
		[ 'white space inside as it is written', '== a  b ==', [ '2 a  b' ] ],
		[ 'no indented line', ' == a ==', [] ],
		[ 'no indented line after a tag that leaves nothing', '<translate> == a ==</translate>\n<noinclude>\t== b ==', [] ],
		[ 'no line with text after it', '== a == b\nc == d ==', [] ],
		[ 'no line in another', '== a\n==', [] ],
		[ 'comments beside it', '== a == <!-- b -->\n<!-- c -->== d ==<!-- e --> <!-- f -->', [ '2 a', '2 d' ] ],
		[ 'comments inside', '== a <!-- == --> b<!-- c --> ==', [ '2 a  b' ] ],
		[ 'comments that break the line', '== a <!--\n--> b ==\n== c ==<!--\n\n-->\n== d ==', [ '2 a  b', '2 c', '2 d' ] ],
		[ 'nothing in comments', '<!--\n== a ==\n-->\n== b ==\n<!-- == c == -->', [ '2 b' ] ],
		[ 'nothing after an open comment', '== a ==\n<!--\n== b ==', [ '2 a' ] ],
		[ 'nothing after a comment that is indented', '<!-- a --> == b ==', [] ],
		[ 'nothing in tags without markup', '<pre>\n== a ==\n</pre><NoWiki>\n== b ==\n</nowiki>\n<math>\n== c ==\n</math>\n== d ==', [ '2 d' ] ],
		[ 'nothing where only a tag is', '<nowiki>== a ==</nowiki>', [] ],
		[ 'such a tag inside, as it is written', '== a <nowiki>== <!-- b --></nowiki> ==', [ '2 a <nowiki>== <!-- b --></nowiki>' ] ],
		[ 'no end of a heading in a tag', '== a <nowiki>==</nowiki>', [] ],
		[ 'tags without an end as text', '<nowiki>\n== a ==\n<pre>\n== b ==', [ '2 a', '2 b' ] ],
		[ 'tags that are their own end', '<nowiki />\n== a ==\n</nowiki>', [ '2 a' ] ],
		[ 'nothing that is for inclusion only', '<includeonly>\n== a ==\n</includeonly>\n== b ==\n<includeonly>\n== c ==', [ '2 b' ] ],
		[ 'what is for inclusion only beside it', '== a == <includeonly>b</includeonly>\n<includeonly>\n</includeonly>== c ==', [ '2 a', '2 c' ] ],
		[ 'what is not for inclusion', '<noinclude>== a ==</noinclude>\n<onlyinclude>\n== b ==\n</onlyinclude>', [ '2 a', '2 b' ] ],
		[ 'translate tags around and inside', '<translate>== a ==</translate>\n<translate>\n== b == <!--T:1-->\n</translate>\n== <translate><!--T:2--> c</translate> ==\n== <translate nowrap>d <tvar name="e">f</tvar></translate> ==', [ '2 a', '2 b', '2 c', '2 d f' ] ],
		[ 'headings in templates and tables', '{{a|\n== b ==\n}}\n{|\n|\n== c ==\n|}', [ '2 b', '2 c' ] ],
		[ 'other scripts and lone surrogates', '== 行動規範 ==\n== قواعد ==\n== 😀\uD800 ==', [ '2 行動規範', '2 قواعد', '2 😀\uD800' ] ]
	] )( 'are read with %s', ( _name, wikitext, expected ) => {
		expect( headings( wikitext ) ).toEqual( expected );
	} );

	it( 'stand where they are said to stand', () => {
		const wikitext = 'lead\n\n== a == <!--\n-->\ntext <!--\n== b ==\n-->\n=== c ===';
		const parts = splitAtHeadings( wikitext ).map( ( { heading, start, headingEnd, end } ) => [
			heading, wikitext.slice( start, headingEnd ), wikitext.slice( headingEnd, end )
		] );
		expect( parts ).toEqual( [
			[ null, '', 'lead\n\n' ],
			[ 'a', '== a == <!--\n-->', '\ntext <!--\n== b ==\n-->\n' ],
			[ 'c', '=== c ===', '' ]
		] );
	} );

	it( 'begin with a lead, also where there is no text before the first one or at all', () => {
		const lead = { heading: null, level: 0, start: 0, headingEnd: 0, end: 0 };
		expect( splitAtHeadings( '' ) ).toEqual( [ lead ] );
		expect( splitAtHeadings( '== a ==' )[ 0 ] ).toEqual( lead );
	} );

	it( 'divide any text without rest', () => {
		const piece = fc.constantFrom( '=', '==', '\n', ' ', 'a', '<!--', '-->', '<pre>', '</pre>', '<translate>', '\r', '\u0001' );
		fc.assert( fc.property( fc.array( piece, { maxLength: 40 } ), ( pieces ) => {
			const wikitext = pieces.join( '' );
			const sections = splitAtHeadings( wikitext );
			let at = 0;
			for ( const { start, headingEnd, end } of sections ) {
				expect( start ).toBe( at );
				expect( headingEnd ).toBeGreaterThanOrEqual( start );
				expect( end ).toBeGreaterThanOrEqual( headingEnd );
				at = end;
			}
			expect( at ).toBe( wikitext.length );
		} ), { numRuns: 500 } );
	} );

	it.each( [
		'== a ==\n', '<!--', '<!-- -->', '<nowiki>', '<nowiki></nowiki>', '<translate>', '=', '=\n', '== <!--\n--> ', '\u0001'
	] )( 'take steps in proportion to their number for many times %j', ( piece ) => {
		expect( growth(
			5e5, ( length ) => piece.repeat( length / piece.length ), splitAtHeadings
		) ).toBeLessThan( LINEAR );
	} );
} );
