/** Finds what a published trace says and the history does not show. */
import { publishedAdvice } from '../account/published-draft';
import { itemKeyOf } from '../account/change-key';
import { refKey } from '../account/items';
import type { DraftAccount } from '../account/types';
import type { AdviceLog } from '../log/types';
import { comparePublished, type PublishedDifference } from '../trace/compare-published';
import type { FollowedChange, FollowedPage } from '../trace/followed-changes';
import { publishPage } from '../trace/publish-page';
import { readPublishedTrace, type ReadTrace } from '../trace/read-published';
import type { WordTrace } from './word-trace';

/** Where words came from by the revision that was traced, which is an older one by now. */
async function olderContradictions(
	read: ReadTrace, page: FollowedPage, ask: WordTrace[ 'ask' ]
): Promise<PublishedDifference[]> {
	const { page: name } = page;
	const then = await ask( 'origins', { page: name, revision: read.revision } );
	const recomputed = then && readPublishedTrace( publishPage( {
		page: {
			...page,
			revision: read.revision, text: then.text, sections: [],
			groups: [ [] ], groupOf: new Uint16Array( then.starts.length )
		},
		words: then,
		changes: []
	} ) );
	return recomputed ? comparePublished( read, recomputed, () => false )
		// Later revisions can add to what a word may go back to.
		.filter( ( { what, published, recomputed: found } ) => what === 'words' || (
			what === 'origins' && !found.split( ' ' ).includes( published.split( ' ' )[ 0 ] ?? '' )
		) ) : [];
}

/**
 * Compares a published trace with the trace of the history.
 *
 * @param read
 * @param log as it is now: what was published about another state of it is left alone
 * @param page as the trace has it today
 * @param changes what the trace tells of them
 * @param ask asks the trace
 */
export async function contradictions(
	read: ReadTrace, log: AdviceLog, page: FollowedPage, changes: readonly FollowedChange[],
	ask: WordTrace[ 'ask' ]
): Promise<PublishedDifference[]> {
	if ( page.revision !== read.revision ) {
		return olderContradictions( read, page, ask );
	}
	const known = new Set( publishedAdvice( log, read ).map( ( { key } ) => key ) );
	const recomputed = readPublishedTrace( publishPage( {
		page, changes, words: await ask( 'words', page.page )
	} ) );
	return recomputed ?
		comparePublished( read, recomputed, ( change ) => known.has( itemKeyOf( change ) ) ) : [];
}

/**
 * How many pieces of advice a published trace has in other sections of its page than the cited
 * revisions show.
 *
 * @param account after they were read
 * @param read of the page's newest revision
 * @param title of the page
 */
export function falsePlaces( account: DraftAccount, read: ReadTrace, title: string ): number {
	const page = account.pages.find( ( one ) => one.title === title );
	const order = new Map( page?.sections.map( ( { ref }, index ) => [ refKey( ref ), index ] ) );
	const items = new Map( account.items.map( ( item ) => [ item.key, item ] ) );
	return publishedAdvice( account.log, read ).filter( ( { key, read: { places } } ) => {
		const item = items.get( key );
		const found = item?.touched.flatMap( ( ref ) => order.get( refKey( ref ) ) ?? [] );
		return item && !item.unplaced && found &&
			found.sort().join( ' ' ) !== [ ...places ].sort().join( ' ' );
	} ).length;
}
