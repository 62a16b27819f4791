/** The list of the panel: sections in the order of the text, then what has no place in it. */
import type {
	AdviceItem,
	DraftAccount,
	PageAccount,
	SectionAccount
} from '../account/types';

export interface Arrangement {
	pages: PageAccount[];
	wholeDraft: AdviceItem[];
	process: AdviceItem[];
	/** They cite revisions that have not been looked up. */
	notLookedUp: AdviceItem[];
	/** They cite revisions that could not be read. */
	unreadable: AdviceItem[];
	orphaned: AdviceItem[];
}

/** Whether a revision that the item cites turned out to be unreadable. */
function hasUnreadable( item: AdviceItem ): boolean {
	return item.changes.some( ( { evidence } ) => evidence?.problem !== undefined );
}

function keptSections(
	page: PageAccount,
	keep: ( item: AdviceItem ) => boolean
): SectionAccount[] {
	return page.sections
		.map( ( section ) => ( {
			...section,
			items: section.items.filter( ( { item } ) => keep( item ) )
		} ) )
		.filter( ( section ) => section.items.length > 0 );
}

/**
 * @param kept items to show; null for all of them. With a filter on, sections and pages
 *  without results are left out: an empty section would look like one without advice.
 */
export function arrange(
	account: DraftAccount,
	kept: ReadonlySet<AdviceItem> | null
): Arrangement {
	const keep = ( item: AdviceItem ): boolean => !kept || kept.has( item );
	const pages = kept ?
		account.pages
			.map( ( page ) => ( { ...page, sections: keptSections( page, keep ) } ) )
			.filter( ( page ) => page.sections.length > 0 ) :
		account.pages;
	const unplaced = account.unplaced.filter( keep );
	return {
		pages,
		wholeDraft: account.wholeDraft.filter( keep ),
		process: account.process.filter( keep ),
		notLookedUp: unplaced.filter( ( item ) => !hasUnreadable( item ) ),
		unreadable: unplaced.filter( hasUnreadable ),
		orphaned: account.orphaned.filter( keep )
	};
}
