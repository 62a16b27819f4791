/** Where it cannot be said that no word goes back to advice. */
import type { SectionAccount } from './types';

/**
 * Whether edits of the advice on a section were not followed, because it is withheld or they could
 * not be read: then words of today may go back to it, although none is known.
 */
export function hasUnfollowed( section: SectionAccount ): boolean {
	return section.items.some( ( { item } ) => item.changes.some( ( { survival } ) => !survival ) );
}
