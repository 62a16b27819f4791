import { growth, LINEAR } from '../count-steps';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../build/generate';
import type { Finding } from '../../src/log/check-log';
import { type JsonValue, valueAt, withValueAt } from '../../src/log/json-value';
import { countUnknown, frozen, manyEntries, rawOrchard, withoutUnknown, withUnknown } from './fixtures/raw-logs';

type Edits = typeof import( '../../src/log/edit-log' );
let edit: Edits;
let checkLog: ( text: string, today?: Date ) => Finding[];
beforeAll( async () => {
	await generate();
	edit = await import( '../../src/log/edit-log' );
	( { checkLog } = await import( '../../src/log/check-log' ) );
} );

const advice = '/entries/0/advice/0';

function errors( log: JsonValue ): string[] {
	return checkLog( JSON.stringify( log ), new Date( '2024-12-01' ) )
		.filter( ( { severity } ) => severity === 'error' ).map( ( { rule, path } ) => `${ rule } ${ path }` );
}

/** Every edit once, on a log that has what it needs. */
const edits: [ string, ( log: JsonValue ) => JsonValue ][] = [
	[ 'setting a field', ( log ) => withValueAt( log, `${ advice }/summary`, 'Other.' ) ],
	[ 'setting a field of what is not there', ( log ) => withValueAt( log, '/entries/1/request/sources', [ { private: true } ] ) ],
	[ 'removing a field', ( log ) => withValueAt( log, `${ advice }/channel`, undefined ) ],
	[ 'adding an entry', ( log ) => edit.addThing( log, 'entries', { request: { question: '?' } } ).log ],
	[ 'adding a topic', ( log ) => edit.addThing( log, 'topics', { label: 'Bees' } ).log ],
	[ 'adding an agent', ( log ) => edit.addThing( log, 'agents', { name: 'Elm' } ).log ],
	[ 'adding a section', ( log ) => edit.addThing( log, 'sections', { page: 'rules', heading: 'Bees' } ).log ],
	[ 'adding a page', ( log ) => edit.addThing( log, 'pages', { title: 'Orchard Bees' } ).log ],
	[ 'adding advice', ( log ) => edit.addAdvice( log, 'o2', { summary: 'Yes.' } ).log ],
	[ 'adding a change', ( log ) => edit.addChange( log, 'o1.1', { revision: 112 } ).log ],
	[ 'adding a review', ( log ) => edit.addReview( log, 'o1.1', { by: 'oak', stance: 'verifies' } ).log ],
	[ 'removing an entry', ( log ) => edit.removeThing( log, 'entries', 'o2' ) ],
	[ 'splitting an entry', ( log ) => edit.splitEntry( log, 'o3', [ 'o3.2' ] ).log ],
	[ 'setting a topic', ( log ) => edit.setTopic( log, [ 'o1', 'o2' ], 'safety' ) ],
	[ 'taking a topic', ( log ) => edit.setTopic( log, [ 'o1', 'o2' ], 'ladders', false ) ],
	[ 'setting how advisers are named', ( log ) => edit.setNaming( log, [ 'o1', 'o3' ], 'consented' ) ],
	[ 'naming by role', ( log ) => edit.nameByRole( log, 'mira', 'a safety expert' ).log ],
	[ 'superseding', ( log ) => edit.supersede( log, 'o1.1', 'o3.2' ) ],
	[ 'withdrawing', ( log ) => edit.withdraw( log, 'o1', 'No longer needed.' ) ]
];

describe( 'every edit', () => {
	it.each( edits )( 'leaves the log as it was: %s', ( _name, change ) => {
		const log = frozen( rawOrchard() );
		expect( change( log ) ).not.toEqual( log );
		expect( log ).toEqual( rawOrchard() );
	} );

	it.each( edits )( 'keeps unknown fields, and does the same to the rest: %s', ( _name, change ) => {
		const log = withUnknown( rawOrchard() );
		const result = change( frozen( log ) );
		expect( withoutUnknown( result ) ).toEqual( change( rawOrchard() ) );
		const inOrder = JSON.stringify( change( rawOrchard() ) );
		expect( JSON.stringify( withoutUnknown( result ) ) ).toBe( inOrder );
		const [ before, after ] = [ countUnknown( log ), countUnknown( result ) ];
		const gone = /removing an entry/.test( _name ) ? 2 : 0;
		const twice = /splitting/.test( _name ) ? 2 : 0;
		expect( after ).toBe( before - gone + twice );
		expect( ( {} as { polluted?: number } ).polluted ).toBeUndefined();
	} );

	it.each( edits )( 'makes no error: %s', ( _name, change ) => {
		expect( errors( change( rawOrchard() ) ) ).toEqual( [] );
	} );
} );

