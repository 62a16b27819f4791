/**
 * Finds which sections of a page are the same before and after an edit.
 *
 * Word identities decide, together with headings. Where words say nothing (no text below the
 * heading, or all of it rewritten), headings, parts and places do. Likeness says nothing.
 */
import { groupBy } from './group-by';
import { HeadingMatcher } from './match-headings';
import { strength, type Candidate, type SectionEvidence } from './section-evidence';
import type { Places, SectionPairs } from './section-pairs';
import { bodyWords, type SectionInput, type TrackedSection } from './section-types';

/** So much continues a section, whatever its heading and place. */
const HALF = 0.5;
/** So much does at the same place. */
const QUARTER = 0.25;

/**
 * @param pairs is completed
 * @param evidence of the sections that have no partner in `pairs`
 * @param fold gives what is equal for headings that are the same
 */
export function matchSections(
	pairs: SectionPairs,
	evidence: SectionEvidence,
	fold: ( heading: string | null ) => string
): void {
	if ( !pairs.freeNew().length ) {
		return;
	}
	const headings = new HeadingMatcher( pairs, evidence, fold );
	headings.match( null );
	matchByWords( pairs, evidence, fold );
	// A pair that is found tells about its parts, its whole and its neighbours.
	for ( let left = -1; left !== pairs.freeNew().length && pairs.freeOld().length; ) {
		left = pairs.freeNew().length;
		const places = pairs.places();
		headings.match( places );
		matchWholes( pairs );
		matchAtPlaces( pairs, evidence, places );
	}
}

/** Whether the words alone say that a section continues. */
function continues( { section, kept, made }: Candidate, input: SectionInput ): boolean {
	return ( section.heading === null ) === ( input.heading === null ) &&
		( bodyWords( section ) ? Math.max( kept, made ) : Math.min( kept, made ) ) >= HALF;
}

/** Pairs sections by their words, those with the most in common first. */
function matchByWords(
	pairs: SectionPairs,
	evidence: SectionEvidence,
	fold: ( heading: string | null ) => string
): void {
	const input = ( now: number ): SectionInput => pairs.after[ now ] as SectionInput;
	const isNamesake = ( { section, now }: Candidate ): boolean => fold( section.heading ) ===
		fold( input( now ).heading );
	// What comes back as it was, or under its heading, is not what it was merged into meanwhile.
	const returns = ( candidate: Candidate ): boolean => candidate.exact ||
		( candidate.old === -1 && isNamesake( candidate ) &&
			Math.min( candidate.kept, candidate.made ) >= HALF );
	const likelihood = ( candidate: Candidate ): number => Number( isNamesake( candidate ) ) * 2 +
		Number( candidate.section.level === input( candidate.now ).level );
	evidence.all()
		.filter( ( candidate ) => continues( candidate, input( candidate.now ) ) )
		.sort( ( a, b ) => Number( returns( b ) ) - Number( returns( a ) ) ||
			b.words - a.words || likelihood( b ) - likelihood( a ) )
		.forEach( ( { old, section, now } ) => {
			if ( old === -1 ) {
				pairs.fetch( section, now );
			} else {
				pairs.link( old, now );
			}
		} );
}

/** Whether two sections have parts, and not each a text of its own to go by. */
function isWhole( old: SectionInput | undefined, now: SectionInput | undefined ): boolean {
	return !!old && !!now && ( bodyWords( old ) === 0 || bodyWords( now ) === 0 );
}

/** Pairs sections that consist of the same parts, for the most part. */
function matchWholes( pairs: SectionPairs ): void {
	const { before, after, oldOutline, newOutline } = pairs;
	const oldParts = countParts( before.map( ( _, old ) => oldOutline.parent( old ) ) );
	const newParts = countParts( after.map( ( _, now ) => newOutline.parent( now ) ) );
	const paired = [ ...after.keys() ].filter( ( now ) => pairs.old( now ) !== -1 );
	for ( const [ whole, parts ] of groupBy( paired, ( now ) => newOutline.parent( now ) ) ) {
		const byOld = groupBy( parts, ( now ) => oldOutline.parent( pairs.old( now ) ) );
		for ( const [ old, kept ] of byOld ) {
			const most = Math.max( oldParts.get( old ) || 0, newParts.get( whole ) || 0 );
			if ( isWhole( before[ old ], after[ whole ] ) && kept.length > most * HALF ) {
				pairs.link( old, whole );
			}
		}
	}
}

function countParts( parents: readonly number[] ): Map<number, number> {
	return new Map( [ ...groupBy( parents, ( parent ) => parent ) ]
		.map( ( [ parent, parts ] ) => [ parent, parts.length ] ) );
}

/** Pairs sections that stand between the same neighbours. */
function matchAtPlaces( pairs: SectionPairs, evidence: SectionEvidence, places: Places ): void {
	const waiting = groupBy( pairs.freeOld(), ( old ) => places.before[ old ] );
	for ( const [ place, news ] of groupBy( pairs.freeNew(), ( now ) => places.after[ now ] ) ) {
		const olds = waiting.get( place ) || [];
		news
			.flatMap( ( now ) => evidence.ofNow( now ) )
			.filter( ( candidate ) => candidate.old !== -1 &&
				places.before[ candidate.old ] === place &&
				continuesInPlace( candidate, pairs.after[ candidate.now ] as SectionInput ) )
			.sort( ( a, b ) => b.words - a.words || b.heading - a.heading )
			.forEach( ( { old, now } ) => pairs.link( old, now ) );
		const [ old, now ] = [ olds[ 0 ], news[ 0 ] ];
		if ( olds.length === 1 && news.length === 1 && old !== undefined && now !== undefined &&
			areBare( pairs.before[ old ] as TrackedSection, pairs.after[ now ] as SectionInput ) ) {
			pairs.link( old, now );
		}
	}
}

/** Whether enough of the text, or of the heading, is still there. */
function continuesInPlace( candidate: Candidate, input: SectionInput ): boolean {
	const { section, heading } = candidate;
	return section.heading !== null && input.heading !== null && (
		strength( candidate ) >= QUARTER ||
		( heading > 0 && section.level === input.level &&
			heading >= HALF * Math.max( section.headingWords, input.headingWords ) )
	);
}

/** Whether two sections are nothing but headings of the same level. */
function areBare( old: TrackedSection, now: SectionInput ): boolean {
	return old.level === now.level && old.heading !== null &&
		bodyWords( old ) === 0 && bodyWords( now ) === 0;
}
