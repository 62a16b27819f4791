/** What every edit of a draft did to words, and in which sections. */
import { SectionHistory } from './section-history';
import type { TrackedSection } from './section-types';
import type { Steps } from './steps';
import type { Trace } from './trace';
import type { TracedLine, TracedRevision } from './types';

export interface TouchedSection {
	/** As in the wikitext then, or before where it ended; null for the lead. */
	heading: string | null;
	/** Where it stands today; null if it does not. */
	today: { page: string; heading: string | null } | null;
}

/** One revision that could be read. */
export interface DraftEdit {
	revid: number;
	/** As the trace names it. */
	page: string;
	/** Words that came with it and never stood before; of many, the first ones. */
	inserted: string[];
	/** Words that it took away; of many, the first ones. */
	removed: string[];
	/** How many words it inserted and removed. */
	size: number;
	sections: TouchedSection[];
}

/** Of an edit that replaces whole pages so many words are told; the rest adds little. */
const MOST_WORDS = 2000;
const REVISIONS_A_STEP = 50;

function idsIn( lines: readonly TracedLine[], others: ReadonlySet<TracedLine> ): Set<number> {
	const ids = new Set<number>();
	for ( const line of lines ) {
		if ( !others.has( line ) ) {
			line.ids.forEach( ( id ) => ids.add( id ) );
		}
	}
	return ids;
}

/** Sections whose words are not those that they had before, and those that ended. */
function touched(
	before: readonly TrackedSection[], after: readonly TrackedSection[]
): TrackedSection[] {
	const old = new Map( before.map( ( section ) => [ section.id, section ] ) );
	const ids = new Set( after.map( ( { id } ) => id ) );
	const isChanged = ( { id, words, heading }: TrackedSection ): boolean => {
		const then = old.get( id );
		return !then || then.heading !== heading || (
			then.words !== words && (
				then.words.length !== words.length ||
					words.some( ( word, at ) => word !== then.words[ at ] )
			)
		);
	};
	return [ ...after.filter( isChanged ), ...before.filter( ( { id } ) => !ids.has( id ) ) ];
}

function wordsOf( trace: Trace, ids: number[] ): string[] {
	return ids.slice( 0, MOST_WORDS ).map( ( id ) => trace.textOf( id ) );
}

function editOf(
	trace: Trace, revision: TracedRevision, number: number
): Omit<DraftEdit, 'sections'> {
	const came = idsIn( revision.inserted, new Set( revision.removed ) );
	const went = idsIn( revision.removed, new Set( revision.inserted ) );
	const inserted =
		[ ...came ].filter( ( id ) => !went.has( id ) && trace.originOf( id ) === number );
	const removed = [ ...went ].filter( ( id ) => !came.has( id ) );
	return {
		revid: revision.revid,
		page: revision.page,
		inserted: wordsOf( trace, inserted ),
		removed: wordsOf( trace, removed ),
		size: inserted.length + removed.length
	};
}

/**
 * All edits of a draft.
 *
 * @param trace of its whole history
 * @return in the order of the edits, without revisions that are missing; in steps
 */
export function* draftEdits( trace: Trace ): Steps<DraftEdit[]> {
	const history = new SectionHistory();
	const edits: Omit<DraftEdit, 'sections'>[] = [];
	const sections: TrackedSection[][] = [];
	const pages = new Set<string>();
	for ( let number = 0; number < trace.revisions.length; number++ ) {
		const revision = trace.revisions[ number ] as TracedRevision;
		const before = history.sections( revision.page );
		history.take( revision );
		if ( !revision.missing && !revision.further ) {
			pages.add( revision.page );
			edits.push( editOf( trace, revision, number ) );
			sections.push( touched( before, history.sections( revision.page ) ) );
		}
		if ( number % REVISIONS_A_STEP === 0 ) {
			yield;
		}
	}
	const today = new Map<number, TouchedSection[ 'today' ]>();
	for ( const page of pages ) {
		for ( const { id, heading } of history.sections( page ) ) {
			today.set( id, { page, heading } );
		}
	}
	return edits.map( ( edit, index ) => ( {
		...edit,
		sections: ( sections[ index ] as TrackedSection[] )
			.map( ( { id, heading } ) => ( { heading, today: today.get( id ) ?? null } ) )
	} ) );
}
