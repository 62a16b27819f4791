import { afterAll, describe, expect, test } from 'vitest';
import { RULES } from '../../demo/fictional-policy/names';
import { findBarriers } from './axe';
import { visit, wiki, type Skin } from './browser';
import { hasFocus, nextFrame } from './gadget';
import { DEPLOYED } from './names';
import { ask, misfits, NOTE_PARTS, notesOf, noWelcome, sectionNumber, shoot } from './notes';
import { text } from './texts';

/** A wiki that has just started takes its time for the tools of the edit form. */
const COLD_MS = 45_000;

const FIRES = 'Fires and lanterns';
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

const views: [ Skin, string, Record<string, string>, object ][] = [
	[ 'vector-2022', 'light', {}, {} ],
	[ 'vector-2022', 'dark, from right to left', { vectornightmode: '1', uselang: 'ur' }, {} ],
	[ 'minerva', 'on a phone', {}, phone ]
];

afterAll( async () => {
	await wiki.restore( DEPLOYED );
} );

describe.each( views )( 'the edit form of a section in %s, %s', ( skin, name, query, context ) => {
	test( 'has a note above the text, which names the advice and then its words', async () => {
		const section = await sectionNumber( RULES, FIRES );
		const { page, apiRequests } = await visit( RULES, {
			skin,
			context: { ...noWelcome, ...context },
			query: { action: 'edit', section, ...query }
		} );
		const note = notesOf( page );
		await note.waitFor( { timeout: COLD_MS } );
		// The log alone, before the editor asks for more.
		expect( apiRequests ).toHaveLength( 1 );
		expect( await note.count() ).toBe( 1 );
		const summary = note.locator( 'summary' );
		expect( await summary.innerText() ).toContain( 'Hob Nettlefield' );
		expect( await note.evaluate( ( node ) => {
			const area = document.querySelector( '#wpTextbox1' ) as Node;
			const order = node.compareDocumentPosition( area );
			// eslint-disable-next-line no-bitwise -- that is how the DOM tells it
			return Boolean( order & Node.DOCUMENT_POSITION_FOLLOWING ) &&
				!node.contains( document.activeElement );
		} ) ).toBe( true );
		expect( await note.getByRole( 'link' ).count() ).toBe( 0 );
		await shoot( page, `edit-${ skin }-${ name }-folded` );

		await summary.focus();
		await page.keyboard.press( 'Enter' );
		const link = note.getByRole( 'link', { name: 'After a winter without rain' } );
		expect( await link.getAttribute( 'href' ) ).toMatch( /#advice\/lo-08%2Flo-08\.2$/ );
		expect( await link.getAttribute( 'target' ) ).toBe( '_blank' );
		const answer = await ask( page, 'notes-ask-words' );
		expect( await hasFocus( answer.getByRole( 'status' ) ) ).toBe( true );
		const words = await answer.locator( 'q' ).allInnerTexts();
		expect( words.join( ' ' ) ).toContain( 'Lanterns hold lamps that cannot set anything alight' );
		// Words of other sections are not listed.
		expect( words.join( ' ' ) ).not.toContain( 'Hives keep six paces' );
		await nextFrame( page );
		await shoot( page, `edit-${ skin }-${ name }-words` );
		expect( await misfits( page ) ).toEqual( [] );
		expect( await findBarriers( page, NOTE_PARTS ) ).toEqual( [] );
	} );
} );

describe( 'the edit form', () => {
	test( 'tells what may concern a section under an earlier heading, until it is looked up', async () => {
		const { page } = await visit( RULES, {
			context: noWelcome,
			query: { action: 'edit', section: await sectionNumber( RULES, 'Quiet hours' ) }
		} );
		const summary = notesOf( page ).locator( 'summary' );
		await summary.waitFor( { timeout: COLD_MS } );
		expect( await summary.innerText() ).not.toContain( 'Marrow' );
		expect( await summary.innerText() ).not.toBe( text( 'notes-edit-none' ) );
		await summary.click();
		const answer = await ask( page, 'notes-ask-words' );
		expect( await answer.innerText() ).toContain( 'Fixed hours spare everybody a quarrel about manners' );
		expect( ( await answer.locator( 'q' ).allInnerTexts() ).join( ' ' ) ).toContain( 'need not give a reason' );
	} );

	test( 'keeps the note in a preview, with what was typed, and has none for a new section', async () => {
		const opened = await visit( RULES, { context: noWelcome, query: { action: 'edit' } } );
		const { page } = opened;
		// The form itself sends the wiki what was typed, to be faster when it is saved.
		opened.allowed.push( /more than one request to the API before any action/ );
		await notesOf( page ).waitFor( { timeout: COLD_MS } );
		const area = page.locator( '#wpTextbox1' );
		await area.fill( `${ await area.inputValue() }\n\nTyped by the test.` );
		// Somebody who is logged out has the gadget by the address alone.
		await page.locator( '#editform' ).evaluate( ( form: HTMLFormElement ) => {
			form.action += '&withgadget=AdviceProvenance';
		} );
		await page.locator( '#wpPreview' ).click();
		await page.locator( '#wikiPreview' ).getByText( 'Typed by the test.' ).waitFor();
		await notesOf( page ).waitFor();
		expect( await notesOf( page ).count() ).toBe( 1 );
		expect( await area.inputValue() ).toContain( 'Typed by the test.' );
		// The text of the preview is not today's: nothing marks its sections.
		expect( await page.locator( '.advice-provenance-marker' ).count() ).toBe( 0 );

		const other = await visit( RULES, {
			context: noWelcome, query: { action: 'edit', section: 'new' }
		} );
		await other.page.waitForFunction( () => (
			window.mw?.loader?.getState( 'ext.gadget.AdviceProvenance-notes' ) === 'ready'
		), undefined, { timeout: COLD_MS } );
		await other.page.waitForLoadState( 'networkidle' );
		expect( await notesOf( other.page ).count() ).toBe( 0 );
	} );

	test( 'says that the log could not be read, and that words could not be', async () => {
		const { page } = await visit( RULES, {
			context: noWelcome,
			query: { action: 'edit' },
			disturb: [ /api\.php/, ( route ) => route.fulfill( { status: 500, body: 'out of order' } ) ]
		} );
		await notesOf( page ).waitFor( { timeout: COLD_MS } );
		expect( await notesOf( page ).innerText() ).toContain( text( 'notes-log-failed' ) );

		const second = await visit( RULES, {
			context: noWelcome,
			query: { action: 'edit' },
			disturb: [ /api\.php.*revids|api\.php.*rvlimit/, ( route ) => route.abort() ]
		} );
		await notesOf( second.page ).waitFor( { timeout: COLD_MS } );
		await notesOf( second.page ).locator( 'summary' ).click();
		await notesOf( second.page ).getByRole( 'button', { name: text( 'notes-ask-words' ) } ).click();
		await notesOf( second.page ).getByText( text( 'notes-failed' ) ).waitFor();
		await second.page.unroute( /api\.php.*revids|api\.php.*rvlimit/ );
		await notesOf( second.page ).getByRole( 'button', { name: text( 'notes-retry' ) } ).click();
		await notesOf( second.page ).locator( 'q' ).first().waitFor( { timeout: COLD_MS } );
	} );
} );

test( 'the visual editor has the note as long as it is open', async () => {
	const { page } = await visit( RULES, {
		skin: 'vector-2022', context: noWelcome, query: { veaction: 'edit' }
	} );
	// The editor itself asks the wiki for much.
	await page.mouse.move( 3, 3 );
	await page.keyboard.press( 'Tab' );
	await notesOf( page ).waitFor( { timeout: COLD_MS } );
	expect( await notesOf( page ).locator( 'summary' ).innerText() ).toMatch( /\d/ );
	expect( await page.locator( '.ve-ce-documentNode .advice-provenance-note' ).count() ).toBe( 0 );
	await shoot( page, 'visual-editor' );
	await page.keyboard.press( 'Escape' );
	await page.locator( '#ca-view a' ).click();
	await notesOf( page ).waitFor( { state: 'detached' } );
}, 120_000 );
