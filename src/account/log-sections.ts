/** Where the sections that the log names stand today. */
import type { AdviceLog, DraftSection } from '../log/types';
import type { TracedDraft } from './traced-draft';
import type { SectionRef } from './types';

/** The places at which the log says that a section stands or stood, the present one first. */
function recordedPlaces(
	section: DraftSection,
	pageTitles: Map<string, string>
): { page: string; heading: string }[] {
	const former = section.former || [];
	return [ { page: section.page, heading: section.heading }, ...former ].map( ( place ) => ( {
		page: pageTitles.get( place.page || section.page ) || '',
		heading: place.heading
	} ) );
}

/**
 * Finds the sections of the log in today's texts: the section that last had the heading,
 * whatever it is called by now.
 *
 * @param log
 * @param pageTitles today's title for each page id of the log
 * @param draft
 * @return for each section id of the log its place; null if it was not found
 */
export function locateLogSections(
	log: AdviceLog,
	pageTitles: Map<string, string>,
	draft: TracedDraft
): Map<string, SectionRef | null> {
	return new Map( ( log.draft.sections || [] ).map( ( section ) => {
		for ( const { page, heading } of recordedPlaces( section, pageTitles ) ) {
			const place = draft.placeOfHeading( page, heading );
			if ( place ) {
				return [ section.id, { page: place.page, heading: place.heading, nth: place.nth } ];
			}
		}
		return [ section.id, null ];
	} ) );
}
