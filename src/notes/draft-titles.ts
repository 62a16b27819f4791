import type { DraftAccount } from '../account/types';
import { formerTitles } from '../wiki/former-titles';

/** Titles of all pages that the draft's text is on or came from. */
export function titlesOf( { pages, log }: DraftAccount ): string[] {
	return [ ...new Set( [ ...pages.map( ( { title } ) => title ), ...formerTitles( log ) ] ) ];
}
