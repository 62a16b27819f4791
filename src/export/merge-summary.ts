/** Puts a summary into its place on a page, and leaves alone what people wrote around it. */
import type { FoundSummary, MarkerProblem, MergedSummary } from './types';

/** How the comments begin that stand around a summary. They are the same in every language. */
export const BEGIN = 'advice-provenance summary begins';
export const END = 'advice-provenance summary ends';

/** A comment that stands before or after a summary. */
export function marker( beginning: string, note: string ): string {
	// Nothing of a translation may end the comment.
	const text = note.replace( /[<>]|--+/g, ' ' ).replace( /\s+/g, ' ' ).trim();
	return `<!-- ${ beginning }${ text ? `: ${ text }` : '' } -->`;
}

/**
 * Where the comments stand that begin so, each with its start and end. One that does not end in
 * its line is damaged, and none: up to the next `-->` may stand what people wrote.
 */
function placesOf( page: string, beginning: string ): [ number, number ][] {
	const opening = `<!-- ${ beginning }`;
	const places: [ number, number ][] = [];
	for ( let at = page.indexOf( opening ); at !== -1; at = page.indexOf( opening, at + 1 ) ) {
		const [ comment ] = /^<!--[^<>\n]*-->/.exec( page.slice( at ) ) ?? [];
		if ( comment !== undefined ) {
			places.push( [ at, at + comment.length ] );
		}
	}
	return places;
}

function problemOf( begins: number, ends: number ): MarkerProblem | null {
	if ( begins > 1 || ends > 1 ) {
		return 'doubled';
	}
	return begins === ends ? begins ? null : 'none' : begins ? 'begin-only' : 'end-only';
}

/**
 * Finds the summary of a page.
 *
 * @param page its wikitext
 */
export function findSummary( page: string ): FoundSummary {
	const [ begins, ends ] = [ placesOf( page, BEGIN ), placesOf( page, END ) ];
	const problem = problemOf( begins.length, ends.length );
	const [ [ begin, afterBegin ] = [ 0, 0 ] ] = begins;
	const [ [ beforeEnd, end ] = [ 0, 0 ] ] = ends;
	if ( problem ) {
		return { problem };
	}
	return beforeEnd < afterBegin ? { problem: 'order' } : {
		before: page.slice( 0, begin ),
		summary: page.slice( begin, end ),
		after: page.slice( end )
	};
}

/** As MediaWiki saves it: without white space at the end. */
function asSaved( text: string ): string {
	return text.replace( /\s+$/, '' );
}

/**
 * The page with a summary in the place of the one that it has. An empty page gets it as its text;
 * a page without a place for it is left alone, with the reason.
 *
 * @param page its wikitext; null if there is none
 * @param summary as `summaryWikitext` gives it
 */
export function mergeSummary( page: string | null, summary: string ): MergedSummary {
	if ( page === null || !page.trim() ) {
		return { text: summary, changed: true };
	}
	const found = findSummary( page );
	if ( 'problem' in found ) {
		return found;
	}
	const text = found.before + summary + found.after;
	return { text, changed: asSaved( text ) !== asSaved( page ) };
}

/** The page with a summary at its end: for one without markers, when somebody asked for it. */
export function appendSummary( page: string, summary: string ): string {
	return page.trim() ? `${ asSaved( page ) }\n\n${ summary }` : summary;
}
