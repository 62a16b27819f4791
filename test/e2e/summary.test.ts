/** The summary as a wiki renders and saves it, with logs in which every text is an attack. */
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendSummary, mergeSummary } from '../../src/export/merge-summary';
import { summaryDocument } from '../../src/export/summary-document';
import { summaryWikitext } from '../../src/export/summary-wikitext';
import { webAnnotations } from '../../src/export/web-annotations';
import type { ExportInput } from '../../src/export/types';
import { escapeWikitext, outsideLink, wikiLink } from '../../src/export/wikitext';
import { inputOf, wikiOf, wordsOf } from '../export/fixture';
import { attacks, hostileText, randomLog } from '../export/random-logs';
import { squeezed, visibleTexts } from '../export/visible-text';
import { testWiki, visit, wiki } from './browser';
import { DEPLOYED } from './names';

/** Numbers of books and standards become links where a wiki wants that. */
const SETTINGS = 'summary';
const MAGIC_LINKS = '$wgEnableMagicLinks = [ "ISBN" => true, "PMID" => true, "RFC" => true ];';
const API = `${ testWiki.url }/w/api.php`;

interface Parsed {
	text: string;
	links: { title: string }[];
	templates: unknown[];
	categories: unknown[];
	images: unknown[];
	externallinks: string[];
	langlinks: unknown[];
	iwlinks: unknown[];
	properties: Record<string, unknown>;
	sections: { line: string; level: string }[];
}

/** Whether the wiki saves what it was sent is another test: here it is saved nowhere. */
async function parse( text: string, more: Record<string, string> = {} ): Promise<Parsed> {
	const response = await fetch( API, { method: 'POST', body: new URLSearchParams( {
		action: 'parse', format: 'json', formatversion: '2', contentmodel: 'wikitext', title: 'Summary', text, pst: '1',
		prop: 'text|links|templates|categories|images|externallinks|langlinks|iwlinks|properties|sections',
		disablelimitreport: '1', disableeditsection: '1', wrapoutputclass: '', ...more
	} ) } );
	const { parse: parsed, error } = await response.json() as { parse: Parsed; error?: unknown };
	expect( error ).toBeUndefined();
	return parsed;
}

/** Nothing of a text became anything but text. */
function expectInert( parsed: Parsed ): void {
	const { templates, categories, images, langlinks, iwlinks, properties } = parsed;
	expect( { templates, categories, images, langlinks, iwlinks, properties } ).toEqual( {
		templates: [], categories: [], images: [], langlinks: [], iwlinks: [], properties: {}
	} );
}

/** Headings, paragraphs and items of lists, without the items within. */
function shownTexts( html: string ): string[] {
	const { document } = new JSDOM( html ).window;
	document.querySelectorAll( '#toc, .toc, .mw-editsection, style' ).forEach( ( node ) => node.remove() );
	return [ ...document.querySelectorAll( 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, pre, hr' ) ].map( ( node ) => {
		const own = node.cloneNode( true ) as Element;
		own.querySelectorAll( 'ul, ol, dl' ).forEach( ( list ) => list.remove() );
		return squeezed( own.textContent ?? '' );
	} );
}

/** The visible text of one hostile text. */
function shownText( text: string ): string {
	return visibleTexts( [ { kind: 'paragraph', text: [ { kind: 'own', text } ] } ] )[ 0 ] ?? '';
}

beforeAll( () => wiki.setSettings( SETTINGS, MAGIC_LINKS ) );

afterAll( async () => {
	await wiki.setSettings( SETTINGS, null );
	await wiki.restore( DEPLOYED );
} );

