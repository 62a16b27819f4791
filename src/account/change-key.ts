import type { Advice, Change } from '../log/types';
import type { AdviceItem } from './types';

/** Two changes with the same revisions have the same evidence. */
export function changeKey( change: Change ): string {
	return change.from ? `${ change.from }..${ change.revision }` : String( change.revision );
}

/** Names one change of one piece of advice. */
export function changeId( advice: Advice, index: number ): string {
	return `${ advice.id }/${ index }`;
}

/** Names one change of one item, also among those of other entries. */
export function changeName( item: Pick<AdviceItem, 'key'>, index: number ): string {
	return `${ item.key }#${ index }`;
}

/** The key of the item that a change belongs to. */
export function itemKeyOf( change: string ): string {
	return change.slice( 0, change.lastIndexOf( '#' ) );
}
