/** What a change did to words: one revision, or several in a row of one page. */
import { StateComparer } from './state-comparer';
import type { Trace } from './trace';
import type { RevisionEffect, TracedLine } from './types';

/** A change of one page, by numbers of revisions. */
export interface ChangeRange {
	page: string;
	/** The last revision before it; null if the page began with it. */
	base: number | null;
	/** Its last revision. */
	last: number;
}

/** What a change did; null where its revision or the one before it is not known. */
export type ChangeEffect = RevisionEffect | null;

/** From one state of a page to another. */
export function compareStates(
	trace: Trace, before: readonly TracedLine[], after: readonly TracedLine[], base: number
): RevisionEffect {
	return new StateComparer( trace ).compare( before, after, base );
}

/**
 * What changes did to words.
 *
 * @param trace
 * @param changes
 * @return in their order
 */
export function changeEffects( trace: Trace, changes: readonly ChangeRange[] ): ChangeEffect[] {
	const wanted = new Map<string, Set<number>>();
	for ( const { page, base, last } of changes ) {
		const numbers = wanted.get( page ) || new Set();
		wanted.set( page, numbers.add( last ) );
		if ( base !== null ) {
			numbers.add( base );
		}
	}
	const states = new Map( [ ...wanted ].map(
		( [ page, numbers ] ) => [ page, trace.linesAfter( page, numbers ) ]
	) );
	return changes.map( ( { page, base, last } ) => {
		const before = base === null ? [] : states.get( page )?.get( base );
		const after = states.get( page )?.get( last );
		return before && after ? compareStates( trace, before, after, base ?? -1 ) : null;
	} );
}
