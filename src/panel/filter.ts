/** What the reader asked to see, and which items answer to it. */
import type { Topic } from '../log/types';
import { STATE_ORDER } from '../account/state-order';
import type { AdviceItem, DraftAccount } from '../account/types';
import { searchFor } from './search';

/**
 * Each field holds the value of one list of choices: empty for "any". Values carry a prefix,
 * so that an id of the log can never be taken for a choice of ours.
 */
export interface Filter {
	/** `state:` and a state, or `outcome:` and an outcome as recorded. */
	outcome: string;
	/** `id:` and an agent's id, or `none`. */
	adviser: string;
	/** `id:` and a topic's id, or `none`. */
	topic: string;
	/** Words to look for. */
	text: string;
}

export const NO_FILTER: Readonly<Filter> = { outcome: '', adviser: '', topic: '', text: '' };
export const NONE = 'none';

export function isFiltering( filter: Filter ): boolean {
	return Boolean( filter.outcome || filter.adviser || filter.topic || filter.text.trim() );
}

/** A topic and all that are narrower than it; topics that are broader in a circle end it. */
export function withNarrower( topics: ReadonlyMap<string, Topic>, id: string ): Set<string> {
	const narrower = new Map<string, string[]>();
	for ( const topic of topics.values() ) {
		if ( topic.broader !== undefined ) {
			const list = narrower.get( topic.broader ) ?? [];
			list.push( topic.id );
			narrower.set( topic.broader, list );
		}
	}
	const found = new Set( [ id ] );
	for ( const known of found ) {
		( narrower.get( known ) ?? [] ).forEach( ( child ) => found.add( child ) );
	}
	return found;
}

function hasOutcome( item: AdviceItem, wanted: string ): boolean {
	return wanted === `state:${ item.state }` ||
		wanted === `outcome:${ item.advice?.disposition?.outcome ?? '' }`;
}

function hasAdviser( item: AdviceItem, wanted: string ): boolean {
	return wanted === NONE ?
		!item.advice?.advisers?.length :
		item.advisers.some( ( agent ) => wanted === `id:${ agent.id }` );
}

/** The items that the filter lets through; null where nothing is filtered. */
export function keptItems( account: DraftAccount, filter: Filter ): Set<AdviceItem> | null {
	if ( !isFiltering( filter ) ) {
		return null;
	}
	const family = withNarrower( account.topics, filter.topic.replace( /^id:/, '' ) );
	const isFound = searchFor( account, filter.text );
	return new Set( account.items.filter( ( item ) => {
		const topics = item.entry.topics ?? [];
		return ( !filter.outcome || hasOutcome( item, filter.outcome ) ) &&
			( !filter.adviser || hasAdviser( item, filter.adviser ) ) &&
			( !filter.topic || ( filter.topic === NONE ?
				topics.length === 0 :
				topics.some( ( topic ) => family.has( topic ) ) ) ) &&
			( !filter.text.trim() || isFound( item ) );
	} ) );
}

/** One choice: what it filters by and how many items it would leave. */
export interface Choice {
	value: string;
	count: number;
}

export interface Choices {
	states: Choice[];
	/** Outcomes as recorded; without those that no item has. */
	outcomes: Choice[];
	advisers: Choice[];
	topics: Choice[];
}

/** What there is to choose from in this account. Choices that would leave nothing are left out. */
export function choices( account: DraftAccount ): Choices {
	const tally = new Map<string, number>();
	const add = ( kind: string, value: string ): void => {
		const key = `${ kind }/${ value }`;
		tally.set( key, ( tally.get( key ) ?? 0 ) + 1 );
	};
	for ( const item of account.items ) {
		add( 'state', `state:${ item.state }` );
		if ( item.advice?.disposition ) {
			add( 'outcome', `outcome:${ item.advice.disposition.outcome }` );
		}
		new Set( item.advisers.map( ( { id } ) => id ) )
			.forEach( ( id ) => add( 'adviser', `id:${ id }` ) );
		if ( !item.advice?.advisers?.length ) {
			add( 'adviser', NONE );
		}
		topicsAndBroader( account.topics, item.entry.topics ?? [] )
			.forEach( ( id ) => add( 'topic', `id:${ id }` ) );
		if ( !item.entry.topics?.length ) {
			add( 'topic', NONE );
		}
	}
	const pick = ( kind: string, values: string[] ): Choice[] => values
		.map( ( value ) => ( { value, count: tally.get( `${ kind }/${ value }` ) ?? 0 } ) )
		.filter( ( { count } ) => count > 0 );
	const ids = ( map: ReadonlyMap<string, unknown> ): string[] => [ ...map.keys() ]
		.map( ( id ) => `id:${ id }` )
		.concat( NONE );
	return {
		states: pick( 'state', STATE_ORDER.map( ( state ) => `state:${ state }` ) ),
		outcomes: pick( 'outcome', OUTCOMES.map( ( outcome ) => `outcome:${ outcome }` ) ),
		advisers: pick( 'adviser', ids( account.agents ) ),
		topics: pick( 'topic', ids( account.topics ) )
	};
}

/**
 * Outcomes that say more than the state made of them: a state joins the three ways of
 * adopting, and the others have the same name in both.
 */
const OUTCOMES: readonly string[] = [
	'adopted',
	'adopted-in-part',
	'adopted-with-modification'
];

/** Topics, and those that are broader than any of them. */
export function topicsAndBroader(
	topics: ReadonlyMap<string, Topic>,
	ids: readonly string[]
): Set<string> {
	const found = new Set( ids );
	for ( const id of found ) {
		const broader = topics.get( id )?.broader;
		if ( broader !== undefined ) {
			found.add( broader );
		}
	}
	return found;
}
