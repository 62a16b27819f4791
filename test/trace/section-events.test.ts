import { describe, expect, it } from 'vitest';
import { sectionEvents } from '../../src/trace/section-events';
import { eventLines, Pages } from './section-states';

/** The events between two states of one page: the lead and its sections each. */
function events( before: string[], after: string[] ): string[] {
	const pages = new Pages();
	pages.edit( before[ 0 ] ?? '', ...before.slice( 1 ) );
	return pages.edit( after[ 0 ] ?? '', ...after.slice( 1 ) ).sort();
}

const A = '== A: a1-20';
const B = '== B: b1-20';
const C = '== C: c1-20';

describe( 'the events of a revision', () => {
	it.each( [
		[ 'nothing for the same sections', [ 'l', A, B ], [ 'l', A, B ], [] ],
		[ 'nothing for words that change', [ 'l', A, B ], [ 'm', '== A: a1-9 n1-30', B ], [] ],
		[ 'nothing for a text that is rewritten under its heading', [ '', A, B ], [ '', '== A: n1-20', B ], [] ],
		[ 'nothing for white space in a heading', [ '', '== A  x: a1-9' ], [ '', '== A x: a1-9' ], [] ],
		[ 'insert', [ '', A ], [ '', A, B ], [ 'insert - -> B' ] ],
		[ 'delete', [ '', A, B ], [ '', A ], [ 'delete B -> -' ] ],
		[ 'rename', [ '', A, B ], [ '', '== X: a1-20', B ], [ 'rename A -> X' ] ],
		[ 'rename by case', [ '', '== The a: a1-20' ], [ '', '== The A: a1-20' ], [ 'rename The a -> The A' ] ],
		[ 'rename by markup', [ '', '== A: a1-20' ], [ '', '== [[A]]: a1-20' ], [ 'rename A -> [[A]]' ] ],
		[ 'rename with most of the text rewritten, by case', [ '', '== The a: a1-20' ], [ '', '== The A: n1-30 a1' ], [ 'rename The a -> The A' ] ],
		[ 'relevel', [ '', A, B ], [ '', A, '=== B: b1-20' ], [ 'relevel B -> B' ] ],
		[ 'move of the smaller one', [ '', A, '== B: b1-9' ], [ '', '== B: b1-9', A ], [ 'move B -> B' ] ],
		[ 'move of the fewest sections, not of the fewest words', [ '', '== A: a1-99', B, C ], [ '', B, C, '== A: a1-99' ], [ 'move A -> A' ] ],
		[ 'no move by insertion and deletion', [ '', A, B, C ], [ '', '== N: n1-9', B, '== O: o1-9', C ], [ 'delete A -> -', 'insert - -> N', 'insert - -> O' ] ],
		[ 'all at once, with the new heading for move and relevel', [ '', A, B, C ], [ '', B, C, '=== X: a1-20' ], [ 'move X -> X', 'relevel X -> X', 'rename A -> X' ] ],
		[ 'split at half of the words', [ '', '== A: a1-30' ], [ '', '== A: a1-20', '== B: a21-30 n1-10' ], [ 'split A -> B' ] ],
		[ 'insert below half of them', [ '', '== A: a1-30' ], [ '', '== A: a1-20', '== B: a21-30 n1-11' ], [ 'insert - -> B' ] ],
		[ 'a split from each of two halves', [ '', '== A: a1-30', '== B: b1-30' ], [ '', '== A: a1-20', '== B: b1-20', '== N: a21-30 b21-30' ], [ 'split A -> N', 'split B -> N' ] ],
		[ 'a split from what ended', [ '', '== A: a1-30' ], [ '', '== X: a1-20', '== Y: a21-30' ], [ 'rename A -> X', 'split A -> Y' ] ],
		[ 'a split with the new heading of what is renamed', [ '', '== A: a1-30' ], [ '', '== Y: a21-30', '== X: a1-20' ], [ 'rename A -> X', 'split A -> Y' ] ],
		[ 'merge at half of the words', [ '', A, '== B: b1-20' ], [ '', '== A: a1-20 b1-10' ], [ 'merge B -> A' ] ],
		[ 'delete below half of them', [ '', A, '== B: b1-20' ], [ '', '== A: a1-20 b1-9' ], [ 'delete B -> -' ] ],
		[ 'a merge into each of two halves', [ '', A, B, C ], [ '', '== A: a1-20 c1-10', '== B: b1-20 c11-20' ], [ 'merge C -> A', 'merge C -> B' ] ],
		[ 'merge of two into a third', [ '', A, '== B: b1-9' ], [ '', '== A and B: a1-20 b1-9' ], [ 'merge B -> A and B', 'rename A -> A and B' ] ],
		[ 'a lead that gets a heading', [ 'l1-9' ], [ '', '== A: l1-9' ], [ 'split - -> A' ] ],
		[ 'a heading that is taken away', [ 'l1-9', A ], [ 'l1-9 a1-20' ], [ 'merge A -> -' ] ],
		[ 'blanking', [ 'l1-9', A, B ], [ '' ], [ 'delete A -> -', 'delete B -> -' ] ]
	] )( '%s', ( _name, before, after, expected ) => {
		expect( events( before, after ) ).toEqual( expected );
	} );

	it( 'are none for the first state of all, whatever the page, and some for other pages', () => {
		const pages = new Pages();
		expect( eventLines( pages.step( 'P', 'l1-9', A ) ) ).toEqual( [] );
		expect( eventLines( pages.step( 'Q', 'm1-9', B ) ) ).toEqual( [ 'insert - -> B' ] );
	} );

	it( 'name both pages of a section that goes from one to another, and of its text', () => {
		const pages = new Pages();
		pages.step( 'P', '', A, B, C );
		pages.step( 'Q', '', '== D: d1-9' );
		expect( eventLines( pages.step( 'P', '', A ) ) ).toEqual( [ 'delete B -> -', 'delete C -> -' ] );
		expect( eventLines( pages.step( 'Q', '', '== D: d1-9', '=== B: b1-20' ) ) )
			.toEqual( [ 'relevel B -> B', 'move B@P -> B@Q' ] );
		expect( eventLines( pages.step( 'R', '', '== X: c1-20' ) ) )
			.toEqual( [ 'rename C@P -> X@R', 'move X@P -> X@R' ] );
	} );

	it( 'follow a whole page to another title', () => {
		const pages = new Pages();
		pages.step( 'P', 'l1-9', A, B );
		expect( eventLines( pages.step( 'Q', 'l1-9', A, B ) ) )
			.toEqual( [ 'move -@P -> -@Q', 'move A@P -> A@Q', 'move B@P -> B@Q' ] );
		expect( eventLines( pages.step( 'P', 'REDIRECT' ) ) ).toEqual( [] );
		expect( eventLines( pages.step( 'Q', 'l1-9', A ) ) ).toEqual( [ 'delete B -> -' ] );
	} );

	it( 'say that they may belong to a revision that cannot be read', () => {
		const pages = new Pages();
		pages.step( 'P', '', A, B );
		const step = pages.tracker.add( 'P', pages.page( '', A ), true );
		expect( sectionEvents( step ) )
			.toEqual( [ { kind: 'delete', from: 'B', to: null, uncertain: true } ] );
		expect( sectionEvents( pages.tracker.add( 'P', pages.page( '' ) ) ) )
			.toEqual( [ { kind: 'delete', from: 'A', to: null } ] );
	} );

	it( 'stand in the order of the text, those that ended last', () => {
		const pages = new Pages();
		pages.edit( '', A, B, C );
		expect( pages.edit( '', '== N: n1-9', '== X: c1-20', '=== Y: y1-9' ) ).toEqual( [
			'insert - -> N', 'rename C -> X', 'insert - -> Y', 'delete A -> -', 'delete B -> -'
		] );
	} );
} );
