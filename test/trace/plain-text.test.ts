import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../src/trace/plain-text';

describe( 'the plain text of wikitext', () => {
	it.each( [
		[ 'links', 'see [[Page]], [[Page|a label]] and [[:Category:X|cat]]', 'see Page, a label and cat' ],
		[ 'a caption with a labelled link keeps the words', '[[File:x.png|a [[b|d]] c]]', 'File:x.png|a d c' ],
		[ 'external links', '[https://wiki.example/a b c], https://wiki.example/x d', 'b c, d' ],
		[ 'a category', 'a [[Category:Rules]] [[category: X|y]]', 'a' ],
		[ 'bold and italic', '\'\'\'\'\'a\'\'\' b\'\' it\'s', 'a b it\'s' ],
		[ 'tags', 'a<br/>b <b class="x">c</b>', 'a b c' ],
		[ 'a comparison', 'a < b and c > d', 'a < b and c > d' ],
		[ 'marks for translation', '<languages /><translate><!--T:1-->\nBe <tvar name="1">kind</tvar>.</translate>', 'Be kind.' ],
		[ 'a comment within a word', 'ki<!-- x -->nd', 'kind' ],
		[ 'a comment without an end', 'a <!-- b', 'a' ],
		[ 'templates keep their arguments', '{{note|Be kind.}} {{stub}}', 'Be kind.' ],
		[ 'nested templates', '{{a|{{b|c}}|d}}', 'c |d' ],
		[ 'lists', '* a\n*# b\n; c\n: d', 'a b c d' ],
		[ 'rules', 'a\n----\nb', 'a b' ],
		[ 'a table', '{| class="x"\n|+ title\n|-\n! h !! i\n|-\n| style="x" | a || b\n|}', 'h i a b' ],
		[ 'nowiki keeps its words', '<nowiki>[[a]]</nowiki>', 'a' ],
		[ 'code and formulas are no prose', 'a <math>x^2</math> <syntaxhighlight>b</syntaxhighlight> c', 'a c' ],
		[ 'switches', '__NOTOC__ a __TOC__', 'a' ],
		[ 'unbalanced marks stay, and their words too', 'a [[b c]\n}} d', 'a [[b c] d' ]
	] )( '%s', ( _name, wikitext, expected ) => {
		expect( toPlainText( wikitext ) ).toBe( expected );
	} );

	it( 'keeps what replacement patterns would take for their own', () => {
		expect( toPlainText( '[[a|$1 $& $$]]' ) ).toBe( '$1 $& $$' );
	} );
} );
