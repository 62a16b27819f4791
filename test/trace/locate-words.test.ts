import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { root } from '../../build/root';
import {
	locateWords, WORD_AMBIGUOUS, WORD_LOCATED, WORD_NOT_FOUND
} from '../../src/trace/locate-words';
import { countStates, found, shownPage, wordsOf } from './located';

describe( 'what readers see of wikitext', () => {
	it.each( [
		[ 'a link without a label', 'one [[two three]] four', [ 'one two three four' ],
			'one@0 two@1 three@2 four@3' ],
		[ 'a label, not its target', '[[two|one]] two', [ 'one two' ], 'two- one@0 two@1' ],
		[ 'a link with a trail as one word', 'an [[apple]]s tree', [ 'an apples tree' ],
			'an@0 apple@1[0,5] s@1[5,6] tree@2' ],
		[ 'an external link', 'see [https://one.example/two three four] five', [ 'see three four five' ],
			'see@0 https- one- example- two- three@1 four@2 five@3' ],
		[ 'an address', 'at https://one.example now', [ 'at https://one.example now' ],
			'at@0 https@1 one@2 example@3 now@4' ],
		[ 'bold and italic', '\'\'\'one\'\'\'two \'\'three\'\'', [ 'onetwo three' ],
			'one@0[0,3] two@0[3,6] three@1' ],
		[ 'an apostrophe before italic', 'a l\'\'\'amour\'\' b', [ 'a l\'amour b' ],
			'a@0 l@1[0,1] amour@1[2,7] b@2' ],
		[ 'letters and signs by name', 'caf&eacute; a&nbsp;b &amp; c&#39;d', [ 'café a b & c\'d' ],
			'caf@0[0,3] eacute@0[3,4] a@1 nbsp- b@2 amp- c@3[0,1] 39@3[1,2] d@3[2,3]' ],
		[ 'nowiki', '<nowiki>[[one|two]]</nowiki> x', [ '[[one|two]] x' ],
			'nowiki- one@0 two@1 nowiki- x@2' ],
		[ 'comments', 'one<!-- two -->three four', [ 'onethree four' ],
			'one@0[0,3] two- three@0[3,8] four@1' ],
		[ 'translation marks', '<translate><!--T:1--> one <tvar name=x>two</tvar></translate>',
			[ 'one two' ], 'one@0 tvar- name- x- two@1 tvar-' ],
		[ 'tags', '<span class="one" title=\'two\'>three</span><br/>four', [ 'three four' ],
			'span- class- one- title- two- three@0 span- br- four@1' ],
		[ 'what is hidden', 'a <i style="display: none">b <i>c</i> d</i> e', [ 'a e' ],
			'a@0 i- style- display- none- b- i- c- i- d- i- e@1' ],
		[ 'categories and switches', 'a [[Category:B]] __NOTOC__ [[:Category:C]]', [ 'a Category C' ],
			'a@0 Category- B- __NOTOC__? Category@1 C@2' ],
		[ 'images', '[[File:A.jpg|thumb|left|alt=b|a [[c|caption]]]]', [ 'a caption' ],
			'File- A- jpg- thumb- left- alt- b- a@0 c- caption@1' ],
		[ 'galleries', '<gallery>\nFile:A.jpg|one two\n</gallery>', [ 'one two' ],
			'gallery- File- A- jpg- one@0 two@1 gallery-' ],
		[ 'tables', '{| class="a"\n|+ one\n! scope=b | two !! three\n|- style="c"\n| four || d="e" | [[f|five]]\n|}',
			[ 'one', 'two', 'three', 'four', 'five' ],
			'class- a- one@0 scope- b- two@1 three@2 style- c- four@3 d- e- f- five@4' ],
		[ 'lists', '* one\n*# two\n; three : four', [ 'one', 'two', 'three', 'four' ],
			'one@0 two@1 three@2 four@3' ],
		[ 'headings', '== one ==\ntwo', [ '=one', 'two' ], 'one@0 two@1' ],
		[ 'includeonly', 'a <includeonly>b</includeonly><noinclude>c</noinclude>', [ 'a c' ],
			'a@0 includeonly- b- includeonly- noinclude- c@1 noinclude-' ],
		[ 'what is never closed', 'a [[b {{c \'\'d <ref>e', [ 'a b c d ref e' ],
			'a@0 b@1 c@2 d@3 ref@4 e@5' ],
		[ 'scripts from right to left', 'مرحبا [[العالم|بالعالم]] שלום', [ 'مرحبا بالعالم שלום' ],
			'مرحبا@0 العالم- بالعالم@1 שלום@2' ],
		[ 'scripts without spaces', '行為[[規範|準則]]。', [ '行為準則。' ],
			'行@0 為@1 規- 範- 準@2 則@3' ]
	] )( '%s', ( _name, wikitext, blocks, expected ) => {
		expect( found( wikitext, shownPage( ...blocks ) ) ).toBe( expected );
	} );

	it( 'knows the names that the wiki has for its namespaces', () => {
		const words = wordsOf( 'a [[Kategorie:b]] c' );
		const page = shownPage( 'a c' );
		expect( locateWords( words, page ).states[ 2 ] ).toBe( WORD_NOT_FOUND );
		expect( Array.from( locateWords( words, page, { kategorie: 14 } ).states ) )
			.toEqual( [ WORD_LOCATED, 0, 0, WORD_LOCATED ] );
	} );
} );

