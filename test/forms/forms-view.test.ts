// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TestWorkspace } from '../panel/fixture';
import { orchardLog } from '../panel/fixture-log';
import { FakeWiki } from './fake-wiki';
import {
	buttons, closed, control, endForms, keptForm, message, open, pick, press, settle, shown, stored,
	TITLE, type, unmount
} from './opened-form';

// What a browser draws at once takes jsdom seconds on a busy machine.
vi.setConfig( { testTimeout: 60_000 } );

afterEach( endForms );

const text = JSON.stringify( orchardLog, null, '\t' );

describe( 'a new entry', () => {
	it( 'needs the question alone, and says so', async () => {
		const wiki = new FakeWiki( TITLE, text );
		const workspace = await open( wiki );
		await press( 'form-review' );
		expect( shown() ).toContain( `${ message( 'form-field-question' ) }: ${ message( 'form-rule-e2-missing' ) }` );
		expect( buttons( 'form-save' )[ 0 ]?.disabled ).toBe( true );
		await press( 'form-save-back' );
		await type( '/request/question', 'Who mends the fence?' );
		await settle( 350 );
		await press( 'form-review' );
		expect( shown() ).toContain( 'Added: entry “Who mends the fence?”' );
		await press( 'form-save' );
		await settle();
		expect( shown() ).toContain( message( 'form-saved' ) );
		expect( wiki.edits ).toHaveLength( 1 );
		// One line: the wiki would merge lines by itself.
		expect( wiki.edits[ 0 ]?.text ).not.toContain( '\n' );
		expect( wiki.edits[ 0 ] ).toMatchObject( {
			baserevid: 200, nocreate: true, assertuser: 'Pip', summary: 'Added: entry “Who mends the fence?”'
		} );
		const { entries } = stored( wiki );
		expect( entries.slice( 0, -1 ) ).toEqual( orchardLog.entries );
		expect( entries[ entries.length - 1 ] ).toMatchObject( { request: { question: 'Who mends the fence?' } } );
		expect( workspace.logReads ).toBe( 1 );
		expect( keptForm() ).toBeUndefined();
		await press( 'form-close' );
		expect( closed ).toEqual( [ ( entries[ entries.length - 1 ] as { id: string } ).id ] );
	} );

	it( 'of which nothing was entered is not kept, and left without a question', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki );
		await settle( 350 );
		expect( keptForm() ).toBeUndefined();
		await type( '/request/question', 'Who' );
		await settle( 350 );
		expect( keptForm() ).toBeDefined();
		await type( '/request/question', '' );
		await settle( 350 );
		expect( keptForm() ).toBeUndefined();
		await press( 'form-cancel' );
		expect( closed ).toHaveLength( 1 );
		expect( shown() ).not.toContain( message( 'form-leave' ) );
	} );

	it( 'has people, sections, a vague date, advice, an outcome and an edit', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki );
		await type( '/request/question', 'Who mends the fence?' );
		await pick( '/sections', 'Pruning' );
		await pick( '/request/requestedBy', 'pip' );
		await type( '/request/requestedOn', 'early' );
		const year = document.querySelector<HTMLInputElement>( '[data-path$="/requestedOn"] input' );
		Object.assign( year as HTMLInputElement, { value: '2016' } ).dispatchEvent( new Event( 'input' ) );
		await settle();
		await press( 'form-add-advice' );
		await type( '/advice/0/summary', 'The keeper does.' );
		await pick( '/advice/0/advisers', 'Ida Fence' );
		await type( '/disposition/outcome', 'adopted' );
		await press( 'form-add-change' );
		// Before it stands the version that was read, after it the one before several edits.
		await press( 'form-edit-choose', 1 );
		const paste = document.querySelector<HTMLInputElement>( '.advice-provenance-form__revisions input' );
		Object.assign( paste as HTMLInputElement, { value: 'https://wiki.example/w/index.php?diff=prev&oldid=200' } )
			.dispatchEvent( new Event( 'input' ) );
		await settle();
		await press( 'form-edit-take' );
		await type( '/changes/0/relation', 'influenced' );
		await settle( 350 );
		await press( 'form-review' );
		await press( 'form-save' );
		await settle();
		const { entries, agents, draft } = stored( wiki );
		expect( entries[ entries.length - 1 ] ).toEqual( {
			id: expect.any( String ),
			request: { question: 'Who mends the fence?', requestedBy: [ 'pip' ], requestedOn: '2016-01/2016-04' },
			sections: [ 'main.pruning' ],
			advice: [ {
				id: expect.any( String ),
				summary: 'The keeper does.',
				advisers: [ 'ida-fence' ],
				disposition: { outcome: 'adopted' },
				changes: [ { revision: 200, relation: 'influenced' } ]
			} ]
		} );
		expect( agents[ agents.length - 1 ] ).toEqual( { id: 'ida-fence', name: 'Ida Fence' } );
		expect( draft.sections[ draft.sections.length - 1 ] ).toEqual( { id: 'main.pruning', page: 'main', heading: 'Pruning' } );
	} );

	it( 'begins the log where there is none', async () => {
		const wiki = new FakeWiki( TITLE, null );
		const workspace = new TestWorkspace( null );
		await open( wiki, {}, workspace );
		await type( '/request/question', 'Is it usual?' );
		await settle( 350 );
		await press( 'form-review' );
		await press( 'form-save' );
		await settle();
		expect( wiki.edits[ 0 ] ).toMatchObject( { createonly: true, contentmodel: 'json' } );
		expect( stored( wiki ) ).toMatchObject( { schemaVersion: 1, draft: { pages: [
			{ title: 'Project:Orchard Rules' }, { title: 'Project:Orchard Rules/Keys' }
		] }, entries: [ { request: { question: 'Is it usual?' } } ] } );
	} );
} );

