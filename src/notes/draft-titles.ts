import type { DraftAccount } from '../account/types';
import { normaliseTitle } from '../wiki/titles';

/** Titles of all pages that the draft's text is on or came from. */
export function titlesOf( { pages, log }: DraftAccount ): string[] {
	const former = log.draft.pages.flatMap( ( { formerTitles = [] } ) => formerTitles );
	return [ ...new Set( [
		...pages.map( ( { title } ) => title ),
		...former.map( ( title ) => normaliseTitle( title ) || title )
	] ) ];
}
