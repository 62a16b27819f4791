import { growth, LINEAR, stepsOf } from '../count-steps';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectionEvents, type SectionEvent } from '../../src/trace/section-events';
import { SectionTracker } from '../../src/trace/section-identity';
import type { SectionInput } from '../../src/trace/section-types';
import { Pages } from './section-states';

const lead: SectionInput = { heading: null, level: 0, words: new Int32Array( 0 ), headingWords: 0 };
const A = '== A: a1-20';
const B = '== B: b1-20';
const C = '== C: c1-20';

/** Ids by heading, before and after an edit of one page. */
function through( before: string[], after: string[] ): {
	was: { [ heading: string ]: number };
	is: { [ heading: string ]: number };
} {
	const pages = new Pages();
	pages.edit( before[ 0 ] ?? '', ...before.slice( 1 ) );
	const was = pages.ids();
	pages.edit( after[ 0 ] ?? '', ...after.slice( 1 ) );
	return { was, is: pages.ids() };
}

describe( 'a section keeps its identity', () => {
	it.each( [
		[ 'under its heading, whatever becomes of its words', [ '', A, B ], [ '', '== A: n1-30', B ], 'A', 'A' ],
		[ 'when half of its words are left under another heading', [ '', A, B ], [ '', '== X: a1-10 n1-40', B ], 'A', 'X' ],
		[ 'when it is half of another heading\'s text', [ '', A, B ], [ '', '== X: a1-5 n1-5', B ], 'A', 'X' ],
		[ 'at its place with a quarter of its words', [ '', A, B, C ], [ '', A, '== X: b1-5 n1-40', C ], 'B', 'X' ],
		[ 'when its text goes to a part of it', [ '', A ], [ '', '== A', '=== B: a1-20' ], 'A', 'A' ],
		[ 'when its text goes to a part of it and gets a new beginning', [ '', A ], [ '', '== A: n1-20', '=== B: a1-20' ], 'A', 'A' ],
		[ 'when the text of a part of it becomes its own', [ '', '== A: n1-20', '=== B: a1-20' ], [ '', '== A: a1-20' ], 'A', 'A' ],
		[ 'when its heading is given to another text', [ '', A ], [ '', '== A: n1-20', '== B: a1-20' ], 'A', 'B' ],
		[ 'when it takes the heading of one that ends', [ '', A, B ], [ '', '== A: b1-20' ], 'B', 'A' ],
		[ 'when two swap their headings', [ '', A, B ], [ '', '== B: a1-20', '== A: b1-20' ], 'A', 'B' ],
		[ 'when most of it goes to a new heading while some of it is left', [ '', A ], [ '', '== A: a1-5 n1-9', '== B: a6-20' ], 'A', 'A' ],
		[ 'without text, by its heading', [ '', '== A', '=== B: b1-9', '== C' ], [ '', '== N', '== A', '== C', '=== B: b1-9' ], 'C', 'C' ],
		[ 'without text, at its place', [ '', A, '== E', C ], [ '', A, '== F', C ], 'E', 'F' ],
		[ 'without text, by its parts', [ '', A, '== E', '=== B: b1-9', '=== C: c1-9' ], [ '', '== N: n1-9', '== F', '=== B: b1-9', '=== C: c1-9', A ], 'E', 'F' ],
		[ 'among others of its heading, by its words', [ '', '== X: x1-9', A, '== X: y1-9' ], [ '', A, '== X: y1-9' ], 'X#2', 'X' ],
		[ 'among others of its heading, by what it is part of', [ '', A, '=== X: x1-9', B, '=== X: y1-9' ], [ '', B, '=== X: n1-9', A, '=== X: o1-9' ], 'X', 'X#2' ],
		[ 'as the larger part of a split', [ '', A ], [ '', '== X: a1-8', '== Y: a9-20' ], 'A', 'Y' ],
		[ 'as the larger part of a merger', [ '', A, '== B: b1-9' ], [ '', '== X: b1-9 a1-20' ], 'A', 'X' ],
		[ 'as the lead, whatever it holds', [ 'l1-9', A ], [ 'n1-9 a1-20' ], '', '' ]
	] )( '%s', ( _name, before, after, old, now ) => {
		const { was, is } = through( before, after );
		expect( was[ old ] ).toBeGreaterThan( 0 );
		expect( is[ now ] ).toBe( was[ old ] );
		expect( new Set( Object.values( is ) ).size ).toBe( Object.keys( is ).length );
	} );

	it( 'at its place when half of the heading\'s words stay', () => {
		const tracker = new SectionTracker();
		const section = ( heading: string, ...words: number[] ): SectionInput => ( {
			heading, level: 2, words: Int32Array.from( words ), headingWords: 2
		} );
		const first = section( 'Our pledge', 1, 2, 3, 4 );
		tracker.add( 'P', [ lead, first, section( 'Our duties', 5, 6, 7, 8, 9 ) ] );
		const [ , , before ] = tracker.sections( 'P' );
		tracker.add( 'P', [ lead, first, section( 'Enforcement duties', 10, 6, 11, 12, 13 ) ] );
		expect( tracker.sections( 'P' )[ 2 ]?.id ).toBe( before?.id );
	} );

	it.each( [
		[ 'one in its place without any of its words', [ '', A, B, C ], [ '', A, '== X: n1-20', C ], 'B', 'X' ],
		[ 'one elsewhere with less than half of its words', [ '', A, B, C ], [ '', '== X: b1-9 n1-20', A, C ], 'B', 'X' ],
		[ 'one with the same heading elsewhere, of another text', [ '', A, '=== X: x1-9', B ], [ '', A, B, '=== X: n1-9' ], 'X', 'X' ],
		[ 'a bare heading of another level in its place', [ '', A, '== E', C ], [ '', A, '=== F', C ], 'E', 'F' ]
	] )( 'and gives it to no other: not to %s', ( _name, before, after, old, now ) => {
		const { was, is } = through( before, after );
		expect( is[ now ] ).toBeGreaterThan( 0 );
		expect( Object.values( was ) ).not.toContain( is[ now ] );
		expect( Object.values( is ) ).not.toContain( was[ old ] );
	} );
} );

