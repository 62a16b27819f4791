// @vitest-environment jsdom
import axe from 'axe-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPanel } from '../../src/panel/panel';
import { installMw, kept, scripts, unknownMessages } from '../panel/fake-mw';
import { makeAccount, TestWorkspace } from '../panel/fixture';

vi.setConfig( { testTimeout: 60_000 } );

type Request = Record<string, unknown>;

const SUMMARY = 'Project:Orchard Rules/Advice.json/summary';

/** A wiki with a page for the summary, as far as the report speaks to it. */
const wiki = {
	/** Revisions, the oldest first. */
	texts: [] as string[],
	summaries: [] as string[],
	may: true,
	/** What saving answers instead, once. */
	failure: null as [ string, unknown ] | null,
	isDown: false
};

function pageAnswer(): unknown {
	const newest = wiki.texts.at( -1 );
	return {
		title: SUMMARY,
		...newest === undefined ? { missing: true } : { pageid: 9, revisions: [ {
			revid: wiki.texts.length, timestamp: '2024-07-01T10:00:00Z',
			slots: { main: { contentmodel: 'wikitext', content: newest } }
		} ] },
		actions: { edit: wiki.may ? [] : [ { text: 'No.' } ] }
	};
}

class Api {
	public get( request: Request ): unknown {
		const answer = request.meta === 'siteinfo' ?
			{ query: { general: { sitename: 'Orchard Wiki', lang: 'en', server: '//orchard.example' } } } :
			{ query: { pages: [ pageAnswer() ] } };
		return Object.assign( wiki.isDown ?
			{ then: ( _done: unknown, failed: ( code: string, detail: object ) => void ) => failed( 'http', { xhr: { status: 0 } } ) } :
			Promise.resolve( answer ), { abort: () => undefined } );
	}

	public postWithEditToken( request: Request ): unknown {
		return { then(
			done: ( answer: unknown ) => void, failed: ( ...args: [ string, unknown ] ) => void
		): void {
			const { failure } = wiki;
			wiki.failure = null;
			if ( failure ) {
				failed( ...failure );
				return;
			}
			wiki.texts.push( String( request.text ) );
			wiki.summaries.push( String( request.summary ) );
			done( { edit: { result: 'Success', newrevid: wiki.texts.length, oldrevid: wiki.texts.length - 1 } } );
		} };
	}
}

async function drawn(): Promise<void> {
	for ( let i = 0; i < 12; i++ ) {
		await new Promise( ( resolve ) => {
			setTimeout( resolve );
		} );
	}
}

function text( element: Element | null ): string {
	return ( element?.textContent ?? '' ).replace( /\s+/g, ' ' ).trim();
}

function report(): HTMLElement {
	return document.querySelector<HTMLElement>( '.advice-provenance-report' ) ?? document.body;
}

function button( beginning: string ): HTMLButtonElement | undefined {
	return Array.from( document.querySelectorAll<HTMLButtonElement>( '[role="dialog"] button' ) )
		.find( ( element ) => text( element ).startsWith( beginning ) );
}

async function press( beginning: string ): Promise<void> {
	const found = button( beginning );
	expect( found, `${ beginning }: ${ text( report() ) }` ).toBeTruthy();
	found?.click();
	await drawn();
}

async function open(): Promise<void> {
	const workspace = new TestWorkspace( makeAccount( { words: true } ) );
	openPanel( workspace, {}, null );
	await drawn();
	workspace.arrive( workspace.current );
	await drawn();
	await press( 'Report' );
}

beforeAll( async () => {
	installMw();
	Object.assign( globalThis, { BUILT_LANGUAGES: [] } );
	const { mw } = globalThis as unknown as { mw: Record<string, object> };
	Object.assign( mw, { Api } );
	Object.assign( mw.Title as object, {
		newFromText: ( title: string ) => /[[\]{}|#<>]/.test( title ) || !title ? null : {
			getNamespaceId: () => 4, getMainText: () => title, getPrefixedText: () => title
		}
	} );
	scripts.set( 'ext.gadget.AdviceProvenance-report', await import( '../../src/report/report-script' ) );
} );

beforeEach( () => {
	Object.assign( wiki, { texts: [], summaries: [], may: true, failure: null, isDown: false } );
} );

afterEach( async () => {
	document.querySelector( '[role="dialog"]' )?.dispatchEvent( new KeyboardEvent( 'keydown', { key: 'Escape', bubbles: true } ) );
	await drawn();
	document.body.textContent = '';
	kept.clear();
	vi.restoreAllMocks();
	expect( [ ...unknownMessages ] ).toEqual( [] );
} );

