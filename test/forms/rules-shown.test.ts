// @vitest-environment jsdom
/** Every rule of the log, provoked by what is typed, is told in words beside its field. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import english from '../../i18n/en.json';
import { checkLog } from '../../src/log/check-log';
import type { JsonValue } from '../../src/log/json-value';
import { findingText } from '../../src/forms/finding-text';
import { readKeptDraft, restoreDraft, type KeptDraft } from '../../src/forms/kept-draft';
import { placeFinding } from '../../src/forms/place-findings';
import { FakeWiki } from './fake-wiki';
import { control, endForms, keptForm, message, open, pick, press, settle, shown, TITLE, type } from './opened-form';

// What a browser draws at once takes jsdom seconds on a busy machine.
vi.setConfig( { testTimeout: 60_000 } );

afterEach( endForms );

const log = {
	schemaVersion: 1,
	draft: { pages: [ { id: 'p', title: 'Project:Orchard Rules' } ] },
	agents: [ { id: 'ida', name: 'Ida' }, { id: 'oak', name: 'Oak', naming: 'consented' } ],
	entries: [
		{ id: 'a', request: { question: 'Why?' }, advice: [ { id: 'a.1', advisers: [ 'oak' ] } ] },
		{ id: 'b', request: { question: 'And then?' }, advice: [ { id: 'b.1', disposition: { outcome: 'superseded', supersededBy: 'a.1' } } ] }
	]
};

async function setDate( path: string, kind: string, year: string ): Promise<void> {
	await type( path, kind );
	const input = document.querySelector<HTMLInputElement>( `[data-path$="${ path }"] input` );
	Object.assign( input as HTMLInputElement, { value: year } ).dispatchEvent( new Event( 'input' ) );
	await settle();
}

async function addSource( within: string ): Promise<void> {
	const button = document.querySelector<HTMLElement>( `[data-path$="${ within }"] > .advice-provenance-form__control > .cdx-button` );
	button?.click();
	await settle();
}

async function flag( path: string ): Promise<void> {
	control<HTMLInputElement>( path ).click();
	await settle();
}

const ADVICE = '/entries/0/advice/0';

/** Rule, what is typed, and the field beside which it is told. */
const provoked: [ string, string, () => Promise<void> ][] = [
	[ 'E2', '/entries/0/request/question', () => type( '/entries/0/request/question', '' ) ],
	[ 'E2', `${ ADVICE }/effort`, () => type( `${ ADVICE }/effort/hours`, 'many' ) ],
	[ 'E5', `${ ADVICE }/sources`, async () => {
		await addSource( `${ ADVICE }/sources` );
		await type( '/sources/0/url', 'http://insecure.example/' );
	} ],
	[ 'E6', `${ ADVICE }/disposition/supersededBy`, async () => {
		await type( '/disposition/outcome', 'superseded' );
		await pick( '/disposition/supersededBy', 'b.1' );
	} ],
	[ 'E7', `${ ADVICE }/disposition/outcome`, async () => {
		await type( '/disposition/outcome', 'declined' );
		await press( 'form-add-change' );
		await press( 'form-edit-choose', 1 );
		const paste = document.querySelector<HTMLInputElement>( '.advice-provenance-form__revisions input' );
		Object.assign( paste as HTMLInputElement, { value: '200' } ).dispatchEvent( new Event( 'input' ) );
		await settle();
		await press( 'form-edit-take' );
	} ],
	[ 'E8', `${ ADVICE }/relayedBy`, () => pick( `${ ADVICE }/relayedBy`, 'Oak' ) ],
	[ 'E10', `${ ADVICE }/sources`, async () => {
		await addSource( `${ ADVICE }/sources` );
		await type( '/sources/0/url', 'https://mail.example/1' );
		await flag( '/sources/0/private' );
	} ],
	[ 'W1', `${ ADVICE }/disposition/outcome`, () => type( '/disposition/outcome', 'adopted' ) ],
	[ 'W2', `${ ADVICE }/disposition/rationale`, () => type( '/disposition/outcome', 'declined' ) ],
	[ 'W3', `${ ADVICE }/sources`, () => type( `${ ADVICE }/summary`, 'Because.' ) ],
	[ 'W4', `${ ADVICE }/changes/0/relation`, async () => {
		await press( 'form-add-change' );
		await type( '/changes/0/relation', 'quoted' );
		await type( '/changes/0/basis', 'inferred' );
	} ],
	[ 'W10', `${ ADVICE }/sources`, async () => {
		await addSource( `${ ADVICE }/sources` );
		await type( '/sources/0/url', 'https://paper.example/' );
	} ],
	[ 'W13', `${ ADVICE }/disposition/outcome`, async () => {
		await type( '/disposition/outcome', 'pending' );
		await setDate( `${ ADVICE }/givenOn`, 'on', '2016' );
	} ],
	[ 'W18', `${ ADVICE }/disclosure/reason`, () => type( '/disclosure/level', 'redacted' ) ],
	[ 'W19', `${ ADVICE }/disposition/supersededBy`, () => type( '/disposition/outcome', 'superseded' ) ],
	[ 'W20', `${ ADVICE }/competingInterest/statement`, () => type( '/competingInterest/declared', 'some' ) ],
	[ 'W22', `${ ADVICE }/summary`, () => type( `${ ADVICE }/summary`, 'Write to ida@oak-family.org.' ) ]
];

