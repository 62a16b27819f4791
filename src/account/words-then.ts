/** The words of an old revision that go back to advice, as views show them. */
import type { FollowedWords } from '../trace/followed-changes';
import type { ChangeThen, WordsThen } from '../trace/words-then';
import { itemKeyOf } from './change-key';

/** What of one piece of advice stood in the revision. */
export type ItemThen = Omit<ChangeThen, 'key'>;

export interface DraftThen {
	/** False where not all is known, because a revision could not be read. */
	known: boolean;
	/** By key of an item: those with changes that had been made by then and could be read. */
	items: ReadonlyMap<string, ItemThen>;
	/** Its words with the changes that they go back to; null where it could not be read. */
	state: FollowedWords | null;
}

/** Puts together what stood there of the changes of the log. */
export function joinThen( { known, changes, state }: WordsThen ): DraftThen {
	const items = new Map<string, ItemThen>();
	for ( const { key, words, passages } of changes ) {
		const item = itemKeyOf( key );
		const earlier = items.get( item );
		items.set( item, {
			words: words + ( earlier?.words ?? 0 ),
			passages: [ ...earlier?.passages ?? [], ...passages ]
		} );
	}
	return { known, items, state };
}
