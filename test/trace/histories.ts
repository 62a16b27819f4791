/** Histories to test the trace with. */
import { join } from 'node:path';
import fc from 'fast-check';
import { root } from '../../build/root';
import { Follower } from '../../src/trace/follower';
import { finish } from '../../src/trace/steps';
import type { RevisionEffect, RevisionText } from '../../src/trace/types';
import { Trace } from '../../src/trace/trace';
import { historyNames, readHistory, type BenchHistory } from '../bench/bench-history';
import { generateHistory } from '../bench/generated-history';
import { policyText } from '../bench/policy-text';

/** Histories that are no part of the project: used where they lie beside it. */
const folder = join( root, '..', 'shared', 'data' );

export const givenHistories: readonly string[] = historyNames( folder );

export function givenHistory( name: string ): BenchHistory {
	return readHistory( folder, name );
}

/** A trace of revisions. */
export function traceOf( revisions: readonly RevisionText[] ): Trace {
	const trace = new Trace();
	revisions.forEach( ( revision ) => trace.add( revision ) );
	return trace;
}

/**
 * What a change did to words, by the numbers of its last revision and of the one before it;
 * null where that is not known.
 */
export function effectOf( trace: Trace, base: number | null, last: number ): RevisionEffect | null {
	const revid = ( number: number ): number => trace.revisions[ number ]!.revid;
	const change = { key: '', base: base === null ? null : revid( base ), last: revid( last ) };
	const follower = new Follower( trace );
	finish( follower.readStates( [ change ] ) );
	return follower.effectOf( change );
}

/** Revisions of one page without a name, numbered from 1; null for a missing one. */
export function onePage( ...texts: ( string | null )[] ): RevisionText[] {
	return texts.map( ( text, index ) => ( { revid: index + 1, page: '', text } ) );
}

/** A history made by twenty kinds of edit, vandalism and reverts among them. */
export function policyHistory( seed: number, revisions = 60, length = 3000 ): RevisionText[] {
	const history = generateHistory( { text: policyText( length, seed ), revisions, seed } );
	return history.revisions.map( ( { revid, text } ) => ( { revid, page: '', text } ) );
}

const words = [ 'members', 'must', 'MUST', 'not', 'the', 'committee', 'of', 'a', 'report', '漢', 'e\u0301' ];
const line = fc.array( fc.constantFrom( ...words, '==', '.', '|', '[[', '<!--T:1-->', ' ' ), { maxLength: 7 } )
	.map( ( parts ) => parts.join( ' ' ) );
/** Few lines that come again and again: as they are, moved, twice, on another page. */
const lines = fc.array( line, { minLength: 3, maxLength: 9 } );

interface Step {
	page: string;
	/** Indexes of lines; null for a missing revision. */
	lines: number[] | null;
}

const step: fc.Arbitrary<Step> = fc.record( {
	page: fc.constantFrom( 'A', 'A', 'A', 'B', 'constructor' ),
	lines: fc.option( fc.array( fc.nat( 8 ), { maxLength: 8 } ), { freq: 9 } )
} );

/** Histories of several pages in which the same few lines come and go, with gaps. */
export const wildHistories: fc.Arbitrary<RevisionText[]> = fc.record( {
	pool: lines, steps: fc.array( step, { maxLength: 14 } )
} ).map( ( { pool, steps } ) => steps.map( ( { page, lines: places }, index ) => ( {
	revid: 1000 - index,
	page,
	text: places && places.map( ( place ) => pool[ place % pool.length ] ).join( '\n' )
} ) ) );
