/** Numbers that an auditor asks for first, beside the counts of states. */
import type { AdviceItem, DraftAccount } from '../account/types';
import { formatList } from '../wiki/lists';
import { formatNumber, formatShare } from '../wiki/numbers';
import { msg } from '../wiki/messages';
import { topicsAndBroader } from './filter';

/** The name is part of the key of its message. */
export interface Fact {
	name: 'answered' | 'adopted' | 'edits' | 'standing' | 'absent' | 'lost-places' | 'topics';
	text: string;
}

/** So many topics are named. */
const MOST_TOPICS = 20;

function count<T>( list: readonly T[], fits: ( one: T ) => boolean ): number {
	return list.filter( fits ).length;
}

/** The ways of adopting that occur, each with its number. */
function adoptedText( items: readonly AdviceItem[] ): string {
	return formatList( ...[ 'adopted', 'adopted-in-part', 'adopted-with-modification' ].map( ( outcome ) => {
		const number = count( items, ( { advice } ) => advice?.disposition?.outcome === outcome );
		return number && msg( 'panel-filter-choice', msg( `outcome-${ outcome }` ), number );
	} ) );
}

/** How many edits are named, and how many of them could not be read. */
function editsText( items: readonly AdviceItem[] ): string {
	const changes = items.flatMap( ( item ) => item.changes );
	const revisions = new Set( changes.map( ( { change } ) => change.revision ) );
	const unreadable = new Set( changes
		.filter( ( { evidence } ) => evidence?.problem )
		.map( ( { change } ) => change.revision ) );
	return unreadable.size ?
		msg( 'panel-fact-edits-unreadable', revisions.size, unreadable.size ) :
		msg( 'number', revisions.size );
}

function survivalText(
	items: readonly AdviceItem[], part: 'standing' | 'absent', whole: 'inserted' | 'removed'
): string {
	// A revision may serve several pieces of advice: its words count once for each of them.
	const sum = ( field: typeof part | typeof whole ): number => items
		.reduce( ( total, { survival } ) => total + ( survival?.[ field ] ?? 0 ), 0 );
	const total = sum( whole );
	return total ?
		msg( 'panel-share', formatNumber( sum( part ) ), total, formatShare( sum( part ), total ) ) :
		'';
}

/** Topics without any entry, on them or on a narrower one. */
function silentTopics( { topics, items }: DraftAccount ): string {
	const used = topicsAndBroader( topics, items.flatMap( ( { entry } ) => entry.topics ?? [] ) );
	const silent = [ ...topics.values() ].filter( ( { id } ) => !used.has( id ) );
	return topics.size ?
		formatList( ...silent.slice( 0, MOST_TOPICS ).map( ( { label } ) => label ) ) ||
			msg( 'panel-fact-no-topics' ) :
		'';
}

/** What is known of these; those of which nothing can be said are left out. */
export function accountFacts( account: DraftAccount ): Fact[] {
	const { items } = account;
	const entries = new Set( items.map( ( { entry } ) => entry.id ) );
	const answered = new Set( items.filter( ( { advice } ) => advice )
		.map( ( { entry } ) => entry.id ) );
	const facts: Fact[] = [
		{ name: 'answered', text: msg( 'panel-fact-of', answered.size, entries.size ) },
		{ name: 'adopted', text: adoptedText( items ) },
		{ name: 'edits', text: editsText( items ) },
		{ name: 'standing', text: survivalText( items, 'standing', 'inserted' ) },
		{ name: 'absent', text: survivalText( items, 'absent', 'removed' ) },
		{ name: 'lost-places', text: account.orphaned.length ?
			msg( 'number', account.orphaned.length ) : '' },
		{ name: 'topics', text: silentTopics( account ) }
	];
	return facts.filter( ( { text } ) => text );
}
