/** Who made revisions, and when. */
import type { RevisionFacts } from '../account/draft-words';
import { listOf, query } from './api';
import { userOf } from './page-text';
import { REVISIONS_AT_ONCE } from './revisions';

/**
 * Asks about revisions of some pages, with one request.
 *
 * @param ids 50 at most; further ones are left out
 * @param titles of the pages: what is said of other pages' revisions is not about them
 * @param signal cancels it
 * @return those that the wiki knows, by id
 * @throws {WikiError} when the wiki does not answer
 */
export async function readRevisionFacts(
	ids: readonly number[], titles: ReadonlySet<string>, signal?: AbortSignal
): Promise<Map<number, RevisionFacts>> {
	const facts = new Map<number, RevisionFacts>();
	const asked = ids.slice( 0, REVISIONS_AT_ONCE );
	if ( asked.length ) {
		const answer = await query( {
			prop: 'revisions', rvprop: [ 'ids', 'timestamp', 'user' ], revids: asked
		}, signal );
		for ( const page of listOf( answer.query.pages ) ) {
			const isOther = !titles.has( String( page.title ) );
			for ( const revision of isOther ? [] : listOf( page.revisions ) ) {
				facts.set( Number( revision.revid ), {
					timestamp: String( revision.timestamp ), user: userOf( revision )
				} );
			}
		}
	}
	return facts;
}
