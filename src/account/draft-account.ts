/** The whole account of a draft, as every view shows it. */
import type { LogReading } from '../log/read-log';
import { isAdopted } from '../log/status';
import type { AdviceLog } from '../log/types';
import type { DraftWords } from './draft-words';
import type { Findings, TodaySection } from './findings';
import { isKnown, makeItems, refKey, unique } from './items';
import { recallSection } from './remembered';
import type {
	AdviceItem, AdviceState, DraftAccount, PageAccount, SectionAccount, SectionItem, SectionRef
} from './types';

export interface AccountInput {
	log: AdviceLog;
	problems: LogReading[ 'problems' ];
	logTitle: string;
	logRevision: number;
	/** Titles of the draft's pages in the order in which they are shown. */
	pages: string[];
	/** Today's title for each page id of the log. */
	pageTitles: Map<string, string>;
	/** Sections of the page that is open, as they stand on it. */
	openPage: { title: string; sections: TodaySection[] };
	/** null until the cited revisions were read */
	findings: Findings | null;
	/** null until the draft's words were traced */
	words?: DraftWords | null;
	/** Places of an earlier visit, from the browser's storage. */
	remembered: unknown;
	/** Likewise, of the sections that the log names. */
	rememberedSections?: unknown;
}

/** The sections of a page: as read, as they stand on the open page, or as the log names them. */
function sectionsOf( title: string, input: AccountInput, named: SectionRef[] ): PageAccount {
	const read = input.findings?.today.get( title ) ||
		( input.openPage.title === title ? input.openPage.sections : undefined );
	const sections = read || named
		.filter( ( ref ) => ref.page === title )
		.map( ( ref ) => ( { ...ref, level: ref.heading ? 2 : 0 } ) );
	const shares = input.words?.pages.get( title )?.shares;
	return {
		title,
		complete: read !== undefined,
		sections: sections.map( ( { page, heading, nth, level } ) => {
			const ref = { page, heading, nth };
			return { ref, level, items: [], words: shares?.get( refKey( ref ) ) };
		} )
	};
}

/** False if the open page has no such section; of other pages nothing is known. */
function mayExist( ref: SectionRef, { title, sections }: AccountInput[ 'openPage' ] ): boolean {
	return ref.page !== title ||
		sections.some( ( section ) => refKey( section ) === refKey( ref ) );
}

/**
 * Finds the sections of the log before any revision was read: by heading on the open page,
 * and unchecked on the other pages of the draft.
 */
function placesByHeading( input: AccountInput ): Map<string, SectionRef | null> {
	const places = new Map<string, SectionRef | null>();
	for ( const { id, page, heading } of input.log.draft.sections || [] ) {
		const title = input.pageTitles.get( page );
		const found = recallSection( input.rememberedSections, id, heading );
		const recorded = title === undefined ? null : { page: title, heading, nth: 0 };
		places.set( id, [ found, recorded ].find(
			( ref ) => ref && mayExist( ref, input.openPage )
		) || null );
	}
	return places;
}

/**
 * Only a revision that touched a section shows that it was changed; elsewhere it is told what
 * was decided, and nothing if nothing is recorded.
 */
export function stateWhereAsked( { state, advice }: AdviceItem ): AdviceState {
	if ( state !== 'changed' ) {
		return state;
	}
	return isAdopted( advice?.disposition?.outcome ) ? 'adopted' : 'not-recorded';
}

/** An item stands under each section that it changed, and each that it asked about. */
function sectionItems( item: AdviceItem ): { ref: SectionRef; placed: SectionItem }[] {
	const touched = new Set( item.touched.map( refKey ) );
	const asked = item.asked.filter( ( ref ) => !touched.has( refKey( ref ) ) );
	return [
		...item.touched.map( ( ref ) => ( {
			ref,
			placed: { item, because: 'changed' as const, state: item.state }
		} ) ),
		...asked.map( ( ref ) => ( {
			ref,
			placed: {
				item,
				because: 'asked' as const,
				state: stateWhereAsked( item )
			}
		} ) )
	];
}

/**
 * Joins the log with what is known of its revisions.
 *
 * @return the account; each item stands in at least one of its lists
 */
export function buildAccount( input: AccountInput ): DraftAccount {
	const { log, findings } = input;
	const agents = new Map( ( log.agents || [] ).map( ( agent ) => [ agent.id, agent ] ) );
	const topics = new Map( ( log.topics || [] ).map( ( topic ) => [ topic.id, topic ] ) );
	const places = findings ? findings.logSections : placesByHeading( input );
	const items = makeItems( log, {
		agents,
		findings,
		words: input.words ?? null,
		remembered: input.remembered,
		mayExist: ( ref ) => mayExist( ref, input.openPage ),
		placeOf: ( id ) => places.get( id ) || null
	} );
	// Two ids of the log can name one section.
	const named = unique( [ ...places.values() ].filter( isKnown ) );
	const pages = input.pages.map( ( title ) => sectionsOf( title, input, named ) );
	const sections = new Map<string, SectionAccount>();
	for ( const page of pages ) {
		for ( const section of page.sections ) {
			sections.set( refKey( section.ref ), section );
		}
	}
	const listed = new Set<AdviceItem>();
	for ( const item of items ) {
		for ( const { ref, placed } of sectionItems( item ) ) {
			const section = sections.get( refKey( ref ) );
			if ( section ) {
				section.items.push( placed );
				listed.add( item );
			}
		}
	}
	const orphaned = items.filter( ( item ) => item.orphans > 0 );
	const unplaced = items.filter( ( item ) => item.unplaced );
	const process = items.filter( ( item ) => item.entry.process === true );
	for ( const item of [ ...orphaned, ...unplaced, ...process ] ) {
		listed.add( item );
	}
	return {
		log,
		title: log.title || input.logTitle,
		logTitle: input.logTitle,
		logRevision: input.logRevision,
		problems: input.problems,
		words: input.words ?? null,
		agents,
		topics,
		pages,
		items,
		wholeDraft: items.filter( ( item ) => !listed.has( item ) ),
		process,
		unplaced,
		orphaned
	};
}
