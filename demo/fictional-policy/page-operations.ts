/** Operations on a page as a whole. */
import { branchLength, copyOfPage, leadSection, sectionIndex, type Page } from './document';
import { effect, type Operation } from './operation';
import { prose } from './prose';

/** Starts a page. */
export function writeLead( id: string, text: string ): Operation {
	return ( page ) => {
		const lead = leadSection( id, prose( text ) );
		page.sections.unshift( lead );
		return [ effect( lead, lead.body, '' ) ];
	};
}

/** Puts wikitext above the page's text. */
export function addBanner( wikitext: string ): Operation {
	return ( page ) => {
		page.banner = wikitext;
		return [];
	};
}

/**
 * Starts a page from a section of another: that section becomes the lead, its subsections
 * rise by one level. The other page keeps its copy until somebody deletes it there.
 */
export function splitOffFrom( title: string, where: string ): Operation {
	return ( page, surroundings ) => {
		const source = copyOfPage( surroundings.page( title ) );
		const index = sectionIndex( source, where );
		const [ top, ...rest ] = source.sections
			.slice( index, index + branchLength( source, index ) );
		page.sections = [
			leadSection( top!.id, top!.body ),
			...rest.map( ( section ) => ( { ...section, level: section.level - 1 } ) )
		];
		return page.sections
			.map( ( section ) => effect( section, `${ section.heading } ${ section.body }`, '' ) );
	};
}

export function blankPage(): Operation {
	return ( page ) => {
		page.sections = [];
		page.banner = '';
		return [];
	};
}

/** Brings back the page exactly as it was after a named edit. */
export function revertTo( name: string ): Operation {
	return ( page, { stateAfter } ) => {
		Object.assign( page, copyOfPage( stateAfter( name ) ) );
		return [];
	};
}

/** The highest number of a translation unit of the page; 0 if it has none. */
function lastUnit( page: Page ): number {
	return Math.max( 0, ...page.sections.flatMap( ( { body, unit } ) => [
		unit ?? 0,
		...[ ...body.matchAll( /<!--T:(\d+)-->/g ) ].map( ( match ) => Number( match[ 1 ] ) )
	] ) );
}

/**
 * Marks a page for translation, or marks again what is new: every heading and paragraph
 * without a unit number gets the next one. No words change.
 */
export function markForTranslation(): Operation {
	return ( page ) => {
		let last = lastUnit( page );
		page.translated = true;
		for ( const section of page.sections ) {
			if ( section.level > 0 ) {
				section.unit ??= ++last;
			}
			const paragraphs: string[] = [];
			for ( const paragraph of section.body.split( '\n\n' ) ) {
				paragraphs.push( !paragraph || paragraph.startsWith( '<!--T:' ) ?
					paragraph :
					`<!--T:${ ++last }-->\n${ paragraph }` );
			}
			section.body = paragraphs.join( '\n\n' );
		}
		return [];
	};
}