describe( 'a section that was away', () => {
	it( 'is the same when its words come back, after any number of edits', () => {
		const pages = new Pages();
		pages.edit( 'l1-9', A, '== E', '=== B: b1-20' );
		const was = pages.ids();
		expect( pages.edit( 'v1-9' ) ).toHaveLength( 3 );
		pages.edit( 'v1-5', '== V: v10-20' );
		pages.edit( 'l1-9', C );
		expect( pages.edit( 'l1-9', A, '== E', '=== B: b1-20', C ) )
			.toEqual( [ 'insert - -> A', 'insert - -> E', 'insert - -> B' ] );
		expect( pages.ids() ).toMatchObject( was );
	} );

	it( 'is the same under another heading, and edited on the way back', () => {
		const pages = new Pages();
		pages.edit( '', A, B );
		const { A: id } = pages.ids();
		pages.edit( '', B );
		expect( pages.edit( '', B, '== X: a1-15 n1-9' ) ).toEqual( [ 'insert - -> X' ] );
		expect( pages.ids().X ).toBe( id );
	} );

	it( 'is another one when only its heading comes back', () => {
		const pages = new Pages();
		pages.edit( '', A, B );
		const { A: id } = pages.ids();
		pages.edit( '', B );
		pages.edit( '', '== A: n1-20', B );
		expect( pages.ids().A ).not.toBe( id );
	} );

	it( 'takes its place back from one that stood for it under its heading', () => {
		const pages = new Pages();
		pages.edit( '', A, B );
		const { A: id } = pages.ids();
		pages.edit( '', B );
		pages.edit( '', '== A: n1-20', B );
		expect( pages.edit( '', A, B ) ).toEqual( [] );
		expect( pages.ids().A ).toBe( id );
	} );

	it( 'is the same when it had been merged into another one', () => {
		const pages = new Pages();
		pages.edit( '', '== A: a1-9', '== B: b1-20' );
		const was = pages.ids();
		expect( pages.edit( '', '== A: a1-9 b1-20' ) ).toEqual( [ 'merge B -> A' ] );
		expect( pages.edit( '', '== X: a1-9 b1-20' ) ).toEqual( [ 'rename A -> X' ] );
		expect( pages.edit( '', '== A: a1-9', '== B: b1-20' ) )
			.toEqual( [ 'rename X -> A', 'split X -> B' ] );
		expect( pages.ids() ).toEqual( was );
	} );

	it( 'is the same on another page', () => {
		const pages = new Pages();
		pages.edit( '', A, B );
		const { B: id } = pages.ids();
		pages.edit( '', A );
		pages.step( 'Q', '', B );
		expect( pages.ids( 'Q' ).B ).toBe( id );
	} );
} );

/** A section of a known identity. */
interface Known {
	key: number;
	heading: string;
	level: number;
	body: number[];
}

/** Words and headings that were not there before. */
class Source {
	private next = 0;

	public words( count: number ): number[] {
		return Array.from( { length: count }, () => ++this.next );
	}

	public heading(): string {
		return `H${ ++this.next }`;
	}

	public section( level: number, count: number ): Known {
		return { key: ++this.next, heading: this.heading(), level, body: this.words( count ) };
	}
}

