import { beforeAll, describe, expect, it } from 'vitest';
import { editBars } from '../../src/panel/edit-bars';
import { datedText } from '../../src/panel/mark-text';
import { timeScale } from '../../src/panel/time-scale';
import { timelineEvents, timelineRows } from '../../src/panel/timeline';
import { installMw, knowPanelTexts } from './fake-mw';
import { MAIN, makeAccount } from './fixture';

beforeAll( () => {
	installMw();
	knowPanelTexts();
} );

function day( time: number | null | undefined ): string | null | undefined {
	return typeof time === 'number' ? new Date( time ).toISOString().slice( 0, 10 ) : time;
}

describe( 'the rows of the timeline', () => {
	it( 'stand in the order in which entries begin, those without a date last', () => {
		const rows = timelineRows( makeAccount() );
		expect( rows.map( ( { item, marks } ) => [ item.entry.id, marks.length ] ) )
			.toEqual( [
				[ 'ladder-height', 4 ], [ 'bees', 1 ], [ 'keys-old', 1 ],
				[ 'shares', 0 ], [ 'insurance', 0 ], [ 'scarecrows', 0 ], [ 'approval', 0 ], [ 'overall', 0 ]
			] );
	} );

	it( 'have a mark for each question, piece of advice, decision and edit', () => {
		const [ row ] = timelineRows( makeAccount( { words: true } ) );
		expect( row?.marks.map( ( { kind, from, to, approximate } ) => (
			[ kind, day( from ), day( to ), approximate ]
		) ) ).toEqual( [
			// "about February" is as long as it is vague.
			[ 'request', '2024-02-01', '2024-02-29', true ],
			[ 'advice', '2024-03-04', '2024-03-04', false ],
			[ 'decision', '2024-03-20', '2024-03-20', false ],
			[ 'edit', '2024-03-21', '2024-03-21', false ]
		] );
		expect( row?.marks.map( datedText ) ).toEqual( [
			'about February 2024: Question',
			'Mar 4, 2024: Advice',
			'Mar 20, 2024: Decision: Adopted with changes',
			'Mar 21, 2024: Edit 112: Still in the text: 2 of 2 words.'
		] );
		expect( row?.marks[ 3 ]?.standing ).toBe( 1 );
	} );

	it( 'do not pretend to know what stands before words were traced', () => {
		const [ row ] = timelineRows( makeAccount() );
		expect( row?.marks[ 3 ]?.standing ).toBeNull();
		expect( datedText( row?.marks[ 3 ] as never ) ).toBe( 'Mar 21, 2024: Edit 112' );
	} );

	it( 'keep what is open at one end, and leave out what is no date', () => {
		const log = {
			schemaVersion: 1,
			draft: { pages: [ { id: 'main', title: MAIN } ] },
			entries: [
				{ id: 'a', request: { question: '?', requestedOn: '2016/..' } },
				{ id: 'b', request: { question: '?', requestedOn: '../2015' } },
				{ id: 'c', request: { question: '?', requestedOn: 'soon' } }
			]
		};
		const rows = timelineRows( makeAccount( { log } ) );
		expect( rows.map( ( { item } ) => item.key ) ).toEqual( [ 'b', 'a', 'c' ] );
		expect( timelineEvents( rows ).map( ( { from, to } ) => [ day( from ), day( to ) ] ) )
			.toEqual( [ [ null, '2015-12-31' ], [ '2016-01-01', null ] ] );
	} );
} );

describe( 'a scale of time', () => {
	it.each( [
		[ [ '2015-08-01', '2017-06-08' ], [ 'Jan 2016', 'Jul 2016', 'Jan 2017' ] ],
		[ [ '2024-02-01', '2024-06-01' ], [ 'Mar 2024', 'May 2024' ] ],
		[ [ '2001-01-15', '2025-01-01' ], [ '2005', '2010', '2015', '2020', '2025' ] ],
		[ [ '0001-06-01', '2020-01-01' ], [ '420', '840', '1260', '1680' ] ]
	] )( 'from %s has few ticks, at round dates', ( days, texts ) => {
		const scale = timeScale( days.map( ( one ) => Date.parse( one ) ) );
		const ticks = scale?.ticks.map( ( { text } ) => text ) ?? [];
		expect( ticks ).toEqual( expect.arrayContaining( texts ) );
		expect( ticks.length - texts.length ).toBeLessThanOrEqual( 1 );
	} );

	it( 'places times in order, and never outside of the picture', () => {
		const scale = timeScale( [ 0, 100, 1e12 ] );
		expect( scale?.at( -1e15 ) ).toBe( 0 );
		expect( scale?.at( 1e15 ) ).toBe( 100 );
		expect( scale?.at( 5e11 ) ).toBeCloseTo( 50, 0 );
	} );

	it( 'also has room for a single day, and is none for nothing', () => {
		expect( timeScale( [ 5 ] )?.at( 5 ) ).toBe( 50 );
		expect( timeScale( [] ) ).toBeNull();
	} );
} );

it( 'counts edits in parts of the time', () => {
	const scale = timeScale( [ 0, 1e12 ] );
	const bars = scale ? editBars( [ 0, 0, 0, 1e12 ], scale ) : [];
	expect( bars.map( ( { height } ) => height ) ).toEqual( [ 1, 1 / 3 ] );
} );