describe( 'a conflict', () => {
	async function changeOutcome( wiki: FakeWiki ): Promise<void> {
		await open( wiki, { entry: 'shares' } );
		await type( '/advice/0/disposition/outcome', 'declined' );
		await type( '/advice/0/disposition/rationale', 'Nobody wanted it.' );
		await settle( 350 );
		await press( 'form-review' );
	}

	it( 'with another entry is merged without a word', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await changeOutcome( wiki );
		const theirs = structuredClone( orchardLog );
		Object.assign( theirs.entries[ 0 ] ?? {}, { note: 'Seen.' } );
		wiki.save( JSON.stringify( theirs ) );
		await press( 'form-save' );
		await settle( 20 );
		expect( shown() ).toContain( message( 'form-saved' ) );
		expect( shown() ).toContain( message( 'form-merged' ) );
		expect( stored( wiki ).entries[ 0 ] ).toMatchObject( { note: 'Seen.' } );
		expect( stored( wiki ).entries[ 1 ]?.advice?.[ 0 ]?.disposition ).toEqual( { outcome: 'declined', rationale: 'Nobody wanted it.' } );
	} );

	it( 'in the same field shows both values, and saves what was chosen', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await changeOutcome( wiki );
		const theirs = structuredClone( orchardLog );
		Object.assign( theirs.entries[ 1 ]?.advice?.[ 0 ]?.disposition ?? {}, { outcome: 'adopted' } );
		wiki.save( JSON.stringify( theirs ) );
		await press( 'form-save' );
		await settle( 20 );
		expect( shown() ).toContain( message( 'form-conflict-title' ) );
		expect( shown() ).toContain( 'declined' );
		expect( shown() ).toContain( 'adopted' );
		// Closed here, what was typed would still be offered.
		expect( JSON.stringify( keptForm() ) ).toContain( 'declined' );
		const radios = document.querySelectorAll<HTMLInputElement>( 'input[type=radio]' );
		radios[ 1 ]?.click();
		await settle();
		await press( 'form-conflict-decide' );
		await press( 'form-save' );
		await settle( 20 );
		expect( stored( wiki ).entries[ 1 ]?.advice?.[ 0 ]?.disposition )
			.toEqual( { outcome: 'adopted', rationale: 'Nobody wanted it.' } );
	} );

	it( 'that the wiki does not notice is noticed here', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await changeOutcome( wiki );
		// The same person in another tab: a wiki may take that for no conflict.
		let crossed = false;
		wiki.beforeSaving = () => {
			if ( !crossed ) {
				crossed = true;
				const theirs = structuredClone( orchardLog );
				Object.assign( theirs.entries[ 2 ] ?? {}, { note: 'From another tab.' } );
				const id = wiki.save( JSON.stringify( theirs ) );
				Object.assign( wiki.edits[ 0 ] ?? {}, { baserevid: id } );
			}
		};
		await press( 'form-save' );
		await settle( 20 );
		expect( shown() ).toContain( message( 'form-saved' ) );
		expect( stored( wiki ).entries[ 2 ] ).toMatchObject( { note: 'From another tab.' } );
		expect( stored( wiki ).entries[ 1 ]?.advice?.[ 0 ]?.disposition ).toMatchObject( { outcome: 'declined' } );
	} );
} );

