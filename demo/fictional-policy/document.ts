/**
 * A wiki page as the demonstration's authors think of it: an ordered list of sections. Every
 * section has an id that it keeps through renames and moves, also to another page; this is how
 * the answer key knows where a change ended up without comparing any texts.
 */

/** Level and heading of the lead. */
const LEAD = { level: 0, heading: '' };

export interface Section {
	/** Keeps its value for as long as the section lives. */
	id: string;
	/** 2 for == heading ==, 3 for === heading ===; 0 for the lead. */
	level: number;
	/** As wikitext, markup included; empty for the lead. */
	heading: string;
	/** Paragraphs separated by a blank line. */
	body: string;
	/** Number of the heading's translation unit, once the page is marked for translation. */
	unit?: number;
}

export interface Page {
	sections: Section[];
	/** Marked for translation: the text stands between translate tags. */
	translated: boolean;
	/** Wikitext above everything else, such as a notice template. */
	banner: string;
}

export function emptyPage(): Page {
	return { sections: [], translated: false, banner: '' };
}

export function copyOfPage( page: Page ): Page {
	return { ...page, sections: page.sections.map( ( section ) => ( { ...section } ) ) };
}

/** A lead section, to start a page with. */
export function leadSection( id: string, body: string ): Section {
	return { id, ...LEAD, body };
}

function sectionText( { level, heading, body, unit }: Section ): string {
	if ( level === 0 ) {
		return body;
	}
	const marks = '='.repeat( level );
	const unitMark = unit === undefined ? '' : ` <!--T:${ unit }-->`;
	return `${ marks } ${ heading } ${ marks }${ unitMark }\n\n${ body }`.trimEnd();
}

/** The page as wikitext; an empty string for a page without sections. */
export function pageText( page: Page ): string {
	const text = page.sections.map( sectionText ).join( '\n\n' );
	if ( !text ) {
		return '';
	}
	const marked = page.translated ?
		`<languages/>\n<translate>\n${ text }\n</translate>` :
		text;
	return page.banner ? `${ page.banner }\n${ marked }` : marked;
}

/**
 * Finds a section by its heading of the moment. `Parent/Heading` tells apart subsections that
 * share a heading; the empty string is the lead.
 *
 * @throws {Error} if the page has no such section
 */
export function sectionIndex( page: Page, where: string ): number {
	const [ heading, parent ] = where.split( '/' ).reverse();
	let above = '';
	const index = page.sections.findIndex( ( section ) => {
		above = section.level === 2 ? section.heading : above;
		return section.heading === heading &&
			( parent === undefined || ( section.level > 2 && parent === above ) );
	} );
	if ( index < 0 ) {
		throw new Error( `No section "${ where }" on the page` );
	}
	return index;
}

export function sectionAt( page: Page, where: string ): Section {
	return page.sections[ sectionIndex( page, where ) ]!;
}

/**
 * Number of sections from `index` on that belong together: a section and its subsections.
 * The lead has none.
 */
export function branchLength( page: Page, index: number ): number {
	const level = page.sections[ index ]!.level;
	if ( level === 0 ) {
		return 1;
	}
	const rest = page.sections.slice( index + 1 );
	const next = rest.findIndex( ( section ) => section.level <= level );
	return 1 + ( next < 0 ? rest.length : next );
}