describe( 'hostile text', () => {
	const texts = [ ...attacks, ...fc.sample( hostileText, { numRuns: 400, seed: 141791 } ) ];

	test.each( [
		[ 'at the beginning of a paragraph', ( text: string ) => `${ text }\n\n` ],
		[ 'in an item of a list', ( text: string ) => `* ${ text }\n` ],
		[ 'in bold', ( text: string ) => `* '''${ text }'''\n` ],
		[ 'in an element', ( text: string ) => `* <bdi>${ text }</bdi>\n` ],
		[ 'in a heading', ( text: string ) => `=== ${ text } ===\n` ],
		[ 'in a cell of a table', ( text: string ) => `* \n\n{|\n| ${ text }\n|}\n\n` ]
	] )( '%s is shown as it is, and nothing else', async ( _name, around ) => {
		const parsed = await parse( `__NOEDITSECTION__\n${ texts.map( ( text ) => around( escapeWikitext( text ) ) ).join( '' ) }` );
		const { noeditsection, ...properties } = parsed.properties;
		expect( noeditsection ).toBeDefined();
		expectInert( { ...parsed, properties } );
		expect( parsed.links ).toEqual( [] );
		expect( parsed.externallinks ).toEqual( [] );
		expect( shownTexts( parsed.text ).filter( Boolean ) )
			.toEqual( texts.map( shownText ).filter( Boolean ) );
	} );

	test( 'is acted on by these very wikis where it is not escaped', async () => {
		const [ wikitext ] = attacks;
		expect( ( await parse( `${ wikitext } [[Category:Attack]] [[File:Attack.png]] __NOTOC__` ) ) ).toMatchObject( {
			templates: expect.arrayContaining( [ expect.objectContaining( { title: 'Template:Main Page' } ) ] ),
			categories: expect.arrayContaining( [ expect.objectContaining( { category: 'Attack' } ) ] ),
			images: [ 'Attack.png' ],
			properties: { notoc: '' }
		} );
		expect( ( await parse( 'ISBN 978-0-306-40615-7 RFC 2324 PMID 123456' ) ).text.match( /mw-magiclink/g ) ).toHaveLength( 3 );
		await wiki.setSettings( SETTINGS, `${ MAGIC_LINKS } $wgLanguageCode = 'zh';` );
		expect( shownTexts( ( await parse( '-{zh-hans:attack; zh-hant:ATTACK}-' ) ).text ) ).toEqual( [ 'attack' ] );
		await wiki.setSettings( SETTINGS, `${ MAGIC_LINKS } $wgLanguageCode = 'ja';` );
		expect( ( await parse( '＿＿目次＿＿' ) ).properties ).toEqual( { toc: '' } );
		await wiki.setSettings( SETTINGS, MAGIC_LINKS );
	} );

	test.each( [ 'zh', 'ja', 'ar' ] )( 'is shown as it is on a wiki in %s', async ( language ) => {
		await wiki.setSettings( SETTINGS, `${ MAGIC_LINKS } $wgLanguageCode = '${ language }';` );
		const parsed = await parse( texts.map( ( text ) => `* ${ escapeWikitext( text ) }\n` ).join( '' ) );
		await wiki.setSettings( SETTINGS, MAGIC_LINKS );
		expectInert( parsed );
		expect( shownTexts( parsed.text ) ).toEqual( texts.map( shownText ) );
	} );

	test.each( [ '100%ab', '%80', 'of %5B and %41', '%', '%7C%0A', '%EF%BF%BD' ] )( 'as the heading of a section (%s) is linked to all the same', async ( heading ) => {
		const { text } = await parse( `* ${ wikiLink( 'Main Page', heading, 'label' ) }\n` );
		const link = new JSDOM( text ).window.document.querySelector( 'a' );
		expect( link?.textContent ).toBe( 'label' );
	} );

	test( 'as the label of a link changes nothing about it, as its target leads nowhere else', async () => {
		const parsed = await parse( texts.map( ( text ) => {
			const label = escapeWikitext( text ) || 'x';
			return `* ${ wikiLink( 'Category:A page', text, label ) }\n* ${ outsideLink( `https://example.org/${ text }`, label ) }\n* ${ wikiLink( text, '', label ) }\n`;
		} ).join( '' ) );
		expectInert( parsed );
		expect( parsed.externallinks.filter( ( url ) => !url.startsWith( 'https://example.org/' ) ) ).toEqual( [] );
		expect( shownTexts( parsed.text ) ).toEqual( texts.flatMap( ( text ) => Array( 3 ).fill( shownText( text ) || 'x' ) ) );
	} );
} );

