import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptOrder } from '../../src/trace/kept-order';

/** The most things, and of these the most weight, that can stay: by trying all sets. */
function best( places: readonly number[], weights: readonly number[] ): [ number, number ] {
	let most: [ number, number ] = [ 0, 0 ];
	for ( let set = 0; set < 2 ** places.length; set++ ) {
		const stay = [ ...places.keys() ].filter( ( at ) => Math.floor( set / 2 ** at ) % 2 === 1 );
		const kept = stay.map( ( at ) => places[ at ] ?? 0 );
		if ( kept.every( ( place, at ) => !at || place > ( kept[ at - 1 ] ?? 0 ) ) ) {
			const weight = stay.reduce( ( sum, at ) => sum + ( weights[ at ] ?? 0 ), 0 );
			if ( stay.length > most[ 0 ] || ( stay.length === most[ 0 ] && weight > most[ 1 ] ) ) {
				most = [ stay.length, weight ];
			}
		}
	}
	return most;
}

describe( 'what stays where things were moved', () => {
	it.each( [
		[ 'all of what kept its order', [ 2, 5, 9 ], [ 1, 1, 1 ], [ true, true, true ] ],
		[ 'more things before heavier ones', [ 1, 2, 0 ], [ 1, 1, 9 ], [ true, true, false ] ],
		[ 'the heavier one of two', [ 1, 0 ], [ 2, 3 ], [ false, true ] ],
		[ 'nothing of nothing', [], [], [] ]
	] )( '%s', ( _name, places, weights, expected ) => {
		expect( keptOrder( places, weights ) ).toEqual( expected );
	} );

	it( 'is in order, as many as can be, and of these the heaviest', () => {
		const things = fc.uniqueArray( fc.nat( 50 ), { maxLength: 9 } )
			.chain( ( places ) => fc.tuple( fc.constant( places ),
				fc.array( fc.nat( 9 ), { minLength: places.length, maxLength: places.length } ) ) );
		fc.assert( fc.property( things, ( [ places, weights ] ) => {
			const stays = keptOrder( places, weights );
			const kept = places.filter( ( _, at ) => stays[ at ] );
			expect( kept ).toEqual( [ ...kept ].sort( ( a, b ) => a - b ) );
			const weight = weights.reduce( ( sum, own, at ) => sum + ( stays[ at ] ? own : 0 ), 0 );
			expect( [ kept.length, weight ] ).toEqual( best( places, weights ) );
		} ), { numRuns: 100 } );
	}, 60000 );
} );
