import { describe, expect, it } from 'vitest';
import { TruthScorer } from './score-truth';
import type { TracedText } from './traced-text';

/** A traced text of words, each with the number of its revision; null is left uncovered. */
function traced( ...words: [ string, number | null ][] ): TracedText {
	const text = words.map( ( [ word ] ) => word ).join( ' ' );
	let at = 0;
	const parts = words.map( ( [ word, origin ] ) => {
		const start = at;
		at += word.length + 1;
		return { start, end: at - 1, origin };
	} ).filter( ( { origin } ) => origin !== null );
	return {
		text,
		starts: parts.map( ( { start } ) => start ),
		ends: parts.map( ( { end } ) => end ),
		origins: parts.map( ( { origin } ) => origin as number )
	};
}

describe( 'TruthScorer', () => {
	const revids = [ 10, 20, 15, 30 ];

	it( 'counts words that are right, and those credited too late or too early', () => {
		const scorer = new TruthScorer( revids );
		scorer.add(
			traced( [ 'a', 0 ], [ 'b', 1 ], [ 'c', 2 ], [ 'd', 1 ], [ 'e', 0 ] ),
			[ [ 'a', 10 ], [ 'b', 20 ], [ 'c', 20 ], [ 'd', 15 ], [ 'e', 30 ] ]
		);
		// c: revision 15 comes after 20; d: 20 comes before 15; e: not new by the trace.
		expect( scorer.score() ).toEqual( {
			words: 5, right: 2, exact: 0.4, fresh: 0.25, over: 0.2, under: 0.4, missing: 0,
			// One credit is right, two are false (c, d), three are missed (c, d, e).
			f1: 2 / ( 2 + 2 + 3 )
		} );
	} );

	it( 'judges a word by its first letter or digit, and one without by its first sign', () => {
		const scorer = new TruthScorer( [ 1, 2 ] );
		scorer.add( {
			text: '[[word]] ---', starts: [ 0, 2, 6, 9 ], ends: [ 2, 6, 8, 12 ], origins: [ 1, 0, 1, 1 ]
		}, [ [ '[[word]]', 1 ], [ '---', 2 ] ] );
		expect( scorer.score() ).toMatchObject( { words: 2, right: 2, exact: 1, f1: 1 } );
	} );

	it( 'finds equal words in the order of the text', () => {
		const scorer = new TruthScorer( [ 1, 2 ] );
		scorer.add( traced( [ 'go', 0 ], [ 'go', 1 ] ), [ [ 'go', 1 ], [ 'go', 2 ] ] );
		expect( scorer.score().right ).toBe( 2 );
	} );

	it( 'counts words that nothing covers apart', () => {
		const scorer = new TruthScorer( [ 1, 2 ] );
		scorer.add( traced( [ 'go', 0 ], [ 'on', null ] ), [ [ 'go', 1 ], [ 'on', 2 ] ] );
		expect( scorer.score() ).toMatchObject( { words: 1, right: 1, missing: 1 } );
	} );

	it( 'adds up several texts', () => {
		const scorer = new TruthScorer( [ 1, 2 ] );
		scorer.add( traced( [ 'go', 0 ] ), [ [ 'go', 1 ] ] );
		scorer.add( traced( [ 'go', 0 ], [ 'on', 0 ] ), [ [ 'go', 1 ], [ 'on', 2 ] ] );
		expect( scorer.score() ).toMatchObject( { words: 3, right: 2, fresh: 0, f1: 0 } );
	} );

	it( 'refuses a truth of another text', () => {
		expect( () => new TruthScorer( [ 1 ] ).add( traced( [ 'go', 0 ] ), [ [ 'stay', 1 ] ] ) )
			.toThrow( '"stay"' );
	} );
} );
