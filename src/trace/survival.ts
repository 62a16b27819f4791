/** What became of the words of a change until today. */
import type { RevisionEffect } from './types';
import { NEVER, type WordLives } from './word-lives';

/**
 * - `intact`: all that it inserted stands where it was put, and what it removed is still away
 * - `moved`: all of it stands, most of it in other sections
 * - `edited`: at least half of it stands
 * - `mostly-replaced`: less than half of it stands
 * - `gone`: none of it stands
 * - `came-back`: what it removed stands again, at least half of it, and it inserted nothing or
 *   most of that is gone
 * - `unknown`: its revision, or the one before it, is missing
 */
export type SurvivalState =
	'intact' | 'moved' | 'edited' | 'mostly-replaced' | 'gone' | 'came-back' | 'unknown';

/** A revision by its number, and how many words it is about. */
export interface RevisionShare {
	revision: number;
	words: number;
	/** Missing revisions right before it, any of which may have done it instead; mostly none. */
	perhaps: number[];
}

export interface Survival {
	state: SurvivalState;
	/** Words that it inserted. */
	inserted: number;
	/** Of those, words that stand today. */
	standing: number;
	/** Of those, words that stand in another section than the one they were put in. */
	elsewhere: number;
	/** Which revisions took the others away; those that took most first. */
	takenBy: RevisionShare[];
	/** Words that it removed. */
	removed: number;
	/** Of those, words that are away today. */
	absent: number;
	/** Which revisions brought the others back. */
	broughtBackBy: RevisionShare[];
}

const HALF = 0.5;

function shares( revisions: Iterable<number>, lives: WordLives ): RevisionShare[] {
	const counts = new Map<number, number>();
	for ( const revision of revisions ) {
		counts.set( revision, ( counts.get( revision ) || 0 ) + 1 );
	}
	return [ ...counts ]
		.map( ( [ revision, words ] ) => (
			{ revision, words, perhaps: lives.missingBefore( revision ) }
		) )
		.sort( ( a, b ) => b.words - a.words || a.revision - b.revision );
}

/** The state that follows from counts of words; see Survival. */
export function survivalState( { inserted, standing, elsewhere, removed, absent }: Pick<
	Survival, 'inserted' | 'standing' | 'elsewhere' | 'removed' | 'absent'
> ): SurvivalState {
	const stands = inserted ? standing / inserted : 0;
	const back = removed ? 1 - absent / removed : 0;
	if ( back >= HALF && stands < HALF ) {
		return 'came-back';
	}
	if ( !inserted ) {
		return back ? 'edited' : 'intact';
	}
	if ( stands < HALF ) {
		return stands ? 'mostly-replaced' : 'gone';
	}
	if ( stands < 1 ) {
		return 'edited';
	}
	return elsewhere > inserted * HALF ? 'moved' : back ? 'edited' : 'intact';
}

const UNKNOWN: Survival = {
	state: 'unknown',
	inserted: 0,
	standing: 0,
	elsewhere: 0,
	takenBy: [],
	removed: 0,
	absent: 0,
	broughtBackBy: []
};

/**
 * The survival of a change.
 *
 * @param effect what it did; null if that is not known
 * @param lives
 * @param isElsewhere whether a word that stands is in another section than it was put in
 */
export function survivalOf(
	effect: RevisionEffect | null, lives: WordLives, isElsewhere: ( id: number ) => boolean
): Survival {
	if ( !effect ) {
		return UNKNOWN;
	}
	const inserted = [ ...effect.inserted ];
	// Words that stand without ever having come back were moved to another page.
	const removed = [ ...effect.removed ].filter( ( id ) => (
		lives.pageOf( id ) === null || lives.backWith( id ) !== NEVER
	) );
	const standing = inserted.filter( ( id ) => lives.pageOf( id ) !== null );
	const gone = inserted.filter( ( id ) => lives.pageOf( id ) === null );
	const back = removed.filter( ( id ) => lives.pageOf( id ) !== null );
	const survival: Survival = {
		state: 'unknown',
		inserted: inserted.length,
		standing: standing.length,
		elsewhere: standing.filter( isElsewhere ).length,
		takenBy: shares( gone.map( ( id ) => lives.goneWith( id ) ), lives ),
		removed: removed.length,
		absent: removed.length - back.length,
		broughtBackBy: shares( back.map( ( id ) => lives.backWith( id ) ), lives )
	};
	return { ...survival, state: survivalState( survival ) };
}
