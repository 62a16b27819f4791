// @vitest-environment jsdom
import axe from 'axe-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPanel } from '../../src/panel/panel';
import { installMw, kept, scripts, unknownMessages } from './fake-mw';
import { makeAccount, TestWorkspace } from './fixture';

// What a browser draws at once takes jsdom seconds on a busy machine.
vi.setConfig( { testTimeout: 60_000 } );

async function drawn(): Promise<void> {
	for ( let i = 0; i < 4; i++ ) {
		await new Promise( ( resolve ) => {
			setTimeout( resolve );
		} );
	}
}

function panel(): HTMLElement {
	return document.querySelector<HTMLElement>( '[role="dialog"]' ) ?? document.body;
}

function text( element: Element | null ): string {
	return ( element?.textContent ?? '' ).replace( /\s+/g, ' ' ).trim();
}

/** What the view that is open says. */
function view(): string {
	return text( panel().querySelector( '[role="tabpanel"]:not( [aria-hidden="true"] )' ) );
}

function button( beginning: string, selector = 'button' ): HTMLElement {
	const found = Array.from( panel().querySelectorAll<HTMLElement>( selector ) )
		.find( ( element ) => text( element ).startsWith( beginning ) &&
			!element.closest( '[aria-hidden="true"]' ) );
	if ( !found ) {
		throw new Error( `“${ beginning }” is not there:\n${ text( panel() ) }` );
	}
	return found;
}

async function press( beginning: string, selector?: string ): Promise<void> {
	button( beginning, selector ).click();
	await drawn();
}

async function open(
	workspace = new TestWorkspace( makeAccount() ), show: Parameters<typeof openPanel>[ 1 ] = {}
): Promise<TestWorkspace> {
	openPanel( workspace, show, null );
	await drawn();
	workspace.arrive( workspace.current );
	await drawn();
	return workspace;
}

async function close(): Promise<void> {
	panel().dispatchEvent( new KeyboardEvent( 'keydown', { key: 'Escape', bubbles: true } ) );
	await drawn();
}

const TIMELINE = 'ext.gadget.AdviceProvenance-timeline';

const REPORT = 'ext.gadget.AdviceProvenance-report';
let timeline: object;
let report: object;

beforeAll( async () => {
	installMw();
	Object.assign( globalThis, { BUILT_LANGUAGES: [] } );
	timeline = await import( '../../src/panel/timeline-script' );
	report = await import( '../../src/report/report-script' );
} );

beforeEach( () => {
	scripts.set( TIMELINE, timeline );
	scripts.set( REPORT, report );
} );

afterEach( async () => {
	await close();
	document.body.textContent = '';
	kept.clear();
	history.replaceState( null, '', '/' );
	expect( [ ...unknownMessages ] ).toEqual( [] );
} );

