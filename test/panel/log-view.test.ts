// @vitest-environment jsdom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LogPage, PlacedFinding, WikiCheck } from '../../src/wiki/log-view-script';
import { showLog } from '../../src/panel/log-view';
import { installMw, unknownMessages } from './fake-mw';
import { orchardLog } from './fixture-log';
import { makeAccount, TestWorkspace } from './fixture';

vi.setConfig( { testTimeout: 60_000 } );

async function drawn(): Promise<void> {
	for ( let i = 0; i < 4; i++ ) {
		await new Promise( ( resolve ) => {
			setTimeout( resolve );
		} );
	}
}

function finding( rule: 'E3' | 'W3', path: string, line: number ): PlacedFinding {
	return { rule, severity: rule === 'E3' ? 'error' : 'warning', path, params: [ 'x' ], line, column: 3 };
}

interface Opened {
	host: HTMLElement;
	showText: ReturnType<typeof vi.fn>;
	/** Goes on with another state of the findings. */
	tell( findings: PlacedFinding[], check: WikiCheck ): Promise<void>;
	workspace: TestWorkspace;
	asked: ReturnType<typeof vi.fn>;
}

async function open(
	workspace: TestWorkspace, first: PlacedFinding[] = [], mayEdit = true
): Promise<Opened> {
	let findings = first;
	let check: WikiCheck = { state: 'none', undecided: 0 };
	const listeners: ( () => void )[] = [];
	const showText = vi.fn();
	const asked = vi.fn( () => Promise.resolve() );
	const page: LogPage = {
		workspace,
		text: workspace.logText ?? '',
		mayEdit,
		findings: () => findings,
		wikiCheck: () => check,
		checkWithWiki: asked,
		subscribe( listener ) {
			listeners.push( listener );
			return () => undefined;
		},
		showText
	};
	const host = document.createElement( 'div' );
	document.body.append( host );
	showLog( host, page );
	await drawn();
	return {
		host, showText, workspace, asked,
		async tell( now, state ) {
			findings = now;
			check = state;
			listeners.forEach( ( listener ) => listener() );
			await drawn();
		}
	};
}

function text( { host }: Opened ): string {
	return ( host.textContent ?? '' ).replace( /\s+/g, ' ' );
}

function press( { host }: Opened, name: string | RegExp ): Promise<void> {
	const button = Array.from( host.querySelectorAll( 'button' ) )
		.find( ( { textContent } ) => ( textContent ?? '' ).trim().match( name ) );
	if ( !button ) {
		throw new Error( String( name ) );
	}
	button.click();
	return drawn();
}

function questions( { host }: Opened ): number {
	return host.querySelectorAll( 'article' ).length;
}

beforeAll( installMw );

afterEach( () => {
	document.body.textContent = '';
	expect( [ ...unknownMessages ] ).toEqual( [] );
} );

/** The orchard's log with many entries after its own. */
function longLog(): unknown {
	const log = structuredClone( orchardLog ) as { entries: unknown[] };
	log.entries.push( ...Array.from( { length: 40 }, ( _, i ) => (
		{ id: `more-${ i }`, request: { question: `One of many, number ${ i }?` } }
	) ) );
	return log;
}

