import { describe, expect, it } from 'vitest';
import { narrowToQuotes } from '../../src/account/quoted-words';
import type { SectionEffect } from '../../src/account/types';

const effects: SectionEffect[] = [
	{ section: null, headingThen: 'A', pageThen: 'P', inserted: [ 'Nobody climbs alone, ever', 'children' ], removed: [ 'Climb freely' ], moved: [] },
	{ section: null, headingThen: 'B', pageThen: 'P', inserted: [ 'in writing' ], removed: [], moved: [] }
];
const quote = ( exact: string ): { exact: string } => ( { exact } );

describe( 'the words of a revision that belong to one piece of advice', () => {
	it( 'are all of them where the log names none', () => {
		expect( narrowToQuotes( { revision: 1 }, effects ) )
			.toEqual( { effects, notFound: { inserted: [], removed: [] } } );
	} );

	it( 'are the named ones, in their sections, whatever the punctuation', () => {
		const { effects: own, notFound } = narrowToQuotes( {
			revision: 1, inserted: [ quote( 'climbs — alone ever' ) ], deleted: [ quote( 'climb freely' ), quote( 'Climb  freely.' ) ]
		}, effects );
		expect( own ).toEqual( [
			{ ...effects[ 0 ], inserted: [ 'climbs — alone ever' ], removed: [ 'Climb  freely.' ] }
		] );
		expect( notFound ).toEqual( { inserted: [], removed: [ 'climb freely' ] } );
	} );

	it( 'must be whole words on the side that the log says', () => {
		const { effects: own, notFound } = narrowToQuotes( {
			revision: 1, inserted: [ quote( 'child' ), quote( 'Climb freely' ) ]
		}, effects );
		expect( own ).toEqual( [] );
		expect( notFound.inserted ).toEqual( [ 'child', 'Climb freely' ] );
	} );

	it( 'are none where they were named but are withheld', () => {
		expect( narrowToQuotes( { revision: 1, inserted: [] }, effects ) )
			.toEqual( { effects: [], notFound: { inserted: [], removed: [] } } );
	} );

	it( 'are not found by a quote without words', () => {
		const { effects: own, notFound } = narrowToQuotes( { revision: 1, inserted: [ quote( '…' ) ] }, effects );
		expect( own ).toEqual( [] );
		expect( notFound.inserted ).toEqual( [ '…' ] );
	} );
} );