describe( 'the summary', () => {
	function inputs(): ExportInput[] {
		const arabic = { words: wordsOf( 'ar' ), wiki: wikiOf( 'rtl', 'ar' ) };
		return fc.sample( randomLog, { numRuns: 12, seed: 141791 } )
			.map( ( log, index ) => inputOf( { log }, index % 3 ? {} : arabic ) );
	}

	test( 'of any log is rendered as it was meant', async () => {
		for ( const input of [ inputOf(), ...inputs() ] ) {
			const parsed = await parse( summaryWikitext( input ) );
			expectInert( parsed );
			// The table of contents is the wiki's own.
			expect( shownTexts( parsed.text ) ).toEqual( visibleTexts( summaryDocument( input ) ) );
		}
	} );

	test( 'is saved letter for letter, and saving it again would change nothing', async () => {
		for ( const [ index, input ] of inputs().slice( 0, 4 ).entries() ) {
			const title = `Summary ${ index }`;
			const summary = summaryWikitext( input );
			await wiki.editPage( title, appendSummary( 'People wrote this.\n', summary ) );
			const response = await fetch( `${ testWiki.url }/w/index.php?title=Summary_${ index }&action=raw` );
			const saved = await response.text();
			expect( saved ).toBe( `People wrote this.\n\n${ summary }` );
			expect( mergeSummary( saved, summary ) ).toEqual( { text: saved, changed: false } );
		}
	} );

	test( 'is read without the gadget: links lead to entries, sections and differences', async () => {
		await wiki.editPage( 'Summary', summaryWikitext( inputOf() ) );
		const { page } = await visit( 'Summary', { gadget: false, covered: false } );
		const content = page.locator( '.mw-parser-output' );
		await content.getByRole( 'link', { name: 'May the hives stand next to the path?' } ).first().click();
		expect( new URL( page.url() ).hash ).toBe( '#advice-bees' );
		expect( await page.locator( '[id="advice-bees"]' ).textContent() ).toBe( 'May the hives stand next to the path?' );
		expect( await content.getByRole( 'link', { name: 'Edit 112' } ).first().getAttribute( 'href' ) ).toMatch( /Special:Diff\/112$/ );
		expect( await content.getByRole( 'link', { name: 'Ladders', exact: true } ).first().getAttribute( 'href' ) ).toMatch( /Orchard_Rules.*(?:#Ladders|redlink=1)$/ );
	} );

	test( 'fits into the window of a phone', async () => {
		await wiki.editPage( 'Summary', summaryWikitext( inputOf() ) );
		const { page } = await visit( 'Summary', {
			gadget: false, covered: false, skin: 'minerva', context: { viewport: { width: 320, height: 640 } }
		} );
		expect( await page.evaluate( () => document.documentElement.scrollWidth ) )
			.toBeLessThanOrEqual( 320 );
	} );
} );

interface Target {
	source: { id: string };
	selector: { start: number; end: number; exact: string }[];
}

describe( 'an annotation', () => {
	test( 'points at its words in the wikitext that the wiki gives for the revision', async () => {
		const input = inputOf();
		const [ page ] = [ ...input.account.words?.pages.values() ?? [] ];
		const text = `😀 ${ page?.text ?? '' }`;
		const revision = await wiki.editPage( 'Annotated', text );
		const shift = ( offset: number ): number => offset + '😀 '.length;
		const annotated = {
			...page as NonNullable<typeof page>, revision, text,
			starts: page!.starts.map( shift ), ends: page!.ends.map( shift )
		};
		input.account.words = {
			...input.account.words as NonNullable<typeof input.account.words>,
			pages: new Map( [ [ annotated.title, annotated ] ] )
		};
		const wikiHere = { ...input.wiki, revisionUrl: ( id: number ) => `${ testWiki.url }/w/index.php?oldid=${ id }` };
		const { first } = JSON.parse( webAnnotations( { ...input, wiki: wikiHere } ) ) as {
			first: { items: { target: Target[] }[] };
		};
		const [ shown, written ] = first.items[ 0 ]!.target;
		const wikitext = await ( await fetch( written!.source.id ) ).text();
		const [ position, quote ] = written!.selector;
		expect( [ ...wikitext ].slice( position!.start, position!.end ).join( '' ) ).toBe( 'two metres' );
		expect( quote!.exact ).toBe( 'two metres' );
		const html = await ( await fetch( shown!.source.id ) ).text();
		expect( html ).toContain( 'Climb not higher than two metres. Whoever climbs' );
	} );
} );