describe( 'the log on its own page', () => {
	it( 'has title, pages, counts and every entry in full', async () => {
		const opened = await open( new TestWorkspace( makeAccount( { read: false } ) ) );
		expect( questions( opened ) )
			.toBe( ( orchardLog as { entries: unknown[] } ).entries.length );
		expect( opened.host.querySelector( 'a' )?.textContent ).toBe( 'Project:Orchard Rules' );
		expect( text( opened ) ).toContain( 'pieces of advice on record' );
		expect( text( opened ) ).toContain( 'Nothing is wrong with the log' );
		expect( opened.host.querySelector( '.advice-provenance-panel__back' ) ).toBeNull();
		expect( opened.workspace.reads ).toBe( 0 );
	} );

	it( 'offers the forms to those alone who may edit the page', async () => {
		const offered = async ( mayEdit: boolean ): Promise<boolean[]> => {
			const shown = text( await open( new TestWorkspace( makeAccount() ), [], mayEdit ) );
			document.body.textContent = '';
			return [ 'Add an entry', 'Edit' ].map( ( name ) => shown.includes( name ) );
		};
		expect( await offered( true ) ).toEqual( [ true, true ] );
		expect( ( await offered( false ) )[ 0 ] ).toBe( false );
	} );

	it( 'leads from a finding to its line, and to a record that is not drawn yet', async () => {
		const log = longLog() as { entries: unknown[] };
		const workspace = new TestWorkspace( makeAccount( { log } ) );
		workspace.logText = JSON.stringify( log );
		const index = log.entries.length - 1;
		const path = `/entries/${ index }/topics/0`;
		const opened = await open( workspace, [ finding( 'E3', path, 7 ) ] );
		expect( questions( opened ) ).toBe( 25 );
		await press( opened, /^line 7, column 3$/ );
		expect( opened.showText )
			.toHaveBeenCalledWith( expect.objectContaining( { line: 7, column: 3 } ) );
		await press( opened, 'Show the record' );
		expect( questions( opened ) ).toBe( log.entries.length );
		expect( document.activeElement?.textContent ).toContain( 'One of many, number 39?' );
	} );

	it( 'shows more entries and findings when asked', async () => {
		const opened = await open(
			new TestWorkspace( makeAccount( { log: longLog() } ) ),
			Array.from( { length: 70 }, ( _, i ) => finding( 'W3', '', i + 1 ) )
		);
		expect( opened.host.querySelectorAll( '.advice-provenance-panel__troubles li' ) ).toHaveLength( 50 );
		await press( opened, /^Show 20 more$/ );
		expect( opened.host.querySelectorAll( '.advice-provenance-panel__troubles li' ) ).toHaveLength( 70 );
		await press( opened, /more entries$/ );
		expect( questions( opened ) ).toBeGreaterThan( 40 );
	} );

	it( 'shows what one of the counts counts, and all again', async () => {
		const opened = await open( new TestWorkspace( makeAccount() ) );
		const all = questions( opened );
		await press( opened, /^\d+ not public$/ );
		expect( questions( opened ) ).toBeLessThan( all );
		await press( opened, /^Show all$/ );
		expect( questions( opened ) ).toBe( all );
	} );

	it( 'compares with the wiki when asked, and says how far', async () => {
		const opened = await open( new TestWorkspace( makeAccount() ) );
		await press( opened, /^Compare with the wiki$/ );
		expect( opened.asked ).toHaveBeenCalledOnce();
		await opened.tell( [], { state: 'reading', undecided: 0 } );
		expect( text( opened ) ).toContain( 'Comparing with the wiki' );
		await opened.tell( [], { state: 'failed', undecided: 0 } );
		expect( text( opened ) ).toContain( 'The wiki did not answer' );
		await opened.tell( [ finding( 'W3', '/entries/0/advice/0', 9 ) ], { state: 'ready', undecided: 2 } );
		expect( text( opened ) ).toContain( 'line 9, column 3' );
		expect( text( opened ) ).toContain( '2 questions stay open' );
	} );

	it( 'looks for a revision that can be understood when asked', async () => {
		const workspace = new TestWorkspace( null );
		workspace.logText = 'oops';
		workspace.currentFailures = [ { what: 'log', kind: 'unreadable' } ];
		const opened = await open( workspace, [ finding( 'E3', '', 1 ) ] );
		expect( questions( opened ) ).toBe( 0 );
		await press( opened, /^Look for the newest revision/ );
		expect( workspace.reads ).toBe( 1 );
		workspace.arrive( makeAccount(), [ { what: 'log', kind: 'older', message: 'Revision 12' } ] );
		await drawn();
		expect( questions( opened ) ).toBeGreaterThan( 0 );
		expect( text( opened ) ).toContain( 'Revision 12' );
		// What is compared is the text of today, which is no log.
		expect( text( opened ) ).not.toContain( 'Compare with the wiki' );
	} );
} );
