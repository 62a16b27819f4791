import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Trace } from '../../src/trace/trace';
import type { RevisionText } from '../../src/trace/types';
import { effectOf, policyHistory, traceOf, wildHistories } from './histories';

/** Words of a page after a revision, by the ids they have today. */
function wordsAfter( trace: Trace, page: string, number: number ): number[] {
	return [ ...trace.linesAfter( page, [ number ] ).get( number ) ?? [] ]
		.flatMap( ( { ids } ) => [ ...ids ].map( ( id ) => trace.identityOf( id ) ) );
}

const sorted = ( ids: Iterable<number> ): number[] => [ ...ids ].sort( ( a, b ) => a - b );

/** Compares the effect of each revision with what two sets of words tell. */
function checkEffects( history: readonly RevisionText[] ): void {
	const trace = traceOf( history );
	const lastOf = new Map<string, number>();
	trace.revisions.forEach( ( { page, missing, further }, last ) => {
		if ( missing || further ) {
			return;
		}
		const base = lastOf.get( page ) ?? null;
		lastOf.set( page, last );
		const effect = effectOf( trace, base, last );
		const before = base === null ? [] : wordsAfter( trace, page, base );
		const after = wordsAfter( trace, page, last );
		const stood = new Set( before );
		const stands = new Set( after );
		expect( sorted( [ ...effect?.inserted ?? [], ...effect?.restored ?? [] ] ) )
			.toEqual( sorted( after.filter( ( id ) => !stood.has( id ) ) ) );
		expect( sorted( effect?.removed ?? [] ) )
			.toEqual( sorted( before.filter( ( id ) => !stands.has( id ) ) ) );
		// Without what was moved, the order is what it was.
		const moved = new Set( effect?.moved );
		const inOrder = ( words: number[], others: Set<number> ): number[] => words
			.filter( ( id ) => others.has( id ) && !moved.has( id ) );
		expect( inOrder( after, stood ) ).toEqual( inOrder( before, stands ) );
	} );
}

describe( 'the effect of each revision is what two sets of words tell', () => {
	it( 'of wild histories', () => {
		fc.assert( fc.property( wildHistories, checkEffects ), { numRuns: 300 } );
	} );

	it.each( [ 1, 2, 3 ] )( 'of a generated history, seed %i', ( seed ) => {
		checkEffects( policyHistory( seed ) );
	} );
} );
