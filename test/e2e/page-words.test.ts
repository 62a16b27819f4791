import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../build/root';
import {
	locateWords, WORD_AMBIGUOUS, WORD_LOCATED, WORD_NOT_FOUND, type RenderedWords
} from '../../src/trace/locate-words';
import { countStates, wordsOf } from '../trace/located';
import { visit, wiki } from './browser';
import { DEPLOYED } from './names';

const parsers = [ [ 'the old parser', {} ], [ 'Parsoid', { useparsoid: '1' } ] ] as const;

/** Each construct has words of its own: `seen` are shown once, `hidden` never. */
const parts: { wikitext: string; seen: string; hidden?: string }[] = [
	{ wikitext: 'Zalead zaplain \'\'\'zabold\'\'\' \'\'zaitalic\'\' zaend.', seen: 'Zalead zaplain zabold zaitalic zaend' },
	{ wikitext: '\n== Zbhead \'\'zbslant\'\' ==\nZbtext.', seen: 'Zbhead zbslant Zbtext' },
	{ wikitext: '[[Zctarget|zclabel]] [[zcplain]] [https://zc.example/zcpath zcext] zcend', seen: 'zclabel zcplain zcext zcend', hidden: 'Zctarget zcpath' },
	{ wikitext: 'Zdone&nbsp;zdtwo &amp; zdthree &lt;zdfour&gt;', seen: 'Zdone zdtwo zdthree zdfour', hidden: 'nbsp amp lt gt' },
	{ wikitext: '* Zelist\n** Zedeep\n# Zenumber\n; Zeterm\n: Zedef', seen: 'Zelist Zedeep Zenumber Zeterm Zedef' },
	{ wikitext: '{| class="zfclass"\n|+ Zfcaption\n! Zfhead !! Zfmore\n|- style="color: zfcolour"\n| title="zftitle" | Zfcell || Zfother\n|}', seen: 'Zfcaption Zfhead Zfmore Zfcell Zfother', hidden: 'zfclass zfcolour zftitle' },
	{ wikitext: 'Zgnote<ref name="zgname">Zgref [https://zg.example/zgpath zglink]</ref> zgend<ref name="zgname" />', seen: 'Zgnote zgend Zgref zglink', hidden: 'zgname zgpath' },
	{ wikitext: 'Zhbefore {{Page words echo|Zhargument zhin zhone zhpiece}} zhbehind', seen: 'Zhbefore Zhargument zhin zhone zhpiece zhbehind' },
	{ wikitext: 'Zibefore {{Page words boilerplate|zihidden=zinever}} zibehind', seen: 'Zibefore zibehind', hidden: 'zihidden' },
	{ wikitext: 'Zjtext <!-- zjcomment --> zjend <nowiki>[[zjraw|zjlink]]</nowiki> __NOEDITSECTION__', seen: 'Zjtext zjend zjraw zjlink', hidden: 'zjcomment' },
	{ wikitext: '<translate>\n<!--T:1-->\nZktext <tvar name="zkname">zkvar</tvar> zkend\n</translate>', seen: 'Zktext zkvar zkend', hidden: 'zkname' },
	{ wikitext: '[[File:Zlfile.jpg|thumb|left|alt=zlalt|Zlcaption \'\'zlslant\'\']]\n\nZlend', seen: 'Zlcaption zlslant Zlend', hidden: 'Zlfile zlalt' },
	{ wikitext: 'مرحبا بالعالم שלום ברוך 行為準則', seen: 'مرحبا بالعالم שלום ברוך 行 為 準 則' },
	{ wikitext: '\n=== Zmsub ===\nZmtext <span style="display: none">zmgone</span> zmend [[Category:Zmcategory]]', seen: 'Zmsub Zmtext zmend', hidden: 'zmgone Zmcategory' },
	{ wikitext: '<blockquote>Znquote</blockquote>\n<pre>Znpre</pre>\n\nZnend', seen: 'Znquote Znpre Znend' }
];

