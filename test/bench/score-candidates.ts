/** How often the right edit is among the first candidates. */
import { CandidateIndex, type Candidate } from '../../src/account/rank-candidates';
import type { CandidateCases } from './candidate-cases';

export interface CandidateScore {
	name: string;
	edits: number;
	cases: number;
	/** Shares from 0 to 1: the right edit comes first, is among the first three, five. */
	first: number;
	three: number;
	five: number;
	/** Is among the first three by edit summaries alone. */
	bySummaries: number;
	/** Mean time of one ranking, in milliseconds. */
	time: number;
	/** Names of the cases in which it is not among the first three, with its place from 1. */
	missed: [ string, number ][];
}

/**
 * How likely a right edit is among the first ones, where those of one score stand in any order.
 */
function shareWithin(
	ranked: readonly Candidate[], right: ReadonlySet<number>, first: number
): number {
	const best = ranked.find( ( { revision } ) => right.has( revision ) );
	if ( !best ) {
		return 0;
	}
	const before = ranked.filter( ( { score } ) => score > best.score ).length;
	const equal = ranked.filter( ( { score } ) => score === best.score );
	const good = equal.filter( ( { revision } ) => right.has( revision ) ).length;
	const room = Math.min( first - before, equal.length );
	if ( room <= 0 ) {
		return 0;
	}
	// That none of the right ones gets one of the places.
	let none = 1;
	for ( let place = 0; place < room; place++ ) {
		none *= Math.max( 0, equal.length - good - place ) / ( equal.length - place );
	}
	return 1 - none;
}

export function scoreCandidates( { name, edits, cases }: CandidateCases ): CandidateScore {
	const mean = ( values: number[] ): number => (
		values.reduce( ( sum, value ) => sum + value, 0 ) / ( values.length || 1 )
	);
	const start = performance.now();
	const index = new CandidateIndex( edits );
	const ranked = cases.map( ( { query } ) => index.rank( query ) );
	const time = ( performance.now() - start ) / ( cases.length || 1 );
	const within = ( first: number ): number => mean( cases
		.map( ( { right }, at ) => shareWithin( ranked[ at ] ?? [], right, first ) ) );
	return {
		name,
		edits: edits.length,
		cases: cases.length,
		first: within( 1 ),
		three: within( 3 ),
		five: within( 5 ),
		bySummaries: mean( cases.map( ( { query, right } ) => (
			shareWithin( index.rank( query, 'summaries' ), right, 3 )
		) ) ),
		time,
		missed: cases.flatMap( ( { name: own, right }, at ): [ string, number ][] => {
			const place =
				( ranked[ at ] ?? [] ).findIndex( ( { revision } ) => right.has( revision ) );
			return place < 3 && place >= 0 ? [] : [ [ own, place + 1 ] ];
		} )
	};
}
