// @vitest-environment jsdom
import axe from 'axe-core';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readLog } from '../../src/log/read-log';
import { openPanel } from '../../src/panel/panel';
import { installMw, kept, makeNarrow, unknownMessages } from './fake-mw';
import { orchardLog } from './fixture-log';
import { KEYS, MAIN, makeAccount, TestWorkspace } from './fixture';

// What a browser draws at once takes jsdom seconds on a busy machine.
vi.setConfig( { testTimeout: 60_000 } );

/** Lets Vue draw what changed. */
async function drawn(): Promise<void> {
	for ( let i = 0; i < 4; i++ ) {
		await new Promise( ( resolve ) => {
			setTimeout( resolve );
		} );
	}
}

function panel(): HTMLElement {
	const element = document.querySelector<HTMLElement>( '[role="dialog"]' );
	if ( !element ) {
		throw new Error( 'The panel is not open.' );
	}
	return element;
}

/** The one visible element whose text begins like this. */
function byText( selector: string, beginning: string ): HTMLElement {
	const found = Array.from( panel().querySelectorAll<HTMLElement>( selector ) )
		.find( ( element ) => element.textContent?.trim().startsWith( beginning ) );
	if ( !found ) {
		throw new Error( `${ selector } “${ beginning }” is not there:\n${ panel().textContent }` );
	}
	return found;
}

function tab( name: string ): HTMLElement {
	return byText( '[role="tab"]', name );
}

/** Text of the part that is not hidden, in one line. */
function text( element: Element = panel() ): string {
	const copy = element.cloneNode( true ) as Element;
	copy.querySelectorAll( '[style*="display: none"]' ).forEach( ( hidden ) => hidden.remove() );
	return ( copy.textContent ?? '' ).replace( /\s+/g, ' ' ).trim();
}

function rows(): string[] {
	return Array.from( panel().querySelectorAll<HTMLElement>( '[data-item]' ) )
		.map( ( row ) => row.dataset.item ?? '' );
}

function press( element: Element, key: string ): void {
	element.dispatchEvent( new KeyboardEvent( 'keydown', { key, bubbles: true, cancelable: true } ) );
}

/** Whether the browser would have followed the link; jsdom has no other page to show. */
function clickAsBrowser( element: Element, keys: MouseEventInit ): 'followed' | 'kept' {
	let answer: 'followed' | 'kept' | undefined;
	document.addEventListener( 'click', ( event ) => {
		answer = event.defaultPrevented ? 'kept' : 'followed';
		event.preventDefault();
	}, { once: true } );
	element.dispatchEvent( new MouseEvent( 'click', { ...keys, bubbles: true, cancelable: true } ) );
	if ( !answer ) {
		throw new Error( 'The click did not arrive.' );
	}
	return answer;
}

async function choose( label: string, value: string ): Promise<void> {
	const select = byText( 'label', label ).querySelector( 'select' );
	if ( !select ) {
		throw new Error( label );
	}
	select.value = value;
	expect( select.value ).toBe( value );
	select.dispatchEvent( new Event( 'change' ) );
	await drawn();
}

async function open(
	workspace = new TestWorkspace( makeAccount() ),
	show: Parameters<typeof openPanel>[ 1 ] = {},
	returnFocus: HTMLElement | null = null
): Promise<TestWorkspace> {
	openPanel( workspace, show, returnFocus );
	await drawn();
	// Most of these tests are about the list.
	if ( workspace.current && !document.querySelector( '[role="dialog"] article' ) ) {
		const { activeElement } = document;
		tab( 'Entries' ).click();
		await drawn();
		( activeElement as HTMLElement ).focus();
	}
	return workspace;
}

/** Opens a panel whose evidence is already there. */
async function openReady( show: Parameters<typeof openPanel>[ 1 ] = {} ): Promise<TestWorkspace> {
	const workspace = await open();
	workspace.arrive( workspace.current );
	await open( workspace, show );
	return workspace;
}

beforeAll( installMw );

afterEach( async () => {
	const dialog = document.querySelector( '[role="dialog"]' );
	if ( dialog ) {
		press( dialog, 'Escape' );
	}
	document.body.textContent = '';
	kept.clear();
	await drawn();
	expect( [ ...unknownMessages ] ).toEqual( [] );
} );

