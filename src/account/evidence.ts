/** What the wiki's own revisions show about the changes that the log names. */
import type { Change } from '../log/types';
import { toPlainText } from '../trace/plain-text';
import type { TrackedSection } from '../trace/section-types';
import { FEWEST_MOVED, StateComparer } from '../trace/state-comparer';
import { wordsOfLines } from '../trace/state-words';
import type { RevisionEffect, TracedWords } from '../trace/types';
import type { DraftReading } from './draft-reading';
import { passagesOf } from '../trace/passages';
import type { PageAfter, TracedDraft } from './traced-draft';
import type { ChangeEvidence, SectionEffect, SectionRef } from './types';

/** The page before its first revision. */
const BEFORE_ALL: PageAfter = { number: -1, lines: [], sections: [] };

/** One state of a page: its sections and where their words begin. */
interface State {
	words: TracedWords;
	sections: readonly TrackedSection[];
	/** Index of each section's first word, and of the end. */
	starts: number[];
}

function stateOf( draft: TracedDraft, { lines, sections }: PageAfter ): State {
	const starts = [ 0 ];
	for ( const { words } of sections ) {
		starts.push( ( starts[ starts.length - 1 ] as number ) + words.length );
	}
	const words = wordsOfLines( lines );
	const ids = words.ids.map( ( id ) => draft.trace.identityOf( id ) );
	return { words: { ...words, ids }, sections, starts };
}

/** The wikitext of a section as plain text. */
function plainText( { words, starts }: State, index: number ): string {
	const from = index === 0 ? 0 : words.starts[ starts[ index ] as number ] ?? words.text.length;
	const to = words.starts[ starts[ index + 1 ] as number ] ?? words.text.length;
	return toPlainText( words.text.slice( from, to ) );
}

/** Passages of a section in a state, of words that are wanted. */
function passages( state: State, index: number, wanted: ReadonlySet<number> ): string[] {
	const { starts, words } = state;
	return index === -1 ? [] :
		passagesOf( words, starts[ index ] as number, starts[ index + 1 ] as number, wanted );
}

function toRef( { page, heading, nth }: SectionRef ): SectionRef {
	return { page, heading, nth };
}

/** A section before and after a change, by its index in each state; -1 where it is not. */
interface SectionPair {
	section: TrackedSection;
	old: number;
	now: number;
}

/** Words in another order than before, or in another section. */
function wordsMoved(
	draft: TracedDraft, effect: RevisionEffect, before: State, after: State
): Set<number> {
	const moved = new Set( effect.moved );
	const same = new Set( before.sections.map( ( { words } ) => words ) );
	const sectionOf = new Map<number, number>();
	const identity = ( word: number ): number => draft.trace.identityOf( word );
	for ( const section of before.sections ) {
		const id = draft.identityOf( section );
		section.words.forEach( ( word ) => sectionOf.set( identity( word ), id ) );
	}
	for ( const section of after.sections ) {
		const id = draft.identityOf( section );
		if ( !same.has( section.words ) ) {
			section.words.map( identity )
				.filter( ( word ) => ( sectionOf.get( word ) ?? id ) !== id )
				.forEach( ( word ) => moved.add( word ) );
		}
	}
	return moved.size < FEWEST_MOVED ? new Set() : moved;
}

/** What a change did to each section that it touched. */
function describe(
	draft: TracedDraft, page: string, before: State, after: State, effect: RevisionEffect
): SectionEffect[] {
	const isCopy = ( id: number ): boolean => draft.trace.modelOf( id ) !== undefined;
	const arrived = new Set( [ ...effect.inserted, ...effect.restored ]
		.filter( ( id ) => !isCopy( id ) ) );
	const removed = new Set( effect.removed );
	const moved = wordsMoved( draft, effect, before, after );
	effect.inserted.filter( isCopy ).forEach( ( id ) => moved.add( id ) );
	const oldIndex = new Map(
		before.sections.map( ( section, index ) => [ draft.identityOf( section ), index ] )
	);
	const newIds = new Set( after.sections.map( ( section ) => draft.identityOf( section ) ) );
	const pairs: SectionPair[] = after.sections.map( ( section, now ) => (
		{ section, old: oldIndex.get( draft.identityOf( section ) ) ?? -1, now }
	) );
	before.sections.forEach( ( section, old ) => {
		if ( !newIds.has( draft.identityOf( section ) ) ) {
			pairs.push( { section, old, now: -1 } );
		}
	} );
	const effects: SectionEffect[] = [];
	for ( const { section, old, now } of pairs ) {
		const found = {
			inserted: passages( after, now, arrived ),
			removed: passages( before, old, removed ),
			moved: passages( after, now, moved )
		};
		if ( found.inserted.length || found.removed.length || found.moved.length ) {
			const place = draft.placeOf( section );
			effects.push( {
				section: place && toRef( place ),
				headingThen: draft.headingOf( section ),
				pageThen: page,
				...found,
				texts: {
					before: old === -1 ? '' : plainText( before, old ),
					after: now === -1 ? '' : plainText( after, now )
				}
			} );
		}
	}
	return effects;
}

/** The revision that a change is compared with; null for the first one of a page. */
function baseOf( change: Change, reading: DraftReading ): number | null {
	return change.from ?? reading.previous.get( change.revision ) ?? null;
}

/** What stands in the way of examining a change. */
function problemOf(
	change: Change, reading: DraftReading, draft: TracedDraft
): ChangeEvidence[ 'problem' ] {
	const base = baseOf( change, reading );
	const revision = reading.revisions.get( change.revision );
	const basePage = base === null ? undefined : reading.revisions.get( base )?.page;
	const isRead = ( id: number ): boolean => draft.pageAfter( id ) !== null;
	// A difference needs both sides, of one page: a hidden base hides the difference too.
	return reading.problems.get( change.revision ) ||
		( base !== null ? reading.problems.get( base ) : undefined ) ||
		( basePage !== undefined && basePage !== revision?.page ? 'other-page' : undefined ) ||
		( isRead( change.revision ) && ( base === null || isRead( base ) ) ? undefined : 'not-read' );
}

/**
 * Examines one change of the log.
 *
 * @param change
 * @param reading
 * @param draft the same reading, traced
 */
export function examineChange(
	change: Change, reading: DraftReading, draft: TracedDraft
): ChangeEvidence {
	const revision = reading.revisions.get( change.revision );
	const base = baseOf( change, reading );
	const evidence: ChangeEvidence = { revision: change.revision, base, effects: [] };
	if ( revision ) {
		evidence.page = revision.page;
		evidence.timestamp = revision.timestamp;
		evidence.user = revision.user;
		evidence.comment = revision.comment;
	}
	const problem = problemOf( change, reading, draft );
	const after = draft.pageAfter( change.revision );
	const before = base === null ? BEFORE_ALL : draft.pageAfter( base );
	if ( problem || !revision || !before || !after ) {
		return { ...evidence, problem: problem || 'not-read' };
	}
	const effect = new StateComparer( draft.trace )
		.compare( before.lines, after.lines, before.number );
	evidence.effects = describe(
		draft, revision.page, stateOf( draft, before ), stateOf( draft, after ), effect
	);
	return evidence;
}
