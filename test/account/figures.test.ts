import { describe, expect, it } from 'vitest';
import { accountFigures, type OutcomeTable } from '../../src/account/figures';
import type { DraftAccount } from '../../src/account/types';
import type { FollowedChange } from '../../src/trace/followed-changes';
import { makeAccount } from '../panel/fixture';
import { entryOf, logOf } from './drafts';

const today = new Date( '2024-07-01T00:00:00Z' );

function accountOf( entries: ReturnType<typeof entryOf>[], more: object = {} ): DraftAccount {
	return makeAccount( { log: { ...logOf( entries ), ...more }, words: true } );
}

/** An account whose changes were followed as said, by name of a change. */
function followed(
	account: DraftAccount,
	fates: Record<string, Partial<FollowedChange>>,
	users: Record<number, string | null>
): DraftAccount {
	const fate = ( key: string ): FollowedChange | undefined => fates[ key ] && {
		key, state: 'edited', inserted: 0, standing: 0, elsewhere: 0, takenBy: [], removed: 0, absent: 0, broughtBackBy: [], ...fates[ key ]
	};
	const items = account.items.map( ( item ) => ( {
		...item, changes: item.changes.map( ( change, i ) => ( { ...change, survival: fate( `${ item.key }#${ i }` ) } ) )
	} ) );
	const revisions = new Map( Object.entries( users ).map( ( [ id, user ] ) => [ Number( id ), { user, timestamp: '2024' } ] ) );
	return { ...account, items, words: account.words && { ...account.words, revisions } };
}

const share = ( revid: number, words: number, perhaps: number[] = [] ): FollowedChange[ 'takenBy' ][ 0 ] => ( { revid, words, perhaps } );

function plain( { rows, total, several }: OutcomeTable ): unknown {
	return {
		rows: rows.map( ( { id, outcomes } ) => [ id, Object.fromEntries( outcomes ) ] ),
		total: Object.fromEntries( total.outcomes ),
		several
	};
}

describe( 'hours and money', () => {
	it( 'are added up by currency, of what is published, and say of what', () => {
		const { effort } = accountFigures( accountOf( [
			entryOf( 'e', [ { effort: { hours: 0.1 } }, { effort: { hours: 0.2, amount: 10, currency: 'USD' } }, {} ] ),
			entryOf( 'f', [ { effort: { amount: 5, currency: 'EUR' } }, { effort: { amount: 2, currency: 'USD' } }, { effort: { note: 'much' } } ] ),
			entryOf( 'g' )
		] ), today );
		expect( effort ).toEqual( {
			hours: { total: 0.3, items: [ 'e/e.0', 'e/e.1' ] },
			money: [
				{ currency: 'EUR', total: 5, items: [ 'f/f.0' ] },
				{ currency: 'USD', total: 12, items: [ 'e/e.1', 'f/f.1' ] }
			],
			published: [ 'e/e.0', 'e/e.1', 'f/f.0', 'f/f.1' ],
			advice: [ 'e/e.0', 'e/e.1', 'e/e.2', 'f/f.0', 'f/f.1', 'f/f.2' ]
		} );
	} );

	it( 'are not nought where nothing is published', () => {
		const { effort } = accountFigures( accountOf( [ entryOf( 'e', [ {} ] ) ] ), today );
		expect( effort ).toMatchObject( { hours: { items: [] }, money: [], published: [] } );
	} );
} );

describe( 'ages', () => {
	it( 'group what waits by the days that it has waited at least', () => {
		const asked = ( id: string, requestedOn?: string ): ReturnType<typeof entryOf> => entryOf( id, [], { request: { question: 'q', state: 'open', requestedOn } } );
		const pending = ( givenOn?: string ): object => ( { givenOn, disposition: { outcome: 'pending' } } );
		expect( accountFigures( accountOf( [
			asked( 'new', '2024-06-30' ), asked( 'month', '2024-06-01' ), asked( 'vague', '2023' ), asked( 'old', '2020' ), asked( 'undated' ), asked( 'open', '../2024-01' ),
			entryOf( 'a', [ pending( '2024-01-01' ), pending() ] ),
			entryOf( 'closed', [ { disposition: { outcome: 'declined' } } ] )
		] ), today ).ages ).toEqual( [
			{ status: 'requested', atLeast: 0, items: [ 'new' ] },
			{ status: 'requested', atLeast: 30, items: [ 'month' ] },
			// The last day of 2023 is 183 days ago, that of January 152.
			{ status: 'requested', atLeast: 90, items: [ 'open' ] },
			{ status: 'requested', atLeast: 180, items: [ 'vague' ] },
			{ status: 'requested', atLeast: 365, items: [ 'old' ] },
			{ status: 'requested', atLeast: null, items: [ 'undated' ] },
			{ status: 'answered', atLeast: 180, items: [ 'a/a.0' ] },
			{ status: 'answered', atLeast: null, items: [ 'a/a.1' ] }
		] );
	} );
} );

