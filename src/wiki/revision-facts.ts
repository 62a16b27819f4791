/** Who made revisions, and when. */
import type { RevisionFacts } from '../account/draft-words';
import { listOf, query } from './api';
import { userOf } from './page-text';
import { REVISIONS_AT_ONCE } from './revisions';

/**
 * Asks about revisions, with one request.
 *
 * @param ids 50 at most; further ones are left out
 * @param signal cancels it
 * @return those that the wiki knows, by id
 * @throws {WikiError} when the wiki does not answer
 */
export async function readRevisionFacts(
	ids: readonly number[], signal?: AbortSignal
): Promise<Map<number, RevisionFacts>> {
	const facts = new Map<number, RevisionFacts>();
	const asked = ids.slice( 0, REVISIONS_AT_ONCE );
	if ( asked.length ) {
		const answer = await query( {
			prop: 'revisions', rvprop: [ 'ids', 'timestamp', 'user' ], revids: asked
		}, signal );
		for ( const page of listOf( answer.query.pages ) ) {
			for ( const revision of listOf( page.revisions ) ) {
				facts.set( Number( revision.revid ), {
					timestamp: String( revision.timestamp ), user: userOf( revision )
				} );
			}
		}
	}
	return facts;
}
