/** What of a traced draft is published beside its log: for each page, without any text. */
import type { FollowedChanges, FollowedPage } from '../trace/followed-changes';
import { publishPage } from '../trace/publish-page';
import {
	textHash, type PublishedItem, type PublishedPlace, type PublishedTrace
} from '../trace/published-format';
import type { ReviewState } from '../trace/review-standing';
import type { OriginWords } from '../trace/trace-answers';
import { itemKeyOf } from './change-key';
import { refKey } from './items';
import { sectionRefs } from './join-words';
import { changesOf } from './remembered';
import { reviewName } from './review-states';
import type { AdviceItem, DraftAccount, SectionRef } from './types';

/** What the trace answered about the draft of an account. */
export interface TracedForPublishing {
	/** About what `askedChanges` gives. */
	followed: FollowedChanges;
	/** About what `askedReviews` gives. */
	reviews: ReadonlyMap<string, ReviewState>;
	/** Titles of the draft's pages, by their names in the trace; others are not published. */
	titles: ReadonlyMap<string, string>;
	/** Where the words of these pages come from, by their names in the trace. */
	words: ReadonlyMap<string, OriginWords>;
}

/** The order of a page's sections, by `refKey`. */
function sectionOrder( page: FollowedPage, title: string ): Map<string, number> {
	return new Map( sectionRefs( page, title ).map(
		( { ref }, index ) => [ refKey( ref ), index ]
	) );
}

function indexesOf( refs: readonly SectionRef[], order: ReadonlyMap<string, number> ): number[] {
	return refs.flatMap( ( ref ) => order.get( refKey( ref ) ) ?? [] );
}

function reviewsOf( item: AdviceItem, reviews: TracedForPublishing[ 'reviews' ] ): string {
	return ( item.advice?.reviews ?? [] ).flatMap( ( { revision }, index ) => {
		const state = reviews.get( reviewName( item, index ) );
		return revision === undefined || !state ? [] : [ `${ revision } ${ state }` ];
	} ).join( ' ' );
}

/** Of an item whose cited revisions could be read, where it stands. */
function publishedItem(
	item: AdviceItem, order: ReadonlyMap<string, number>, reviews: TracedForPublishing[ 'reviews' ]
): PublishedItem {
	const places = indexesOf( item.touched, order );
	return {
		key: item.key,
		changes: textHash( changesOf( item ) ),
		places: places.join( ' ' ),
		orphans: item.orphans,
		elsewhere: places.length < item.touched.length,
		reviews: reviewsOf( item, reviews )
	};
}

function publishedPlaces(
	{ log, logSections }: DraftAccount, order: ReadonlyMap<string, number>
): PublishedPlace[] {
	return ( log.draft.sections ?? [] ).flatMap( ( { id, heading } ) => {
		const ref = logSections?.get( id );
		return ref ?
			[ { id, heading: textHash( heading ), place: order.get( refKey( ref ) ) ?? null } ] :
			[];
	} );
}

/** Keys of the items that have to do with a page. */
function itemsOnPage(
	items: readonly AdviceItem[], { groups }: FollowedPage, title: string
): Set<string> {
	const keys = new Set( groups.flat().map( itemKeyOf ) );
	for ( const { key, touched, changes } of items ) {
		if (
			touched.some( ( { page } ) => page === title ) ||
			changes.some( ( { evidence } ) => evidence?.page === title )
		) {
			keys.add( key );
		}
	}
	return keys;
}

/**
 * Makes the traces to publish.
 *
 * @param account after the cited revisions were read
 * @param traced
 * @return by the names of the pages in the trace
 */
export function publishDraft(
	account: DraftAccount, { followed, reviews, titles, words }: TracedForPublishing
): Map<string, PublishedTrace> {
	const placed = account.items.filter(
		( { changes, orphans, unplaced } ) => ( changes.length || orphans ) && !unplaced
	);
	const published = new Map<string, PublishedTrace>();
	for ( const page of followed.pages ) {
		const title = titles.get( page.page );
		const own = words.get( page.page );
		if ( title !== undefined && own ) {
			const order = sectionOrder( page, title );
			const here = itemsOnPage( account.items, page, title );
			published.set( page.page, publishPage( {
				page,
				words: own,
				changes: followed.changes.filter( ( { key } ) => here.has( itemKeyOf( key ) ) ),
				items: placed.map( ( item ) => publishedItem( item, order, reviews ) ),
				places: publishedPlaces( account, order )
			} ) );
		}
	}
	return published;
}