describe( 'outcomes', () => {
	const account = accountOf( [
		entryOf( 'e', [
			{ advisers: [ 'x', 'y' ], disposition: { outcome: 'adopted' } },
			{ advisers: [ 'x', 'x' ], disposition: { outcome: 'declined' } },
			{ advisers: [], disposition: { outcome: 'adopted' } }
		], { topics: [ 't', 'u' ] } ),
		entryOf( 'f', [ { advisers: [ 'unexplained' ] } ], { topics: [ 't' ] } ),
		entryOf( 'g' )
	], {
		agents: [ { id: 'y', name: 'Y' }, { id: 'x', name: 'X' }, { id: 'z', name: 'Z' } ],
		topics: [ { id: 't', label: 'T' }, { id: 'u', label: 'U' } ]
	} );

	it( 'by adviser name everybody who advised, and count each piece of advice once in all', () => {
		expect( plain( accountFigures( account, today ).byAdviser ) ).toEqual( {
			rows: [
				[ 'y', { adopted: [ 'e/e.0' ] } ],
				[ 'x', { adopted: [ 'e/e.0' ], declined: [ 'e/e.1' ] } ],
				[ 'unexplained', { 'not-recorded': [ 'f/f.0' ] } ],
				[ null, { adopted: [ 'e/e.2' ] } ]
			],
			total: { adopted: [ 'e/e.0', 'e/e.2' ], declined: [ 'e/e.1' ], 'not-recorded': [ 'f/f.0' ] },
			several: [ 'e/e.0' ]
		} );
	} );

	it( 'by topic count questions without advice too', () => {
		expect( plain( accountFigures( account, today ).byTopic ) ).toEqual( {
			rows: [
				[ 't', { adopted: [ 'e/e.0', 'e/e.2' ], declined: [ 'e/e.1' ], 'not-recorded': [ 'f/f.0' ] } ],
				[ 'u', { adopted: [ 'e/e.0', 'e/e.2' ], declined: [ 'e/e.1' ] } ],
				[ null, { 'no-advice': [ 'g' ] } ]
			],
			total: { adopted: [ 'e/e.0', 'e/e.2' ], declined: [ 'e/e.1' ], 'not-recorded': [ 'f/f.0' ], 'no-advice': [ 'g' ] },
			several: [ 'e/e.0', 'e/e.1', 'e/e.2' ]
		} );
	} );
} );

describe( 'overturned words', () => {
	const one = { revision: 112 };
	const account = accountOf( [
		entryOf( 'e', [ { changes: [ one ] }, { changes: [ one ] }, { changes: [ { ...one, inserted: [ { exact: 'two' } ] } ] } ] ),
		entryOf( 'f', [ { changes: [ { revision: 140 }, { revision: 999 } ] } ] )
	] );

	it( 'count once for all advice that one revision served, and say who took them', () => {
		const fate = { inserted: 10, standing: 4, takenBy: [ share( 5, 4 ), share( 6, 2 ) ] };
		const { overturned } = accountFigures( followed( account, {
			'e/e.0#0': fate, 'e/e.1#0': fate, 'e/e.2#0': { inserted: 1, takenBy: [ share( 5, 1 ) ] },
			'f/f.0#0': { inserted: 6, standing: 1, takenBy: [ share( 7, 2 ), share( 8, 2 ), share( 9, 1, [ 3 ] ) ], removed: 3, absent: 1, broughtBackBy: [ share( 6, 2 ) ] },
			'f/f.0#1': { state: 'unknown' }
		}, { 5: 'Oak', 6: 'Elm', 7: null, 9: 'Elm' } ), today );
		const names = [ 'e/e.0#0', 'e/e.1#0', 'e/e.2#0' ];
		expect( overturned ).toEqual( {
			taken: { all: 16, words: 11, changes: [ ...names, 'f/f.0#0' ], by: [
				{ by: { user: 'Oak' }, words: 4, changes: names, revisions: [ 5 ] },
				{ by: 'unknown', words: 3, changes: [ 'f/f.0#0' ], revisions: [ 3, 8, 9 ] },
				{ by: { user: 'Elm' }, words: 2, changes: names, revisions: [ 6 ] },
				{ by: 'hidden', words: 2, changes: [ 'f/f.0#0' ], revisions: [ 7 ] }
			] },
			broughtBack: { all: 3, words: 2, changes: [ 'f/f.0#0' ], by: [
				{ by: { user: 'Elm' }, words: 2, changes: [ 'f/f.0#0' ], revisions: [ 6 ] }
			] },
			unknown: [ 'f/f.0#1' ]
		} );
	} );

	it( 'are told apart where the log says which words belong to which advice', () => {
		const parts = accountOf( [ entryOf( 'e', [ 'two', 'metres', 'two' ].map( ( exact ) => ( { changes: [ { ...one, inserted: [ { exact } ] } ] } ) ) ) ] );
		const { overturned } = accountFigures( followed( parts, {
			'e/e.0#0': { inserted: 1 }, 'e/e.1#0': { inserted: 1, takenBy: [ share( 5, 1 ) ] }, 'e/e.2#0': { inserted: 1 }
		}, { 5: 'Oak' } ), today );
		expect( overturned?.taken ).toMatchObject( { all: 2, words: 1, changes: [ 'e/e.1#0' ] } );
	} );

	it( 'are not known where words were not followed', () => {
		expect( accountFigures( makeAccount(), today ).overturned ).toBeNull();
	} );
} );
