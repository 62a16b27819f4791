/** Which advice the edits of a page applied, as far as the log alone tells. */
import type { AdviceItem, DraftAccount } from './types';

/** By revision: the items of which a change ends with it. */
export function appliedBy( { items }: Pick<DraftAccount, 'items'> ): Map<number, AdviceItem[]> {
	const applied = new Map<number, AdviceItem[]>();
	for ( const item of items ) {
		for ( const { change: { revision } } of item.changes ) {
			const others = applied.get( revision ) || [];
			if ( !others.includes( item ) ) {
				applied.set( revision, [ ...others, item ] );
			}
		}
	}
	return applied;
}

/**
 * Revisions in the middle of changes that took several edits, with the items that they belong to.
 *
 * @param account
 * @param order revisions of one page, the oldest first; only they are known to be in between
 */
export function appliedInPart(
	{ items }: Pick<DraftAccount, 'items'>, order: readonly number[]
): Map<number, AdviceItem[]> {
	const parts = new Map<number, AdviceItem[]>();
	for ( const item of items ) {
		for ( const { change: { from, revision } } of item.changes ) {
			const last = order.indexOf( revision );
			const base = from === undefined ? -1 : order.indexOf( from );
			for ( const part of last > base && base !== -1 ? order.slice( base + 1, last ) : [] ) {
				parts.set( part, [ ...parts.get( part ) || [], item ] );
			}
		}
	}
	return parts;
}
