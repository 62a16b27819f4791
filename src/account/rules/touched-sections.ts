import { each, type Loose, type LooseLog } from '../../log/rules/loose-log';
import type { Change, DraftSection } from '../../log/types';
import type { EvidenceReport, LogEvidence } from '../check-evidence';
import { refKey } from '../items';
import { narrowToQuotes } from '../quoted-words';
import type { SectionEffect } from '../types';
import { type ChangeAtPlace, eachChange, quotesOf } from './loose-change';

type Sections = Map<string, Loose<DraftSection>>;

function sectionsById( log: LooseLog ): Sections {
	const sections: Sections = new Map();
	each( log.draft?.sections, '', ( section ) => {
		if ( section.id !== undefined ) {
			sections.set( section.id, section );
		}
	} );
	return sections;
}

/** What the change did on behalf of this advice. */
function effectsOf( place: ChangeAtPlace, effects: SectionEffect[] ): SectionEffect[] {
	const [ inserted, deleted ] = [ quotesOf( place, 'inserted' ), quotesOf( place, 'deleted' ) ];
	const change: Change = { revision: place.change.revision, inserted, deleted };
	const own = narrowToQuotes( change, effects ).effects;
	// Words that were not found (W9) say nothing of where they were to be.
	return own.length ? own : effects;
}

/** Headings that a section has or had, as people compare them. */
function headingsOf( section: Loose<DraftSection> | undefined ): string[] {
	const former = ( section?.former || [] ).map( ( place ) => place?.heading );
	return [ section?.heading, ...former ]
		.flatMap( ( heading ) => heading === undefined ? [] : heading.toLowerCase() );
}

/** W6: the edit touches none of the sections that the question is about. */
function checkPlace(
	place: ChangeAtPlace, sections: Sections, evidence: LogEvidence, report: EvidenceReport
): void {
	const asked = ( place.entry.sections || [] ).filter( ( id ): id is string => id !== undefined );
	if ( !asked.length ) {
		return;
	}
	const read = place.evidence;
	const today = evidence.sections;
	if ( !read || read.problem || !today ||
		asked.some( ( id ) => today.get( id ) === undefined ) ) {
		report.undecided( 'W6', place.path );
		return;
	}
	const places = new Set( asked.map( ( id ) => today.get( id ) )
		.flatMap( ( ref ) => ref ? refKey( ref ) : [] ) );
	const lost = asked.filter( ( id ) => !today.get( id ) );
	const lostHeadings = new Set( lost.flatMap( ( id ) => headingsOf( sections.get( id ) ) ) );
	const effects = effectsOf( place, read.effects );
	const isTouched = effects.some( ( { section, headingThen } ) => (
		section !== null && places.has( refKey( section ) ) ||
		lostHeadings.has( headingThen.toLowerCase() )
	) );
	if ( isTouched ) {
		return;
	}
	// A section that cannot be found today may be one of those that were touched.
	if ( lost.length && effects.some( ( { section } ) => section === null ) ) {
		report.undecided( 'W6', place.path );
	} else {
		report.found( 'W6', place.path );
	}
}

/**
 * Sections: W6 an edit elsewhere than asked about; W12 a section that is not found today by any of
 * its headings.
 */
export function checkTouched( log: LooseLog, evidence: LogEvidence, report: EvidenceReport ): void {
	const sections = sectionsById( log );
	eachChange( log, evidence, ( place ) => checkPlace( place, sections, evidence, report ) );
	each( log.draft?.sections, '/draft/sections', ( { id, heading }, path ) => {
		if ( id === undefined || heading === undefined ) {
			return;
		}
		const found = evidence.sections?.get( id );
		if ( found === undefined ) {
			report.undecided( 'W12', path );
		} else if ( found === null ) {
			report.found( 'W12', path, heading );
		}
	} );
}