/** Ids of the words of headings: one each, far from the others, the same for the same heading. */
function toInput( { heading, level, body }: Known ): SectionInput {
	const own = 1e6 + Number( heading.slice( 1 ) );
	return { heading, level, words: Int32Array.of( own, ...body ), headingWords: 1 };
}

/** Random numbers below a limit. */
type Draw = ( limit: number ) => number;

function isOneOf( { key }: Known, sections: readonly Known[] ): boolean {
	return sections.some( ( known ) => known.key === key );
}

/** Whatever is done to the sections, and the events that do not concern order. */
function mutate( sections: Known[], source: Source, draw: Draw ): [ Known[], SectionEvent[] ] {
	const events: SectionEvent[] = [];
	const merged: [ Known, Known ][] = [];
	const now: Known[] = [];
	for ( const old of sections ) {
		const kind = draw( 8 );
		const section = { ...old, body: [ ...old.body ] };
		if ( kind === 0 ) {
			// It ends; sometimes its text goes to one that stays.
			const target = now.find( ( known ) => isOneOf( known, sections ) );
			const isFirst = merged.every( ( [ , to ] ) => to !== target );
			if ( target && isFirst && draw( 2 ) && target.body.length > old.body.length ) {
				target.body.push( ...old.body );
				merged.push( [ old, target ] );
			} else {
				events.push( { kind: 'delete', from: old.heading, to: null } );
			}
			continue;
		}
		if ( kind === 1 ) {
			section.heading = source.heading();
		}
		if ( kind === 2 ) {
			section.level = 2 + ( section.level + draw( 3 ) ) % 4;
		}
		if ( kind === 3 ) {
			// Words change, fewer than a third.
			const few = Math.ceil( section.body.length / 3 );
			section.body.splice( draw( few ), draw( few ), ...source.words( draw( few ) ) );
		}
		now.push( section );
		if ( kind === 4 && section.body.length > 20 ) {
			const part = source.section( 2 + draw( 3 ), 0 );
			part.body = [ ...section.body.splice( -8 ), ...source.words( draw( 9 ) ) ];
			now.push( part );
			events.push( { kind: 'split', from: old.heading, to: part.heading } );
		}
		if ( kind === 5 ) {
			const added = source.section( 2 + draw( 3 ), 1 + draw( 30 ) );
			now.push( added );
			events.push( { kind: 'insert', from: null, to: added.heading } );
		}
	}
	for ( const [ from, to ] of merged ) {
		events.push( { kind: 'merge', from: from.heading, to: to.heading } );
	}
	// Some change their places.
	for ( let times = draw( 3 ); times > 0 && now.length; times-- ) {
		const [ section ] = now.splice( draw( now.length ), 1 );
		now.splice( draw( now.length + 1 ), 0, section as Known );
	}
	for ( const section of now ) {
		const old = sections.find( ( { key } ) => key === section.key );
		if ( old && old.heading !== section.heading ) {
			events.push( { kind: 'rename', from: old.heading, to: section.heading } );
		}
		if ( old && old.level !== section.level ) {
			events.push( { kind: 'relevel', from: section.heading, to: section.heading } );
		}
	}
	return [ now, events ];
}

/** How many sections and words a set of moves has, the least of all; by trying all. */
function leastMoves( before: Known[], now: Known[] ): [ number, number ] {
	const stay = now.filter( ( section ) => isOneOf( section, before ) );
	const places = new Map( before.map( ( { key }, at ) => [ key, at ] ) );
	const place = ( section: Known | undefined ): number => places.get( section?.key ?? -1 ) ?? -1;
	let best: [ number, number ] = [ Infinity, Infinity ];
	for ( let set = 0; set < 2 ** stay.length; set++ ) {
		const isMoved = ( at: number ): boolean => Math.floor( set / 2 ** at ) % 2 === 1;
		const rest = stay.filter( ( _, at ) => !isMoved( at ) );
		if ( rest.every( ( section, at ) => !at || place( rest[ at - 1 ] ) < place( section ) ) ) {
			const moved = stay.filter( ( _, at ) => isMoved( at ) );
			const words = moved.reduce( ( sum, { body } ) => sum + body.length, 0 );
			if ( moved.length < best[ 0 ] || ( moved.length === best[ 0 ] && words < best[ 1 ] ) ) {
				best = [ moved.length, words ];
			}
		}
	}
	return best;
}

function sorted( events: readonly SectionEvent[] ): string[] {
	return events.map( ( event ) => JSON.stringify( [ event.kind, event.from, event.to ] ) ).sort();
}

/** Draws that shrink: from the end of the list on, always the first. */
const draws = fc.array( fc.nat( 999 ), { maxLength: 250, size: 'max' } )
	.map( ( values ): Draw => {
		let next = 0;
		return ( limit ) => ( values[ next++ ] ?? 7 ) % limit;
	} );

