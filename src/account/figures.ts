/**
 * Numbers for an auditor, each with what it counts. Nothing is estimated: what the log does not
 * say, or what could not be read, is counted as not known.
 */
import { openAge, adviceStatus } from '../log/status';
import type { Outcome } from '../log/types';
import { type OverturnedWords, overturnedWords } from './overturned';
import type { AdviceItem, DraftAccount } from './types';

/** A sum, and the keys of the items whose numbers are in it. */
export interface Sum {
	total: number;
	items: string[];
}

/** What advice took, as far as published. */
export interface PublishedEffort {
	hours: Sum;
	/** By currency, in alphabetical order; null for amounts without one. Never added up. */
	money: ( Sum & { currency: string | null } )[];
	/** Pieces of advice that hours or money are published of. */
	published: string[];
	/** All pieces of advice on record, published of or not. */
	advice: string[];
}

/** What came of a piece of advice; or that nothing is recorded, or no advice is. */
export type FigureOutcome = Outcome | 'not-recorded' | 'no-advice';

/** What came of the advice of one adviser, or on one topic. */
export interface OutcomeRow {
	/** Id of an agent or topic; null for advice without an adviser, entries without a topic. */
	id: string | null;
	/** Keys of items by what came of them; only what occurs. */
	outcomes: Map<FigureOutcome, string[]>;
}

export interface OutcomeTable {
	/** In the order of the log, those without an id last. Rows without items are left out. */
	rows: OutcomeRow[];
	/** Every item once, also where it stands in several rows. */
	total: OutcomeRow;
	/** Items that stand in several rows: the rows add up to more than the total. */
	several: string[];
}

/** Questions without an answer, or answers without a decision, that have waited about as long. */
export interface AgeGroup {
	/** What is outstanding. */
	status: 'requested' | 'answered';
	/**
	 * Days that they have waited at least, up to the next group: one of `AGES`. null: since when
	 * they wait is not recorded.
	 */
	atLeast: number | null;
	items: string[];
}

export interface Figures {
	effort: PublishedEffort;
	/** Those of questions first, the shortest first; groups without items are left out. */
	ages: AgeGroup[];
	byAdviser: OutcomeTable;
	/** Items on a narrower topic are not counted for the broader one. */
	byTopic: OutcomeTable;
	/** null where words were not followed. */
	overturned: OverturnedWords | null;
}

/** Where groups of ages begin, in days. */
export const AGES = [ 0, 30, 90, 180, 365 ] as const;

function sumOf(
	items: readonly AdviceItem[], numberOf: ( item: AdviceItem ) => number | undefined
): Sum {
	const counted = items.filter( ( item ) => numberOf( item ) !== undefined );
	const total = counted.reduce( ( sum, item ) => sum + ( numberOf( item ) ?? 0 ), 0 );
	return {
		// Tenths are no binary numbers: 0.1 + 0.2 is to be 0.3.
		total: Number( total.toFixed( 6 ) ),
		items: counted.map( ( { key } ) => key )
	};
}

function effortOf( items: readonly AdviceItem[] ): PublishedEffort {
	const advice = items.filter( ( item ) => item.advice );
	const published = advice.filter( ( { advice: piece } ) => (
		piece?.effort?.hours !== undefined || piece?.effort?.amount !== undefined
	) );
	const currencyOf = ( item: AdviceItem ): string | null => item.advice?.effort?.currency ?? null;
	const paid = published.filter( ( item ) => item.advice?.effort?.amount !== undefined );
	const currencies = [ ...new Set( paid.map( currencyOf ) ) ]
		.sort( ( a, b ) => a === null ? 1 : b === null ? -1 : a < b ? -1 : 1 );
	return {
		hours: sumOf( published, ( item ) => item.advice?.effort?.hours ),
		money: currencies.map( ( currency ) => ( {
			currency,
			...sumOf(
				paid.filter( ( item ) => currencyOf( item ) === currency ),
				( item ) => item.advice?.effort?.amount
			)
		} ) ),
		published: published.map( ( { key } ) => key ),
		advice: advice.map( ( { key } ) => key )
	};
}

function agesOf( items: readonly AdviceItem[], today: Date ): AgeGroup[] {
	const groups: AgeGroup[] = [];
	for ( const status of [ 'requested', 'answered' ] as const ) {
		const open = items.filter(
			( { entry, advice } ) => adviceStatus( entry.request, advice ) === status
		);
		const ages = new Map( open.map( ( item ) => [
			item, openAge( item.entry.request, item.advice, today )?.atLeast ?? null
		] ) );
		for ( const atLeast of [ ...AGES, null ] ) {
			const next = atLeast === null ? undefined : AGES.find( ( age ) => age > atLeast );
			const own = open.filter( ( item ) => {
				const age = ages.get( item ) ?? null;
				return age === null || atLeast === null ?
					age === atLeast :
					age >= atLeast && ( next === undefined || age < next );
			} );
			if ( own.length ) {
				groups.push( { status, atLeast, items: own.map( ( { key } ) => key ) } );
			}
		}
	}
	return groups;
}

function outcomeOf( { advice }: AdviceItem ): FigureOutcome {
	return advice ? advice.disposition?.outcome ?? 'not-recorded' : 'no-advice';
}

function rowOf( id: string | null, items: readonly AdviceItem[] ): OutcomeRow {
	const outcomes = new Map<FigureOutcome, string[]>();
	for ( const item of items ) {
		const outcome = outcomeOf( item );
		const keys = outcomes.get( outcome ) || [];
		outcomes.set( outcome, keys );
		keys.push( item.key );
	}
	return { id, outcomes };
}

/**
 * @param items
 * @param order ids as the log has them; others follow in the order in which they occur
 * @param idsOf ids of an item; none at all for "not recorded"
 */
function tableOf(
	items: readonly AdviceItem[],
	order: Iterable<string>,
	idsOf: ( item: AdviceItem ) => readonly string[]
): OutcomeTable {
	const byId = new Map<string | null, Set<AdviceItem>>();
	for ( const id of order ) {
		byId.set( id, new Set() );
	}
	const without = new Set<AdviceItem>();
	const several: string[] = [];
	for ( const item of items ) {
		const ids = new Set( idsOf( item ) );
		for ( const id of ids ) {
			byId.set( id, ( byId.get( id ) || new Set() ).add( item ) );
		}
		if ( !ids.size ) {
			without.add( item );
		} else if ( ids.size > 1 ) {
			several.push( item.key );
		}
	}
	byId.set( null, without );
	return {
		rows: [ ...byId ]
			.filter( ( [ , own ] ) => own.size )
			.map( ( [ id, own ] ) => rowOf( id, [ ...own ] ) ),
		total: rowOf( null, items ),
		several
	};
}

/**
 * The figures of an account.
 *
 * @param account
 * @param today for the age of what is outstanding
 */
export function accountFigures( account: DraftAccount, today: Date ): Figures {
	const { items, agents, topics, words } = account;
	return {
		effort: effortOf( items ),
		ages: agesOf( items, today ),
		byAdviser: tableOf(
			items.filter( ( { advice } ) => advice ), agents.keys(),
			( { advisers } ) => advisers.map( ( { id } ) => id )
		),
		byTopic: tableOf( items, topics.keys(), ( { entry } ) => entry.topics ?? [] ),
		overturned: words && overturnedWords( items, words.revisions )
	};
}