/** Sentences that stand several times, with a template between that says the same once more. */
const twins = 'Everyone must be kind. Everyone must be kind.\n\n== Zoapart ==\nEveryone must be kind.\n\n' +
	'{{Page words kindness}}\n\n== Zolast ==\nEveryone must be kind.';

const everything = `${ parts.map( ( { wikitext } ) => wikitext ).join( '\n\n' ) }\n\n${ twins }\n\n== Zpnotes ==\n<references />`;

/** Histories that are no part of the project: used where they lie beside it. */
const data = join( root, '..', 'shared', 'data' );
const histories = existsSync( data ) ? [ 'mw_anarchism_0_600', 'mw_hallo' ] : [];

function lastText( name: string ): string {
	const history = JSON.parse( readFileSync( join( data, `${ name }.json` ), 'utf8' ) ) as
		{ text: string }[];
	return history[ history.length - 1 ]?.text ?? '';
}

const rule = 'Every member of the \'\'\'committee\'\'\' must be \'\'kind\'\' to all people there. ';
const long = `${ rule.repeat( 24 ) }\n\n`.repeat( 110 );

let script = '';

interface BrowserPage extends RenderedWords {
	blockStarts: number[];
	blockKinds: number[];
	/** The text in the range of each word, and the element in which it begins. */
	ranges: string[];
	parents: string[];
	/** Milliseconds that reading took, the best of several. */
	ms: number;
}

/** Reads the words of an open page as the reader script would. */
async function readWords( page: Page ): Promise<BrowserPage> {
	await page.evaluate( script );
	return page.evaluate( () => {
		const { readPageWords } = ( window as unknown as {
			pageWords: typeof import( '../../src/reader/page-words' );
		} ).pageWords;
		let ms = Infinity;
		let words = readPageWords();
		for ( let i = 0; i < 5; i++ ) {
			const start = performance.now();
			words = readPageWords();
			ms = Math.min( ms, performance.now() - start );
		}
		const places = words.texts.map( ( _text, i ) => words.placeOf( i ) );
		return {
			texts: words.texts,
			blockStarts: Array.from( words.blockStarts ),
			blockKinds: Array.from( words.blockKinds ),
			ms,
			parents: places.map( ( place ) => place.startContainer.parentElement?.tagName ?? '' ),
			ranges: places.map( ( place ) => {
				const range = document.createRange();
				range.setStart( place.startContainer, place.startOffset );
				range.setEnd( place.endContainer, place.endOffset );
				return range.toString();
			} )
		};
	} );
}

/** What was read, by title and parser. */
const pages = new Map<string, BrowserPage>();

function pageOf( title: string, parser: string ): BrowserPage {
	const page = pages.get( `${ title } by ${ parser }` );
	if ( !page ) {
		throw new Error( `"${ title }" was not read.` );
	}
	return page;
}

beforeAll( async () => {
	const built = await build( {
		entryPoints: [ join( root, 'src', 'reader', 'page-words.ts' ) ],
		bundle: true, write: false, format: 'iife', globalName: 'pageWords', target: 'es2016'
	} );
	// A global of the page, not of the function that evaluates it.
	script = `${ built.outputFiles[ 0 ]?.text ?? '' }\nwindow.pageWords = pageWords;`;
	await wiki.editPages( [
		{ title: 'Template:Page words echo', text: '{{{1}}}' },
		{ title: 'Template:Page words boilerplate', text: 'what a template says by itself' },
		{ title: 'Template:Page words kindness', text: 'Everyone must be kind.' },
		{ title: 'Page words', text: everything },
		{ title: 'Page words long', text: long },
		...histories.map( ( name ) => ( { title: `Page words ${ name }`, text: lastText( name ) } ) )
	] );
	// All in one tab: what is tested is what was read, and opening a browser takes seconds.
	const opened = await visit( 'Page words long', { gadget: false, covered: false } );
	pages.set( 'Page words long by the old parser', await readWords( opened.page ) );
	for ( const [ parser, query ] of parsers ) {
		for ( const title of [ 'Page words', ...histories.map( ( name ) => `Page words ${ name }` ) ] ) {
			await opened.go( title, query );
			pages.set( `${ title } by ${ parser }`, await readWords( opened.page ) );
		}
	}
} );

