import type { AdviceLog } from '../log/types';
import { normaliseTitle } from './titles';

/** Titles that a draft's pages had, and pages that its text came from, as the wiki writes them. */
export function formerTitles( { draft }: AdviceLog ): string[] {
	const titles: string[] = [];
	for ( const page of draft.pages ) {
		titles.push( ...( page.formerTitles || [] ).map(
			( title ) => normaliseTitle( title ) || title
		) );
	}
	return titles;
}