describe( 'the views', () => {
	it( 'are five, the overview first, and say what they are for', async () => {
		await open();
		expect( Array.from( panel().querySelectorAll( '[role="tab"]' ), text ) )
			.toEqual( [ 'Overview', 'Entries', 'Timeline', 'Open', 'Report' ] );
		expect( view() ).toContain( '8 questions, 6 pieces of advice on record' );
		await press( 'Timeline', '[role="tab"]' );
		expect( panel().querySelectorAll( 'svg[role="img"]' ) ).toHaveLength( 3 );
		expect( panel().querySelector( 'svg[role="img"]' )?.getAttribute( 'aria-label' ) )
			.toContain( 'about February 2024: Question' );
		await press( 'Open', '[role="tab"]' );
		expect( view() ).toContain( 'Asked, no answer yet (1)' );
		expect( view() ).toContain( 'Who has it now is not recorded' );
	} );

	it( 'are remembered with grouping and filters, for each log', async () => {
		await open();
		await press( 'Entries', '[role="tab"]' );
		const [ , , , grouping ] = panel().querySelectorAll( 'select' );
		if ( grouping ) {
			grouping.value = 'topic';
			grouping.dispatchEvent( new Event( 'change' ) );
		}
		await drawn();
		expect( view() ).toContain( 'Working at heights' );
		await close();
		await open();
		expect( view() ).toContain( 'Working at heights' );
	} );

	it( 'lead from the timeline as a list to a record, and back to where it was', async () => {
		await open();
		await press( 'Timeline', '[role="tab"]' );
		await press( 'The timeline as a list', 'summary' );
		const events = Array.from( panel().querySelectorAll( 'ol > li' ), text );
		expect( events[ 0 ] ).toMatch( /^about February 2024: Question/ );
		expect( events ).toHaveLength( 6 );
		const opener = button( 'Two metres at most', 'ol button' );
		opener.focus();
		opener.click();
		await drawn();
		expect( document.activeElement?.tagName ).toBe( 'H3' );
		await press( 'Back' );
		expect( document.activeElement ).toBe( opener );
	} );

	it( 'show what a number of the report counts, with the panel’s own lists', async () => {
		await open();
		await press( 'Report', '[role="tab"]' );
		expect( view() ).toContain( 'Whether advised words still stand has not been computed' );
		await press( 'Not followed: 1' );
		expect( panel().querySelectorAll( '.advice-provenance-report__counted [data-item]' ) ).toHaveLength( 1 );
		await press( 'Those who come early should have more.', '[data-item]' );
		expect( document.activeElement?.tagName ).toMatch( /^H\d$/ );
		await press( 'Back' );
		expect( text( document.activeElement ) ).toBe( 'Those who come early should have more.' );
	} );

	it( 'that cannot be loaded say so, and come when it is tried again', async () => {
		scripts.delete( TIMELINE );
		await open();
		await press( 'Timeline', '[role="tab"]' );
		expect( view() ).toContain( 'A part of the gadget could not be loaded.' );
		scripts.set( TIMELINE, timeline );
		button( 'Try again' ).focus();
		await press( 'Try again' );
		expect( view() ).not.toContain( 'could not be loaded' );
		expect( panel().querySelectorAll( 'svg[role="img"]' ) ).toHaveLength( 3 );
		expect( panel().contains( document.activeElement ) ).toBe( true );
	} );

	it.each( [ 'Overview', 'Timeline', 'Open', 'Report' ] )( 'axe has nothing to say about %s', async ( name ) => {
		await open( new TestWorkspace( makeAccount( { words: true } ) ) );
		await press( name, '[role="tab"]' );
		const { violations } = await axe.run( panel(), {
			// jsdom has no layout and no colours; the browser tests look at those.
			rules: { 'color-contrast': { enabled: false } }
		} );
		expect( violations.map( ( { id, nodes } ) => [ id, nodes[ 0 ]?.html ] ) ).toEqual( [] );
	} );
} );

describe( 'the words', () => {
	it( 'are followed when somebody asks, with progress and a way to stop', async () => {
		const workspace = await open();
		expect( workspace.wordReads ).toBe( 0 );
		button( 'Follow the words' ).focus();
		await press( 'Follow the words' );
		expect( workspace.wordReads ).toBe( 1 );
		expect( text( document.activeElement ) ).toBe( 'Stop' );
		workspace.trace( { state: 'reading', done: 50, total: 120 } );
		await drawn();
		expect( view() ).toContain( '50 of 120 revisions read' );
		await press( 'Stop' );
		expect( view() ).toContain( 'Stopped. What has been read is kept' );
		expect( text( document.activeElement ) ).toBe( 'Follow the words to today’s text' );
		workspace.trace( { state: 'ready', done: 120, total: 120 }, makeAccount( { words: true } ) );
		await drawn();
		expect( view() ).toContain( 'Whole draft: 2 of ' );
		expect( view() ).toContain( 'Marit Holm 2 words' );
		expect( view() ).toContain( 'followed through 6 revisions' );
	} );

	it( 'tell why they could not be followed, once, and try again', async () => {
		const workspace = await open();
		workspace.currentFailures = [ { what: 'words', kind: 'failed', message: 'Too many <b>requests</b>.' } ];
		workspace.trace( { state: 'failed', done: 50, total: 120 } );
		await drawn();
		expect( text( panel() ).split( 'Too many <b>requests</b>.' ) ).toHaveLength( 2 );
		await press( 'Try again' );
		expect( workspace.wordReads ).toBe( 1 );
	} );

	it( 'say in a record what still stands, and show a section before and after', async () => {
		const workspace = await open( undefined, { item: 'ladder-height/ladder-marit' } );
		expect( text( panel().querySelector( 'article' ) ) ).toContain( 'Follow the words to today’s text' );
		workspace.trace( { state: 'ready', done: 6, total: 6 }, makeAccount( { words: true } ) );
		await drawn();
		const record = panel().querySelector( 'article' );
		expect( text( record ) ).toContain( 'All of it still standsStill in the text: 2 of 2 words.' );
		expect( record?.querySelector( '[role="group"]' ) ).toBeNull();
		await press( 'Before and after', 'summary' );
		const difference = record?.querySelector( '[role="group"]' );
		expect( text( difference?.querySelector( 'del' ) ?? null ) ).toBe( '[removed:] as high as you dare' );
		expect( text( difference?.querySelector( 'ins' ) ?? null ) ).toBe( '[added:] not higher than two metres' );
	} );
} );

