/** The sections of traced pages, each with the identities of its words. */
import { splice } from './page-state';
import { readOutline, updateOutline, type LineEdit, type PageOutline } from './section-lines';
import type { SectionInput } from './section-types';
import type { TracedLine } from './types';

type Lines = readonly TracedLine[];

/** The newest state of a page. */
interface SectionedPage {
	readonly lines: Lines;
	readonly outline: PageOutline;
	readonly sections: readonly SectionInput[];
}

/** Words of the lines from one to another. */
function countWords( lines: Lines, start: number, end: number ): number {
	let count = 0;
	for ( let at = start; at < end; at++ ) {
		count += ( lines[ at ] as TracedLine ).ids.length;
	}
	return count;
}

function collectWords( lines: Lines, start: number, end: number ): Int32Array {
	const words = new Int32Array( countWords( lines, start, end ) );
	let next = 0;
	for ( let at = start; at < end; at++ ) {
		const { ids } = lines[ at ] as TracedLine;
		words.set( ids, next );
		next += ids.length;
	}
	return words;
}

/**
 * What is the page's and not its last section's where lines at the end of the page consist of it:
 * categories and links to other languages, templates without parameters, comments and tags.
 */
const OF_PAGE = /\[\[(?!:|File:|Image:)[^[\]|:]+:[^[\]]*\]\]|\{\{[^{}|]*\}\}|<!--[^<>]*-->|<\/?(?:translate|noinclude|includeonly)>/g;
/** Definitions of links, which pages that come from Markdown have there. */
const LINK_DEFINITION = /^\[[^[\]]+\]:\s+\S+\s*$/;

/** Where the lines at the end of a page begin that are the page's. */
function pageLines( lines: Lines, start: number ): number {
	const isOfPage = ( { line: { text } }: TracedLine ): boolean => !text.trim() ||
		LINK_DEFINITION.test( text ) || ( /[[{<]/.test( text ) && !text.replace( OF_PAGE, '' ).trim() );
	let at = lines.length;
	while ( at > start && isOfPage( lines[ at - 1 ] as TracedLine ) ) {
		at--;
	}
	return at;
}

export class SectionReader {
	private readonly pages = new Map<string, SectionedPage>();

	/**
	 * Takes an edit of a page and splits its text at the headings. Sections whose lines did not
	 * change are handed over with the same array of words as before.
	 */
	public read( page: string, edit: LineEdit ): readonly SectionInput[] {
		const before = this.pages.get( page );
		const lines = before ?
			splice( before.lines, edit.at, edit.removed.length, edit.inserted ) :
			edit.inserted;
		const outline = ( before && updateOutline( before.outline, edit ) ) || readOutline( lines );
		const known = before ? sectionsByLine( before ) : new Map<TracedLine, number>();
		const sections = outline.sections.map( ( section, index ) => {
			const { heading, level, start, headingLines } = section;
			const end = sectionEnd( outline, index );
			const pageWords = end < lines.length ? 0 :
				countWords( lines, pageLines( lines, start + headingLines ), end );
			const first = lines[ start ];
			const old = first && end > start ? known.get( first ) : undefined;
			const same = before && old !== undefined && hasLines( before, old, lines, start, end ) ?
				before.sections[ old ] :
				undefined;
			const isSame = same && same.heading === heading && same.level === level &&
				( same.pageWords || 0 ) === pageWords;
			return isSame ? same : {
				heading,
				level,
				words: same ? same.words : collectWords( lines, start, end ),
				headingWords: countWords( lines, start, start + headingLines ),
				...pageWords ? { pageWords } : {}
			};
		} );
		this.pages.set( page, { lines, outline, sections } );
		return sections;
	}
}

function sectionEnd( outline: PageOutline, index: number ): number {
	return outline.sections[ index + 1 ]?.start ?? outline.lineCount;
}

/** Sections by their first line. */
function sectionsByLine( { outline, lines }: SectionedPage ): Map<TracedLine, number> {
	const known = new Map<TracedLine, number>();
	outline.sections.forEach( ( { start }, index ) => {
		const first = lines[ start ];
		// Of a lead without lines and a heading in the first line, the heading remains.
		if ( first ) {
			known.set( first, index );
		}
	} );
	return known;
}

/** Whether a section consisted of the very lines from `start` to `end`. */
function hasLines(
	before: SectionedPage, index: number, lines: Lines, start: number, end: number
): boolean {
	const oldStart = before.outline.sections[ index ]?.start ?? 0;
	if ( sectionEnd( before.outline, index ) - oldStart !== end - start ) {
		return false;
	}
	for ( let at = start; at < end; at++ ) {
		if ( lines[ at ] !== before.lines[ oldStart + at - start ] ) {
			return false;
		}
	}
	return true;
}