describe( 'the panel as a window', () => {
	it( 'is a dialog with a name, takes the focus, and leaves the page usable', async () => {
		await open();
		const name = document.getElementById( panel().getAttribute( 'aria-labelledby' ) ?? '' );
		expect( name?.textContent?.trim() ).toBe( 'Advice on the Orchard Rules' );
		expect( document.activeElement ).toBe( name );
		expect( panel().hasAttribute( 'aria-modal' ) ).toBe( false );
	} );

	it.each( [
		[ 'Escape', () => press( panel(), 'Escape' ) ],
		[ 'its button', () => panel().querySelector<HTMLElement>( '[aria-label="Close"]' )?.click() ]
	] )( 'closes by %s, gives the focus back and stops following', async ( _name, close ) => {
		const opener = document.body.appendChild( document.createElement( 'button' ) );
		const workspace = await open( undefined, {}, opener );
		expect( workspace.subscribers ).toBe( 1 );
		close();
		expect( document.querySelector( '[role="dialog"]' ) ).toBeNull();
		expect( document.activeElement ).toBe( opener );
		expect( workspace.subscribers ).toBe( 0 );
		expect( document.documentElement.className ).toBe( '' );
	} );

	it( 'covers the page in a narrow window, and gives it back', async () => {
		const opener = document.body.appendChild( document.createElement( 'button' ) );
		const other = document.body.appendChild( document.createElement( 'div' ) );
		other.setAttribute( 'inert', '' );
		const workspace = await open( undefined, {}, opener );
		expect( opener.hasAttribute( 'inert' ) ).toBe( false );
		opener.focus();
		makeNarrow( true );
		await drawn();
		expect( panel().getAttribute( 'aria-modal' ) ).toBe( 'true' );
		expect( opener.hasAttribute( 'inert' ) ).toBe( true );
		expect( panel().closest( '[inert]' ) ).toBeNull();
		expect( document.activeElement ).toBe( panel() );
		makeNarrow( false );
		await drawn();
		expect( panel().hasAttribute( 'aria-modal' ) ).toBe( false );
		expect( opener.hasAttribute( 'inert' ) ).toBe( false );
		makeNarrow( true );
		await drawn();
		panel().querySelector<HTMLElement>( '.advice-provenance-panel__outside' )?.click();
		expect( document.activeElement ).toBe( opener );
		expect( document.querySelectorAll( '[inert]' ) ).toHaveLength( 1 );
		expect( workspace.subscribers ).toBe( 0 );
		makeNarrow( false );
	} );

	it( 'lets go of the page before it leads to a place there', async () => {
		makeNarrow( true );
		const place = document.body.appendChild( document.createElement( 'h2' ) );
		const workspace = await openReady();
		let wasCovered = true;
		workspace.goTo = ( ref ) => {
			wasCovered = place.hasAttribute( 'inert' );
			return ref.page === MAIN;
		};
		expect( clickAsBrowser( byText( 'h4 a', 'Lending' ), {} ) ).toBe( 'followed' );
		expect( place.hasAttribute( 'inert' ) ).toBe( true );
		expect( clickAsBrowser( byText( 'h4 a', 'Ladders' ), {} ) ).toBe( 'kept' );
		expect( wasCovered ).toBe( false );
		expect( document.querySelector( '[role="dialog"]' ) ).toBeNull();
		makeNarrow( false );
	} );

	it( 'leaves an Escape alone that something in it has used', async () => {
		await open();
		const heading = panel().querySelector( 'h2' ) as HTMLElement;
		heading.addEventListener( 'keydown', ( event ) => event.preventDefault() );
		press( heading, 'Escape' );
		expect( document.querySelector( '[role="dialog"]' ) ).not.toBeNull();
	} );

	it( 'is there once, however often it is opened', async () => {
		const workspace = await open();
		await open( workspace, { item: 'bees' } );
		expect( document.querySelectorAll( '[role="dialog"]' ) ).toHaveLength( 1 );
		expect( document.activeElement?.textContent ).toContain( 'May the hives stand' );
		await open( new TestWorkspace( null ) );
		expect( document.querySelectorAll( '[role="dialog"]' ) ).toHaveLength( 1 );
		expect( text() ).not.toContain( 'hives' );
	} );

	it( 'starts at a section', async () => {
		await openReady( { section: { page: KEYS, heading: 'Lending', nth: 0 } } );
		expect( document.activeElement?.textContent?.trim() ).toBe( 'Lending' );
		expect( document.activeElement?.tagName ).toBe( 'H4' );
	} );
} );

