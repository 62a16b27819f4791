/** The published trace: made and saved by a maintainer, read by whoever comes by. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { LOG, RULES } from '../../demo/fictional-policy/names';
import type { ReaderScript } from '../../src/wiki/reader-script';
import { publishedTitle } from '../../src/wiki/published-title';
import { asAdmin } from './admin';
import { advisedPages, wordsIn, type Style, type StyledWords } from './advised-words';
import { forgetSessions, visit, wiki, testWiki, type Visit } from './browser';
import { cardOf, markers, openCard, openPanel, showView, waitForMarkers } from './gadget';
import { DEPLOYED } from './names';
import { text, textPattern } from './texts';

const PUBLISHED = 'published';
const styles: Style[] = [ 'quoted', 'derived', 'influenced', 'unstated' ];
const advised = advisedPages();

/** A revision as the API gives it. */
interface Stored {
	revid: number;
	user: string;
	comment: string;
	slots: { main: { contentmodel: string; content: string } };
}

interface Made {
	page: string;
	revision: number;
	title: string;
	text: string;
	changed: boolean;
	saved: number;
}

/** Runs in the page: makes the traces, and saves them, as the panel's button will. */
async function publish(): Promise<Made[]> {
	const script = mw.loader.require( 'ext.gadget.AdviceProvenance-reader' ) as ReaderScript;
	const workspace = await script.forNotes.openWorkspace( { log: '', pages: [] } );
	const made: Made[] = [];
	for ( const { save: saveIt, ...rest } of await workspace.publishedTraces() ) {
		made.push( { ...rest, saved: await saveIt() } );
	}
	return made;
}

/** The state that every test begins with: traces of the demonstration stand beside its log. */
let first: Made[] = [];
/** The trace of the page with the rules. */
let rules: Made;
/** The names of its markers after all cited revisions were read. */
let complete: ( string | null )[] = [];

function names( page: Page ): Promise<( string | null )[]> {
	return markers( page ).evaluateAll( ( all ) => all.map( ( marker ) => marker.textContent ) );
}

/** What is said of a trace in some state, whenever it was published. */
function publishedBy( state: string ): RegExp {
	return textPattern( `published-${ state }`, 'Admin' );
}

/** Requests for the history of a page. */
function historyRequests( { apiRequests }: Visit ): string[] {
	return apiRequests.filter( ( request ) => /sha1/.test( request ) );
}

async function save( title: string, value: unknown ): Promise<void> {
	await wiki.editPage( title, JSON.stringify( value ), { contentModel: 'json' } );
}

/** The marked texts by style. */
function markedTexts( page: Page, all: readonly string[] ): Promise<Record<string, string[]>> {
	return page.evaluate( ( wanted ) => Object.fromEntries( wanted.map( ( name ) => [
		name, Array.from( CSS.highlights.get( `advice-provenance-${ name }` ) ?? [], String )
	] ) ), all );
}

function barOf( page: Page ): Locator {
	return page.getByRole( 'region', { name: text( 'marks-title' ), exact: true } );
}

async function mark( page: Page ): Promise<void> {
	await page.getByRole( 'link', { name: text( 'tool-mark' ), exact: true } ).click();
	await barOf( page ).getByText( textPattern( 'marks-count' ) ).waitFor();
}

/** What the panel says of the published trace. */
async function toldByPanel( page: Page ): Promise<Locator> {
	const panel = await openPanel( page );
	await showView( panel, 'overview' );
	const how = panel.locator( 'details', { hasText: text( 'panel-how' ) } );
	await how.locator( 'summary' ).click();
	return how.locator( 'div' ).filter( { hasText: text( 'panel-how-published' ) } ).last();
}

beforeAll( async () => {
	const maintainer = await visit( RULES, { user: 'Admin', gadget: true } );
	await waitForMarkers( maintainer.page );
	await openCard( maintainer.page );
	complete = await names( maintainer.page );
	first = await maintainer.page.evaluate( publish );
	rules = first.find( ( { page } ) => page === RULES ) as Made;
	await wiki.snapshot( PUBLISHED );
} );

afterEach( async () => {
	await wiki.restore( PUBLISHED );
	forgetSessions();
} );

afterAll( () => wiki.restore( DEPLOYED ) );

