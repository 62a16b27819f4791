import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BEGIN, END } from '../../src/export/merge-summary';
import type { ExportInput } from '../../src/export/types';
import { usePublishing, type Publishing } from '../../src/report/use-publishing';
import { SaveFailure } from '../../src/wiki/save-failure';
import type { PageEdit, SavedPage, StoredPage } from '../../src/wiki/save-page';

const TITLE = 'Advice.json/summary';
const DRAFT = 'Rules';

/** Revisions of the page, the oldest first, and what happens right before one is saved. */
const page = vi.hoisted( () => ( {
	texts: [] as string[],
	edits: [] as unknown[],
	model: 'wikitext',
	/** Where the title leads. */
	target: null as string | null,
	before: [] as ( () => void )[],
	/** The wiki lets people replace what they saved themselves. */
	isOwn: false
} ) );

vi.mock( '../../src/wiki/save-page', () => ( {
	readStoredPage: ( title: string ): Promise<StoredPage> => Promise.resolve( {
		title: page.target ?? title, revision: page.texts.length, text: page.texts.at( -1 ) ?? null, model: page.texts.length ? page.model : ''
	} ),
	readRevisionText: ( revision: number ) => Promise.resolve( page.texts[ revision - 1 ] ?? null ),
	savePage: ( edit: PageEdit ): Promise<SavedPage> => {
		page.before.shift()?.();
		if ( edit.base !== page.texts.length && !page.isOwn ) {
			return Promise.reject( new SaveFailure( 'conflict', '' ) );
		}
		page.edits.push( edit );
		const replaced = page.texts.length;
		page.texts.push( edit.text.trimEnd() );
		return Promise.resolve( { revision: replaced + 1, replaced } );
	}
} ) );

let summary = 'The advice';

vi.mock( '../../src/export/summary-wikitext', () => ( {
	summaryWikitext: () => `<!-- ${ BEGIN } -->\n${ summary }\n<!-- ${ END } -->`
} ) );

function publishing(): Publishing {
	return usePublishing( () => Promise.resolve( {
		account: { logRevision: 7 }, words: ( key: string, ...params: string[] ) => `${ key } ${ params.join() }`
	} as unknown as ExportInput ), ( title ) => title === DRAFT ? 'draft' : null );
}

function marked( text: string ): string {
	return `<!-- ${ BEGIN } -->\n${ text }\n<!-- ${ END } -->`;
}

beforeEach( () => {
	Object.assign( page, { texts: [], edits: [], model: 'wikitext', target: null, before: [], isOwn: false } );
	summary = 'The advice';
} );

describe( 'publishing a summary', () => {
	it( 'shows what would change, saves over what was shown, and then has nothing to do', async () => {
		const one = publishing();
		await one.look( TITLE );
		expect( one.state.value ).toBe( 'proposed' );
		expect( page.edits ).toEqual( [] );
		await one.publish();
		expect( one.state.value ).toBe( 'published' );
		expect( page.edits ).toEqual( [ {
			title: TITLE, text: marked( 'The advice' ), summary: 'export-edit-summary 7', base: 0, captcha: undefined
		} ] );
		await one.look( TITLE );
		expect( one.state.value ).toBe( 'nothing' );
	} );

	it( 'keeps what stands around it, and says first where it goes to the end of a page', async () => {
		page.texts = [ `Before\n${ marked( 'Old' ) }\nAfter` ];
		const one = publishing();
		await one.look( TITLE );
		expect( one.proposal.value?.lines.filter( ( { kind } ) => kind !== 'same' ) ).toEqual( [
			{ kind: 'removed', text: 'Old' }, { kind: 'added', text: 'The advice' }
		] );
		await one.publish();
		expect( page.texts.at( -1 ) ).toBe( `Before\n${ marked( 'The advice' ) }\nAfter` );
		page.texts.push( 'Nothing of it' );
		await one.look( TITLE );
		expect( one.proposal.value?.isAppended ).toBe( true );
	} );

	it.each( [
		[ 'broken marks', `<!-- ${ BEGIN } -->`, 'wikitext', 'begin-only' ],
		[ 'another content model', '{}', 'json', 'model' ]
	] )( 'leaves alone a page of %s', async ( _name, text, model, obstacle ) => {
		Object.assign( page, { texts: [ text ], model } );
		const one = publishing();
		await one.look( TITLE );
		expect( [ one.state.value, one.obstacle.value ] ).toEqual( [ 'impossible', obstacle ] );
		await one.publish();
		expect( page.edits ).toEqual( [] );
	} );

	it( 'reads the page again where somebody else saved it, and shows that before saving', async () => {
		page.texts = [ marked( 'Old' ) ];
		const one = publishing();
		await one.look( TITLE );
		page.before = [ () => page.texts.push( `${ marked( 'Old' ) }\nTheirs` ) ];
		await one.publish();
		expect( [ one.state.value, one.isMerged.value, one.failure.value ] ).toEqual( [ 'proposed', true, null ] );
		expect( page.edits ).toEqual( [] );
		await one.publish();
		expect( [ one.state.value, page.texts.at( -1 ) ] ).toEqual( [ 'published', `${ marked( 'The advice' ) }\nTheirs` ] );
	} );

	it( 'leaves alone a page of the draft to which a redirect leads', async () => {
		Object.assign( page, { texts: [ 'The rules.' ], target: DRAFT } );
		const one = publishing();
		await one.look( TITLE );
		expect( [ one.state.value, one.obstacle.value ] ).toEqual( [ 'impossible', 'draft' ] );
		await one.publish();
		expect( page.edits ).toEqual( [] );
	} );

	it( 'brings back what the wiki let a person replace on a page that had no summary', async () => {
		page.texts = [ 'Ours' ];
		page.isOwn = true;
		const one = publishing();
		await one.look( TITLE );
		page.before = [ () => page.texts.push( 'Ours, and more from another tab' ) ];
		await one.publish();
		expect( [ one.state.value, one.isMerged.value ] ).toEqual( [ 'proposed', true ] );
		await one.publish();
		expect( page.texts.at( -1 ) ).toBe( `Ours, and more from another tab\n\n${ marked( 'The advice' ) }` );
	} );

	it( 'brings back what the wiki let a person replace from another tab', async () => {
		page.texts = [ marked( 'Old' ) ];
		page.isOwn = true;
		const one = publishing();
		await one.look( TITLE );
		page.before = [ () => page.texts.push( `${ marked( 'Old' ) }\nFrom another tab` ) ];
		await one.publish();
		expect( [ one.state.value, one.isMerged.value ] ).toEqual( [ 'proposed', true ] );
		expect( one.proposal.value?.lines ).toContainEqual( { kind: 'added', text: 'From another tab' } );
		await one.publish();
		expect( [ one.state.value, page.texts.at( -1 ) ] ).toEqual( [ 'published', `${ marked( 'The advice' ) }\nFrom another tab` ] );
	} );
} );
