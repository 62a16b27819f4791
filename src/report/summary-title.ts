/** On which pages no summary is published. */
import { normaliseTitle } from '../wiki/titles';

/** Why no summary can be published on a page, by its title alone. */
export type TitleProblem = 'invalid' | 'log' | 'draft';

/**
 * @param typed title of a page, as somebody typed it
 * @param logTitle
 * @param draftTitles titles of the draft's pages
 */
export function checkTitle(
	typed: string, logTitle: string, draftTitles: readonly string[]
): { title: string } | { problem: TitleProblem } {
	const title = normaliseTitle( typed );
	if ( title === null ) {
		return { problem: 'invalid' };
	}
	if ( title === normaliseTitle( logTitle ) ) {
		return { problem: 'log' };
	}
	return draftTitles.some( ( page ) => normaliseTitle( page ) === title ) ?
		{ problem: 'draft' } :
		{ title };
}