describe( 'the list', () => {
	it( 'tells the counts in words', async () => {
		await openReady();
		tab( 'Overview' ).click();
		await drawn();
		expect( text() ).toContain( '8 questions, 6 pieces of advice on record' );
		expect( Array.from( panel().querySelectorAll( '.advice-provenance-panel__count' ), ( button ) => text( button ) ) ).toEqual( [
			'2 changed the text',
			'1 checked, left as it was',
			'1 not followed',
			'1 waiting',
			'1 not public',
			'1 replaced',
			'1 set aside',
			'2 with no outcome recorded'
		] );
	} );

	it( 'shows sections in the order of the text, also those without advice', async () => {
		await openReady();
		expect( Array.from( panel().querySelectorAll( '.advice-provenance-panel__list :is( h3, h4 )' ), ( heading ) => text( heading ) ) ).toEqual( [
			MAIN, 'Introduction', 'Ladders', 'Pruning', 'Sharing the harvest', 'Bees',
			KEYS, 'Introduction', 'Lending',
			'The draft as a whole', 'The process', 'Place could not be read', 'Place cannot be found today'
		] );
		expect( text( byText( 'h4', 'Pruning' ).parentElement as Element ) )
			.toBe( 'PruningNo advice on record' );
	} );

	it( 'says of each item its state, adviser, sentence and place', async () => {
		await openReady();
		expect( text( byText( 'li', 'Changed the text' ) ) ).toBe(
			'Changed the textMarit HolmTwo metres at most, and never on a wet morning.Changed this section'
		);
		expect( text( byText( 'li', 'Waiting' ) ) ).toContain( 'Adviser not recorded' );
		expect( text( byText( 'li', 'Set aside' ) ) )
			.toContain( 'The question names a section that is not in the text today.' );
		expect( text() ).toContain( 'Was in “Shed keys” of “Project:Orchard Rules/Keys”; not found today' );
	} );

	it( 'names state and adviser to those who hear the button', async () => {
		await openReady();
		const row = byText( '[data-item]', 'Two metres' );
		const description = ( row.getAttribute( 'aria-describedby' ) ?? '' ).split( ' ' )
			.map( ( id ) => document.getElementById( id )?.textContent?.trim() );
		expect( description ).toEqual( [ 'Changed the text', 'Marit Holm' ] );
	} );

	it( 'scrolls to a section of the page, and follows the link to another page', async () => {
		const workspace = await openReady();
		expect( clickAsBrowser( byText( 'h4 a', 'Ladders' ), {} ) ).toBe( 'kept' );
		expect( workspace.visited ).toEqual( [ { page: MAIN, heading: 'Ladders', nth: 0 } ] );
		const elsewhere = clickAsBrowser( byText( 'h4 a', 'Lending' ), {} );
		expect( elsewhere ).toBe( 'followed' );
	} );

	it( 'leaves a click for a new tab to the browser', async () => {
		const workspace = await openReady();
		expect( clickAsBrowser( byText( 'h4 a', 'Ladders' ), { ctrlKey: true } ) ).toBe( 'followed' );
		expect( workspace.visited ).toEqual( [] );
	} );
} );

