/** What is new in an account since somebody looked at it last. */
import type { AdviceItem, AdviceState, DraftAccount } from '../account/types';
import type { Visit } from './visit-shape';

export interface NewsItem {
	item: AdviceItem;
	/** It was not there before. */
	isNew: boolean;
	/** What its state was, where it is another one now. */
	former: AdviceState | null;
	/** How many of its words have gone since, and how many have come back. */
	lost: number;
	regained: number;
}

export interface News {
	items: NewsItem[];
	/** Records that are no longer in the log. */
	removed: number;
	/** The log page has another revision now. */
	logChanged: boolean;
}

/** Compares an account with what it was. */
export function newsSince( visit: Visit, account: DraftAccount ): News {
	const items = account.items.map( ( item ): NewsItem => {
		const { key, state, survival } = item;
		const former = visit.states[ key ];
		const stood = visit.standing[ key ];
		const lost = survival && stood !== undefined ? stood - survival.standing : 0;
		return {
			item,
			isNew: former === undefined,
			former: former === undefined || former === state ? null : former as AdviceState,
			lost: Math.max( 0, lost ),
			regained: Math.max( 0, -lost )
		};
	} );
	const keys = new Set( account.items.map( ( { key } ) => key ) );
	return {
		items: items.filter( ( { isNew, former, lost, regained } ) => (
			isNew || former !== null || lost > 0 || regained > 0
		) ),
		removed: Object.keys( visit.states ).filter( ( key ) => !keys.has( key ) ).length,
		logChanged: visit.log !== account.logRevision
	};
}
