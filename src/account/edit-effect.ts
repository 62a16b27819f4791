/** What one edit did to the words of advice, as views show it. */
import type { EffectOnChange } from '../trace/effect-on-changes';
import { itemKeyOf } from './change-key';

/** An edit of a page, or several in a row. */
export interface AskedEdit {
	/** The revision before it; null if the page began with it. */
	base: number | null;
	last: number;
}

/** What an edit did to the words of one piece of advice. */
export type EffectOnItem = Omit<EffectOnChange, 'key'>;

export interface EditEffect {
	/** False where a revision of the edit could not be read. */
	known: boolean;
	/** By key of an item, in their order; those whose words it left alone are not in it. */
	items: ReadonlyMap<string, EffectOnItem>;
	/** Keys of the items of which it is one of the edits that applied them. */
	applies: ReadonlySet<string>;
}

function join( one: EffectOnItem, other: EffectOnItem ): EffectOnItem {
	return {
		removed: [ ...one.removed, ...other.removed ],
		removedWords: one.removedWords + other.removedWords,
		standing: one.standing + other.standing,
		restored: [ ...one.restored, ...other.restored ],
		restoredWords: one.restoredWords + other.restoredWords,
		moved: [ ...one.moved, ...other.moved ],
		movedWords: one.movedWords + other.movedWords,
		undone: [ ...one.undone, ...other.undone ],
		undoneWords: one.undoneWords + other.undoneWords
	};
}

/** Puts together what an edit did to the changes of the log. */
export function joinEffects(
	{ known, changes, within }: { known: boolean; changes: EffectOnChange[]; within: string[] }
): EditEffect {
	const items = new Map<string, EffectOnItem>();
	for ( const { key, ...effect } of changes ) {
		const item = itemKeyOf( key );
		const earlier = items.get( item );
		items.set( item, earlier ? join( earlier, effect ) : effect );
	}
	return { known, items, applies: new Set( within.map( itemKeyOf ) ) };
}