describe( 'filters', () => {
	it( 'follow a click on a count', async () => {
		await openReady();
		tab( 'Overview' ).click();
		await drawn();
		byText( 'button', '1 not followed' ).click();
		await drawn();
		expect( tab( 'Entries' ).getAttribute( 'aria-selected' ) ).toBe( 'true' );
		expect( document.activeElement ).toBe( tab( 'Entries' ) );
		expect( rows() ).toEqual( [ 'shares/shares-marit' ] );
		expect( panel().querySelector( '[role="status"]' )?.textContent ).toBe( 'Showing 1 of 10 records' );
		expect( text() ).not.toContain( 'Pruning' );
		await choose( 'Outcome', '' );
		expect( rows().length ).toBeGreaterThan( 9 );
		expect( panel().querySelector( '[role="status"]' )?.textContent ).toBe( '' );
	} );

	it( 'by outcome, adviser and topic, until all is shown again', async () => {
		await openReady();
		await choose( 'Adviser', 'id:legal' );
		expect( new Set( rows() ) ).toEqual( new Set( [
			'insurance/insurance-legal', 'shares/shares-legal', 'keys-old/keys-a', 'keys-old/keys-b'
		] ) );
		await choose( 'Topic', 'id:fairness' );
		expect( rows() ).toEqual( [ 'shares/shares-legal' ] );
		await choose( 'Outcome', 'state:declined' );
		expect( rows() ).toEqual( [] );
		expect( text() ).toContain( 'Nothing to show here.' );
		expect( panel().querySelector( '[role="status"]' )?.textContent ).toBe( 'Showing 0 of 10 records' );
		byText( 'button', 'Show all' ).click();
		await drawn();
		expect( rows().length ).toBeGreaterThan( 9 );
	} );
} );

describe( 'reading', () => {
	it( 'starts on opening, says so, and takes in what arrives', async () => {
		const workspace = new TestWorkspace( makeAccount( { read: false } ) );
		await open( workspace );
		expect( workspace.reads ).toBe( 1 );
		expect( panel().querySelector( '[aria-live="polite"]' )?.textContent )
			.toContain( 'Reading the edits that the log names' );
		expect( text() ).toContain( 'What they name is being looked up just now.' );
		workspace.arrive( makeAccount() );
		await drawn();
		expect( panel().querySelector( '[role="progressbar"]' ) ).toBeNull();
		expect( text() ).toContain( 'Changed this section' );
	} );

	it( 'tells what failed, in the words of the wiki, and tries again', async () => {
		const workspace = new TestWorkspace( makeAccount( { read: false } ) );
		await open( workspace );
		workspace.arrive( workspace.current, [
			{ what: 'revisions', kind: 'failed', message: 'Too many <b>requests</b>.' }
		] );
		await drawn();
		expect( text() ).toContain( 'Edits that the log names could not be read.' );
		expect( text() ).toContain( 'Too many <b>requests</b>.' );
		expect( text() ).toContain( 'What they name' );
		byText( 'button', 'Try again' ).click();
		expect( workspace.reads ).toBe( 2 );
	} );

	it.each( [
		[ 'missing', 'There is no advice log for this draft yet.' ],
		[ 'empty', 'is an empty page' ],
		[ 'unreadable', 'cannot be understood' ],
		[ 'newer', 'newer version' ],
		[ 'failed', 'could not be read' ]
	] as const )( 'says that the log is %s', async ( kind, words ) => {
		const workspace = new TestWorkspace( null );
		workspace.logText = null;
		workspace.currentFailures = [ { what: 'log', kind } ];
		await open( workspace );
		expect( text() ).toContain( words );
		expect( text() ).toContain( 'Project:Orchard Rules/Advice.json' );
		expect( panel().querySelector( 'h2' )?.textContent ).toContain( workspace.logTitle );
	} );

	it( 'names line and column of a log that is not JSON', async () => {
		const workspace = new TestWorkspace( null );
		workspace.logText = '{\n\t"schemaVersion": 1,\n\t"entries" []\n}';
		workspace.currentFailures = [ { what: 'log', kind: 'unreadable' } ];
		await open( workspace );
		expect( panel().querySelector( 'details' )?.open ).toBe( true );
		expect( panel().querySelector( 'code' )?.textContent ).toBe( 'line 3, column 12' );
		expect( text() ).toContain( 'This is not JSON from here on' );
	} );

	it( 'names path and line of a log of the wrong shape', async () => {
		const workspace = new TestWorkspace( null );
		workspace.logText = '{\n\t"schemaVersion": 1,\n\t"draft": 7,\n\t"entries": []\n}';
		workspace.logProblems = readLog( workspace.logText ).problems;
		workspace.currentFailures = [ { what: 'log', kind: 'unreadable' } ];
		await open( workspace );
		expect( Array.from( panel().querySelectorAll( 'code' ), ( code ) => code.textContent ) )
			.toContain( '/draft (line 3)' );
	} );

	it( 'lists the problems of a log and leads to the records', async () => {
		const log = structuredClone( orchardLog ) as { entries: unknown[] };
		// An entry that cannot be read moves the others up: places still count it.
		log.entries.unshift( { id: 'no-request' } );
		( log.entries[ 2 ] as { topics: string[] } ).topics = [ 'nowhere' ];
		const workspace = new TestWorkspace( makeAccount( { log } ) );
		workspace.logText = JSON.stringify( log );
		await open( workspace );
		expect( panel().querySelector( 'summary' )?.textContent ).toContain( 'things in the log cannot be right' );
		const trouble = byText( 'details li', 'ErrorNothing in this log has the id “nowhere”.' );
		expect( trouble.textContent ).toContain( '/entries/2/topics/0' );
		( trouble.querySelector( 'button' ) as HTMLElement ).click();
		await drawn();
		expect( document.activeElement?.textContent ).toContain( 'Is an equal share for everybody usual?' );
		expect( text() ).toContain( 'Notes on this record' );
	} );
} );

