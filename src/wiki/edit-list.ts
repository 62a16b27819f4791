/** Edits of pages, to choose from: when, by whom, with what summary. No texts are read. */
import { isRecord, listOf, query } from './api';
import { userOf } from './page-text';

/** One edit, as a history shows it. */
export interface ListedEdit {
	id: number;
	page: string;
	/** ISO 8601, in UTC */
	timestamp: string;
	/** null where the name is hidden */
	user: string | null;
	/** null where the summary is hidden */
	comment: string | null;
}

export interface EditList {
	edits: ListedEdit[];
	/** To go on from; null at the end. */
	next: Record<string, string> | null;
}

const AT_ONCE = 50;

function editsOf( answer: Record<string, unknown> ): ListedEdit[] {
	const toEdit = ( page: string, revision: Record<string, unknown> ): ListedEdit => ( {
		id: Number( revision.revid ),
		page,
		timestamp: String( revision.timestamp ),
		user: userOf( revision ),
		comment: !revision.commenthidden && typeof revision.comment === 'string' ?
			revision.comment :
			null
	} );
	return listOf( answer.pages ).flatMap( ( { title, revisions } ) => (
		listOf( revisions ).map( ( revision ) => toEdit( String( title ), revision ) )
	) );
}

const PROPERTIES = [ 'ids', 'timestamp', 'user', 'comment' ];

/**
 * Lists edits of a page, the newest first, 50 at once.
 *
 * @param page title
 * @param next what the part before gave
 * @throws {WikiError} when the wiki does not answer
 */
export async function listEdits(
	page: string, next: Record<string, string> = {}
): Promise<EditList> {
	const answer = await query( {
		prop: 'revisions',
		rvprop: PROPERTIES,
		rvlimit: AT_ONCE,
		titles: [ page ],
		redirects: true,
		...next
	} );
	return { edits: editsOf( answer.query ), next: isRecord( answer.next ) ? answer.next : null };
}

/**
 * Reads what is known of edits by their numbers.
 *
 * @param ids at most 50
 * @throws {WikiError} when the wiki does not answer
 */
export async function readEdits( ids: number[] ): Promise<ListedEdit[]> {
	const answer = await query( { prop: 'revisions', rvprop: PROPERTIES, revids: ids } );
	return editsOf( answer.query );
}

/**
 * Lists all edits of a page.
 *
 * @throws {WikiError} when the wiki does not answer
 */
export async function listAllEdits( page: string ): Promise<ListedEdit[]> {
	const edits: ListedEdit[] = [];
	let next: Record<string, string> | null = {};
	while ( next ) {
		const list: EditList = await listEdits( page, { ...next, rvlimit: 'max' } );
		edits.push( ...list.edits );
		( { next } = list );
	}
	return edits;
}

/** Enough to tell one edit from several. */
const MANY = 3;

/**
 * Counts the edits of a page from after one revision up to another.
 *
 * @return 3 for three or more
 * @throws {WikiError} when the wiki does not answer
 */
export async function countEdits( page: string, after: number, upTo: number ): Promise<number> {
	const answer = await query( {
		prop: 'revisions',
		rvprop: 'ids',
		rvlimit: MANY + 1,
		rvstartid: upTo,
		rvendid: after,
		titles: [ page ]
	} );
	return Math.min( MANY, editsOf( answer.query ).filter( ( { id } ) => id !== after ).length );
}
