import { beforeAll, describe, expect, it } from 'vitest';
import { arrange } from '../../src/panel/arrange';
import { countStates } from '../../src/panel/counts';
import { listField, optional, splitFields, textField } from '../../src/panel/fields';
import {
	choices, isFiltering, keptItems, NO_FILTER, withNarrower, type Filter
} from '../../src/panel/filter';
import { firstRows } from '../../src/panel/limits';
import { listRows } from '../../src/panel/rows';
import { excerpt, itemSentence } from '../../src/panel/sentence';
import { installMw } from './fake-mw';
import { orchardLog } from './fixture-log';
import { KEYS, MAIN, makeAccount } from './fixture';

beforeAll( installMw );

const account = makeAccount();

function keysOf( filter: Partial<Filter> ): string[] {
	return [ ...keptItems( account, { ...NO_FILTER, ...filter } ) ?? [] ].map( ( { key } ) => key );
}

describe( 'counts', () => {
	it( 'counts each item once, in the order of the states', () => {
		expect( countStates( account.items ) ).toEqual( [
			{ state: 'changed', count: 2 },
			{ state: 'checked', count: 1 },
			{ state: 'declined', count: 1 },
			{ state: 'pending', count: 1 },
			{ state: 'withheld', count: 1 },
			{ state: 'superseded', count: 1 },
			{ state: 'set-aside', count: 1 },
			{ state: 'not-recorded', count: 2 }
		] );
	} );
} );

describe( 'filter', () => {
	it( 'lets everything through while nothing is chosen', () => {
		expect( isFiltering( NO_FILTER ) ).toBe( false );
		expect( keptItems( account, NO_FILTER ) ).toBeNull();
	} );

	it( 'finds items by state and by recorded outcome', () => {
		expect( keysOf( { outcome: 'state:checked' } ) ).toEqual( [ 'shares/shares-legal' ] );
		expect( keysOf( { outcome: 'outcome:adopted-with-modification' } ) )
			.toEqual( [ 'ladder-height/ladder-marit' ] );
	} );

	it( 'finds items by adviser, and those whose adviser is not recorded', () => {
		expect( keysOf( { adviser: 'id:marit' } ) )
			.toEqual( [ 'ladder-height/ladder-marit', 'shares/shares-marit' ] );
		expect( keysOf( { adviser: 'none' } ) )
			.toEqual( [ 'bees', 'scarecrows', 'approval', 'overall' ] );
	} );

	it( 'counts narrower topics to the broader one', () => {
		expect( keysOf( { topic: 'id:safety' } ) ).toEqual( [ 'ladder-height/ladder-marit' ] );
		expect( keysOf( { topic: 'id:fairness' } ) )
			.toEqual( [ 'shares/shares-legal', 'shares/shares-marit' ] );
		expect( keysOf( { topic: 'none' } ) ).not.toContain( 'shares/shares-legal' );
	} );

	it( 'joins what is chosen', () => {
		expect( keysOf( { adviser: 'id:marit', outcome: 'state:declined' } ) )
			.toEqual( [ 'shares/shares-marit' ] );
		expect( keysOf( { adviser: 'id:marit', topic: 'none' } ) ).toEqual( [] );
	} );

	it( 'ends where topics are broader in a circle', () => {
		const topics = new Map( [
			[ 'a', { id: 'a', label: 'A', broader: 'b' } ],
			[ 'b', { id: 'b', label: 'B', broader: 'a' } ]
		] );
		expect( withNarrower( topics, 'a' ) ).toEqual( new Set( [ 'a', 'b' ] ) );
	} );

	it( 'takes no id of the log for a choice of its own', () => {
		const log = {
			schemaVersion: 1,
			draft: { pages: [ { id: 'main', title: MAIN } ] },
			agents: [ { id: 'none', name: 'None of us' } ],
			entries: [
				{
					id: 'a',
					request: { question: '?' },
					advice: [ { id: 'a1', advisers: [ 'none' ] } ]
				},
				{ id: 'b', request: { question: '?' } }
			]
		};
		const other = makeAccount( { log } );
		function kept( adviser: string ): string[] {
			const items = keptItems( other, { ...NO_FILTER, adviser } ) ?? [];
			return [ ...items ].map( ( { key } ) => key );
		}
		expect( kept( 'none' ) ).toEqual( [ 'b' ] );
		expect( kept( 'id:none' ) ).toEqual( [ 'a/a1' ] );
	} );

	it( 'offers only what leaves something, with its number', () => {
		const offered = choices( account );
		expect( offered.outcomes ).toEqual( [
			{ value: 'outcome:adopted', count: 2 },
			{ value: 'outcome:adopted-with-modification', count: 1 }
		] );
		expect( offered.advisers ).toEqual( [
			{ value: 'id:marit', count: 2 },
			{ value: 'id:legal', count: 4 },
			{ value: 'none', count: 4 }
		] );
		expect( offered.topics ).toEqual( [
			{ value: 'id:safety', count: 1 },
			{ value: 'id:heights', count: 1 },
			{ value: 'id:fairness', count: 2 },
			{ value: 'none', count: 7 }
		] );
		for ( const { value, count } of [ ...offered.states, ...offered.outcomes ] ) {
			expect( keysOf( { outcome: value } ) ).toHaveLength( count );
		}
	} );
} );