describe( 'new ids', () => {
	it( 'count on from those that are there', () => {
		const first = edit.addThing( rawOrchard(), 'entries', { request: { question: '?' } } );
		expect( [ first.id, first.path ] ).toEqual( [ 'o4', '/entries/3' ] );
		expect( edit.addThing( first.log, 'entries', {} ).id ).toBe( 'o5' );
		expect( edit.addAdvice( rawOrchard(), 'o3', {} ).id ).toBe( 'o3.3' );
		expect( edit.addAdvice( rawOrchard(), 'o2', {} ).id ).toBe( 'o2.1' );
		const padded = { entries: [ { id: 'lo-09' }, { id: 'lo-02' } ] };
		expect( edit.addThing( padded, 'entries', {} ).id ).toBe( 'lo-10' );
		expect( edit.addThing( { entries: [] }, 'entries', {} ).id ).toBe( 'g01' );
		expect( edit.addThing( {}, 'entries', {} ).log ).toEqual( { entries: [ { id: 'g01' } ] } );
	} );

	it( 'come from names, without what the names of ids cannot hold', () => {
		const id = ( kind: 'topics' | 'agents' | 'sections', fields: { [ name: string ]: string } ): string => (
			edit.addThing( rawOrchard(), kind, fields ).id
		);
		expect( id( 'topics', { label: 'Élan & Öl, 2. Teil' } ) ).toBe( 'elan-ol-2-teil' );
		expect( id( 'topics', { label: 'Safety' } ) ).toBe( 'safety-2' );
		expect( id( 'topics', { label: '安全' } ) ).toBe( 'topic' );
		expect( id( 'agents', { name: 'Mira' } ) ).toBe( 'mira-2' );
		expect( id( 'agents', { name: 'Secret Person', naming: 'withheld' } ) ).toBe( 'person' );
		expect( id( 'sections', { page: 'rules', heading: 'Bees' } ) ).toBe( 'rules.bees' );
		expect( id( 'sections', { page: 'disputes', heading: '' } ) ).toBe( 'disputes.lead' );
		const long = id( 'topics', { label: 'x'.repeat( 200 ) } );
		expect( long ).toHaveLength( 64 );
	} );

	it( 'are taken as wished, unless somebody has them', () => {
		expect( edit.addThing( rawOrchard(), 'topics', { id: 'bees', label: 'B' } ).id ).toBe( 'bees' );
		expect( edit.addThing( rawOrchard(), 'topics', { id: 'safety', label: 'B' } ).id ).toBe( 'b' );
		expect( valueAt( edit.addThing( rawOrchard(), 'topics', { label: 'B' } ).log, '/topics/2' ) )
			.toEqual( { id: 'b', label: 'B' } );
	} );

	it( 'are found in proportion to how many and long the others are', () => {
		const logOf = ( length: number ): JsonValue => ( { entries: [
			...Array.from( { length }, ( _, i ) => ( { id: `e${ i }` } ) ), { id: '1'.repeat( 50 * length ) + 'x' }
		] } );
		expect( edit.addThing( logOf( 10000 ), 'entries', {} ).id ).toBe( 'e10000' );
		expect( growth( 10000, logOf, ( log ) => edit.addThing( log, 'entries', {} ) ) ).toBeLessThan( LINEAR );
	} );
} );