afterAll( () => wiki.restore( DEPLOYED ) );

describe.each( parsers )( 'on a page by %s', ( parser ) => {
	test( 'each word is found at its place', () => {
		const page = pageOf( 'Page words', parser );
		expect( page.ranges ).toEqual( page.texts );
		const words = wordsOf( everything );
		const { states, shows } = locateWords( words, page );
		for ( const { seen, hidden = '' } of parts ) {
			for ( const word of seen.split( ' ' ) ) {
				const shown = page.texts.indexOf( word );
				expect( page.texts.lastIndexOf( word ), `${ word } is shown once` ).toBe( shown );
				expect( words.texts[ shows[ shown ] ?? -1 ], `${ word } is found` ).toBe( word );
			}
			for ( const word of hidden.split( ' ' ).filter( Boolean ) ) {
				const written = words.texts.indexOf( word );
				expect( states[ written ], `${ word } is markup` ).toBe( 0 );
			}
		}
		expect( Array.from( states ) ).not.toContain( WORD_NOT_FOUND );
	} );

	test( 'words stand in the elements that they are written in', () => {
		const page = pageOf( 'Page words', parser );
		const parentOf = ( word: string ): string => page.parents[ page.texts.indexOf( word ) ] ?? '';
		expect( [ 'zabold', 'zaitalic', 'zclabel', 'Zfcell', 'Zfhead', 'Znpre' ].map( parentOf ) )
			.toEqual( [ 'B', 'I', 'A', 'TD', 'TH', 'PRE' ] );
		expect( page.texts ).not.toContain( 'edit' );
		expect( page.texts ).not.toContain( 'Contents' );
	} );

	test( 'sentences that stand several times are told apart by their order', () => {
		const page = pageOf( 'Page words', parser );
		const words = wordsOf( everything );
		const { states, shows } = locateWords( words, page );
		const written = [ ...words.texts.keys() ].filter( ( i ) => words.texts[ i ] === 'kind' );
		const shown = [ ...page.texts.keys() ].filter( ( i ) => page.texts[ i ] === 'kind' );
		expect( [ written.length, shown.length ] ).toEqual( [ 4, 5 ] );
		// The template's own sentence is the fourth of the page.
		const truth = [ written[ 0 ], written[ 1 ], written[ 2 ], -1, written[ 3 ] ];
		expect( shown.map( ( place ) => shows[ place ] ) ).toEqual( truth );
		expect( written.every( ( word ) => states[ word ] === WORD_LOCATED ) ).toBe( true );
	} );

	test.skipIf( !existsSync( data ) ).each( [
		[ 'mw_anarchism_0_600', 0.999 ], [ 'mw_hallo', 0.97 ]
	] as const )( 'nearly all words of %s are found', ( name, share ) => {
		const text = lastText( name );
		const real = pageOf( `Page words ${ name }`, parser );
		const counts = countStates( locateWords( wordsOf( text ), real ) );
		const [ , perhaps = 0, missing = 0, ambiguous = 0, located = 0 ] = counts;
		process.stdout.write( `${ name } by ${ parser }: ${ located } located, ${ ambiguous } ambiguous, ${ missing } not found, ${ perhaps } perhaps; read in ${ real.ms.toFixed( 1 ) } ms\n` );
		expect( ambiguous ).toBe( counts[ WORD_AMBIGUOUS ] );
		expect( located / ( located + missing + ambiguous ) ).toBeGreaterThan( share );
	} );
} );

test( 'a long page is read quickly', () => {
	const page = pageOf( 'Page words long', 'the old parser' );
	process.stdout.write( `${ long.length } characters, ${ page.texts.length } words, read in ${ page.ms.toFixed( 1 ) } ms\n` );
	expect( page.texts.length ).toBeGreaterThan( 25_000 );
	// About 20 ms; the bound leaves room for a busy machine.
	expect( page.ms ).toBeLessThan( 200 );
} );
