/**
 * The whole history of the pages of a draft, in the order of the edits. Ids and times of all
 * revisions come first, 500 in a request: they tell how much there is to read, and what has been
 * hidden since an earlier visit. Texts follow, 50 in a request, from any place on.
 */
import type { ReadRevision } from '../account/draft-reading';
import { listOf, query } from './api';
import { followTitles, TITLES_AT_ONCE, userOf } from './page-text';
import { readRevisions, REVISIONS_AT_ONCE } from './revisions';

/** A page as the wiki has it. */
export interface HistoryPage {
	/** It stays when the page is moved. */
	id: number;
	title: string;
}

/** A revision before its text is read. */
export interface HistoryRevision {
	id: number;
	/** Id of its page. */
	page: number;
	/** ISO 8601, in UTC */
	timestamp: string;
	/** null where the name is hidden */
	user: string | null;
	/** Its text is not to be shown, whoever asks. */
	hidden: boolean;
}

export interface DraftHistory {
	/** By the titles that were asked for; those of pages that do not exist are left out. */
	pages: Map<string, HistoryPage>;
	/** Of all pages, the oldest first. */
	revisions: HistoryRevision[];
}

/**
 * Orders revisions by time, and of one second by id. Imported revisions have greater ids than
 * newer ones, and their parents' ids do not tell the order.
 */
function byTime( a: HistoryRevision, b: HistoryRevision ): number {
	return a.timestamp === b.timestamp ?
		a.id - b.id :
		( a.timestamp < b.timestamp ? -1 : 1 );
}

/** The API lists so many revisions a request to everybody. */
const LISTED_AT_ONCE = 500;

/**
 * Finds pages by their titles.
 *
 * @param titles as they are today, 50 a request; redirects are not followed, for a page that
 *  became one may have a history of its own
 * @param signal cancels reading
 * @return by the titles that were asked for; those of pages that do not exist are left out
 * @throws {WikiError} when the wiki does not answer
 * @throws {DOMException} `AbortError` when cancelled
 */
export async function findPages(
	titles: readonly string[], signal?: AbortSignal
): Promise<DraftHistory[ 'pages' ]> {
	const found: DraftHistory[ 'pages' ] = new Map();
	for ( let start = 0; start < titles.length; start += TITLES_AT_ONCE ) {
		const some = titles.slice( start, start + TITLES_AT_ONCE );
		const answer = await query( { prop: 'info', titles: some }, signal );
		const pages = new Map( listOf( answer.query.pages ).map(
			( page ) => [ page.title, Number( page.pageid ) || 0 ]
		) );
		for ( const asked of some ) {
			const title = followTitles( answer.query, asked );
			const id = pages.get( title );
			if ( id ) {
				found.set( asked, { id, title } );
			}
		}
	}
	return found;
}

/** Adds one page's revisions to a list, until that is longer than `atMost`. */
async function addPage(
	revisions: HistoryRevision[], { id, title }: HistoryPage, atMost: number, signal?: AbortSignal
): Promise<void> {
	let next: Record<string, string> | null = {};
	while ( next && revisions.length <= atMost ) {
		const answer: Awaited<ReturnType<typeof query>> = await query( {
			prop: 'revisions',
			// The hash itself is of no use here, but hidden ones are named.
			rvprop: [ 'ids', 'timestamp', 'user', 'sha1' ],
			rvdir: 'newer',
			rvlimit: Math.min( LISTED_AT_ONCE, atMost + 1 - revisions.length ),
			titles: [ title ],
			...next
		}, signal );
		for ( const page of listOf( answer.query.pages ) ) {
			// Another one may have come under that title meanwhile.
			for ( const revision of Number( page.pageid ) === id ? listOf( page.revisions ) : [] ) {
				revisions.push( {
					id: Number( revision.revid ),
					page: id,
					timestamp: String( revision.timestamp ),
					user: userOf( revision ),
					hidden: Boolean( revision.sha1hidden || revision.suppressed )
				} );
			}
		}
		next = answer.next;
	}
}

/**
 * Lists all revisions of pages, without their texts.
 *
 * @param pages
 * @param options `signal` cancels reading; listing ends when more than `atMost` have been seen
 * @return null if there are more than `atMost`
 * @throws {WikiError} when the wiki does not answer
 * @throws {DOMException} `AbortError` when cancelled
 */
export async function listHistory(
	pages: DraftHistory[ 'pages' ],
	{ signal, atMost = Infinity }: { signal?: AbortSignal; atMost?: number } = {}
): Promise<DraftHistory | null> {
	const revisions: HistoryRevision[] = [];
	// A page may have been asked for by several titles.
	const different = new Map( [ ...pages.values() ].map( ( page ) => [ page.id, page ] ) );
	// One after the other, as wikis ask for it.
	for ( const page of different.values() ) {
		await addPage( revisions, page, atMost, signal );
		if ( revisions.length > atMost ) {
			return null;
		}
	}
	return { pages, revisions: revisions.sort( byTime ) };
}

/**
 * Reads the texts of a history. The next request is made when the next ones are asked for, so
 * that no more than one answer is held.
 *
 * @param history
 * @param from place of the first revision that is wanted
 * @param signal cancels reading
 * @yield as many revisions for each request as were asked for, in their order; what is hidden
 *  or gone has no text
 * @throws {WikiError} when the wiki does not answer
 * @throws {DOMException} `AbortError` when cancelled
 */
export async function* readHistory(
	{ pages, revisions }: DraftHistory, from: number, signal?: AbortSignal
): AsyncGenerator<ReadRevision[], void, void> {
	const titles = new Map( [ ...pages.values() ].map( ( { id, title } ) => [ id, title ] ) );
	for ( let start = from; start < revisions.length; start += REVISIONS_AT_ONCE ) {
		const some = revisions.slice( start, start + REVISIONS_AT_ONCE );
		const answer = await readRevisions( some.map( ( { id } ) => id ), signal );
		yield some.map( ( { id, page, timestamp, hidden } ) => {
			const read = answer.revisions.get( id ) || { user: null, comment: null, text: null };
			return {
				...read,
				id,
				page: titles.get( page ) || '',
				timestamp,
				// What was listed as hidden is not kept, even if it was shown a moment later.
				text: hidden ? null : read.text
			};
		} );
	}
}
