/** Lines of a summary that name an older revision of the log or a page, and are right otherwise. */

/** A link to a revision, with its number in the words too. */
const REVISION_LINK = /\[\[Special:PermanentLink\/(\d+)\|([^\]]*)\]\]/g;

interface Line {
	/** Without the numbers of revisions. */
	pattern: string;
	revisions: number[];
}

function readLine( line: string ): Line {
	const revisions: number[] = [];
	const pattern = line.replace( REVISION_LINK, ( _link, revision: string, words: string ) => {
		revisions.push( Number( revision ) );
		return `[[#|${ words.split( revision ).join( '#' ) }]]`;
	} );
	return { pattern, revisions };
}

/** Lines of the last section, which says how the summary was computed. */
function lastSection( lines: readonly string[] ): readonly string[] {
	return lines.slice( lines.map( ( line ) => line.startsWith( '== ' ) ).lastIndexOf( true ) + 1 );
}

export interface OlderLine {
	/** Place in the published lines. */
	index: number;
	/** What it would be of the newest revisions. */
	made: string;
}

/**
 * Finds the lines that only tell from which revisions the summary was computed, where these are
 * older than those that were audited. Whether their other lines were right then is not known.
 *
 * @param published
 * @param made
 */
export function olderLines( published: readonly string[], made: readonly string[] ): OlderLine[] {
	const known = new Map(
		lastSection( made ).map( ( line ) => [ readLine( line ).pattern, line ] )
	);
	const start = published.length - lastSection( published ).length;
	return published.flatMap( ( line, index ) => {
		const { pattern, revisions } = readLine( line );
		const other = index < start ? undefined : known.get( pattern );
		return other !== undefined && other !== line && readLine( other ).revisions
			.every( ( newest, nth ) => ( revisions[ nth ] as number ) <= newest ) ?
			[ { index, made: other } ] : [];
	} );
}
