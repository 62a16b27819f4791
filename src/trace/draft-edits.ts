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
	/** Share of its changes of words that one of the next edits took back, from 0 to 1. */
	takenBack: number;
	/** Share of its changes that took back what one of the edits before did, likewise. */
	takesBack: number;
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

/** So many edits of a page later, what was a mistake or mischief has mostly been taken back. */
const SOON = 10;

interface WordChanges {
	/** Words that it put in, and words that it took out. */
	came: readonly number[];
	went: readonly number[];
	takenBack: number;
	takesBack: number;
}

/** Finds, for the edits of one page in their order, which changes of words were taken back. */
class TakenBack {
	/** By word: the number of the edit that put it in or took it out last. */
	private readonly changedBy = new Map<number, number>();

	private readonly here = new Set<number>();

	private readonly edits: WordChanges[] = [];

	public add( came: readonly number[], went: readonly number[] ): void {
		const number = this.edits.length;
		let takesBack = 0;
		for ( const word of [ ...came, ...went ] ) {
			const last = this.changedBy.get( word );
			if ( last !== undefined && number - last <= SOON ) {
				takesBack++;
			}
			this.changedBy.set( word, number );
		}
		went.forEach( ( word ) => this.here.delete( word ) );
		came.forEach( ( word ) => this.here.add( word ) );
		this.edits.push( { came, went, takenBack: 0, takesBack } );
		this.lookBack( number - SOON );
	}

	/** The page has no more edits. */
	public end(): void {
		const { length } = this.edits;
		for ( let number = Math.max( 0, length - SOON ); number < length; number++ ) {
			this.lookBack( number );
		}
	}

	/** Compares what an edit did with what is there now. */
	private lookBack( number: number ): void {
		const edit = this.edits[ number ];
		if ( edit ) {
			const { came, went } = edit;
			const count = came.length + went.length || 1;
			edit.takenBack = ( came.filter( ( word ) => !this.here.has( word ) ).length +
				went.filter( ( word ) => this.here.has( word ) ).length ) / count;
			edit.takesBack /= count;
			edit.came = edit.went = [];
		}
	}

	/** Of an edit by its number on the page. */
	public sharesOf( number: number ): Pick<DraftEdit, 'takenBack' | 'takesBack'> {
		const { takenBack, takesBack } = this.edits[ number ] as WordChanges;
		return { takenBack, takesBack };
	}
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

type WordsOfEdit = Pick<DraftEdit, 'revid' | 'page' | 'inserted' | 'removed' | 'size'>;

function editOf(
	trace: Trace, revision: TracedRevision, number: number, back: TakenBack
): WordsOfEdit {
	const came = idsIn( revision.inserted, new Set( revision.removed ) );
	const went = idsIn( revision.removed, new Set( revision.inserted ) );
	const inserted =
		[ ...came ].filter( ( id ) => !went.has( id ) && trace.originOf( id ) === number );
	const removed = [ ...went ].filter( ( id ) => !came.has( id ) );
	back.add( [ ...came ].filter( ( id ) => !went.has( id ) ), removed );
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
	const edits: WordsOfEdit[] = [];
	const sections: TrackedSection[][] = [];
	const pages = new Map<string, TakenBack>();
	for ( let number = 0; number < trace.revisions.length; number++ ) {
		const revision = trace.revisions[ number ] as TracedRevision;
		const before = history.sections( revision.page );
		history.take( revision );
		if ( !revision.missing && !revision.further ) {
			const back = pages.get( revision.page ) ?? new TakenBack();
			pages.set( revision.page, back );
			edits.push( editOf( trace, revision, number, back ) );
			sections.push( touched( before, history.sections( revision.page ) ) );
		}
		if ( number % REVISIONS_A_STEP === 0 ) {
			yield;
		}
	}
	const today = new Map<number, TouchedSection[ 'today' ]>();
	for ( const [ page, back ] of pages ) {
		back.end();
		for ( const { id, heading } of history.sections( page ) ) {
			today.set( id, { page, heading } );
		}
	}
	const counts = new Map<string, number>();
	const numberOnPage = ( page: string ): number => {
		const number = counts.get( page ) ?? 0;
		counts.set( page, number + 1 );
		return number;
	};
	return edits.map( ( edit, index ) => ( {
		...edit,
		...( pages.get( edit.page ) as TakenBack ).sharesOf( numberOnPage( edit.page ) ),
		sections: ( sections[ index ] as TrackedSection[] )
			.map( ( { id, heading } ) => ( { heading, today: today.get( id ) ?? null } ) )
	} ) );
}