describe( 'publishing', () => {
	test( 'saves a trace of each page of the draft as JSON, with no text, and not again what stands there', async () => {
		expect( first.map( ( { page } ) => page ).sort() ).toEqual( [ ...advised.keys() ].sort() );
		for ( const { title, changed, saved, revision, page } of first ) {
			expect( title ).toMatch( /\/trace\/\d+\.json$/ );
			expect( title.startsWith( LOG ) ).toBe( true );
			expect( changed ).toBe( true );
			expect( saved ).toBeGreaterThan( revision );
			const query = new URLSearchParams( {
				action: 'query', prop: 'revisions', titles: title, rvprop: 'ids|user|comment|content',
				rvslots: 'main', format: 'json', formatversion: '2'
			} );
			const response = await fetch( `${ testWiki.url }/w/api.php?${ query.toString() }` );
			const answer = await response.json() as { query: { pages: { revisions: Stored[] }[] } };
			const stored = answer.query.pages[ 0 ]?.revisions[ 0 ];
			expect( stored ).toMatchObject( {
				revid: saved, user: 'Admin', comment: text( 'trace-summary', page, revision ),
				slots: { main: { contentmodel: 'json' } }
			} );
			const content = stored?.slots.main.content ?? '';
			// Of the words that stand in the text, those long enough to be no name of a field.
			const words = new Set( wordsIn( advised.get( page )?.text ?? '' ).filter( ( word ) => word.length > 9 ) );
			expect( words.size ).toBeGreaterThan( 0 );
			expect( wordsIn( content ).filter( ( word ) => words.has( word ) ) ).toEqual( [] );
		}
		const again = await visit( RULES, { user: 'Admin', gadget: true } );
		await waitForMarkers( again.page );
		await again.page.mouse.move( 30, 30 );
		const second = await again.page.evaluate( publish );
		expect( second.map( ( { saved, changed } ) => ( { saved, changed } ) ) )
			.toEqual( first.map( ( { saved } ) => ( { saved, changed: false } ) ) );
		expect( second.map( ( made ) => made.text ) ).toEqual( first.map( ( made ) => made.text ) );
	} );

	test( 'says why something was not saved', async () => {
		await wiki.editPage( rules.title, '{}', { contentModel: 'json' } );
		const reader = await visit( RULES, { user: 'Reader', gadget: true } );
		await waitForMarkers( reader.page );
		await reader.page.mouse.move( 30, 30 );
		await asAdmin( ( act ) => act( {
			action: 'protect', title: rules.title, protections: 'edit=sysop'
		} ) );
		const failure = await reader.page.evaluate( async () => {
			const script = mw.loader.require( 'ext.gadget.AdviceProvenance-reader' ) as ReaderScript;
			const workspace = await script.forNotes.openWorkspace( { log: '', pages: [] } );
			const traces = await workspace.publishedTraces();
			try {
				await traces.find( ( { changed } ) => changed )?.save();
			} catch ( error ) {
				const { kind, message } = error as { kind: string; message: string };
				return { kind, text: message };
			}
			return null;
		} );
		expect( failure?.kind ).toBe( 'protected' );
		expect( failure?.text ).toMatch( /protected/ );
	} );
} );