describe( 'saving that fails', () => {
	const refused = ( code: string ): [ string, unknown ] => [ code, { errors: [ { code, text: `The wiki says ${ code }.` } ] } ];

	it.each( [
		[ 'network', [ 'http', { xhr: { status: 0 }, textStatus: 'error' } ] ],
		[ 'network', [ 'http', { xhr: { status: 0 }, textStatus: 'timeout' } ] ],
		[ 'rate', [ 'http', { xhr: { status: 429 } } ] ],
		[ 'busy', [ 'http', { xhr: { status: 503 } } ] ],
		[ 'logged-out', refused( 'assertuserfailed' ) ],
		[ 'logged-out', refused( 'assertnameduserfailed' ) ],
		[ 'token', refused( 'badtoken' ) ],
		[ 'readonly', refused( 'readonly' ) ],
		[ 'blocked', refused( 'blocked' ) ],
		[ 'blocked', refused( 'globalblocking-blockedtext-user' ) ],
		[ 'protected', refused( 'protectedpage' ) ],
		[ 'protected', refused( 'permissiondenied' ) ],
		[ 'filter', refused( 'abusefilter-disallowed' ) ],
		[ 'filter', refused( 'spamblacklist' ) ],
		[ 'filter-warning', refused( 'abusefilter-warning' ) ],
		[ 'too-big', refused( 'contenttoobig' ) ],
		[ 'rate', refused( 'ratelimited' ) ],
		[ 'model', refused( 'cantchangecontentmodel' ) ],
		[ 'deleted', refused( 'missingtitle' ) ],
		[ 'busy', refused( 'maxlag' ) ],
		[ 'other', refused( 'something-new' ) ]
	] as [ string, [ string, unknown ] ][] )( 'says why (%s), and loses nothing', async ( kind, failure ) => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki );
		await type( '/request/question', 'Who mends the fence?' );
		await settle( 350 );
		await press( 'form-review' );
		wiki.failures.push( failure );
		await press( 'form-save' );
		await settle( 10 );
		expect( shown() ).toContain( message( `form-failure-${ kind }` ) );
		expect( shown() ).toContain( message( 'form-failure-kept' ) );
		if ( failure[ 0 ] !== 'http' ) {
			expect( shown() ).toContain( `The wiki says ${ failure[ 0 ] }.` );
		}
		expect( JSON.stringify( keptForm() ) ).toContain( 'Who mends the fence?' );
		await press( 'form-save' );
		await settle( 10 );
		expect( shown() ).toContain( message( 'form-saved' ) );
		expect( wiki.newest?.text ).toContain( 'Who mends the fence?' );
	} );

	it( 'for want of an answer asks for it, and sends it along', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki );
		await type( '/request/question', 'Who mends the fence?' );
		await settle( 350 );
		await press( 'form-review' );
		wiki.failures.push( { answer: { edit: { result: 'Failure', captcha: { type: 'question', id: '77', question: 'Two and two?' } } } } );
		await press( 'form-save' );
		await settle( 10 );
		expect( shown() ).toContain( 'Two and two?' );
		const input = document.querySelector<HTMLInputElement>( '.advice-provenance-form__failure input' );
		Object.assign( input as HTMLInputElement, { value: '4' } ).dispatchEvent( new Event( 'input' ) );
		await settle();
		await press( 'form-save' );
		await settle( 10 );
		expect( wiki.edits[ 1 ] ).toMatchObject( { captchaid: '77', captchaword: '4' } );
		expect( shown() ).toContain( message( 'form-saved' ) );
	} );
} );

