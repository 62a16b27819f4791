/** Where the sections of a page are, in lines. */
import { hasOpaqueMarks, replaceOpaque, visitOpaque } from './opaque';
import type { Line } from './line-table';
import type { TracedLine } from './types';
import { splitAtHeadings, type WikitextSection } from './wikitext-headings';

/** A section in lines. */
export interface SectionLines {
	readonly heading: string | null;
	readonly level: number;
	/** Index of its first line. */
	readonly start: number;
	/** Lines that its heading takes: comments may break it. */
	readonly headingLines: number;
}

/** Lines between which a comment or a tag makes everything plain text. */
export interface Block {
	/** The line in which it begins. */
	readonly first: number;
	/** The line in which it ends. */
	readonly last: number;
}

/** The lines of a page with its sections, the lead first. */
export interface PageOutline {
	readonly lineCount: number;
	readonly sections: readonly SectionLines[];
	/** Comments and tags that span lines. */
	readonly blocks: readonly Block[];
	/** A mark that begins or ends nothing stands somewhere, and may with another one. */
	readonly dangling: boolean;
}

/** An edit, as the lines that it put in the place of others. */
export interface LineEdit {
	/** Index of the first line that differs. */
	readonly at: number;
	readonly removed: readonly TracedLine[];
	readonly inserted: readonly TracedLine[];
}

/** Index of the line in which each of some offsets, in ascending order, stands. */
function lineFinder( lines: readonly TracedLine[] ): ( offset: number ) => number {
	let line = 0;
	let end = lines[ 0 ]?.line.text.length ?? 0;
	return ( offset ) => {
		while ( offset > end && line < lines.length ) {
			line++;
			end += 1 + ( lines[ line ]?.line.text.length ?? 0 );
		}
		return line;
	};
}

/** Reads all of a page. */
export function readOutline( lines: readonly TracedLine[] ): PageOutline {
	const text = lines.map( ( { line } ) => line.text ).join( '\n' );
	const findSection = lineFinder( lines );
	const sections = splitAtHeadings( text ).map(
		( { heading, level, start, headingEnd } ) => {
			const first = findSection( start );
			return {
				heading,
				level,
				start: first,
				headingLines: heading === null ? 0 : findSection( headingEnd ) - first + 1
			};
		}
	);
	const blocks: Block[] = [];
	const findBlock = lineFinder( lines );
	visitOpaque( text, ( start, end ) => {
		const first = findBlock( start );
		const last = findBlock( end );
		if ( last > first ) {
			blocks.push( { first, last } );
		}
	} );
	const dangling = hasOpaqueMarks( replaceOpaque( text, () => '' ) );
	return { lineCount: lines.length, sections, blocks, dangling };
}

/** What a line is by itself. */
interface LineFacts {
	/** Something in it may begin or end a comment or a tag. */
	readonly hasMarks: boolean;
	/** It is by itself what it is on the page: no comment or tag goes beyond it. */
	readonly isClosed: boolean;
	/** The heading that it is; null if it is none. */
	readonly heading: Pick<WikitextSection, 'heading' | 'level'> | null;
}

/** The same lines are looked at with edit after edit. */
const known = new WeakMap<Line, LineFacts>();

function factsOf( line: Line ): LineFacts {
	let facts = known.get( line );
	if ( !facts ) {
		const { text } = line;
		const hasMarks = hasOpaqueMarks( text );
		facts = {
			hasMarks,
			isClosed: !hasMarks || isClosed( text ),
			heading: splitAtHeadings( text )[ 1 ] || null
		};
		known.set( line, facts );
	}
	return facts;
}

/** Whether no comment or tag of a line goes beyond it. */
function isClosed( line: string ): boolean {
	const rest = replaceOpaque( `${ line }\n`, () => '' );
	// An open comment takes the line break as well.
	return !hasOpaqueMarks( rest ) && rest.endsWith( '\n' );
}

/** Whether an edit changes lines within a block and leaves its first and last line. */
function isWithin( { first, last }: Block, at: number, end: number ): boolean {
	return first < at && end <= last;
}

/** Whether an edit may change where a block begins or ends. */
function isCut( block: Block, lineCount: number, at: number, end: number ): boolean {
	// Of one that reaches the end of the page it is not known whether it ends there.
	const isOpen = block.last === lineCount - 1;
	return !isWithin( block, at, end ) && block.first < end && ( isOpen || block.last >= at );
}

/** Whether an edit changes nothing but what is in its own lines. */
function isContained( outline: PageOutline, { at, removed, inserted }: LineEdit ): boolean {
	const { blocks, sections, lineCount, dangling } = outline;
	const end = at + removed.length;
	if ( blocks.some( ( block ) => isCut( block, lineCount, at, end ) ) ) {
		return false;
	}
	const isInside = blocks.some( ( block ) => isWithin( block, at, end ) );
	const brokenHeading = sections.find( ( { start, headingLines } ) => isInside &&
		start < at && at < start + headingLines );
	const isPlain = ( { line }: TracedLine ): boolean => ( isInside || dangling ?
		!factsOf( line ).hasMarks :
		factsOf( line ).isClosed );
	return !brokenHeading && removed.every( isPlain ) && inserted.every( isPlain );
}

/** The headings among lines that stand for themselves. */
function readHeadings( lines: readonly TracedLine[], at: number ): SectionLines[] {
	const found: SectionLines[] = [];
	lines.forEach( ( { line }, index ) => {
		const { heading } = factsOf( line );
		if ( heading ) {
			found.push( {
				heading: heading.heading,
				level: heading.level,
				start: at + index,
				headingLines: 1
			} );
		}
	} );
	return found;
}

function shifted( section: SectionLines, shift: number ): SectionLines {
	const { heading, level, start, headingLines } = section;
	return { heading, level, start: start + shift, headingLines };
}

/**
 * Reads of a page what an edit has changed.
 *
 * @param outline of the page before
 * @param edit
 * @return null if the edit does not tell: then all of the page has to be read
 */
export function updateOutline( outline: PageOutline, edit: LineEdit ): PageOutline | null {
	if ( !isContained( outline, edit ) ) {
		return null;
	}
	const { at, removed, inserted } = edit;
	const { lineCount, sections, blocks, dangling } = outline;
	const end = at + removed.length;
	const shift = inserted.length - removed.length;
	const isInside = blocks.some( ( block ) => isWithin( block, at, end ) );
	const isBefore = ( { start, level }: SectionLines ): boolean => start < at || level === 0;
	const after = sections.filter( ( section ) => section.start >= end && !isBefore( section ) );
	return {
		lineCount: lineCount + shift,
		dangling,
		sections: sections.filter( isBefore ).concat(
			isInside ? [] : readHeadings( inserted, at ),
			shift ? after.map( ( section ) => shifted( section, shift ) ) : after
		),
		blocks: blocks.map( ( { first, last } ) => ( {
			first: first < at ? first : first + shift,
			last: last < at ? last : last + shift
		} ) )
	};
}
