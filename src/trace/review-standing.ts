/** Whether words are still those that somebody looked at. */
import type { AskedChange } from './followed-changes';
import { Follower } from './follower';
import type { Steps } from './steps';
import type { Trace } from './trace';
import type { RevisionEffect, TracedLine } from './types';

/** What somebody said of changes, looking at one revision. */
export interface AskedReview {
	/** Names it in the answer. */
	readonly key: string;
	/** The revision that was looked at, by its id. */
	readonly revision: number;
	readonly changes: readonly AskedChange[];
}

/**
 * - `holds`: today the words of the changes are those of that revision
 * - `lapsed`: some were added, taken away, put in another order or brought back since
 * - `unknown`: a revision is missing, or not all of the words were on the page looked at
 */
export type ReviewState = 'holds' | 'lapsed' | 'unknown';

/** Where words stand: on which page, and between which others of their line. */
interface Standing {
	pages: Map<number, string>;
	next: Map<number, number>;
}

/** Notes the words of lines. */
function note(
	trace: Trace, page: string, lines: readonly TracedLine[], { pages, next }: Standing
): void {
	for ( const { ids } of lines ) {
		let last: number | null = null;
		for ( const word of ids ) {
			const id = trace.identityOf( word );
			pages.set( id, page );
			if ( last !== null ) {
				next.set( last, id );
			}
			last = id;
		}
	}
}

/** Today's words of all pages. */
function today( trace: Trace ): Standing {
	const standing: Standing = { pages: new Map(), next: new Map() };
	for ( const page of new Set( trace.revisions.map( ( revision ) => revision.page ) ) ) {
		note( trace, page, trace.lines( page ), standing );
	}
	return standing;
}

/** Compares the words of one change then and now. */
function compare(
	{ inserted, removed }: RevisionEffect, page: string, isOfPage: boolean,
	then: Standing, now: Standing
): ReviewState {
	const own = new Set( inserted );
	const seen = [ ...inserted ].filter( ( id ) => then.pages.has( id ) );
	const isSame = seen.every( ( id ) => {
		const next = then.next.get( id );
		return now.pages.has( id ) &&
			( next === undefined || !own.has( next ) || now.next.get( id ) === next );
	} );
	// Words that the page did not have then are on it now.
	const cameBack = [ ...inserted, ...removed ].some(
		( id ) => !then.pages.has( id ) && now.pages.get( id ) === page
	);
	if ( !isSame || cameBack ) {
		return 'lapsed';
	}
	const isElsewhere = [ ...inserted ].some(
		( id ) => !then.pages.has( id ) && now.pages.has( id )
	);
	return isElsewhere || !( isOfPage || seen.length ) ? 'unknown' : 'holds';
}

/** What a review is worth after comparing each change: the worst of it. */
function worst( states: readonly ReviewState[] ): ReviewState {
	return states.includes( 'lapsed' ) ? 'lapsed' :
		states.length && !states.includes( 'unknown' ) ? 'holds' : 'unknown';
}

/**
 * Whether the words that reviews are about are as they were then.
 *
 * @param trace of the whole draft
 * @param asked
 * @return by key; fit for the structured clone algorithm
 * @yield between steps
 */
export function* reviewStates(
	trace: Trace, asked: readonly AskedReview[]
): Steps<Map<string, ReviewState>> {
	const follower = new Follower( trace );
	const lookedAt = ( { revision }: AskedReview ): AskedChange => (
		{ key: '', base: null, last: revision }
	);
	yield* follower.readStates( asked.flatMap(
		( review ) => [ lookedAt( review ), ...review.changes ]
	) );
	const now = today( trace );
	yield;
	const states = new Map<string, ReviewState>();
	for ( const review of asked ) {
		const lines = follower.after( lookedAt( review ) );
		const number = follower.numberOf( review.revision ) ?? -1;
		const page = trace.revisions[ number ]?.page;
		const then: Standing = { pages: new Map(), next: new Map() };
		if ( lines && page !== undefined ) {
			note( trace, page, lines, then );
		}
		states.set( review.key, worst( review.changes.map( ( change ) => {
			const last = follower.numberOf( change.last );
			const effect = follower.effectOf( change );
			if ( !lines || page === undefined || last === undefined || !effect ) {
				return 'unknown';
			}
			// What was done later nobody had seen.
			return last > number ?
				'lapsed' :
				compare( effect, page, trace.revisions[ last ]?.page === page, then, now );
		} ) ) );
		yield;
	}
	return states;
}
