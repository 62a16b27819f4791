import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RULES } from '../../demo/fictional-policy/names';
import { advisedPages } from './advised-words';
import { findBarriers } from './axe';
import { visit, wiki, type Skin } from './browser';
import { hasFocus, waitForPanel } from './gadget';
import { barOf, button, expectWords, markedTexts, NOTHING } from './marked';
import { DEPLOYED } from './names';
import { ask, misfits, NOTE_PARTS, revisionsOf, revisionWith, shoot } from './notes';
import { text, textPattern } from './texts';

/** Some advice had been applied by then, and some not yet. */
const EDIT = 'Evenings in summer';

let revision: number;

beforeAll( async () => {
	revision = ( await revisionWith( RULES, EDIT ) ).last;
} );

afterAll( () => wiki.restore( DEPLOYED ) );

const views: [ Skin, string, Record<string, string>, object ][] = [
	[ 'vector-2022', 'light', {}, {} ],
	[ 'vector-2022', 'dark, from right to left', { vectornightmode: '1', uselang: 'ur' }, {} ],
	[ 'minerva', 'on a phone', {}, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } ]
];

describe.each( views )( 'an old revision in %s, %s', ( skin, name, query, context ) => {
	test( 'has the words marked that go back to advice applied by then', async () => {
		const { page } = await visit( RULES, {
			skin, context, query: { oldid: String( revision ), ...query }
		} );
		const answer = await ask( page, 'notes-ask-old' );
		const toggle = answer.locator( '.advice-provenance-note-answer > button' );
		expect( await toggle.innerText() ).toBe( text( 'tool-mark' ) );
		await toggle.focus();
		await page.keyboard.press( 'Enter' );
		const bar = barOf( page );
		await bar.getByText( textPattern( 'marks-count' ) ).waitFor();
		const then = advisedPages( EDIT ).get( RULES )!;
		expectWords( ( await markedTexts( page ) ).highlights, then.styled );
		expect( then.styled ).not.toEqual( advisedPages().get( RULES )!.styled );
		expect( await toggle.innerText() ).toBe( text( 'tool-unmark' ) );
		await button( bar, 'marks-next' ).click();
		await shoot( page, `old-marks-${ skin }-${ name }` );
		expect( await misfits( page ) ).toEqual( [] );
		expect( await findBarriers( page, [ ...NOTE_PARTS, '.advice-provenance-marks-bar' ] ) ).toEqual( [] );

		// What had been removed by then, where it stood.
		const more = bar.locator( 'details' );
		if ( !await more.evaluate( ( node ) => ( node as HTMLDetailsElement ).open ) ) {
			await more.locator( 'summary' ).click();
		}
		await bar.getByRole( 'checkbox' ).check();
		const removed = page.locator( '.mw-parser-output del.advice-provenance-word-removed' );
		expect( ( await removed.allTextContents() )
			.map( ( one ) => one.replace( `${ text( 'marks-removed-before' ) } `, '' ) ).sort() )
			.toEqual( [ ...new Set( then.removed.map( ( passage ) => passage.text ) ) ].sort() );

		await button( bar, 'marks-card' ).click();
		const card = page.getByRole( 'dialog', { name: text( 'marks-card-title' ), exact: true } );
		await card.waitFor();
		// Today's words are not those of this revision.
		expect( await card.getByRole( 'button', { name: /^Go to / } ).count() ).toBe( 0 );
		await card.getByRole( 'button', { name: text( 'whole-record' ) } ).first().click();
		const panel = await waitForPanel( page );
		await panel.locator( 'article' ).waitFor();
		await page.keyboard.press( 'Escape' );
		await panel.waitFor( { state: 'detached' } );
		expect( await hasFocus( button( bar, 'marks-card' ) ) ).toBe( true );

		await button( bar, 'marks-close' ).click();
		expect( await hasFocus( toggle ) ).toBe( true );
		expect( await toggle.innerText() ).toBe( text( 'tool-mark' ) );
		expectWords( ( await markedTexts( page ) ).highlights, NOTHING );
		expect( await removed.count() ).toBe( 0 );
	} );
} );

test( 'a revision before any advice has nothing to mark', async () => {
	const [ first ] = await revisionsOf( RULES );
	const { page } = await visit( RULES, { query: { oldid: String( first?.revid ) } } );
	const answer = await ask( page, 'notes-ask-old' );
	expect( await answer.getByRole( 'button' ).count() ).toBe( 0 );
} );