describe( 'arrangement', () => {
	const headings = ( kept: ReturnType<typeof keptItems> ): string[][] => arrange( account, kept )
		.pages.map( ( page ) => page.sections.map( ( section ) => section.ref.heading ) );

	it( 'keeps sections without advice while nothing is filtered', () => {
		expect( headings( null ) ).toEqual( [
			[ '', 'Ladders', 'Pruning', 'Sharing the harvest', 'Bees' ],
			[ '', 'Lending' ]
		] );
	} );

	it( 'leaves out sections and pages without results when something is filtered', () => {
		const kept = keptItems( account, { ...NO_FILTER, adviser: 'id:marit' } );
		expect( headings( kept ) ).toEqual( [ [ 'Ladders', 'Sharing the harvest' ] ] );
		expect( arrange( account, kept ).process ).toEqual( [] );
	} );

	it( 'tells what could not be read from what has not been looked up', () => {
		expect( arrange( account, null ).unreadable.map( ( { key } ) => key ) )
			.toEqual( [ 'keys-old/keys-b' ] );
		expect( arrange( account, null ).notLookedUp ).toEqual( [] );
		const before = arrange( makeAccount( { read: false } ), null );
		expect( before.unreadable ).toEqual( [] );
		expect( before.notLookedUp.map( ( { key } ) => key ) )
			// Those that cite edits, and those about sections that have another heading by now.
			.toEqual( [
				'ladder-height/ladder-marit', 'shares/shares-legal', 'shares/shares-marit',
				'keys-old/keys-b', 'bees', 'scarecrows'
			] );
	} );

	it( 'lists what has no place in the text', () => {
		const { wholeDraft, process, orphaned } = arrange( account, null );
		expect( wholeDraft.map( ( { key } ) => key ) ).toEqual( [ 'overall' ] );
		expect( process.map( ( { key } ) => key ) ).toEqual( [ 'approval' ] );
		expect( orphaned.map( ( { key } ) => key ) ).toEqual( [ 'keys-old/keys-b', 'scarecrows' ] );
	} );

	it( 'does not change the account', () => {
		const sections = account.pages.map( ( page ) => page.sections.length );
		arrange( account, new Set() );
		expect( account.pages.map( ( page ) => page.sections.length ) ).toEqual( sections );
		expect( account.pages[ 1 ]?.title ).toBe( KEYS );
	} );
} );

describe( 'first rows', () => {
	it( 'shows short lists whole, and the beginning of long ones', () => {
		expect( firstRows( [ 3, 500, 0 ], 200, 600 ) ).toEqual( [ 3, 200, 0 ] );
	} );

	it( 'never draws more than the total', () => {
		expect( firstRows( [ 300, 300, 300, 300, 7 ], 200, 600 ) )
			.toEqual( [ 200, 200, 200, 0, 0 ] );
	} );

	it( 'are few in a list of ten thousand items under several sections', () => {
		const log = {
			...orchardLog,
			entries: Array.from( { length: 500 }, ( _none, i ) => ( {
				id: `e${ i }`,
				sections: [ 'ladders', 'harvest', 'bees', 'lending' ],
				request: { question: `Question ${ i }` },
				advice: Array.from( { length: 20 }, ( _nothing, j ) => ( { id: `e${ i }.${ j }` } ) )
			} ) )
		};
		const large = makeAccount( { log } );
		expect( large.items ).toHaveLength( 10000 );
		const { pages } = listRows( arrange( large, null ) );
		const sections = pages.flatMap( ( page ) => page.sections );
		expect( sections.map( ( { ref, rows, first } ) => [ ref.heading, rows.length, first ] ) )
			.toEqual( [
				[ '', 0, 0 ],
				[ 'Ladders', 10000, 200 ],
				[ 'Pruning', 0, 0 ],
				[ 'Sharing the harvest', 10000, 200 ],
				[ 'Bees', 10000, 200 ],
				[ '', 0, 0 ],
				[ 'Lending', 10000, 0 ]
			] );
	} );
} );

describe( 'sentence', () => {
	it( 'keeps a short text, on one line', () => {
		expect( excerpt( ' two\n\nlines ' ) ).toBe( 'two lines' );
	} );

	it( 'cuts a long text at a space', () => {
		expect( excerpt( 'one two three four', 11 ) ).toBe( 'one two…' );
		expect( excerpt( 'one two three four', 14 ) ).toBe( 'one two three…' );
	} );

	it( 'never cuts within a character', () => {
		expect( excerpt( '🍎🍐🍊🍋', 3 ) ).toBe( '🍎🍐🍊…' );
		expect( excerpt( '🍎🍐🍊', 3 ) ).toBe( '🍎🍐🍊' );
	} );

	it( 'takes the advice, or the question where there is none or it is withheld', () => {
		const sentenceOf = ( key: string ): string | undefined => account.items
			.filter( ( item ) => item.key === key )
			.map( itemSentence )[ 0 ];
		expect( sentenceOf( 'shares/shares-marit' ) ).toBe( 'Those who come early should have more.' );
		expect( sentenceOf( 'overall' ) ).toBe( 'What do you think of the draft as a whole?' );
		expect( sentenceOf( 'insurance/insurance-legal' ) ).toBe( 'Who pays when somebody falls?' );
	} );
} );

describe( 'fields', () => {
	it( 'draws what is recorded and names what is not, except what need not be there', () => {
		const fields = [
			textField( 'a', 'text' ),
			textField( 'b', undefined ),
			textField( 'c', '' ),
			listField( 'd', [] ),
			listField( 'e', [ 0 ] ),
			optional( textField( 'f', undefined ) ),
			optional( textField( 'g', 'text' ) )
		];
		const { drawn, absent } = splitFields( fields );
		expect( drawn.map( ( { name } ) => name ) ).toEqual( [ 'a', 'e', 'g' ] );
		expect( absent ).toEqual( [ 'b', 'c', 'd' ] );
	} );
} );
