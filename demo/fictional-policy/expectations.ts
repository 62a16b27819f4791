/**
 * The answer key: what each change of the log did to which section, and where that section
 * stands today. It comes from the authors' own steps, which know what they put in and took
 * out; no texts are compared. For use by tests of the gadget.
 *
 * A passage is given as the author wrote it: where an old and a new wording share words
 * ("a latch" -> "two latches … a wheelchair"), a comparison of texts may find less.
 */
import { histories, story } from './history';
import { logFor } from './log';
import { plainWords } from './prose';
import type { Effect } from './operations';
import type { RecordedEdit } from './story';

/** A section of today's text, in the shape that the account uses. */
export interface ExpectedSection {
	page: string;
	/** Plain text; empty for the lead. */
	heading: string;
	/** 0 for the first section of the page with this heading. */
	nth: number;
}

export interface ExpectedEffect {
	/** null if the section no longer exists. */
	section: ExpectedSection | null;
	headingThen: string;
	pageThen: string;
	inserted: string[];
	removed: string[];
}

export interface ExpectedChange {
	entry: string;
	advice: string;
	/** As in `histories`. */
	revision: number;
	from?: number;
	page: string;
	/** Everything that the revisions did, also on behalf of other advice. */
	effects: ExpectedEffect[];
}

/** Where the section with this id stands in the last revisions. */
export function sectionToday( id: string ): ExpectedSection | null {
	const living = story.mergedInto.get( id ) ?? id;
	for ( const { title } of histories ) {
		const { sections } = story.page( title );
		const index = sections.findIndex( ( section ) => section.id === living );
		if ( index >= 0 ) {
			const heading = plainWords( sections[ index ]!.heading );
			const nth = sections.slice( 0, index )
				.filter( ( section ) => plainWords( section.heading ) === heading ).length;
			return { page: title, heading, nth };
		}
	}
	return null;
}

/** Effects of several edits, one for each section. */
function bySection( edits: RecordedEdit[] ): ExpectedEffect[] {
	const found = new Map<string, Effect>();
	for ( const effect of edits.flatMap( ( edit ) => edit.effects ) ) {
		const known = found.get( effect.section );
		found.set( effect.section, {
			...effect,
			inserted: [ ...known?.inserted ?? [], ...effect.inserted ],
			removed: [ ...known?.removed ?? [], ...effect.removed ]
		} );
	}
	return [ ...found.values() ].map( ( { section, headingThen, inserted, removed } ) => ( {
		section: sectionToday( section ),
		headingThen: plainWords( headingThen ),
		pageThen: edits[ 0 ]!.page,
		inserted,
		removed
	} ) );
}

function editsOf( revision: number, from: number | undefined ): RecordedEdit[] {
	const { page } = story.edits.find( ( edit ) => edit.revision.revid === revision )!;
	return story.edits.filter( ( edit ) => edit.page === page &&
		edit.revision.revid <= revision && edit.revision.revid > ( from ?? revision - 1 ) );
}

/** Every change of the log, in the log's order, with revision ids as in `histories`. */
export function expectedChanges(): ExpectedChange[] {
	const own = Object.fromEntries( story.edits
		.map( ( { revision: { revid } } ) => [ revid, revid ] ) );
	return logFor( own ).entries.flatMap( ( entry ) => ( entry.advice ?? [] )
		.flatMap( ( advice ) => ( advice.changes ?? [] ).map( ( { revision, from } ) => {
			const edits = editsOf( revision, from );
			return {
				entry: entry.id,
				advice: advice.id,
				revision,
				...( from === undefined ? {} : { from } ),
				page: edits[ 0 ]!.page,
				effects: bySection( edits )
			};
		} ) )
	);
}

/** Sections of today, page by page, that no change of the log has touched. */
export function untouchedSections(): ExpectedSection[] {
	const touched = new Set( expectedChanges()
		.flatMap( ( change ) => change.effects )
		.map( ( effect ) => JSON.stringify( effect.section ) ) );
	const citedPages = new Set( expectedChanges().map( ( change ) => change.page ) );
	return [ ...citedPages ].flatMap( ( page ) => story.page( page ).sections )
		.map( ( section ) => sectionToday( section.id )! )
		.filter( ( section ) => !touched.has( JSON.stringify( section ) ) );
}
