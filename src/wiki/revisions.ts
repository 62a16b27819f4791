/** Revisions of this wiki by their ids, and the order in which a page's revisions stand. */
import type { ReadRevision } from '../account/draft-reading';
import { listOf, query } from './api';
import { slotText, userOf } from './page-text';

/** The API gives content of 50 revisions a request to everybody. */
export const REVISIONS_AT_ONCE = 50;

export interface RevisionAnswer {
	revisions: Map<number, ReadRevision>;
	/** Ids that the wiki does not know, or knows as deleted. */
	missing: Set<number>;
	/** Page id of each title that came up. */
	pageIds: Map<string, number>;
}

/**
 * Reads revisions with their text.
 *
 * @param ids any number; 50 are read in a request, one request after another
 * @param signal cancels reading
 */
export async function readRevisions(
	ids: number[], signal?: AbortSignal
): Promise<RevisionAnswer> {
	const result: RevisionAnswer = {
		revisions: new Map(),
		missing: new Set(),
		pageIds: new Map()
	};
	for ( let start = 0; start < ids.length; start += REVISIONS_AT_ONCE ) {
		const some = ids.slice( start, start + REVISIONS_AT_ONCE );
		let next: Record<string, string> | null = {};
		while ( next ) {
			const answer: Awaited<ReturnType<typeof query>> = await query( {
				prop: 'revisions',
				rvprop: [ 'ids', 'timestamp', 'user', 'comment', 'content' ],
				rvslots: 'main',
				revids: some,
				...next
			}, signal );
			for ( const page of listOf( answer.query.pages ) ) {
				const title = String( page.title );
				result.pageIds.set( title, Number( page.pageid ) || 0 );
				for ( const revision of listOf( page.revisions ) ) {
					result.revisions.set( Number( revision.revid ), toRevision( title, revision ) );
				}
			}
			next = answer.next;
		}
		for ( const id of some ) {
			if ( !result.revisions.has( id ) ) {
				result.missing.add( id );
			}
		}
	}
	return result;
}

function toRevision( page: string, revision: Record<string, unknown> ): ReadRevision {
	return {
		id: Number( revision.revid ),
		page,
		timestamp: String( revision.timestamp ),
		user: userOf( revision ),
		comment: !revision.commenthidden && typeof revision.comment === 'string' ?
			revision.comment :
			null,
		text: slotText( revision )
	};
}

/** One part of a page's history, with ids and times only. */
async function readHistory(
	title: string,
	parameters: Record<string, string>,
	mostAnswers: number,
	signal?: AbortSignal
): Promise<[ number, string ][]> {
	const rows: [ number, string ][] = [];
	let next: Record<string, string> | null = {};
	for ( let answers = 0; next && answers < mostAnswers; answers++ ) {
		const answer: Awaited<ReturnType<typeof query>> = await query( {
			prop: 'revisions',
			rvprop: [ 'ids', 'timestamp' ],
			titles: [ title ],
			...parameters,
			...next
		}, signal );
		for ( const page of listOf( answer.query.pages ) ) {
			for ( const revision of listOf( page.revisions ) ) {
				rows.push( [ Number( revision.revid ), String( revision.timestamp ) ] );
			}
		}
		next = answer.next;
	}
	return rows;
}

/** Imports and bots leave several revisions with one time; so many are looked at. */
const SAME_TIME = '50';

/**
 * Ids of a page's revisions in the order of its history, from shortly before a time on.
 *
 * @param title
 * @param since timestamp of a revision of the page, ISO 8601; without it the whole history
 * @param options the list ends after `mostAnswers` of the wiki, 500 revisions each; `signal`
 *  cancels reading
 */
export async function listRevisions(
	title: string,
	since?: string,
	{ mostAnswers = Infinity, signal }: { mostAnswers?: number; signal?: AbortSignal } = {}
): Promise<number[]> {
	const [ before, after ] = await Promise.all( [
		since ?
			readHistory( title, { rvdir: 'older', rvstart: since, rvlimit: SAME_TIME }, 1, signal ) :
			[],
		readHistory( title, {
			rvdir: 'newer',
			rvlimit: 'max',
			...( since ? { rvstart: since } : {} )
		}, mostAnswers, signal )
	] );
	// Parent ids of imported revisions do not tell the order; time and id do.
	return [ ...new Map( [ ...before, ...after ] ) ]
		.sort( ( [ id, time ], [ otherId, otherTime ] ) => time === otherTime ?
			id - otherId :
			( time < otherTime ? -1 : 1 ) )
		.map( ( [ id ] ) => id );
}