function inputs( sections: readonly Known[] ): SectionInput[] {
	return [ lead, ...sections.map( toInput ) ];
}

function idsOf( tracker: SectionTracker ): number[] {
	return tracker.sections( 'P' ).map( ( { id } ) => id );
}

/** Makes random changes and expects just these. */
function checkEdit(
	tracker: SectionTracker, before: Known[], source: Source, draw: Draw
): Known[] {
	const ids = new Map( idsOf( tracker ).slice( 1 )
		.map( ( id, at ) => [ before[ at ]?.key, id ] ) );
	const [ now, expected ] = mutate( before, source, draw );
	const events = sectionEvents( tracker.add( 'P', inputs( now ) ) );
	const others = events.filter( ( { kind } ) => kind !== 'move' );
	expect( sorted( others ) ).toEqual( sorted( expected ) );
	const moved = events.filter( ( { kind } ) => kind === 'move' )
		.map( ( { to } ) => now.find( ( { heading } ) => heading === to ) as Known );
	const words = moved.reduce( ( sum, { body } ) => sum + body.length, 0 );
	expect( [ moved.length, words ] ).toEqual( leastMoves( before, now ) );
	const known = [ ...ids.values() ];
	idsOf( tracker ).slice( 1 ).forEach( ( id, at ) => {
		const former = ids.get( now[ at ]?.key );
		expect( known.includes( id ) ? id : undefined ).toBe( former );
	} );
	// Trying all sets of moves takes twice as long for each further section.
	const rest = now.slice( 0, 7 );
	tracker.add( 'P', inputs( rest ) );
	return rest;
}

describe( 'random edits of sections whose identity is known', () => {
	it( 'give just the events that were made, and keep every identity', () => {
		fc.assert( fc.property( draws, fc.nat( 6 ), ( draw, count ) => {
			const source = new Source();
			const tracker = new SectionTracker();
			let before = Array.from( { length: count },
				() => source.section( 2 + draw( 2 ), 30 + draw( 40 ) ) );
			tracker.add( 'P', inputs( before ) );
			for ( let edits = 0; edits < 6; edits++ ) {
				before = checkEdit( tracker, before, source, draw );
			}
		} ), { numRuns: 150 } );
	}, 60000 );

	it( 'keep every identity through blanking and a return to any earlier state', () => {
		fc.assert( fc.property( draws, fc.nat( 5 ), ( draw, back ) => {
			const source = new Source();
			const tracker = new SectionTracker();
			const states: { sections: Known[]; ids: number[] }[] = [];
			let sections = Array.from( { length: 5 }, () => source.section( 2, 30 + draw( 20 ) ) );
			for ( let edits = 0; edits < 6; edits++ ) {
				tracker.add( 'P', inputs( sections ) );
				states.push( { sections, ids: idsOf( tracker ) } );
				sections = mutate( sections, source, draw )[ 0 ];
			}
			tracker.add( 'P', [ lead ] );
			const state = states[ back ] as typeof states[ 0 ];
			tracker.add( 'P', inputs( state.sections ) );
			expect( idsOf( tracker ) ).toEqual( state.ids );
		} ), { numRuns: 100 } );
	}, 60000 );
} );

describe( 'many sections', () => {
	it( 'pass in fewer steps than they have words where their words are the same arrays', () => {
		const tracker = new SectionTracker();
		const source = new Source();
		const sections = inputs( Array.from( { length: 10000 }, () => source.section( 2, 200 ) ) );
		tracker.add( 'P', sections );
		for ( let edits = 0; edits < 20; edits++ ) {
			sections[ 1 + edits * 7 ] = toInput( source.section( 2, 200 ) );
			const steps = stepsOf( () => {
				expect( tracker.add( 'P', [ ...sections ] ).ended ).toHaveLength( 1 );
			} );
			// Fewer than there are words: nobody looks at these.
			expect( steps ).toBeLessThan( 100 * sections.length );
		}
	} );

	it.each( [ [ 'of one heading', () => 'H0' ], [ 'of new headings', ( n: number ) => `H${ n }` ] ] )(
		'%s that all change take steps in proportion to them', ( _name, heading ) => {
			const statesOf = ( length: number ): SectionInput[][] => [ 0, 1, 2 ].map( ( edit ) => (
				[ lead, ...Array.from( { length }, ( _, at ) => {
					const number = edit * length + at;
					const words = Int32Array.of( 1e6 + number * 2, number );
					return { heading: heading( number ), level: 2, words, headingWords: 1 };
				} ) ]
			) );
			expect( growth( 2500, statesOf, ( states ) => {
				const tracker = new SectionTracker();
				states.forEach( ( state ) => tracker.add( 'P', state ) );
			} ) ).toBeLessThan( LINEAR );
		}
	);
} );