describe( 'a published trace', () => {
	test( 'gives a new reader markers, survival and marks without the history', async () => {
		const opened = await visit( RULES );
		const { page } = opened;
		await expect.poll( () => names( page ) ).toEqual( complete );
		await page.waitForLoadState( 'networkidle' );
		expect( opened.apiRequests ).toHaveLength( 1 );

		const heading = await markers( page ).nth( 1 ).textContent();
		expect( heading ).toBeTruthy();
		await markers( page ).nth( 1 ).click();
		const card = page.getByRole( 'dialog' );
		await card.getByText( publishedBy( 'fits' ) ).first().waitFor();
		await card.locator( '.advice-provenance-survival-state' ).first().waitFor();
		await page.keyboard.press( 'Escape' );

		await mark( page );
		const marked = await markedTexts( page, styles );
		const expected = advised.get( RULES )?.styled as StyledWords;
		for ( const style of styles ) {
			expect( wordsIn( ( marked[ style ] ?? [] ).join( ' ' ) ), style ).toEqual( expected[ style ] );
		}
		await barOf( page ).getByText( publishedBy( 'fits' ) ).waitFor();
		expect( historyRequests( opened ) ).toEqual( [] );

		// The overview has the shares, and says where they come from.
		await ( await toldByPanel( page ) ).getByText( publishedBy( 'fits' ) ).waitFor();
		await page.getByText( textPattern( 'panel-share' ) ).first().waitFor();
		expect( historyRequests( opened ) ).toEqual( [] );

		// Whoever asks has it computed here, with the same result.
		await page.getByRole( 'button', { name: text( 'panel-words-follow' ) } ).click();
		await page.getByText( publishedBy( 'confirmed' ) ).waitFor();
		expect( historyRequests( opened ).length ).toBeGreaterThan( 0 );
	} );

	test( 'tells the same survival as the history', async () => {
		const survivals = async ( page: Page ): Promise<string[]> => {
			const texts: string[] = [];
			const count = await markers( page ).count();
			for ( let nth = 0; nth < count; nth++ ) {
				await markers( page ).nth( nth ).click();
				const card = page.getByRole( 'dialog' );
				await card.getByText( text( 'reading-revisions' ) ).first().waitFor( { state: 'detached' } );
				await card.getByText( text( 'survival-beginning' ) ).first().waitFor( { state: 'detached' } );
				texts.push( ...await card.locator( '.advice-provenance-survival' )
					.filter( { has: page.locator( '.advice-provenance-survival-state' ) } )
					.evaluateAll( ( all ) => all.map( ( one ) => {
						const copy = one.cloneNode( true ) as HTMLElement;
						copy.querySelectorAll( '.advice-provenance-survival' ).forEach( ( own ) => own.remove() );
						return copy.textContent ?? '';
					} ) ) );
				await page.keyboard.press( 'Escape' );
			}
			return texts;
		};
		const published = await visit( RULES );
		await expect.poll( () => names( published.page ) ).toEqual( complete );
		const told = await survivals( published.page );
		const panel = await openPanel( published.page );
		await showView( panel, 'overview' );
		await panel.getByRole( 'button', { name: text( 'panel-words-follow' ) } ).click();
		await panel.getByRole( 'tabpanel' ).getByText( text( 'panel-words-ready' ) ).waitFor();
		await published.page.keyboard.press( 'Escape' );
		expect( told.length ).toBeGreaterThan( 5 );
		expect( await survivals( published.page ) ).toEqual( told );
	} );

	test( 'of an older text is carried over: newer words are not traced yet', async () => {
		const old = advised.get( RULES )?.text ?? '';
		await wiki.editPage( RULES, `${ old.trimEnd() }\n\nThree newest penguins waddle.\n` );
		const opened = await visit( RULES );
		const { page } = opened;
		await waitForMarkers( page );
		await expect.poll( () => names( page ) ).toEqual( complete );
		expect( opened.apiRequests ).toHaveLength( 1 );
		await mark( page );
		const marked = await markedTexts( page, [ ...styles, 'untraced' ] );
		// With them the word before them, if it stands in the text more than once.
		expect( marked.untraced?.pop() ).toBe( 'Three newest penguins waddle' );
		expect( wordsIn( marked.untraced?.join( ' ' ) ?? '' ).length ).toBeLessThan( 2 );
		const expected = advised.get( RULES )?.styled as StyledWords;
		for ( const style of styles ) {
			expect( wordsIn( ( marked[ style ] ?? [] ).join( ' ' ) ), style ).toEqual( expected[ style ] );
		}
		await barOf( page ).getByText( publishedBy( 'older' ) ).waitFor();
		expect( historyRequests( opened ) ).toEqual( [] );
		// Asked for, all of it is traced.
		await barOf( page ).getByRole( 'button', { name: text( 'published-recompute' ) } ).click();
		await expect.poll( () => markedTexts( page, [ 'untraced' ] ) ).toEqual( { untraced: [] } );
		await barOf( page ).getByText( textPattern( 'marks-count' ) ).waitFor();
		await ( await toldByPanel( page ) ).getByText( publishedBy( 'confirmed' ) ).waitFor();
	} );

	test( 'that does not fit its revision is ignored, and that is said', async () => {
		const value = JSON.parse( rules.text ) as { fingerprint: string };
		await save( rules.title, { ...value, fingerprint: value.fingerprint === '00000000' ? '00000001' : '00000000' } );
		const opened = await visit( RULES );
		await waitForMarkers( opened.page );
		const line = await toldByPanel( opened.page );
		await line.getByText( publishedBy( 'misfit' ) ).waitFor();
		await opened.page.getByText( textPattern( 'rule-w23', RULES ) ).first()
			.waitFor( { state: 'attached' } );
		expect( await opened.page.getByText( textPattern( 'panel-share' ) ).count() ).toBe( 0 );
		expect( historyRequests( opened ) ).toEqual( [] );
	} );

	test.each( [
		[ 'is no trace', () => ( { hello: 'world' } ), 'unreadable' ],
		[ 'names a revision of another page', () => ( {
			...JSON.parse( rules.text ) as object,
			revision: first.find( ( { page } ) => page !== RULES )?.revision
		} ), 'gone' ]
	] )( 'that %s is ignored', async ( _name, value, state ) => {
		await save( rules.title, value() );
		const opened = await visit( RULES );
		await waitForMarkers( opened.page );
		await ( await toldByPanel( opened.page ) ).getByText( publishedBy( state ) ).waitFor();
	} );

	test( 'that is false is found out by recomputing', async () => {
		const value = JSON.parse( rules.text ) as { origins: string };
		const origins = value.origins.split( ' ' );
		// Words of the first two origins change their authors.
		[ origins[ 0 ], origins[ 1 ] ] = [ origins[ 1 ] ?? '', origins[ 0 ] ?? '' ];
		await save( rules.title, { ...value, origins: origins.join( ' ' ) } );
		const opened = await visit( RULES );
		const { page } = opened;
		await expect.poll( () => names( page ) ).toEqual( complete );
		await ( await toldByPanel( page ) ).getByText( publishedBy( 'fits' ) ).waitFor();
		await page.getByRole( 'button', { name: text( 'panel-words-follow' ) } ).click();
		await page.getByText( publishedBy( 'false' ) ).first().waitFor();
		await page.keyboard.press( 'Escape' );
		await markers( page ).nth( 1 ).click();
		await page.getByRole( 'dialog' ).getByText( publishedBy( 'false' ) ).first().waitFor();
	} );

	test( 'of a page whose revision was hidden since is ignored, and holds nothing of its text', async () => {
		const SECRET = 'The hollow willow keeps seven silver spoons';
		const old = advised.get( RULES )?.text ?? '';
		const [ secret = 0 ] = await wiki.editPages( [
			{ title: RULES, text: `${ old }\n${ SECRET }` }
		] );
		const maintainer = await visit( RULES, { user: 'Admin', gadget: true } );
		await waitForMarkers( maintainer.page );
		await maintainer.page.mouse.move( 30, 30 );
		const made = await maintainer.page.evaluate( publish );
		const own = made.find( ( { page } ) => page === RULES );
		expect( own ).toMatchObject( { revision: secret, changed: true } );
		expect( own?.text ).not.toMatch( /willow|spoons|silver/ );
		await wiki.editPage( RULES, `${ old }\nNothing to see.` );
		await asAdmin( ( act ) => act( {
			action: 'revisiondelete', type: 'revision', hide: 'content', ids: String( secret )
		} ) );
		const opened = await visit( RULES );
		await waitForMarkers( opened.page );
		await ( await toldByPanel( opened.page ) ).getByText( publishedBy( 'gone' ) ).waitFor();
	} );
} );

test( 'cards of pages without one are as before', async () => {
	const other = [ ...advised.keys() ].find( ( title ) => title !== RULES ) ?? '';
	await wiki.php( 'deleteBatch', [], `${ first.find( ( { page } ) => page === other )?.title ?? '' }\n` );
	const opened = await visit( other );
	await waitForMarkers( opened.page );
	expect( await opened.page.evaluate(
		() => mw.loader.getState( 'ext.gadget.AdviceProvenance-published' )
	) ).toBe( 'registered' );
	expect( publishedTitle( LOG, 7 ) ).toBe( `${ LOG }/trace/7.json` );
	await expect( cardOf( opened.page ).count() ).resolves.toBe( 0 );
} );