describe( 'splitting and merging entries', () => {
	it( 'makes an entry of its own of some advice, with the same question', () => {
		const { log, id } = edit.splitEntry( rawOrchard(), 'o3', [ 'o3.2' ] );
		expect( id ).toBe( 'o4' );
		expect( valueAt( log, '/entries/2/advice' ) ).toHaveLength( 1 );
		expect( valueAt( log, '/entries/3' ) ).toMatchObject( {
			id: 'o4', origin: [ 'o3' ], sections: [ 'disputes.time' ],
			request: { question: 'How long may a complaint wait?' }, advice: [ { id: 'o3.2' } ]
		} );
	} );

	it( 'makes one of several, keeps all advice, and says what did not fit in', () => {
		const base = withValueAt( rawOrchard(), '/entries/2/advice/0/disposition/supersededBy', 'o1' );
		const { log, left } = edit.mergeEntries( base, [ 'o2', 'o1' ] );
		expect( valueAt( log, '/entries' ) ).toHaveLength( 2 );
		expect( valueAt( log, '/entries/0' ) ).toMatchObject( {
			id: 'o2', process: true, origin: [ 'o1' ], topics: [ 'ladders' ], note: 'Asked again in the autumn.',
			request: { question: 'Who approves the rules?', state: 'withdrawn', requestedBy: [ 'oak' ] },
			advice: [ { id: 'o1.1' } ]
		} );
		expect( left ).toEqual( [ {
			entry: 'o1', field: 'request.question',
			value: 'Who may use the tall ladders?', kept: 'Who approves the rules?'
		} ] );
		expect( valueAt( log, '/entries/1/advice/0/disposition/supersededBy' ) ).toBe( 'o2' );
		expect( errors( log ) ).toEqual( [] );
	} );

	it( 'leaves nothing out: what is not in the merged entry is told', () => {
		const log = withUnknown( rawOrchard() );
		const { log: merged, left } = edit.mergeEntries( log, [ 'o1', 'o3' ] );
		// Both had the same unknown fields.
		expect( left.map( ( { field } ) => field ) ).toEqual( [ 'request.question' ] );
		expect( ( valueAt( merged, '/entries/0/advice' ) as JsonValue[] ) ).toHaveLength( 3 );
		expect( valueAt( merged, '/entries/0/sections' ) ).toEqual( [ 'rules.ladders', 'disputes.time' ] );
	} );

	it( 'can be undone: splitting off what was merged gives the advice back', () => {
		const { log } = edit.mergeEntries( rawOrchard(), [ 'o1', 'o3' ] );
		const { log: again } = edit.splitEntry( log, 'o1', [ 'o3.1', 'o3.2' ] );
		expect( valueAt( again, '/entries/1/advice' ) ).toEqual( valueAt( rawOrchard(), '/entries/2/advice' ) );
		expect( valueAt( again, '/entries/0/advice' ) ).toEqual( valueAt( rawOrchard(), '/entries/0/advice' ) );
		expect( valueAt( again, '/entries/1/origin' ) ).toEqual( [ 'o3', 'o1' ] );
	} );

	it( 'refuses entries that are not there', () => {
		expect( () => edit.splitEntry( rawOrchard(), 'x', [] ) ).toThrow( RangeError );
		expect( () => edit.mergeEntries( rawOrchard(), [ 'o1', 'x' ] ) ).toThrow( RangeError );
		expect( () => edit.addAdvice( rawOrchard(), '__proto__', {} ) ).toThrow( RangeError );
	} );

	it( 'merges hundreds, in steps in proportion to how many there are', () => {
		const merge = ( log: JsonValue ): JsonValue => (
			edit.mergeEntries( log, Array.from( { length: 500 }, ( _, i ) => `e${ i }` ) ).log
		);
		expect( valueAt( merge( manyEntries( 3000 ) ), '/entries' ) ).toHaveLength( 2501 );
		expect( growth( 1500, manyEntries, merge ) ).toBeLessThan( LINEAR );
	} );
} );

describe( 'naming by role', () => {
	it( 'takes name, account and telling id out everywhere, and shows where the name still stands', () => {
		const base = withValueAt(
			withValueAt( rawOrchard(), '/entries/0/note', 'Thanks to Mira! Miracles happen.' ),
			'/agents/0/user', 'Mira W.'
		);
		const { log, id, inText } = edit.nameByRole( base, 'mira', 'a safety expert' );
		expect( id ).toBe( 'person-1' );
		expect( valueAt( log, '/agents/0' ) ).toMatchObject( { id: 'person-1', name: 'a safety expert', naming: 'role-only' } );
		expect( valueAt( log, '/agents/0/user' ) ).toBeUndefined();
		expect( valueAt( log, `${ advice }/advisers` ) ).toEqual( [ 'person-1' ] );
		expect( valueAt( log, `${ advice }/reviews/0/by` ) ).toBe( 'person-1' );
		expect( inText ).toEqual( [
			{ path: '/entries/0/note', text: 'Thanks to Mira! Miracles happen.', name: 'Mira' }
		] );
		expect( errors( log ) ).toEqual( [] );
	} );

	it( 'keeps an id that tells nothing, and finds parts of names', () => {
		const base = withValueAt(
			withValueAt( rawOrchard(), '/agents/1/name', 'Ada Thorn' ), '/entries/0/note', 'As Mrs. thorn said.'
		);
		const { id, inText } = edit.nameByRole( base, 'guild', 'a lawyer' );
		expect( id ).toBe( 'guild' );
		expect( inText.map( ( { path, name } ) => [ path, name ] ) ).toEqual( [ [ '/entries/0/note', 'Thorn' ] ] );
	} );

	it( 'sets on what grounds the advisers of some entries are named', () => {
		const log = edit.setNaming( rawOrchard(), [ 'o3' ], 'public-record' );
		expect( valueAt( log, '/agents/1/naming' ) ).toBe( 'public-record' );
		expect( valueAt( log, '/agents/0/naming' ) ).toBe( 'consented' );
	} );
} );