describe( 'footnotes', () => {
	it( 'are found where they are listed', () => {
		expect( found( 'one<ref name="x">two three</ref> four<ref name="x" />',
			shownPage( 'one four', '^two three' ) ) )
			.toBe( 'one@0 ref- name- x- two@2 three@3 ref- four@1 ref- name- x-' );
	} );

	it( 'keep their order where they say the same', () => {
		expect( found( 'a<ref>ibid</ref> b<ref>ibid</ref>', shownPage( 'a b', '^ibid', '^ibid' ) ) )
			.toBe( 'a@0 ref- ibid@2 ref- b@1 ref- ibid@3 ref-' );
	} );

	it( 'are found by group', () => {
		const wikitext = 'a<ref group="n">one two</ref> b<ref>three</ref>\n' +
			'<references /><references group="n" />';
		expect( found( wikitext, shownPage( 'a b', '^three', '^one two' ) ) )
			.toContain( 'one@3 two@4' );
	} );

	it( 'do not take words of the text', () => {
		expect( found( 'a b<ref>be kind to all</ref> c', shownPage( 'a b c be kind to all' ) ) )
			.not.toContain( 'be!' );
		expect( found( 'a b<ref>be kind</ref> c', shownPage( 'a b c be kind' ) ) )
			.toBe( 'a@0 b@1 ref- be! kind! ref- c@2' );
	} );
} );

describe( 'templates', () => {
	it( 'show arguments where the page has them in one piece', () => {
		expect( found( 'a {{T|x=be kind to all}} b', shownPage( 'a be kind to all b' ) ) )
			.toBe( 'a@0 T- x- be@1 kind@2 to@3 all@4 b@5' );
	} );

	it( 'show them in another order', () => {
		expect( found( 'a {{T|be kind to all|no harm at any time}} b',
			shownPage( 'a no harm at any time be kind to all b' ) ) )
			.toBe( 'a@0 T- be@6 kind@7 to@8 all@9 no@1 harm@2 at@3 any@4 time@5 b@10' );
	} );

	it( 'may hide arguments, or say a few words of their own', () => {
		expect( found( 'a {{T|note}} b', shownPage( 'a b' ) ) ).toBe( 'a@0 T- note? b@1' );
		expect( found( 'a {{T|note}} b', shownPage( 'a please note this b' ) ) )
			.toBe( 'a@0 T- note? b@4' );
		expect( found( 'a {{T|note}} b', shownPage( 'a note b' ) ) ).toBe( 'a@0 T- note@1 b@2' );
	} );

	it( 'do not lend their words to the wikitext', () => {
		expect( found( 'one two {{T}} three four', shownPage( 'one two x three y three four' ) ) )
			.toBe( 'one@0 two@1 T- three@5 four@6' );
	} );

	it( 'may go on with a word', () => {
		expect( found( 'this is the Wikipedia{{\'s}} rule', shownPage( 'this is the Wikipedia\'s rule' ) ) )
			.toContain( 'Wikipedia@3[0,9]' );
	} );

	it( 'hide conditions', () => {
		expect( found( '{{#if:a|b c}} d', shownPage( 'a d' ) ) ).toContain( 'a- b? c?' );
	} );
} );

describe( 'words that stand several times', () => {
	it( 'are told apart by their order', () => {
		expect( found( 'be kind. x be kind. be kind.', shownPage( 'be kind x be kind be kind' ) ) )
			.toBe( 'be@0 kind@1 x@2 be@3 kind@4 be@5 kind@6' );
	} );

	it( 'are ambiguous where the page has fewer', () => {
		expect( found( 'a b c be kind be kind d e f', shownPage( 'a b c be kind d e f' ) ) )
			.toBe( 'a@0 b@1 c@2 be~ kind~ be~ kind~ d@5 e@6 f@7' );
	} );

	it( 'are ambiguous where the page has more and nothing tells where', () => {
		expect( found( 'a b c be kind d e f', shownPage( 'a b c be kind be kind d e f' ) ) )
			.toBe( 'a@0 b@1 c@2 be~ kind~ d@7 e@8 f@9' );
		expect( found( 'x {{A}} be kind {{B}} y', shownPage( 'x be kind be kind y' ) ) )
			.toBe( 'x@0 A- be~ kind~ B- y@5' );
	} );

	it( 'are told apart by the place of a template', () => {
		expect( found( 'x be kind {{A}} y', shownPage( 'x be kind be kind y' ) ) )
			.toBe( 'x@0 be@1 kind@2 A- y@5' );
		expect( found( 'x {{A}} be kind y', shownPage( 'x be kind be kind y' ) ) )
			.toBe( 'x@0 A- be@3 kind@4 y@5' );
	} );

	it( 'are not found one by one in a text of others', () => {
		expect( found( 'a b c the d e f', shownPage( 'a b c x the y z' ) ) )
			.toBe( 'a@0 b@1 c@2 the! d! e! f!' );
	} );
} );

