/** The figures of an account as groups of rows, each number with what it counts. */
import { itemKeyOf } from '../account/change-key';
import {
	AGES, type FigureOutcome, type Figures, type OutcomeRow, type OutcomeTable
} from '../account/figures';
import type { Doer, UndoneWords } from '../account/overturned';
import type { DraftAccount } from '../account/types';
import { msg } from '../wiki/messages';
import { formatNumber, formatShare, numberLocale } from '../wiki/numbers';

/** A number in words, and the keys of the items that it counts. */
export interface Figure {
	text: string;
	items: string[];
	/** Edits that belong to it. */
	revisions?: number[];
}

export interface FigureRow {
	/** Empty where the group's title says it. */
	title: string;
	/** The title is somebody's own words. */
	isOwn?: boolean;
	figures: Figure[];
}

export interface FigureGroup {
	name: 'effort' | 'ages' | 'by-adviser' | 'by-topic' | 'overturned';
	title: string;
	rows: FigureRow[];
	/** What else is to be said. */
	notes: string[];
}

/** The order in which outcomes are told. */
const OUTCOMES: readonly FigureOutcome[] = [
	'adopted', 'adopted-in-part', 'adopted-with-modification', 'confirmed-no-change', 'declined',
	'superseded', 'pending', 'not-recorded', 'no-advice'
];

function counted( text: string, items: string[] ): Figure {
	return { text: msg( 'panel-labelled', text, formatNumber( items.length ) ), items };
}

function moneyText( currency: string | null, total: number ): string {
	try {
		return new Intl.NumberFormat( numberLocale(), currency === null ?
			{} :
			{ style: 'currency', currency } ).format( total ) +
			( currency === null ? ` ${ msg( 'report-no-currency' ) }` : '' );
	} catch {
		// Anybody may have written anything into the log.
		return `${ formatNumber( total ) } ${ currency ?? '' }`;
	}
}

function effortGroup( { effort }: Figures ): FigureGroup {
	const { hours, money, published, advice } = effort;
	return {
		name: 'effort',
		title: msg( 'report-effort' ),
		rows: [
			...hours.items.length ? [ {
				title: msg( 'report-hours' ),
				figures: [ { text: formatNumber( hours.total ), items: hours.items } ]
			} ] : [],
			...money.length ? [ {
				title: msg( 'report-money' ),
				figures: money.map( ( { currency, total, items } ) => (
					{ text: moneyText( currency, total ), items }
				) )
			} ] : []
		],
		notes: [ published.length ?
			msg( 'report-effort-known', published.length, advice.length ) :
			msg( 'report-effort-none' ) ]
	};
}

function ageText( atLeast: number | null ): string {
	if ( atLeast === null ) {
		return msg( 'report-age-unknown' );
	}
	const next = AGES.find( ( age ) => age > atLeast );
	return next === undefined ?
		msg( 'report-age-over', atLeast ) :
		msg( 'report-age-between', atLeast, next - 1 );
}

function agesGroup( { ages }: Figures ): FigureGroup {
	return {
		name: 'ages',
		title: msg( 'report-ages' ),
		rows: ( [ 'requested', 'answered' ] as const ).map( ( wanted ) => ( {
			title: msg( `report-age-${ wanted }` ),
			figures: ages.filter( ( { status } ) => status === wanted )
				.map( ( { atLeast, items } ) => counted( ageText( atLeast ), items ) )
		} ) ).filter( ( { figures } ) => figures.length ),
		notes: ages.length ? [] : [ msg( 'report-ages-none' ) ]
	};
}

function outcomeText( outcome: FigureOutcome ): string {
	return outcome === 'no-advice' ? msg( 'report-no-advice' ) :
		outcome === 'not-recorded' ? msg( 'state-not-recorded' ) :
			msg( `outcome-${ outcome }` );
}

function outcomeFigures( { outcomes }: OutcomeRow ): Figure[] {
	return OUTCOMES.flatMap( ( outcome ) => {
		const items = outcomes.get( outcome );
		return items ? [ counted( outcomeText( outcome ), items ) ] : [];
	} );
}

/**
 * @param name
 * @param table
 * @param without name of the row without an id
 * @param nameOf of the others
 */
function tableGroup(
	name: 'by-adviser' | 'by-topic', table: OutcomeTable, without: string,
	nameOf: ( id: string ) => string
): FigureGroup {
	const { rows, total, several } = table;
	return {
		name,
		title: msg( `report-${ name }` ),
		rows: [
			...rows.map( ( row ) => ( {
				title: row.id === null ? without : nameOf( row.id ),
				isOwn: row.id !== null,
				figures: outcomeFigures( row )
			} ) ),
			...rows.length > 1 ? [ { title: msg( 'report-all' ), figures: outcomeFigures( total ) } ] : []
		],
		notes: several.length ? [ msg( 'report-several', several.length ) ] : []
	};
}

function doerText( by: Doer ): string {
	return by === 'hidden' ? msg( 'user-hidden' ) :
		by === 'unknown' ? msg( 'report-user-unknown' ) : by.user;
}

function wordsFigure(
	words: number, changes: readonly string[], revisions?: number[]
): Figure {
	return {
		text: msg( 'report-words', words ),
		items: [ ...new Set( changes.map( itemKeyOf ) ) ],
		revisions
	};
}

function undoneRows( name: 'taken' | 'back', { all, words, changes, by }: UndoneWords ): FigureRow[] {
	return all ? [
		{
			title: msg( `report-overturned-${ name }`, all, formatShare( words, all ) ),
			figures: [ wordsFigure( words, changes ) ]
		},
		...by.map( ( undone ) => ( {
			title: msg( `report-overturned-${ name }-by`, doerText( undone.by ) ),
			figures: [ wordsFigure( undone.words, undone.changes, undone.revisions ) ]
		} ) )
	] : [];
}

function overturnedGroup( { overturned }: Figures, { published }: DraftAccount ): FigureGroup {
	return {
		name: 'overturned',
		title: msg( 'report-overturned' ),
		rows: overturned ? [
			...undoneRows( 'taken', overturned.taken ),
			...undoneRows( 'back', overturned.broughtBack ),
			...overturned.unknown.length ? [ {
				title: msg( 'report-overturned-unknown' ),
				figures: [ {
					text: formatNumber( overturned.unknown.length ),
					items: [ ...new Set( overturned.unknown.map( itemKeyOf ) ) ]
				} ]
			} ] : []
		] : [],
		notes: [
			...overturned ? [] : [ msg( 'report-not-computed' ) ],
			// Somebody else's word for it, or how far that agrees with what was traced here.
			...overturned && published ? [ published.text ] : []
		]
	};
}

/** All groups, also those of which nothing is known: they say so. */
export function figureGroups( figures: Figures, account: DraftAccount ): FigureGroup[] {
	const { agents, topics } = account;
	return [
		effortGroup( figures ),
		agesGroup( figures ),
		tableGroup(
			'by-adviser', figures.byAdviser, msg( 'adviser-not-recorded' ),
			( id ) => agents.get( id )?.name ?? id
		),
		tableGroup(
			'by-topic', figures.byTopic, msg( 'panel-filter-no-topic' ),
			( id ) => topics.get( id )?.label ?? id
		),
		overturnedGroup( figures, account )
	];
}
