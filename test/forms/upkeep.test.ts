// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { orchardLog } from '../panel/fixture-log';
import { FakeWiki } from './fake-wiki';
import {
	buttons, control, endForms, message, open, pick, press, settle, shown, stored, TITLE, type
} from './opened-form';

// What a browser draws at once takes jsdom seconds on a busy machine.
vi.setConfig( { testTimeout: 60_000 } );

afterEach( endForms );

const text = JSON.stringify( orchardLog, null, '\t' );

function select( name: string ): HTMLSelectElement {
	const found = document.querySelector<HTMLSelectElement>( `select[aria-label="${ name }"]` );
	if ( !found ) {
		throw new Error( `No list ${ name }: ${ shown() }` );
	}
	return found;
}

async function choose( list: HTMLSelectElement, value: string ): Promise<void> {
	Object.assign( list, { value } ).dispatchEvent( new Event( 'change' ) );
	await settle();
}

async function tick( ...names: string[] ): Promise<void> {
	for ( const name of names ) {
		const label = Array.from( document.querySelectorAll( 'label' ) )
			.find( ( one ) => one.textContent?.trim() === name );
		label?.click();
		await settle();
		expect( label, name ).toBeTruthy();
	}
}

/** A button by what stands on it. */
async function pressText( words: string ): Promise<void> {
	const button = Array.from( document.querySelectorAll( 'button' ) )
		.find( ( one ) => one.textContent?.trim() === words );
	expect( button, words ).toBeTruthy();
	button?.click();
	await settle();
}

async function save(): Promise<void> {
	await settle( 350 );
	await press( 'form-review' );
	await press( 'form-save' );
	await settle( 10 );
	expect( shown() ).toContain( message( 'form-saved' ) );
}

describe( 'an entry', () => {
	it( 'is split: its advice into two, with where it came from', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki, { entry: 'shares' } );
		await press( 'form-upkeep-open' );
		expect( buttons( 'form-upkeep-split-do' )[ 0 ]?.disabled ).toBe( true );
		await tick( 'Those who come early should have more.' );
		await press( 'form-upkeep-split-do' );
		expect( shown() ).toContain( message( 'form-upkeep-split-done' ) );
		await press( 'form-upkeep-split-new' );
		expect( control<HTMLTextAreaElement>( '/advice/0/summary' ).value ).toBe( 'Those who come early should have more.' );
		await type( '/request/question', 'Should those who come early have more?' );
		await save();
		const { entries } = stored( wiki );
		expect( entries.slice( 1, 3 ) ).toMatchObject( [
			{ id: 'shares', request: { question: 'Is an equal share for everybody usual?' }, advice: [ { id: 'shares-legal' } ] },
			{ origin: [ 'shares' ], topics: [ 'fairness' ], request: { question: 'Should those who come early have more?' }, advice: [ { id: 'shares-marit' } ] }
		] );
		expect( entries ).toHaveLength( orchardLog.entries.length + 1 );
	} );

	it( 'is merged with another one; what both say otherwise is asked', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki, { entry: 'ladder-height' } );
		await press( 'form-upkeep-open' );
		await choose( select( message( 'form-upkeep-merge-which' ) ), 'insurance' );
		await press( 'form-upkeep-merge-do' );
		expect( shown() ).toContain( message( 'form-upkeep-left' ) );
		expect( shown() ).toContain( 'Who pays when somebody falls?' );
		await press( 'form-upkeep-left-take' );
		expect( shown() ).toContain( message( 'form-upkeep-merge-done' ) );
		await press( 'form-done' );
		await save();
		const { entries } = stored( wiki );
		expect( entries[ 0 ] ).toMatchObject( {
			id: 'ladder-height', origin: [ 'insurance' ], request: { question: 'Who pays when somebody falls?', requestedBy: [ 'pip' ] },
			advice: [ { id: 'ladder-marit' }, { id: 'insurance-legal' } ]
		} );
		expect( entries.map( ( { id } ) => id ) ).not.toContain( 'insurance' );
	} );

	it( 'that may be there already is pointed out, and merged from there', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki );
		await type( '/request/question', 'How high is too high?' );
		await pick( '/sections', 'Ladders' );
		await pick( '/topics', 'Working at heights' );
		await press( 'form-add-advice' );
		await pick( '/advice/0/advisers', 'Marit Holm' );
		await settle( 350 );
		expect( shown() ).toContain( message( 'rule-w15', 'ladder-height' ) );
		await press( 'form-merge-open' );
		const list = select( message( 'form-upkeep-merge-which' ) );
		expect( list.value ).toBe( 'ladder-height' );
		expect( list.querySelector( 'optgroup' )?.label ).toBe( message( 'form-upkeep-like' ) );
		await press( 'form-upkeep-merge-do' );
		await press( 'form-done' );
		await save();
		expect( stored( wiki ).entries.filter( ( { topics } ) => topics?.includes( 'heights' ) ) )
			.toMatchObject( [ { origin: [ 'ladder-height' ], advice: [ {}, { id: 'ladder-marit' } ] } ] );
	} );

	it( 'is removed, after a look at what goes with it', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki, { entry: 'shares' } );
		await press( 'form-upkeep-open' );
		expect( shown() ).toContain( '2 pieces of advice go with it.' );
		expect( shown() ).toContain( message( 'form-upkeep-free' ) );
		await press( 'form-upkeep-remove-do' );
		await press( 'form-save' );
		await settle( 10 );
		expect( stored( wiki ).entries.map( ( { id } ) => id ) ).not.toContain( 'shares' );
	} );
} );

