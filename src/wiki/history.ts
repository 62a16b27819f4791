/**
 * The whole history of the pages of a draft, in the order of the edits. Ids and times of all
 * revisions come first, 500 in a request: they tell how much there is to read, and what has been
 * hidden since an earlier visit. Texts follow, 50 in a request, from any place on.
 */
import type { ReadRevision } from '../account/draft-reading';
import { listOf, query } from './api';
import { readRevisions, REVISIONS_AT_ONCE, userOf } from './revisions';

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

/** Adds one page's revisions to a history. */
async function addPage(
	history: DraftHistory, title: string, signal?: AbortSignal
): Promise<void> {
	const known = new Set( [ ...history.pages.values() ].map( ( { id } ) => id ) );
	let next: Record<string, string> | null = {};
	while ( next ) {
		const answer: Awaited<ReturnType<typeof query>> = await query( {
			prop: 'revisions',
			// The hash itself is of no use here, but hidden ones are named.
			rvprop: [ 'ids', 'timestamp', 'user', 'sha1' ],
			rvdir: 'newer',
			rvlimit: 'max',
			titles: [ title ],
			...next
		}, signal );
		for ( const page of listOf( answer.query.pages ) ) {
			const id = Number( page.pageid ) || 0;
			if ( id ) {
				history.pages.set( title, { id, title: String( page.title ) } );
			}
			if ( !known.has( id ) ) {
				for ( const revision of listOf( page.revisions ) ) {
					history.revisions.push( {
						id: Number( revision.revid ),
						page: id,
						timestamp: String( revision.timestamp ),
						user: userOf( revision ),
						hidden: Boolean( revision.sha1hidden || revision.suppressed )
					} );
				}
			}
		}
		next = answer.next;
	}
}

/**
 * Lists all revisions of pages, without their texts.
 *
 * @param titles as they are today; redirects are not followed, for a page that became one may
 *  have a history of its own
 * @param signal cancels reading
 * @throws {WikiError} when the wiki does not answer
 * @throws {DOMException} `AbortError` when cancelled
 */
export async function listHistory(
	titles: readonly string[], signal?: AbortSignal
): Promise<DraftHistory> {
	const history: DraftHistory = { pages: new Map(), revisions: [] };
	// One after the other, as wikis ask for it.
	for ( const title of titles ) {
		await addPage( history, title, signal );
	}
	history.revisions.sort( byTime );
	return history;
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
