// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { readPageWords, type PageWords } from '../../src/reader/page-words';

/** Blocks of the page: `=` is a heading, `^` a footnote, `+` a further block of one. */
function blocks( { texts, blockStarts, blockKinds }: PageWords ): string[] {
	return Array.from( blockStarts, ( start, i ) => [ '', '=', '^', '+' ][ blockKinds[ i ] as number ] +
		texts.slice( start, blockStarts[ i + 1 ] ).join( ' ' ) );
}

function page( html: string ): PageWords {
	document.body.innerHTML = `
		<h1 id="firstHeading">Orchard Rules</h1>
		<div id="mw-content-text"><div class="mw-parser-output">${ html }</div></div>
		<h2>Navigation menu</h2>`;
	return readPageWords();
}

/** The text at the place of a word. */
function textAt( words: PageWords, word: number, from?: number, to?: number ): string {
	const place = words.placeOf( word, from, to );
	const range = document.createRange();
	range.setStart( place.startContainer, place.startOffset );
	range.setEnd( place.endContainer, place.endOffset );
	return range.toString();
}

afterEach( () => {
	document.body.textContent = '';
} );

describe( 'the words of a page', () => {
	it.each( [
		[ 'stand in blocks', '<p>one two</p><ul><li>three</li><li>four</li></ul>', [ 'one two', 'three', 'four' ] ],
		[ 'stand in the cells of tables', '<table><caption>a</caption><tr><th>b</th><td>c</td></tr></table>', [ 'a', 'b', 'c' ] ],
		[ 'go on across inline markup', '<p><b>one</b>two <a href="#">ap</a>ple</p>', [ 'onetwo apple' ] ],
		[ 'end at line breaks', '<p>one<br>two</p>', [ 'one two' ] ],
		[ 'stand in headings of the old markup', '<h2><span class="mw-headline">A b</span><span class="mw-editsection">[<a>edit</a>]</span></h2><p>c</p>', [ '=A b', 'c' ] ],
		[ 'stand in headings of the new markup', '<div class="mw-heading"><h3>A</h3><span class="mw-editsection">edit</span></div>b', [ '=A', 'b' ] ],
		[ 'do not include numbers of footnotes', '<p>one<sup class="reference"><a>[1]</a></sup>two<sup class="mw-ref reference">2</sup></p>', [ 'one two' ] ],
		[ 'stand in footnotes', '<ol class="references"><li><span class="mw-cite-backlink">a b</span> <span class="reference-text">one</span></li><li><p>two</p><p>three</p></li></ol><p>x</p>', [ '^one', '^two', '+three', 'x' ] ],
		[ 'do not include contents', '<div id="toc" class="toc"><h2>Contents</h2><ul><li>A</li></ul></div><p>b</p>', [ 'b' ] ],
		[ 'do not include what is hidden', '<p>a<span style="display: none">b</span>c <i hidden>d</i>e</p>', [ 'ac e' ] ],
		[ 'do not include scripts and styles', '<style>a{}</style><script>b</script><noscript>c</noscript><p>d</p>', [ 'd' ] ],
		[ 'do not include this gadget', '<div class="advice-provenance-marker-row"><button>x</button></div><div role="dialog">card</div><p>a</p>', [ 'a' ] ],
		[ 'do not include what this gadget shows as removed', '<p>a<del class="advice-provenance-word-removed">b</del> c</p>', [ 'a c' ] ],
		[ 'include folded sections', '<h2>a</h2><div hidden="until-found"><p>b</p></div>', [ '=a', 'b' ] ],
		[ 'include those that this gadget marks', '<p>a <span class="advice-provenance-word">b</span></p>', [ 'a b' ] ],
		[ 'do not include other outputs', '<div class="mw-parser-output"><p>a</p></div><p>b</p>', [ 'b' ] ],
		[ 'do not include what stands for missing files', '<figure><span class="mw-broken-media">File:A</span><figcaption>b</figcaption></figure>', [ 'b' ] ],
		[ 'are none of an empty page', '', [] ]
	] )( '%s', ( _name, html, expected ) => {
		expect( blocks( page( html ) ) ).toEqual( expected );
	} );

	it( 'know what stands between them', () => {
		const words = page( '<p>one, <b>two</b> three<sup class="reference">[1]</sup> four<br>five</p><p>six</p>' );
		expect( words.texts.map( ( _text, i ) => words.joins( i ) ) )
			.toEqual( [ true, true, false, false, false, false ] );
	} );

	it( 'stand where their places say', () => {
		const words = page( '<p>one <b>t</b><i>w</i>o three</p><!-- x --><p>four מילה 字</p>' );
		expect( words.texts ).toEqual( [ 'one', 'two', 'three', 'four', 'מילה', '字' ] );
		expect( words.texts.map( ( _text, i ) => textAt( words, i ) ) ).toEqual( words.texts );
		expect( textAt( words, 1, 1, 3 ) ).toBe( 'wo' );
		const place = words.placeOf( 1 );
		expect( place.startContainer.data ).toBe( 't' );
		expect( place.endContainer.data ).toBe( 'o three' );
	} );

	it( 'are none where there is no output', () => {
		document.body.innerHTML = '<p>a</p>';
		expect( readPageWords().texts ).toEqual( [] );
	} );
} );
