/** What of the open page the account needs, and the way to a section of it. */
import type { TodaySection } from '../account/findings';
import type { SectionRef } from '../account/types';
import { findHeadings, findOutput, type PageHeading } from './headings';

export interface OpenPage {
	title: string;
	/** The lead first. */
	sections: TodaySection[];
	headings: PageHeading[];
}

/**
 * What tells a page's own headings from those of other pages: edit links, which only those get who
 * may edit, and Parsoid's sections.
 */
const TELLING = '#mw-content-text .mw-editsection, #mw-content-text [data-mw-section-id]';

/**
 * Reads the headings of the open page.
 *
 * @param title
 * @param own its sections as its text has them, where that was read: without them, and where
 *  nothing tells which of two headings is the page's own, both are left out
 */
export function readOpenPage( title: string, own?: readonly TodaySection[] ): OpenPage {
	let headings = findHeadings( title );
	if ( !document.querySelector( TELLING ) ) {
		const all = headings;
		headings = all.filter( ( { section: { heading } } ) => (
			all.filter( ( { section } ) => section.heading === heading ).length ===
				( own ? own.filter( ( other ) => other.heading === heading ).length : 1 )
		) );
	}
	return {
		title,
		headings,
		sections: [
			{ page: title, heading: '', nth: 0, level: 0 },
			...headings.map( ( { section } ) => section )
		]
	};
}

/** The element to which a section's marker belongs; null if it is not on the open page. */
export function findHeading( page: OpenPage, ref: SectionRef ): PageHeading | null {
	return page.title !== ref.page ? null : page.headings.find( ( { section } ) => (
		section.heading === ref.heading && section.nth === ref.nth
	) ) || null;
}

/**
 * Scrolls to a section of the open page and puts the focus there.
 *
 * @return false if it is not on this page
 */
export function goToSection( page: OpenPage, ref: SectionRef ): boolean {
	const target = ref.heading ?
		findHeading( page, ref )?.wrapper :
		( ref.page === page.title ? findOutput() : null );
	if ( !target ) {
		return false;
	}
	target.scrollIntoView();
	// The heading has no place in the tab order; the next Tab goes on from here.
	if ( target instanceof HTMLElement ) {
		target.tabIndex = -1;
		target.focus( { preventScroll: true } );
	}
	return true;
}