describe( 'very large and hostile logs', () => {
	it( 'draws the beginning of a long list, and more on request', async () => {
		const log = {
			...orchardLog,
			entries: Array.from( { length: 210 }, ( _none, i ) => ( {
				id: `e${ i }`,
				request: { question: `Question ${ i }` }
			} ) )
		};
		await open( new TestWorkspace( makeAccount( { log } ) ) );
		expect( rows() ).toHaveLength( 200 );
		byText( 'button', 'Show 10 more' ).click();
		await drawn();
		expect( rows() ).toHaveLength( 210 );
	} );

	it( 'shows markup, addresses and directions as text', async () => {
		const evil = '<img src=x onerror=alert(1)>"\'\u202e\ud800{{7*7}}$1';
		const log = {
			schemaVersion: 1,
			title: evil,
			draft: {
				pages: [ { id: 'main', title: MAIN } ],
				sections: [ { id: 's', page: 'main', heading: evil } ]
			},
			topics: [ { id: 't', label: evil } ],
			agents: [ { id: 'a', name: evil, user: '<script>', expertise: evil } ],
			entries: [ {
				id: 'constructor',
				topics: [ 't', '__proto__' ],
				sections: [ 's' ],
				note: evil,
				request: {
					question: evil,
					requestedBy: [ 'a', 'toString' ],
					requestedOn: '2024',
					sources: [
						// eslint-disable-next-line no-script-url
						{ label: evil, url: 'javascript:alert(1)' },
						{ label: evil, url: 'https://user:pw@evil.example/' },
						{ label: 'good', url: 'https://good.example/' },
						{ title: '//evil.example/x' },
						{ label: evil, private: true }
					]
				},
				advice: [ {
					id: 'x',
					advisers: [ 'a', '__proto__' ],
					summary: evil,
					suggestedText: evil,
					disposition: { outcome: 'superseded', supersededBy: 'hasOwnProperty', rationale: evil },
					changes: [ { revision: 112, inserted: [ { exact: evil } ] } ]
				} ]
			} ]
		};
		const workspace = new TestWorkspace( makeAccount( { log } ) );
		await open( workspace );
		workspace.arrive( workspace.current );
		await open( workspace, { item: 'constructor/x' } );
		expect( text() ).toContain( '<img src=x onerror=alert(1)>' );
		expect( panel().querySelector( 'img, script, iframe' ) ).toBeNull();
		const links = Array.from( panel().querySelectorAll( 'a' ), ( a ) => a.href );
		expect( links.filter( ( href ) => !href.startsWith( location.origin ) ) )
			.toEqual( [ 'https://good.example/' ] );
		expect( byText( 'a', 'good' ).getAttribute( 'rel' ) ).toBe( 'noreferrer noopener' );
	} );
} );

describe( 'accessibility', () => {
	it.each( [
		[ 'the list', {} ],
		[ 'a record', { item: 'ladder-height/ladder-marit' } ]
	] )( 'axe has nothing to say about %s', async ( _name, show ) => {
		await openReady( show );
		const { violations } = await axe.run( panel(), {
			// jsdom has no layout and no colours; the browser tests look at those.
			rules: { 'color-contrast': { enabled: false } }
		} );
		expect( violations.map( ( { id, nodes } ) => [ id, nodes[ 0 ]?.html ] ) ).toEqual( [] );
	} );
} );