describe( 'the address', () => {
	it( 'is that of the panel, of a record while one is open, and then what it was', async () => {
		history.replaceState( { mine: 1 }, '', '/wiki/Rules?x=1#Bees' );
		await open();
		expect( location.hash ).toBe( '#advice' );
		await press( 'Entries', '[role="tab"]' );
		const before = history.length;
		panel().querySelector<HTMLElement>( '[data-item="shares/shares-marit"]' )?.click();
		await drawn();
		expect( location.hash ).toBe( '#advice/shares%2Fshares-marit' );
		await press( 'Back' );
		expect( location.hash ).toBe( '#advice' );
		await close();
		expect( location.href.endsWith( '/wiki/Rules?x=1#Bees' ) ).toBe( true );
		expect( [ history.length, history.state ] ).toEqual( [ before, { mine: 1 } ] );
	} );

	it( 'stays where the reader went meanwhile', async () => {
		history.replaceState( null, '', '/wiki/Rules#Bees' );
		await open();
		history.replaceState( null, '', '/wiki/Rules#Wasps' );
		await close();
		expect( location.hash ).toBe( '#Wasps' );
		await open();
		history.replaceState( null, '', '/wiki/Rules#Ants' );
		await press( 'Entries', '[role="tab"]' );
		panel().querySelector<HTMLElement>( '[data-item="shares/shares-marit"]' )?.click();
		await drawn();
		expect( location.hash ).toBe( '#advice/shares%2Fshares-marit' );
		await close();
		expect( location.hash ).toBe( '#Ants' );
	} );

	it( 'of a record that is not in the log leads to the list, and says so', async () => {
		history.replaceState( null, '', '#advice/no/such' );
		await open( undefined, { item: 'no/such' } );
		expect( panel().querySelector( 'article' ) ).toBeNull();
		expect( text( panel().querySelector( '[aria-live]' ) ) ).toContain( 'The log has no record of the name' );
		await close();
		expect( location.hash ).toBe( '' );
	} );
} );

describe( 'what is new', () => {
	it( 'is told at the next visit, with the change of the log', async () => {
		const now = vi.spyOn( Date, 'now' ).mockReturnValue( Date.parse( '2024-07-01' ) );
		await open();
		expect( view() ).toContain( 'When you come back with this browser' );
		await close();
		now.mockReturnValue( Date.parse( '2024-07-09' ) );
		const log = structuredClone( ( await import( './fixture-log' ) ).orchardLog );
		log.entries = log.entries.filter( ( { id } ) => id !== 'scarecrows' );
		log.entries.push( { id: 'ducks', request: { question: 'What of the ducks?' } } as never );
		await open( new TestWorkspace( makeAccount( { log, logRevision: 207 } ) ) );
		expect( view() ).toContain( 'Since you last looked (Jul 1, 2024): 2 records are new or changed' );
		expect( view() ).toContain( 'What of the ducks?New. Outcome not recorded' );
		expect( view() ).toContain( '1 record is no longer in the log.' );
		expect( button( 'What was changed in the log', 'a' ).getAttribute( 'href' ) )
			.toBe( '/w/index.php?diff=207&oldid=200' );
		now.mockRestore();
	} );
} );
