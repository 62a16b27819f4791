/** What a revision did to the sections of its page, in the words of an editor. */
import { isAscending, keptOrder } from './kept-order';
import {
	measuredWords, type SectionPassage, type SectionStep, type TrackedSection, type WordShare
} from './section-types';

export type SectionEventKind =
	'rename' | 'relevel' | 'move' | 'split' | 'merge' | 'insert' | 'delete';

export interface SectionEvent {
	readonly kind: SectionEventKind;
	/**
	 * Heading before as in the wikitext; null for the lead, and for a section that is new.
	 * A move and a change of level name the heading of now.
	 */
	readonly from: string | null;
	/** Heading now; null for the lead, and for a section that is gone. */
	readonly to: string | null;
	/** Pages before and now, where they differ. */
	readonly fromPage?: string;
	readonly toPage?: string;
	/** Set where an earlier revision that cannot be read may have done it. */
	readonly uncertain?: true;
}

/** From this share of words on, a new section was split off, an ended one was merged. */
const HALF = 0.5;

/**
 * The events of one revision: first those of the sections of now, then of those that ended,
 * both in the order of the text. The first state of all gives none.
 *
 * A section has a row for each thing that befell it: a rename, a change of level and a move
 * at once are three.
 */
export function sectionEvents( step: SectionStep ): SectionEvent[] {
	if ( step.isFirst ) {
		return [];
	}
	const events = [
		...presentEvents( step ),
		...step.ended.flatMap( ( { section, standIn } ) => endEvents( section, standIn ) )
	];
	return step.isAfterGap ?
		events.map( ( known ) => ( { ...known, uncertain: true } ) ) :
		events;
}

/** The events of the sections of now. */
function presentEvents( { before, after, places, passages }: SectionStep ): SectionEvent[] {
	const moved = movedSections( after, places );
	if ( !moved.size ) {
		return passages.flatMap( ( passage ) => passageEvents( passage, false ) );
	}
	const passageOf = new Map( passages.map( ( passage ) => [ passage.now, passage ] ) );
	return after.flatMap( ( section, now ) => {
		const passage = passageOf.get( now );
		const isMoved = moved.has( now );
		return passage ?
			passageEvents( passage, isMoved ) :
			changeEvents( before[ places[ now ] ?? -1 ] ?? section, section, isMoved );
	} );
}

function passageEvents( passage: SectionPassage, isMoved: boolean ): SectionEvent[] {
	const { section, before, returned } = passage;
	if ( before ) {
		return changeEvents( before, section, isMoved );
	}
	if ( section.heading === null ) {
		// Each page has a lead.
		return returned && returned.page !== section.page ?
			changeEvents( returned, section, false ) :
			[];
	}
	const sources = halves( passage.stoodIn );
	if ( sources.length ) {
		return sources.map( ( source ) => event( 'split', source, section ) );
	}
	return returned && returned.page !== section.page ?
		changeEvents( returned, section, false ) :
		[ { kind: 'insert', from: null, to: section.heading } ];
}

function changeEvents(
	before: TrackedSection, section: TrackedSection, isMoved: boolean
): SectionEvent[] {
	const events: SectionEvent[] = [];
	if ( !sameHeading( before.heading, section.heading ) ) {
		events.push( event( 'rename', before, section ) );
	}
	if ( before.level !== section.level ) {
		events.push( { kind: 'relevel', from: section.heading, to: section.heading } );
	}
	if ( isMoved || before.page !== section.page ) {
		events.push( { ...event( 'move', before, section ), from: section.heading } );
	}
	return events;
}

function endEvents( section: TrackedSection, standIn: readonly WordShare[] ): SectionEvent[] {
	if ( section.heading === null ) {
		return [];
	}
	const targets = halves( standIn );
	return targets.length ?
		targets.map( ( target ) => event( 'merge', section, target ) ) :
		[ { kind: 'delete', from: section.heading, to: null } ];
}

function halves( shares: readonly WordShare[] ): TrackedSection[] {
	return shares.filter( ( { share } ) => share >= HALF ).map( ( { section } ) => section );
}

function event(
	kind: SectionEventKind, from: TrackedSection, to: TrackedSection
): SectionEvent {
	return {
		kind,
		from: from.heading,
		to: to.heading,
		...from.page === to.page ? {} : { fromPage: from.page, toPage: to.page }
	};
}

/** Differences in white space alone are none. */
function sameHeading( a: string | null, b: string | null ): boolean {
	return a === b || ( a !== null && b !== null &&
		a.replace( /\s+/g, ' ' ) === b.replace( /\s+/g, ' ' ) );
}

/** The sections of now that stood on this page before, but elsewhere among the others. */
function movedSections(
	after: readonly TrackedSection[], places: readonly number[]
): Set<number> {
	const moved = new Set<number>();
	const continuing = places.filter( ( place ) => place !== -1 );
	if ( isAscending( continuing ) ) {
		return moved;
	}
	const indexes = [ ...after.keys() ].filter( ( now ) => places[ now ] !== -1 );
	const stays = keptOrder( continuing,
		indexes.map( ( now ) => measuredWords( after[ now ] as TrackedSection ) ) );
	indexes.forEach( ( now, at ) => {
		if ( !stays[ at ] ) {
			moved.add( now );
		}
	} );
	return moved;
}
