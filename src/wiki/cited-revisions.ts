/**
 * Revisions that a log names elsewhere than in a change: what was reviewed, what advisers were
 * given.
 */
import type { CitedRevision } from '../account/check-evidence';
import type { AdviceLog } from '../log/types';
import { readRevisions } from './revisions';

/** Their ids, each one once, in the order of the log. */
export function reviewedRevisions( { entries }: AdviceLog ): number[] {
	const ids = entries.flatMap( ( { request, advice = [] } ) => [
		request.reviewedRevision,
		...advice.flatMap( ( { reviews = [] } ) => reviews.map( ( { revision } ) => revision ) )
	] );
	return [ ...new Set( ids.filter( ( id ): id is number => id !== undefined ) ) ];
}

/**
 * Finds out when revisions were made, and which cannot be read.
 *
 * @param ids
 * @param options `signal` cancels reading; `titles`: the pages that they should be of, today and
 *  formerly, where that is to be found out as well
 * @throws {WikiError} when the wiki does not answer
 * @throws {DOMException} `AbortError` when cancelled
 */
export async function readCited(
	ids: number[],
	{ signal, titles }: { signal?: AbortSignal; titles?: ReadonlySet<string> } = {}
): Promise<Map<number, CitedRevision>> {
	const { revisions, missing } = await readRevisions( ids, signal );
	const cited = new Map<number, CitedRevision>();
	ids.forEach( ( id ) => {
		const read = revisions.get( id );
		if ( read ) {
			cited.set( id, {
				timestamp: read.timestamp,
				...read.text === null && { problem: 'hidden' as const },
				...titles && !titles.has( read.page ) && { problem: 'other-page' as const }
			} );
		} else if ( missing.has( id ) ) {
			cited.set( id, { problem: 'missing' } );
		}
	} );
	return cited;
}
