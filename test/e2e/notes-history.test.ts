import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOG, RULES } from '../../demo/fictional-policy/names';
import { asAdmin } from './admin';
import { findBarriers } from './axe';
import { visit, wiki, type Skin } from './browser';
import { hasFocus, markers, nextFrame } from './gadget';
import { DEPLOYED } from './names';
import { ask, misfits, NOTE_PARTS, notesOf, revisionWith, shoot } from './notes';
import { text } from './texts';

const HOB = 'Hob Nettlefield (invented)';
const MARROW = 'Professor Ottoline Marrow (invented)';
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

const views: [ Skin, string, Record<string, string>, object ][] = [
	[ 'vector-2022', 'light', {}, {} ],
	[ 'vector-2022', 'dark, from right to left', { vectornightmode: '1', uselang: 'ur' }, {} ],
	[ 'minerva', 'on a phone', {}, phone ]
];

/** An edit of the story by words of its summary. */
let lamps: { base: number; last: number };
let quiet: { base: number; last: number };
let vandal: { base: number; last: number };
let undone: { base: number; last: number };

beforeAll( async () => {
	lamps = await revisionWith( RULES, 'Lamps instead of candles' );
	quiet = await revisionWith( RULES, 'Evenings in summer' );
	vandal = await revisionWith( RULES, 'grammar' );
	undone = await revisionWith( RULES, 'Undo the edit of SlugKing99' );
} );

afterAll( async () => {
	await wiki.restore( DEPLOYED );
} );

