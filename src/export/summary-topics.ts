/** Entries by topics, and topics without any. */
import type { Entry } from '../log/types';
import type { AdviceItem, DraftAccount } from '../account/types';
import { listOf, own, type Block, type Phrase, type Say } from './phrase';
import { entryItem } from './summary-entry';

/** A topic with those that it is part of, the broadest first; a circle ends where it closes. */
function topicPath( { topics }: DraftAccount, id: string ): string[] {
	const path: string[] = [];
	for (
		let at: string | undefined = id;
		at !== undefined && !path.includes( at );
		at = topics.get( at )?.broader
	) {
		path.unshift( at );
	}
	return path;
}

function label( { topics }: DraftAccount, id: string ): string {
	return topics.get( id )?.label ?? id;
}

/** The name of a topic, after those of the topics that it is part of. */
export function topicWords( say: Say, account: DraftAccount, id: string ): Phrase {
	return topicPath( account, id ).map( ( one ) => own( label( account, one ) ) )
		.reduce( ( broader, narrower ) => say( 'panel-labelled', broader, narrower ) );
}

/** The items of each entry, by entries in the order of the log. */
export function itemsByEntry( items: readonly AdviceItem[] ): Map<Entry, AdviceItem[]> {
	const entries = new Map<Entry, AdviceItem[]>();
	for ( const item of items ) {
		entries.set( item.entry, [ ...entries.get( item.entry ) || [], item ] );
	}
	return entries;
}

/** Topics in the order of the log, each followed by those that are part of it. */
function topicOrder( account: DraftAccount ): string[] {
	const places = [ ...account.topics.keys() ];
	const keys = new Map( places.map(
		( id ) => [ id, topicPath( account, id ).map( ( one ) => places.indexOf( one ) ) ]
	) );
	return places.sort( ( a, b ) => {
		const [ one, other ] = [ keys.get( a ) ?? [], keys.get( b ) ?? [] ];
		const at = one.findIndex( ( place, index ) => place !== other[ index ] );
		return at === -1 ? one.length - other.length : ( one[ at ] ?? 0 ) - ( other[ at ] ?? -1 );
	} );
}

/** A heading and a list for each topic: every entry stands once, under its first topic. */
export function topicBlocks( say: Say, account: DraftAccount ): Block[] {
	const byEntry = itemsByEntry( account.items );
	const entries = [ ...byEntry.keys() ];
	const firstOf = ( entry: Entry ): string | null => (
		entry.process ? null : entry.topics?.[ 0 ] ?? null
	);
	const others = entries.flatMap( ( entry ) => firstOf( entry ) ?? [] );
	const groups: { heading: Phrase; own: Entry[]; first: string | null }[] = [
		...[ ...new Set( [ ...topicOrder( account ), ...others ] ) ].map( ( id ) => ( {
			heading: topicWords( say, account, id ),
			own: entries.filter( ( entry ) => firstOf( entry ) === id ),
			first: id
		} ) ),
		{
			heading: say( 'export-no-topic' ),
			own: entries.filter( ( entry ) => !entry.process && firstOf( entry ) === null ),
			first: null
		},
		{
			heading: say( 'panel-group-process' ),
			own: entries.filter( ( entry ) => entry.process ),
			first: null
		}
	];
	return groups.filter( ( group ) => group.own.length ).flatMap( ( group ): Block[] => [
		{ kind: 'heading', level: 3, text: group.heading },
		{ kind: 'list', items: group.own.flatMap( ( entry ) => entryItem(
			say, account, byEntry.get( entry ) ?? [],
			listOf( say, ( entry.topics ?? [] ).filter( ( id ) => id !== group.first )
				.map( ( id ) => topicWords( say, account, id ) ) )
		) ) }
	] );
}

/** Topics without an entry on them or on a narrower one. */
export function silentTopics( account: DraftAccount ): string[] {
	const used = new Set( account.items.flatMap( ( { entry } ) => entry.topics ?? [] )
		.flatMap( ( id ) => topicPath( account, id ) ) );
	return topicOrder( account ).filter( ( id ) => !used.has( id ) );
}