describe( 'withholding', () => {
	const disclosure = { level: 'withheld', reason: 'privacy', reviewOn: '2030' } as const;

	it( 'takes out everything that was written about the content, and keeps the place', () => {
		const { log, stays } = edit.withhold( rawOrchard(), 'o1.1', disclosure );
		const text = JSON.stringify( valueAt( log, advice ) );
		for ( const secret of [ 'introduction', 'climb', 'Climb', 'with travel', 'Sells', 'Children', 'Good.', 'kept by Oak' ] ) {
			expect( text ).not.toContain( secret );
		}
		expect( valueAt( log, advice ) ).toMatchObject( {
			id: 'o1.1', advisers: [ 'mira' ], givenOn: '2024-04~', effort: { hours: 1.5 },
			disclosure: { level: 'withheld', reason: 'privacy', note: 'Paid work.', reviewOn: '2030' },
			disposition: { outcome: 'adopted-with-modification', decidedOn: '2024-05-02' },
			changes: [ { revision: 110, from: 108, inserted: [], deleted: [] } ],
			sources: [ { private: true } ]
		} );
		expect( stays ).toEqual( [ '/entries/0/request/question', '/entries/0/note' ] );
		expect( errors( log ) ).toEqual( [] );
	} );

	it( 'says which unknown fields stay', () => {
		const base = withValueAt( rawOrchard(), `${ advice }/x-text`, 'secret' );
		expect( edit.withhold( base, 'o1.1', disclosure ).stays ).toContain( `${ advice }/x-text` );
	} );

	it( 'removes exactly what the reader would not show either', async () => {
		const { readLog } = await import( '../../src/log/read-log' );
		// Where a decision, an edit or a review was talked about, so was the advice.
		const label = 'Told in a label';
		const sources: JsonValue = [ { title: 'Talk:Orchard', label }, { private: true, label } ];
		const base = [ 'disposition', 'changes/0', 'reviews/0' ].reduce( ( log, part ) => (
			withValueAt( log, `${ advice }/${ part }/sources`, sources )
		), rawOrchard() );
		const marked = withValueAt( base, `${ advice }/disclosure/level`, 'withheld' );
		const hidden = readLog( JSON.stringify( marked ) ).log?.entries[ 0 ]?.advice?.[ 0 ];
		const { log } = edit.withhold( base, 'o1.1', { level: 'withheld' } );
		expect( JSON.stringify( [ valueAt( log, advice ), hidden ] ) ).not.toMatch( /label|Talk:Orchard/ );
		const { disposition, changes, reviews } = hidden ?? {};
		for ( const part of [ disposition, changes?.[ 0 ], reviews?.[ 0 ] ] ) {
			expect( part?.sources ).toEqual( [ { private: true } ] );
		}
		const read = readLog( JSON.stringify( log ) ).log?.entries[ 0 ]?.advice?.[ 0 ];
		// An object left empty is not kept in the log.
		const bare = ( value: unknown ): unknown => JSON.parse( JSON.stringify( value ) );
		expect( bare( read ) ).toEqual( bare( hidden ) );
	} );

	it( 'sets another level without touching the text', () => {
		const { log } = edit.withhold( rawOrchard(), 'o1.1', { level: 'redacted' } );
		expect( valueAt( log, `${ advice }/summary` ) ).toBe( 'Only after an introduction, and never alone.' );
		expect( valueAt( log, `${ advice }/disclosure` ) ).toEqual( { level: 'redacted', reason: 'contract', note: 'Paid work.' } );
	} );
} );

describe( 'a new log', () => {
	it( 'is valid as it is', () => {
		expect( errors( edit.newLog( [ { id: 'main', title: 'Orchard Rules' } ], 'Advice' ) ) ).toEqual( [] );
	} );
} );
