import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RULES } from '../../demo/fictional-policy/names';
import type { AdviceLog } from '../../src/log/types';
import { findBarriers } from './axe';
import { testWiki, visit, wiki } from './browser';
import { markers, nextFrame, waitForMarkers } from './gadget';
import { pageOf } from './drafts';
import { draftWithLog, plainDraft } from './logs';
import { DEPLOYED } from './names';
import { misfits, NOTE_PARTS, notesOf, shoot } from './notes';
import { text } from './texts';

const DRAFT = pageOf( 'Cited talk' );
const TALK = `Talk:${ DRAFT }`;
const TALK_TEXT = `== When is the gate open? ==
By day.

== Wie tief ist der Brunnen? ==
Very deep.

== Who sweeps? ==
Everybody.`;

async function wikitextOf( title: string ): Promise<string> {
	const query = new URLSearchParams( { action: 'raw', title } );
	return ( await fetch( `${ testWiki.url }/w/index.php?${ query.toString() }` ) ).text();
}

/** Headings of the page that have a marker below them, by their numbers. */
function markedHeadings( page: Page ): Promise<number[]> {
	return page.evaluate( () => {
		const headings = Array.from( document.querySelectorAll(
			'#mw-content-text .mw-parser-output > :is( h2, h3, h4, .mw-heading )'
		) );
		return headings.flatMap( ( heading, index ) => (
			heading.nextElementSibling?.matches( '.advice-provenance-marker-row' ) ? [ index ] : []
		) );
	} );
}

/** The log of the draft whose talk page is cited. */
function citingLog(): AdviceLog {
	const address = `https://${ new URL( testWiki.url ).host }/wiki/Talk:Draft:_Cited_talk`;
	return {
		schemaVersion: 1,
		draft: plainDraft( 'Cited talk' ),
		entries: [
			{
				id: 'gate',
				request: {
					question: 'When should the gate be open?',
					sources: [ { url: `${ address }#When_is_the_gate_open?` } ]
				}
			},
			{
				id: 'well',
				request: { question: 'May children draw water?' },
				advice: [ {
					id: 'well.1',
					summary: 'With a lid on the well.',
					sources: [ { title: `${ TALK }#Wie tief ist der Brunnen?` } ]
				} ]
			},
			{
				id: 'lost',
				request: { question: 'Who locks up?', sources: [ { url: `${ address }#Archived` } ] }
			},
			{
				id: 'foreign',
				request: { question: 'Elsewhere?', sources: [ { url: 'https://wiki.example/#Who_sweeps?' } ] }
			}
		]
	};
}

beforeAll( async () => {
	let count = 0;
	const translated = ( await wikitextOf( RULES ) )
		.replace( /<\/?translate>|<!--T:\d+-->/g, '' )
		.replace( /^(=+)[^=\n]+\1[ \t]*$/gm, ( _line, marks: string ) => `${ marks } Abschnitt ${ ++count } ${ marks }` );
	await wiki.editPages( [
		{ title: `${ RULES }/de`, text: translated },
		{ title: `${ RULES }/fr`, text: `${ translated }\n== Encore ==\nUne section de plus.` },
		...draftWithLog( 'Cited talk', citingLog() ),
		{ title: TALK, text: TALK_TEXT }
	] );
} );

afterAll( async () => {
	await wiki.restore( DEPLOYED );
} );

describe( 'a translation', () => {
	test.each( [ 'vector-2022', 'minerva' ] as const )( 'in %s has the markers of its source, by the order of sections', async ( skin ) => {
		const opened = await visit( RULES, { skin } );
		await waitForMarkers( opened.page );
		expect( await opened.page.locator( '#t-advice-provenance-marks' ).count() ).toBe( 1 );
		const expected = await markedHeadings( opened.page );
		expect( expected.length ).toBeGreaterThan( 5 );
		const { apiRequests, page } = opened;
		apiRequests.length = 0;
		await opened.go( `${ RULES }/de` );
		await waitForMarkers( page );
		expect( apiRequests ).toHaveLength( 1 );
		expect( await markedHeadings( page ) ).toEqual( expected );
		const note = notesOf( page );
		expect( await note.innerText() ).toContain( text( 'notes-translation' ) );
		expect( await note.getByRole( 'link' ).getAttribute( 'href' ) ).toContain( '/wiki/Lantern_Orchard_Rules' );
		// Words of the source cannot be marked in another language.
		expect( await page.locator( '#t-advice-provenance' ).count() ).toBe( 1 );
		expect( await page.locator( '#t-advice-provenance-marks' ).count() ).toBe( 0 );
		await markers( page ).nth( 1 ).click();
		await page.getByRole( 'dialog' ).getByText( 'Quill & Sedge' ).first().waitFor();
		await shoot( page, `translation-${ skin }` );
		await page.keyboard.press( 'Escape' );
		await nextFrame( page );
		expect( await misfits( page ) ).toEqual( [] );
		expect( await findBarriers( page, NOTE_PARTS ) ).toEqual( [] );
	} );

	test( 'with other sections has the note alone', async () => {
		const { page, apiRequests } = await visit( `${ RULES }/fr` );
		await notesOf( page ).getByText( text( 'notes-translation-differs' ) ).waitFor();
		expect( apiRequests ).toHaveLength( 1 );
		expect( await markers( page ).count() ).toBe( 0 );
	} );
} );

describe( 'the talk page', () => {
	test.each( [ false, true ] )( 'links topics that the log cites to it (new headings: %s)', async ( isNew ) => {
		await wiki.setSettings( 'headings', isNew ? '$wgParserEnableLegacyHeadingDOM = false;' : null );
		const { page, apiRequests } = await visit( TALK, { skin: isNew ? 'minerva' : 'vector-2022' } );
		const topics = page.locator( '.advice-provenance-note-topic' );
		await topics.first().waitFor();
		expect( apiRequests ).toHaveLength( 1 );
		const found = await topics.evaluateAll( ( nodes ) => nodes.map( ( node ) => [
			node.previousElementSibling?.querySelector( '.mw-headline, h2' )?.textContent,
			...Array.from( node.querySelectorAll( 'a' ), ( link ) => link.textContent ),
			...Array.from( node.querySelectorAll( 'a' ), ( link ) => link.getAttribute( 'href' ) )
		] ) );
		expect( found ).toEqual( [
			[ 'When is the gate open?', 'When should the gate be open?', expect.stringMatching( /\/wiki\/Draft:_Cited_talk#advice\/gate$/ ) ],
			[ 'Wie tief ist der Brunnen?', 'With a lid on the well.', expect.stringMatching( /#advice\/well%2Fwell\.1$/ ) ]
		] );
		// A topic that is not there any more still has its citation at the page.
		await notesOf( page ).locator( 'summary' ).click();
		expect( await notesOf( page ).getByRole( 'listitem' ).allInnerTexts() )
			.toEqual( [ expect.stringContaining( 'Who locks up?' ) ] );
		await shoot( page, `talk-${ isNew ? 'minerva' : 'vector-2022' }` );
		expect( await misfits( page ) ).toEqual( [] );
		expect( await findBarriers( page, NOTE_PARTS ) ).toEqual( [] );
		await wiki.setSettings( 'headings', null );
	} );
} );
