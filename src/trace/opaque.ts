/** Parts of wikitext inside which nothing is markup: comments and a few tags. */

const OPENING = /<!--|<(nowiki|pre|math|syntaxhighlight|source|gallery|timeline|score|includeonly)(?=[\s>])[^<>]*>/gi;
const COMMENT_END = /-->/g;
/** Ends are not looked for in a copy in lower case: in some scripts that is longer. */
const TAG_ENDS: Readonly<Record<string, RegExp>> = {
	nowiki: /<\/nowiki\s*>/gi,
	pre: /<\/pre\s*>/gi,
	math: /<\/math\s*>/gi,
	syntaxhighlight: /<\/syntaxhighlight\s*>/gi,
	source: /<\/source\s*>/gi,
	gallery: /<\/gallery\s*>/gi,
	timeline: /<\/timeline\s*>/gi,
	score: /<\/score\s*>/gi,
	// On the page itself nothing of it is shown.
	includeonly: /<\/includeonly\s*>/gi
};
/** Without an end they run to the end of the page, as in MediaWiki; others are plain text then. */
const RUNS_ON: readonly string[] = [ '', 'includeonly' ];

/** What may begin or end an opaque part. */
const MARK = /<!--|-->|<\/?(?:nowiki|pre|math|syntaxhighlight|source|gallery|timeline|score|includeonly)\b/i;

/** Whether something in a text may begin or end an opaque part. */
export function hasOpaqueMarks( wikitext: string ): boolean {
	return MARK.test( wikitext );
}

/**
 * Calls back for each opaque part of a wikitext, in order.
 *
 * @param wikitext any text
 * @param visit
 *  - `start`, `end` UTF-16 offsets of the part with its marks
 *  - `tag` name of the tag in lower case, empty for a comment
 */
export function visitOpaque(
	wikitext: string,
	visit: ( start: number, end: number, tag: string ) => void
): void {
	if ( !wikitext.includes( '<' ) ) {
		return;
	}
	/** Tags of which no further end exists: not looked for again, so that time stays linear. */
	const endless = new Set<string>();
	OPENING.lastIndex = 0;
	for ( let match = OPENING.exec( wikitext ); match; match = OPENING.exec( wikitext ) ) {
		const tag = ( match[ 1 ] || '' ).toLowerCase();
		if ( endless.has( tag ) || match[ 0 ].endsWith( '/>' ) ) {
			continue;
		}
		const opened = OPENING.lastIndex;
		const closing = TAG_ENDS[ tag ] || COMMENT_END;
		closing.lastIndex = opened;
		if ( !closing.test( wikitext ) && !RUNS_ON.includes( tag ) ) {
			endless.add( tag );
			continue;
		}
		// After a match that failed it is 0: the part runs to the end.
		const end = closing.lastIndex || wikitext.length;
		visit( match.index, end, tag );
		OPENING.lastIndex = end;
	}
}

/**
 * Replaces the opaque parts of a wikitext, in one pass.
 *
 * @param wikitext any text
 * @param replace gives what stands for a part
 *  - `part` the part with its marks
 *  - `tag` name of the tag in lower case, empty for a comment
 */
export function replaceOpaque(
	wikitext: string,
	replace: ( part: string, tag: string ) => string
): string {
	let result = '';
	let done = 0;
	visitOpaque( wikitext, ( start, end, tag ) => {
		result += wikitext.slice( done, start ) + replace( wikitext.slice( start, end ), tag );
		done = end;
	} );
	return result + wikitext.slice( done );
}