describe.each( views )( 'the history in %s, %s', ( skin, name, query, context ) => {
	test( 'has badges on edits that applied advice, and then on those that removed its words', async () => {
		const { page, apiRequests } = await visit( RULES, {
			skin, context, query: { action: 'history', limit: '200', ...query }
		} );
		await notesOf( page ).waitFor();
		expect( apiRequests ).toHaveLength( 1 );
		const badgesOf = ( revision: number ): Promise<string[]> => page
			.locator( `li[data-mw-revid="${ revision }"] .advice-provenance-note-badge` ).allInnerTexts();
		expect( await badgesOf( lamps.last ) ).toEqual( [ text( 'notes-history-applied', HOB ) ] );
		expect( await page.locator( `li[data-mw-revid="${ lamps.last }"]` )
			.getByRole( 'link', { name: text( 'notes-history-applied', HOB ) } ).getAttribute( 'href' ) )
			.toMatch( /#advice\/lo-08%2Flo-08\.2$/ );
		expect( await badgesOf( quiet.last ) ).toEqual( [] );

		const answer = await ask( page, 'notes-ask-history' );
		expect( await hasFocus( answer.getByRole( 'status' ) ) ).toBe( true );
		expect( await badgesOf( quiet.last ) ).toEqual( [ text( 'notes-history-removed', 14, MARROW ) ] );
		expect( await badgesOf( lamps.last ) ).toEqual( [
			text( 'notes-history-applied', HOB ), text( 'notes-history-removed', 12, HOB )
		] );
		// What it removed was brought back.
		expect( await badgesOf( vandal.last ) ).toEqual( [] );

		// Nothing is offered at the edits before somebody wants to record advice.
		const records = page.locator( '#pagehistory li' ).getByRole( 'link', { name: text( 'notes-record' ) } );
		expect( await records.count() ).toBe( 0 );
		await ask( page, 'notes-ask-record' );
		expect( await records.count() ).toBe( await page.locator( '#pagehistory li[data-mw-revid]' ).count() );
		expect( await page.locator( `li[data-mw-revid="${ quiet.last }"]` )
			.getByRole( 'link', { name: text( 'notes-record' ) } ).getAttribute( 'href' ) )
			.toContain( `#advice/%2B${ quiet.last }` );
		await page.locator( `li[data-mw-revid="${ lamps.last }"]` ).scrollIntoViewIfNeeded();
		await nextFrame( page );
		await shoot( page, `history-${ skin }-${ name }` );
		expect( await misfits( page ) ).toEqual( [] );
		expect( await findBarriers( page, NOTE_PARTS ) ).toEqual( [] );
	} );
} );

test( 'the history tells who may not change the log page', async () => {
	await asAdmin( ( act ) => act( { action: 'protect', title: LOG, protections: 'edit=sysop' } ) );
	const { page } = await visit( RULES, { query: { action: 'history' } } );
	await notesOf( page ).waitFor();
	const answer = await ask( page, 'notes-ask-record' );
	expect( await answer.innerText() ).toBe( text( 'notes-record-not' ) );
	expect( await page.getByRole( 'link', { name: text( 'notes-record' ) } ).count() ).toBe( 0 );
	await asAdmin( ( act ) => act( { action: 'protect', title: LOG, protections: 'edit=all' } ) );
} );

describe( 'a difference', () => {
	test( 'names the advice that it applied, and what it did to advised words', async () => {
		const opened = await visit( RULES, {
			skin: 'vector-2022', query: { diff: String( lamps.last ), oldid: String( lamps.base ) }
		} );
		const { page } = opened;
		const note = notesOf( page );
		await note.waitFor();
		expect( opened.apiRequests ).toHaveLength( 1 );
		expect( await note.innerText() ).toContain( text( 'notes-diff-applied' ) );
		expect( await note.getByRole( 'listitem' ).innerText() ).toContain( 'After a winter without rain glass is not enough' );
		const answer = await ask( page, 'notes-ask-effect' );
		expect( await answer.locator( 'del' ).allInnerTexts() )
			.toEqual( [ 'A candle burns behind glass, at arm\'s length from leaves and straw.' ] );
		expect( await answer.innerText() ).toContain( text( 'notes-effect-gone' ) );
		await shoot( page, 'diff' );
		expect( await misfits( page ) ).toEqual( [] );
		expect( await findBarriers( page, NOTE_PARTS ) ).toEqual( [] );
	} );

	test( 'tells words that were taken for a while, and that they came back', async () => {
		// Each in a tab of its own: what the browser has kept waits for an idle moment, which a
		// machine that is busy with tests may not have.
		const first = await visit( RULES, {
			query: { diff: String( vandal.last ), oldid: String( vandal.base ) }
		} );
		await notesOf( first.page ).waitFor();
		expect( await notesOf( first.page ).innerText() ).toContain( text( 'notes-diff-none' ) );
		const taken = await ask( first.page, 'notes-ask-effect' );
		expect( await taken.locator( 'del' ).allInnerTexts() ).toEqual( [ 'six' ] );
		expect( await taken.innerText() ).toContain( text( 'notes-effect-standing', 1 ) );

		const second = await visit( RULES, {
			query: { diff: String( undone.last ), oldid: String( undone.base ) }
		} );
		await notesOf( second.page ).waitFor();
		const back = await ask( second.page, 'notes-ask-effect' );
		expect( await back.locator( 'ins' ).allInnerTexts() ).toEqual( [ 'six' ] );
		expect( await back.innerText() ).toContain( text( 'notes-effect-restored', 1 ) );
	} );

	test( 'over several edits finds those in it that applied advice', async () => {
		const { page } = await visit( RULES, {
			skin: 'minerva', context: phone, query: { diff: String( quiet.last ), oldid: String( lamps.base ) }
		} );
		await notesOf( page ).waitFor();
		expect( await notesOf( page ).innerText() ).toContain( text( 'notes-diff-none' ) );
		const answer = await ask( page, 'notes-ask-effect' );
		const item = answer.getByRole( 'listitem' ).filter( { hasText: 'After a winter without rain' } );
		expect( await item.innerText() ).toContain( text( 'notes-effect-applies' ) );
		await shoot( page, 'diff-minerva' );
		expect( await misfits( page ) ).toEqual( [] );
		expect( await findBarriers( page, NOTE_PARTS ) ).toEqual( [] );
	} );

	test( 'can be left unread: reading stops when it is told to', async () => {
		const { page } = await visit( RULES, {
			query: { diff: String( quiet.last ), oldid: String( quiet.base ) }
		} );
		const note = notesOf( page );
		await note.waitFor();
		await page.route( /api\.php.*rvlimit/, () => undefined );
		await note.getByRole( 'button', { name: text( 'notes-ask-effect' ) } ).click();
		const stop = note.getByRole( 'button', { name: text( 'notes-stop' ) } );
		await note.getByText( text( 'notes-reading' ) ).waitFor();
		await page.waitForFunction( () => mw.loader.getState( 'ext.gadget.AdviceProvenance-words' ) === 'ready' );
		await stop.click();
		await note.getByText( text( 'notes-stopped' ) ).waitFor();
		expect( await note.getByRole( 'button', { name: text( 'notes-ask-effect' ) } ).isVisible() ).toBe( true );
	} );
} );

describe( 'an old revision', () => {
	test.each( [ 'vector-2022', 'minerva' ] as const )( 'in %s says what it is, and what had been applied by then', async ( skin ) => {
		const { page, apiRequests } = await visit( RULES, {
			skin, query: { oldid: String( quiet.last ) }
		} );
		const note = notesOf( page );
		await note.waitFor();
		expect( apiRequests ).toHaveLength( 1 );
		expect( await markers( page ).count() ).toBe( 0 );
		expect( await note.innerText() ).toContain( text( 'notes-old' ) );
		const answer = await ask( page, 'notes-ask-old' );
		const part = ( key: string ): Promise<string> => answer.locator( '.advice-provenance-note-answer > div' )
			.filter( { hasText: text( key ) } ).innerText();
		expect( await part( 'notes-old-then' ) ).toContain( 'After a winter without rain' );
		const then = answer.locator( '.advice-provenance-note-item' ).filter( { hasText: 'After a winter without rain' } );
		expect( await then.innerText() ).toContain( text( 'notes-old-words', await then.locator( 'q' ).evaluateAll(
			( all ) => all.reduce( ( sum, { textContent } ) => sum + ( textContent ?? '' ).split( /\s+/ ).length, 0 )
		) ) );
		expect( await part( 'notes-old-later' ) ).not.toContain( text( 'notes-old-words-none' ) );
		expect( await part( 'notes-old-later' ) ).toContain( 'Name who must get through instead of a barrow' );
		expect( await part( 'notes-old-later' ) ).not.toContain( 'After a winter without rain' );
		expect( await part( 'notes-old-elsewhere' ) ).toContain( 'A decision without reasons is a shrug' );
		await shoot( page, `old-${ skin }` );
		expect( await misfits( page ) ).toEqual( [] );
		expect( await findBarriers( page, NOTE_PARTS ) ).toEqual( [] );
		expect( await markers( page ).count() ).toBe( 0 );
	} );
} );