/** The log as it stands in the form: what is kept of it says so. */
function typedLog(): JsonValue {
	return restoreDraft( log as unknown as JsonValue, readKeptDraft( keptForm() ) as KeptDraft );
}

/** What stands beside the field at a place. */
function besides( place: string ): string {
	const field = document.querySelector( `[data-path="${ place }"]` );
	return Array.from( field?.querySelectorAll( '.cdx-message' ) ?? [] )
		.map( ( one ) => one.textContent?.trim() ).join( ' | ' );
}

describe( 'a rule that is broken by what is typed', () => {
	it.each( provoked )( '%s is told at %s', async ( rule, place, provoke ) => {
		await open( new FakeWiki( TITLE, JSON.stringify( log ) ), { entry: 'a' } );
		await provoke();
		await settle( 350 );
		// What is broken is the rule that this is about, and it is told where it belongs.
		const draft = JSON.stringify( typedLog() );
		const found = checkLog( draft ).map( placeFinding )
			.find( ( one ) => one.rule === rule && one.place.startsWith( place ) );
		expect( found, draft ).toBeTruthy();
		expect( besides( place ) ).toContain( findingText( found as NonNullable<typeof found> ) );
	} );

	it( 'E9 cannot be entered: an interval that ends before it starts is told by its control', async () => {
		await open( new FakeWiki( TITLE, JSON.stringify( log ) ), { entry: 'a' } );
		await type( '/entries/0/request/requestedOn', 'within' );
		const [ from, to ] = document.querySelectorAll<HTMLInputElement>( '[data-path$="/requestedOn"] input' );
		for ( const [ input, value ] of [ [ from, '2016' ], [ to, '2015' ] ] as const ) {
			Object.assign( input as HTMLInputElement, { value } ).dispatchEvent( new Event( 'input' ) );
			await settle();
		}
		expect( document.querySelector( '[data-path$="/requestedOn"]' )?.textContent ).toContain( message( 'form-date-wrong' ) );
	} );

	it( 'W11 is told where the person is described', async () => {
		await open( new FakeWiki( TITLE, JSON.stringify( log ) ), { entry: 'a' } );
		await pick( `${ ADVICE }/advisers`, 'Ida' );
		Array.from( document.querySelectorAll( 'button' ) ).find( ( one ) => one.textContent?.trim() === 'Ida' )?.click();
		await settle( 350 );
		expect( besides( '/agents/0/naming' ) ).toContain( message( 'form-rule-w11', 'Ida' ) );
	} );
} );

describe( 'what the log had wrong before', () => {
	it( 'E3 is told at the field that refers to nothing', async () => {
		const broken = { ...log, entries: [ { ...log.entries[ 0 ], topics: [ 'gone' ] } ] };
		await open( new FakeWiki( TITLE, JSON.stringify( broken ) ), { entry: 'a' } );
		expect( besides( '/entries/0/topics' ) ).toContain( message( 'form-rule-e3', 'gone' ) );
	} );

	it.each( [
		[ 'E1', '{', 'form-obstacle-unreadable' ],
		[ 'E11', JSON.stringify( { ...log, schemaVersion: 99 } ), 'form-obstacle-newer' ]
	] )( '%s keeps the forms from being opened, and they say so', async ( _rule, text, key ) => {
		await open( new FakeWiki( TITLE, text ) );
		expect( shown() ).toContain( message( key, TITLE ) );
	} );

	it( 'E4 and W21 have no field: the panel and the log page list them, and they keep nobody from saving', async () => {
		const twice = { ...log, entries: [ ...log.entries, { id: 'b', request: { question: 'Twice?', mood: 'hope' } } ] };
		const rules = checkLog( JSON.stringify( twice ) ).map( ( { rule } ) => rule );
		expect( rules ).toContain( 'E4' );
		expect( rules ).toContain( 'W21' );
		await open( new FakeWiki( TITLE, JSON.stringify( twice ) ), { entry: 'a' } );
		await type( '/entries/0/request/question', 'Why not?' );
		await settle( 350 );
		await press( 'form-review' );
		await press( 'form-save' );
		await settle( 10 );
		expect( shown() ).toContain( message( 'form-saved' ) );
	} );
} );

it( 'every rule is accounted for', () => {
	const here = [ ...provoked.map( ( [ rule ] ) => rule ), 'E1', 'E3', 'E4', 'E9', 'E11', 'W11', 'W21' ];
	// In upkeep.test.ts, and against a real wiki in test/e2e/forms-rules.test.ts.
	const elsewhere = [ 'W15', 'W5', 'W6', 'W7', 'W8', 'W9', 'W12', 'W14', 'W16', 'W17' ];
	// Of a page beside the log, which no form is about: told in the panel.
	elsewhere.push( 'W23' );
	const all = new Set( Object.keys( english ).flatMap( ( key ) => /^advice-provenance-rule-([ew]\d+)/.exec( key )?.[ 1 ]?.toUpperCase() ?? [] ) );
	expect( [ ...new Set( [ ...here, ...elsewhere ] ) ].sort() ).toEqual( [ ...all ].sort() );
} );
