/**
 * The headings of a wikitext, with their places: what MediaWiki makes a heading of on the page
 * (Parser::handleHeadings and Preprocessor_Hash of MediaWiki 1.43), whatever tags and comments
 * stand around it.
 */
import { visitOpaque } from './opaque';

/** A section: a heading and the text up to the next heading of any level. */
export interface WikitextSection {
	/**
	 * Text of the heading as in the wikitext, trimmed, without comments and the tags of
	 * translation and inclusion; null for the lead.
	 */
	heading: string | null;
	/** 1 to 6; 0 for the lead. */
	level: number;
	/** UTF-16 offset of the heading's line; 0 for the lead. */
	start: number;
	/** End of the heading's line, without its line break; 0 for the lead. */
	headingEnd: number;
	/** Where the next section starts, or the text ends. */
	end: number;
}

/** Stand in for each character of a part that leaves nothing behind, and of one that does. */
const NOTHING = '\u0001';
const OPAQUE = '\u0002';

/** What leaves nothing behind and may stand on a heading's own line. */
// eslint-disable-next-line no-control-regex -- COMMENT, which no page can hold
const INVISIBLE = /\u0001+|<\/?(?:translate|tvar|noinclude|onlyinclude)\b[^<>]*>/gi;

/** A text of the same length in which the opaque parts have neither markup nor line breaks. */
function maskOpaque( wikitext: string ): string {
	let masked = '';
	let done = 0;
	visitOpaque( wikitext, ( start, end, tag ) => {
		const filler = tag && tag !== 'includeonly' ? OPAQUE : NOTHING;
		masked += wikitext.slice( done, start ) + filler.repeat( end - start );
		done = end;
	} );
	return done ? masked + wikitext.slice( done ) : wikitext;
}

/** A line in the original and as it is masked, both without what is invisible. */
function bareLine( line: string, masked: string ): [ string, string ] {
	if ( !masked.includes( '<' ) && !masked.includes( NOTHING ) ) {
		return [ line, masked ];
	}
	let source = '';
	let visible = '';
	let done = 0;
	for ( const match of masked.matchAll( INVISIBLE ) ) {
		source += line.slice( done, match.index );
		visible += masked.slice( done, match.index );
		done = match.index + match[ 0 ].length;
	}
	source += line.slice( done );
	visible += masked.slice( done );
	return [ source, visible ];
}

/** Length of a line without the white space at its end. */
function trimmedLength( line: string ): number {
	let end = line.length;
	while ( ' \t\r'.includes( line[ end - 1 ] || '=' ) ) {
		end--;
	}
	return end;
}

/**
 * Reads a line as a heading; null if it is none.
 *
 * @param line
 * @param masked the line as it is masked
 */
function readHeading( line: string, masked: string ): { heading: string; level: number } | null {
	const [ source, visible ] = bareLine( line, masked );
	const length = trimmedLength( visible );
	let level = 0;
	// At least one sign is left between the marks: `===` is `=` at level 1.
	while ( level < 6 && level * 2 + 2 < length &&
		visible[ level ] === '=' && visible[ length - 1 - level ] === '=' ) {
		level++;
	}
	return level ? { heading: source.slice( level, length - level ).trim(), level } : null;
}

/**
 * Splits a wikitext at its headings. The first section is the lead, also when it is empty.
 *
 * @param wikitext text of a revision
 */
export function splitAtHeadings( wikitext: string ): WikitextSection[] {
	const masked = maskOpaque( wikitext );
	let current: WikitextSection = { heading: null, level: 0, start: 0, headingEnd: 0, end: 0 };
	const sections = [ current ];
	let start = 0;
	while ( start < masked.length ) {
		const lineBreak = masked.indexOf( '\n', start );
		const end = lineBreak === -1 ? masked.length : lineBreak;
		const first = masked[ start ];
		const found = first === '=' || first === '<' || first === NOTHING ?
			readHeading( wikitext.slice( start, end ), masked.slice( start, end ) ) :
			null;
		if ( found ) {
			current.end = start;
			const { heading, level } = found;
			current = { heading, level, start, headingEnd: end, end };
			sections.push( current );
		}
		start = end + 1;
	}
	current.end = wikitext.length;
	return sections;
}