describe( 'any page', () => {
	const word = fc.constantFrom( 'be', 'kind', 'to', 'all', 'the', 'of' );
	const text = fc.array( word, { maxLength: 60 } );

	it( 'shows the words of plain text at their places', () => {
		fc.assert( fc.property( text, ( words ) => {
			const located = locateWords( wordsOf( words.join( ' ' ) ), shownPage( words.join( ' ' ) ) );
			expect( Array.from( located.shows ) ).toEqual( [ ...words.keys() ] );
		} ) );
	} );

	it( 'has equal words, each once, wherever words are found', () => {
		const part = fc.oneof( word, fc.constantFrom(
			'[[', ']]', '{{', '}}', '|', '=', '\n', '\'\'', '\'\'\'', '<ref>', '</ref>', '<!--', '-->',
			'<nowiki>', '</nowiki>', '{|', '|}', '&amp;', '&eacute;', '-{', '}-', '[http://x ', ']', '<b>'
		) );
		const wikitext = fc.array( part, { maxLength: 60 } ).map( ( parts ) => parts.join( ' ' ) );
		fc.assert( fc.property( wikitext, text, ( source, shown ) => {
			const words = wordsOf( source );
			const page = shownPage( shown.join( ' ' ) );
			const { states, pieces } = locateWords( words, page );
			pieces.word.forEach( ( number, i ) => {
				const piece = page.texts[ pieces.rendered[ i ] as number ]
					?.slice( pieces.from[ i ], pieces.to[ i ] );
				expect( states[ number ] ).toBe( WORD_LOCATED );
				expect( piece ).toBe( words.texts[ number ] );
			} );
			expect( new Set( pieces.rendered ).size ).toBe( pieces.rendered.length );
		} ), { numRuns: 300 } );
	} );
} );

describe( 'hostile pages', () => {
	const many = 50_000;
	const same = ( count: number ): string => 'a '.repeat( count );

	it( 'of one word are told by their number alone', () => {
		const words = wordsOf( same( many ) );
		expect( countStates( locateWords( words, shownPage( same( many ) ) ) )[ WORD_LOCATED ] )
			.toBe( many );
		for ( const other of [ many - 1, many + 1 ] ) {
			const located = locateWords( words, shownPage( same( other ) ) );
			expect( countStates( located )[ WORD_AMBIGUOUS ] ).toBe( many );
		}
		expect( countStates( locateWords( words, shownPage( 'a' ) ) )[ WORD_LOCATED ] ).toBe( 0 );
	} );

	// Each takes well below a second; a way that grows with the square takes minutes.
	it.each( [
		'{{', '[[', '{{a|b}}', '[[a|', '[[a|b]]', '<b a', '<b>a', '<ref>a</ref>', '<ref>', '[http://x ',
		'-{a ', '\'\'a ', '&a', '__A', '\n{|\n|a||b', '\n{|\n|a|', '<!--a-->', '\n=a', '<i hidden>a',
		'<nowiki>', ']]]', '{{a|[[b|<i>c', '[[File:a|thumb|', '<poem><ref><gallery>', '{{a|b '
	] )( 'of many %j are read in time', ( unit ) => {
		const text = unit.repeat( Math.ceil( 200_000 / unit.length ) );
		expect( () => locateWords( wordsOf( text ), shownPage( 'a b c' ) ) ).not.toThrow();
	}, 10_000 );

	it( 'of many nested templates and links are read in time', () => {
		for ( const [ open, close ] of [ [ '{{a|b ', '}}' ], [ '[[a|b ', ']]' ] ] as const ) {
			const text = open.repeat( 20_000 ) + close.repeat( 20_000 );
			expect( locateWords( wordsOf( text ), shownPage( 'b' ) ).states.length ).toBe( 40_000 );
		}
	}, 10_000 );
} );

const node = join( root, '..', 'shared', 'data', 'node_moderation.json' );

it.skipIf( !existsSync( node ) )( 'most words of a long page are found', () => {
	const history = JSON.parse( readFileSync( node, 'utf8' ) ) as { text: string }[];
	const text = history.slice( -11 )
		.map( ( revision, i ) => `== Part ${ i } ==\n${ revision.text }` ).join( '\n' );
	const words = wordsOf( text );
	const located = locateWords( words, shownPage( text ) );
	expect( countStates( located )[ WORD_LOCATED ] ).toBeGreaterThan( words.texts.length * 0.9 );
} );