describe( 'what was typed and not saved', () => {
	it( 'is offered again, on the log as it is by then', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki, { entry: 'shares' } );
		await type( '/advice/0/disposition/rationale', 'Nobody wanted it.' );
		// The tab is closed before the pause is over.
		window.dispatchEvent( new Event( 'pagehide' ) );
		unmount();
		const theirs = structuredClone( orchardLog );
		Object.assign( theirs.entries[ 4 ] ?? {}, { note: 'From somebody else.' } );
		wiki.save( JSON.stringify( theirs ) );
		await open( wiki );
		await press( 'form-resume' );
		await settle();
		expect( control<HTMLTextAreaElement>( '/advice/0/disposition/rationale' ).value ).toBe( 'Nobody wanted it.' );
		await press( 'form-review' );
		await press( 'form-save' );
		await settle( 10 );
		expect( stored( wiki ).entries[ 4 ] ).toMatchObject( { note: 'From somebody else.' } );
		expect( stored( wiki ).entries[ 1 ]?.advice?.[ 0 ]?.disposition ).toMatchObject( { rationale: 'Nobody wanted it.' } );
	} );

	it( 'can be thrown away, and is asked about when somebody leaves', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki, { entry: 'shares' } );
		await type( '/advice/0/disposition/rationale', 'Nobody wanted it.' );
		await press( 'form-cancel' );
		expect( shown() ).toContain( message( 'form-leave' ) );
		await press( 'form-discard' );
		await settle( 350 );
		expect( closed ).toEqual( [ 'shares' ] );
		expect( keptForm() ).toBeUndefined();
	} );
} );

describe( 'privacy', () => {
	it( 'withholding is one step that says what stays, and takes the text out', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki, { entry: 'ladder-height' } );
		await press( 'form-withhold-open' );
		expect( shown() ).toContain( message( 'form-withhold-stays' ) );
		expect( shown() ).toContain( message( 'form-withhold-older' ) );
		await press( 'form-withhold' );
		await settle( 350 );
		expect( JSON.stringify( keptForm() ) ).not.toMatch( /Two metres|dew|sells ladders|safety\.example/ );
		await press( 'form-review' );
		await press( 'form-save' );
		await settle( 10 );
		expect( wiki.newest?.text ).not.toMatch( /Two metres|dew|sells ladders|safety\.example/ );
		expect( stored( wiki ).entries[ 0 ]?.advice?.[ 0 ] ).toMatchObject( {
			advisers: [ 'marit' ], disclosure: { level: 'withheld' }, disposition: { outcome: 'adopted-with-modification' }
		} );
	} );

	it( 'a person is named by role only, everywhere', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki, { things: true } );
		Array.from( document.querySelectorAll( 'button' ) ).find( ( button ) => button.textContent?.trim() === 'Marit Holm' )?.click();
		await settle();
		await press( 'form-role-open' );
		const input = document.querySelector<HTMLInputElement>( '.advice-provenance-form__role input' );
		Object.assign( input as HTMLInputElement, { value: 'a safety engineer' } ).dispatchEvent( new Event( 'input' ) );
		await settle();
		await press( 'form-role-set' );
		await press( 'form-done' );
		await settle( 350 );
		await press( 'form-review' );
		await press( 'form-save' );
		await settle( 10 );
		expect( wiki.newest?.text ).toContain( 'a safety engineer' );
		expect( wiki.newest?.text ).not.toMatch( /Marit Holm|"marit"/ );
	} );
} );

it( 'an edit is recorded for advice that is there, or for new advice', async () => {
	const wiki = new FakeWiki( TITLE, text );
	await open( wiki, { revision: 200 } );
	const which = document.querySelector( 'select' ) as HTMLSelectElement;
	Object.assign( which, { value: 'keys-b' } ).dispatchEvent( new Event( 'change' ) );
	await settle();
	await press( 'form-next' );
	await settle( 350 );
	await press( 'form-review' );
	await press( 'form-save' );
	await settle( 10 );
	expect( stored( wiki ).entries[ 3 ]?.advice?.[ 1 ] )
		.toMatchObject( { changes: [ { revision: 140 }, { revision: 999 }, { revision: 200 } ] } );
} );