describe( 'what is referred to', () => {
	it( 'is told in words before advice goes, and gets another in its place', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki, { entry: 'keys-old' } );
		await press( 'form-remove-advice', 1 );
		expect( shown() ).toContain( message( 'form-field-of', message( 'panel-field-superseded-by' ), 'For how long may a key be lent?' ) );
		await choose( document.querySelector( '.advice-provenance-form__field select' ) as HTMLSelectElement, 'shares-legal' );
		await press( 'form-upkeep-remove-do' );
		await save();
		expect( stored( wiki ).entries[ 3 ]?.advice ).toMatchObject( [
			{ id: 'keys-a', disposition: { supersededBy: 'shares-legal' } }
		] );
		expect( stored( wiki ).entries[ 3 ]?.advice ).toHaveLength( 1 );
	} );

	it.each( [
		[ 'Safety', 'Part of the topic', 'safety', 'topics' ],
		[ 'Guild legal desk', 'Adviser of', 'legal', 'agents' ],
		[ 'Bees', 'Sections', 'bees', 'sections' ]
	] as const )( '%s can go with its references', async ( name, field, id, list ) => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki, { things: true } );
		await pressText( name );
		await press( 'form-remove-thing' );
		expect( shown() ).toContain( field );
		await press( 'form-upkeep-remove-do' );
		await save();
		const log = stored( wiki );
		const things = list === 'sections' ? log.draft.sections : log[ list ];
		expect( things.map( ( one ) => one.id ) ).not.toContain( id );
	} );

	it( 'cannot go where something else needs it, until something takes its place', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki, { things: true } );
		await pressText( 'Project:Orchard Rules/Keys' );
		await press( 'form-remove-thing' );
		expect( shown() ).toContain( message( 'form-upkeep-needed' ) );
		expect( buttons( 'form-upkeep-remove-do' )[ 0 ]?.disabled ).toBe( true );
		await choose( document.querySelector( '.advice-provenance-form__field select' ) as HTMLSelectElement, 'main' );
		await press( 'form-upkeep-remove-do' );
		await save();
		expect( stored( wiki ).draft.pages ).toHaveLength( 1 );
		expect( stored( wiki ).draft.sections[ 3 ] ).toMatchObject( { id: 'lending', page: 'main' } );
	} );
} );

describe( 'several entries at once', () => {
	it( 'get a topic, and lose it', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki, { things: true } );
		await press( 'form-several-open' );
		await tick( 'May the hives stand next to the path?', 'Does the scarecrow section need a permit?' );
		await choose( select( message( 'form-several-topic' ) ), 'safety' );
		await press( 'form-several-give' );
		expect( shown() ).toContain( '2 entries changed.' );
		await tick( 'May the hives stand next to the path?' );
		await press( 'form-several-take' );
		await press( 'panel-back' );
		await save();
		const { entries } = stored( wiki );
		expect( entries[ 4 ] ).not.toHaveProperty( 'topics' );
		expect( entries[ 5 ] ).toMatchObject( { topics: [ 'safety' ] } );
	} );

	it( 'say on what grounds their advisers are named', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki, { things: true } );
		await press( 'form-several-open' );
		await tick( 'Is an equal share for everybody usual?' );
		await choose( select( message( 'form-field-naming' ) ), 'consented' );
		await press( 'form-several-naming' );
		await press( 'panel-back' );
		await save();
		expect( stored( wiki ).agents ).toMatchObject( [
			{ id: 'marit', naming: 'consented' }, { id: 'guild' }, { id: 'legal', naming: 'consented' }, { id: 'pip' }
		] );
	} );
} );

describe( 'several new entries', () => {
	it( 'are written one after the other, and saved at once', async () => {
		const wiki = new FakeWiki( TITLE, text );
		await open( wiki );
		await type( '/request/question', 'Who mends the fence?' );
		await press( 'form-next-entry' );
		expect( document.activeElement?.tagName ).toBe( 'TEXTAREA' );
		expect( control<HTMLTextAreaElement>( '/request/question' ).value ).toBe( '' );
		await type( '/request/question', 'Who paints it?' );
		await pressText( 'Who mends the fence?' );
		expect( control<HTMLTextAreaElement>( '/request/question' ).value ).toBe( 'Who mends the fence?' );
		// A last one that was begun and left empty is none.
		await press( 'form-next-entry' );
		await save();
		expect( wiki.edits ).toHaveLength( 1 );
		const added = stored( wiki ).entries.slice( orchardLog.entries.length );
		expect( added.map( ( { request } ) => request.question ) )
			.toEqual( [ 'Who mends the fence?', 'Who paints it?' ] );
	} );
} );
