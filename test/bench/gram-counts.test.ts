import { describe, expect, it } from 'vitest';
import { GramCounts } from './gram-counts';
import { seededRandom } from './random';

describe( 'GramCounts', () => {
	it( 'gives equal runs one id and different ones two', () => {
		const grams = new GramCounts( Int32Array.of( 1, 2, 3, 1, 2, 4 ), 2 );
		expect( [ ...grams.ids ] ).toEqual( [ 0, 1, 2, 0, 3 ] );
		expect( grams.distinct ).toBe( 4 );
	} );

	it( 'has none where the text is shorter than a run', () => {
		const grams = new GramCounts( Int32Array.of( 1, 2 ), 3 );
		expect( grams.distinct ).toBe( 0 );
		expect( grams.countIn( Int32Array.of( 1, 2, 3 ) ) ).toHaveLength( 0 );
	} );

	it( 'counts like comparing every run with every other', () => {
		const random = seededRandom( 1 );
		for ( let turn = 0; turn < 50; turn++ ) {
			const draw = (): Int32Array => Int32Array.from(
				{ length: random.between( 0, 60 ) }, () => random.between( 0, 2 )
			);
			const [ words, others ] = [ draw(), draw() ];
			const grams = new GramCounts( words, 3 );
			const counts = grams.countIn( others );
			grams.ids.forEach( ( id, at ) => {
				const run = words.slice( at, at + 3 ).join();
				const places = [ ...others.keys() ]
					.filter( ( place ) => others.slice( place, place + 3 ).join() === run );
				expect( counts[ id ] ).toBe( places.length );
			} );
		}
	} );
} );