describe( 'the report', () => {
	it( 'publishes a summary after a look, and has nothing to publish then', async () => {
		await open();
		await press( 'See what would change' );
		expect( text( report() ) ).toContain( 'The page does not exist yet and will be made.' );
		expect( wiki.texts ).toEqual( [] );
		const { violations } = await axe.run( report(), { rules: { region: { enabled: false } } } );
		expect( violations.map( ( { id, nodes } ) => `${ id } ${ nodes[ 0 ]?.html ?? '' }` ) ).toEqual( [] );
		await press( 'Publish' );
		expect( text( report() ) ).toContain( 'The summary is published.' );
		expect( text( document.activeElement ) ).toBe( 'Publish the summary' );
		expect( wiki.texts[ 0 ] ).toContain( 'Marit Holm' );
		expect( wiki.summaries ).toEqual( [ 'Account of expert advice, from revision 200 of the advice log' ] );
		// Coming back to the tab starts anew.
		await press( 'Overview' );
		await press( 'Report' );
		expect( text( report() ) ).toContain( 'A summary stands on' );
		await press( 'See what would change' );
		expect( text( report() ) ).toContain( 'Nothing to publish' );
	} );

	it( 'says why something was not published, and lets it be tried again', async () => {
		await open();
		await press( 'See what would change' );
		for ( const [ code, said ] of [
			[ 'readonly', 'the wiki cannot be changed at the moment' ],
			[ 'protectedpage', 'you may not edit this page' ],
			[ 'contenttoobig', 'the page would become too large' ],
			[ 'blocked', 'you are blocked from editing' ]
		] as const ) {
			wiki.failure = [ code, { errors: [ { text: 'The wiki’s own words.' } ] } ];
			await press( 'Publish' );
			expect( text( report() ) ).toContain( said );
			expect( text( report() ) ).toContain( 'The wiki’s own words.' );
		}
		// Somebody else made the page meanwhile: it is shown anew, and only then saved.
		wiki.failure = [ 'articleexists', {} ];
		wiki.texts = [ 'Mine was first.' ];
		await press( 'Publish' );
		expect( text( report() ) ).toContain( 'Somebody changed the page in the meantime.' );
		expect( text( report() ) ).toContain( 'The summary will be put at its end.' );
		await press( 'Publish' );
		expect( wiki.texts.at( -1 ) ).toMatch( /^Mine was first\.\n\n<!--/ );
	} );

	it( 'publishes nowhere that is none of its pages', async () => {
		await open();
		const field = report().querySelector<HTMLInputElement>( 'input[type="text"], .cdx-text-input__input' );
		for ( const [ title, said ] of [
			[ 'A[b', 'This is not the title of a page.' ],
			[ 'Project:Orchard Rules', 'This is a page of the draft.' ],
			[ 'Project:Orchard Rules/Advice.json', 'This is the advice log itself.' ]
		] as const ) {
			if ( field ) {
				field.value = title;
				field.dispatchEvent( new Event( 'input' ) );
			}
			await drawn();
			await press( 'See what would change' );
			expect( text( report() ) ).toContain( said );
		}
		expect( button( 'Publish' ) ).toBeUndefined();
	} );

	it( 'offers publishing to those who may edit, and figures and files to all', async () => {
		wiki.may = false;
		await open();
		expect( text( report() ) ).toContain( 'No summary has been published so far.' );
		expect( button( 'See what would change' ) ).toBeUndefined();
		expect( report().querySelectorAll( '.advice-provenance-report__file' ) ).toHaveLength( 6 );
	} );

	it( 'says what its buttons wait for while the edits are being read', async () => {
		const workspace = new TestWorkspace( makeAccount( { words: true } ) );
		openPanel( workspace, {}, null );
		await drawn();
		await press( 'Report' );
		const waiting = Array.from( report().querySelectorAll<HTMLButtonElement>( 'button:disabled' ) );
		expect( waiting.map( text ) ).toEqual( [ 'Save as file', 'Copy', ...Array( 5 ).fill( 'Save as file' ) as string[], 'See what would change' ] );
		for ( const element of waiting ) {
			const reason = document.getElementById( element.getAttribute( 'aria-describedby' ) ?? '' );
			expect( text( reason ) ).toBe( 'The edits are being read; this works as soon as that is done.' );
		}
		workspace.arrive( workspace.current );
		await drawn();
		expect( report().querySelectorAll( 'button:disabled, [id$="-wait"]' ) ).toHaveLength( 0 );
	} );

	it( 'hands out every file, and says where it cannot', async () => {
		await open();
		const files: { name: string; blob: Blob }[] = [];
		let blob: Blob | null = null;
		Object.assign( URL, {
			createObjectURL: ( made: Blob ) => {
				blob = made;
				return 'blob:test';
			},
			revokeObjectURL: () => undefined
		} );
		vi.spyOn( HTMLAnchorElement.prototype, 'click' ).mockImplementation( function ( this: HTMLAnchorElement ) {
			files.push( { name: this.download, blob: blob as Blob } );
		} );
		const savers = Array.from( report().querySelectorAll<HTMLButtonElement>( '.advice-provenance-report__file button' ) )
			.filter( ( element ) => text( element ) === 'Save as file' );
		for ( const saver of savers ) {
			saver.click();
			await drawn();
		}
		expect( files.map( ( { name } ) => name ) ).toEqual( [ '.txt', '.csv', '.prov.json', '.annotations.jsonld', '.wiki', '.json' ]
			.map( ( extension ) => `Project-Orchard Rules-Advice${ extension }` ) );
		expect( files.every( ( { blob: { size, type } } ) => size > 500 && type ) ).toBe( true );
		expect( text( report() ) ).toContain( 'Handed to your browser as “Project-Orchard Rules-Advice.json”.' );
		wiki.isDown = true;
		savers[ 0 ]?.click();
		await drawn();
		expect( text( report() ) ).toContain( 'The file could not be made.' );
		expect( files ).toHaveLength( 6 );
	} );
} );
