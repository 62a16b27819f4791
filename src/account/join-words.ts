/** Puts together what the trace of a draft answered, by what the views ask for. */
import type { FollowedChange, FollowedChanges, FollowedPage } from '../trace/followed-changes';
import { toPlainText } from '../trace/plain-text';
import type { ReviewState } from '../trace/review-standing';
import { changeName, itemKeyOf } from './change-key';
import type { DraftWords, ItemWords, PageWords, SectionWords } from './draft-words';
import { itemSurvival } from './item-survival';
import { refKey } from './items';
import { reviewStatesOf } from './review-states';
import type { AdviceItem } from './types';

/** The answers of the trace, and what the wiki told of the revisions. */
export interface TracedAnswers extends Pick<DraftWords, 'revisions' | 'missing' | 'computedOn'> {
	followed: FollowedChanges;
	/** By names that `askedReviews` gave. */
	reviews: ReadonlyMap<string, ReviewState>;
	/** Titles of the pages, by their names in the trace. */
	titles: ReadonlyMap<string, string>;
}

/** Sections by heading as a page shows it, those with one heading told apart by their order. */
export function sectionRefs(
	{ sections }: Pick<FollowedPage, 'sections'>, title: string
): PageWords[ 'sections' ] {
	const seen = new Map<string, number>();
	return sections.map( ( { heading, from, to } ) => {
		const plain = toPlainText( heading || '' );
		const nth = seen.get( plain ) || 0;
		seen.set( plain, nth + 1 );
		return { ref: { page: title, heading: plain, nth }, from, to };
	} );
}

/** Shares of the sections of a page, by `refKey`; of words that were traced. */
export function sectionWords(
	{ groups, groupOf, sections, untraced }: Omit<PageWords, 'shares'>
): Map<string, SectionWords> {
	const itemsOf = groups.map( ( keys ) => [ ...new Set( keys.map( itemKeyOf ) ) ] );
	return new Map( sections.map( ( { ref, from, to } ) => {
		const byItem = new Map<string, number>();
		let advised = 0;
		let total = 0;
		for ( let word = from; word < to; word++ ) {
			const group = groupOf[ word ] as number;
			const items = itemsOf[ group ] || [];
			total += Number( group !== untraced );
			advised += Number( items.length > 0 );
			for ( const key of items ) {
				byItem.set( key, ( byItem.get( key ) || 0 ) + 1 );
			}
		}
		return [ refKey( ref ), { total, advised, byItem } ];
	} ) );
}

function pageWords( page: FollowedPage, titles: TracedAnswers[ 'titles' ] ): PageWords {
	const title = titles.get( page.page ) || page.page;
	const words = { ...page, title, sections: sectionRefs( page, title ) };
	return { ...words, shares: sectionWords( words ) };
}

/**
 * @param items that the trace was asked about
 * @param answers
 */
export function joinWords( items: readonly AdviceItem[], answers: TracedAnswers ): DraftWords {
	const { followed, reviews, titles, ...rest } = answers;
	const changes = new Map( followed.changes.map(
		( change ): [ string, FollowedChange ] => [ change.key, change ]
	) );
	return {
		...rest,
		items: new Map( items.map( ( item ): [ string, ItemWords ] => {
			const own = item.changes.map(
				( _, index ) => changes.get( changeName( item, index ) )
			);
			return [ item.key, {
				survival: itemSurvival( own, rest.revisions ),
				changes: own,
				reviews: reviewStatesOf( item, reviews )
			} ];
		} ) ),
		pages: new Map( followed.pages.map( ( page ) => {
			const words = pageWords( page, titles );
			return [ words.title, words ];
		} ) )
	};
}
