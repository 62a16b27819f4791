/** Items put together by topic, adviser or outcome. */
import { STATE_ORDER } from '../account/state-order';
import type { AdviceItem, DraftAccount } from '../account/types';
import { msg } from '../wiki/messages';
import { firstRows } from './limits';
import { plainRow, type Row } from './rows';
import { excerpt } from './sentence';

/** What the list can be grouped by; the first is taken where nothing was chosen. */
export const GROUPINGS = [ 'section', 'topic', 'adviser', 'outcome' ] as const;
export type Grouping = typeof GROUPINGS[ number ];

/** A group with a name of its own. */
export interface NamedGroup {
	/** Unlike those of the others, whatever stands in the log. */
	key: string;
	title: string;
	rows: Row[];
	/** How many rows are drawn at first. */
	first: number;
}

/** Longest name of a group. */
const LONGEST_NAME = 120;

/** Where an item belongs: none of the ids for what has none. */
const idsOf: Record<Exclude<Grouping, 'section'>, ( item: AdviceItem ) => readonly string[]> = {
	topic: ( { entry } ) => entry.topics ?? [],
	adviser: ( { advisers } ) => advisers.map( ( { id } ) => id ),
	outcome: ( { state } ) => [ state ]
};

/** The ids in the order in which their groups are shown. */
function orderedIds( account: DraftAccount, grouping: Grouping ): string[] {
	return grouping === 'topic' ? [ ...account.topics.keys() ] :
		grouping === 'adviser' ? [ ...account.agents.keys() ] :
			STATE_ORDER;
}

function titleOf( account: DraftAccount, grouping: Grouping, id: string ): string {
	return grouping === 'outcome' ? msg( `state-${ id }` ) : excerpt(
		( grouping === 'topic' ? account.topics.get( id )?.label : account.agents.get( id )?.name ) ??
			id,
		LONGEST_NAME
	);
}

/**
 * Groups of items; an item with several topics or advisers stands in each of them.
 *
 * @param account
 * @param grouping
 * @param kept items to show; null for all of them
 */
export function groupItems(
	account: DraftAccount,
	grouping: Exclude<Grouping, 'section'>,
	kept: ReadonlySet<AdviceItem> | null
): NamedGroup[] {
	const found = new Map<string, AdviceItem[]>( orderedIds( account, grouping )
		.map( ( id ) => [ id, [] ] ) );
	const without: AdviceItem[] = [];
	for ( const item of kept ?? account.items ) {
		const ids = new Set( idsOf[ grouping ]( item ) );
		ids.forEach( ( id ) => {
			const list = found.get( id ) ?? [];
			list.push( item );
			found.set( id, list );
		} );
		if ( !ids.size ) {
			without.push( item );
		}
	}
	const groups = [ ...found ]
		.map( ( [ id, items ] ) => (
			{ key: `id:${ id }`, title: titleOf( account, grouping, id ), items }
		) )
		.concat( {
			key: 'none',
			title: msg( grouping === 'topic' ?
				'panel-filter-no-topic' :
				'panel-adviser-not-recorded' ),
			items: without
		} )
		.filter( ( { items } ) => items.length > 0 );
	const first = firstRows( groups.map( ( { items } ) => items.length ) );
	return groups.map( ( { key, title, items }, index ) => (
		{ key, title, rows: items.map( plainRow ), first: first[ index ] ?? 0 }
	) );
}
