/** The list of the panel, row by row. */
import type { AdviceItem, AdviceState, SectionItem, SectionRef } from '../account/types';
import { msg } from '../wiki/messages';
import type { Arrangement } from './arrange';
import { firstRows } from './limits';

/** An item where it is listed. */
export interface Row {
	item: AdviceItem;
	/** The item's state as far as this place is concerned. */
	state: AdviceState;
	/** What else is to be said about it in this place. */
	lines: string[];
}

export interface SectionRows {
	ref: SectionRef;
	rows: Row[];
	/** How many rows are drawn at first. */
	first: number;
}

export interface PageRows {
	title: string;
	complete: boolean;
	sections: SectionRows[];
}

/** Items that stand beside the text; the name is part of the keys of its messages. */
export interface GroupRows {
	name: 'whole-draft' | 'process' | 'not-looked-up' | 'unreadable' | 'orphaned';
	rows: Row[];
	first: number;
}

export interface ListRows {
	pages: PageRows[];
	groups: GroupRows[];
}

/** Lost places that one row names; the record has them all. */
const MOST_PLACES = 3;

function sectionRow( { item, because, state }: SectionItem ): Row {
	return { item, state, lines: [ msg( `because-${ because }` ) ] };
}

/** A row of which nothing more is to be said. */
export function plainRow( item: AdviceItem ): Row {
	return { item, state: item.state, lines: [] };
}

/** A row that says where the lost places were. */
function orphanRow( item: AdviceItem ): Row {
	const effects = item.changes
		.flatMap( ( change ) => change.effects )
		.filter( ( effect ) => effect.section === null );
	const places = new Set( effects.map( ( { headingThen, pageThen } ) => msg(
		'panel-change-lost-place',
		headingThen || msg( 'panel-lead' ),
		pageThen
	) ) );
	if ( item.orphans > effects.length ) {
		places.add( msg( 'panel-asked-lost' ) );
	}
	return { item, state: item.state, lines: [ ...places ].slice( 0, MOST_PLACES ) };
}

/** What is listed, and how much of each part is drawn at first. */
export function listRows( arrangement: Arrangement ): ListRows {
	const pages = arrangement.pages.map( ( { title, complete, sections } ) => ( {
		title,
		complete,
		sections: sections.map( ( { ref, items } ) => ( {
			ref,
			rows: items.map( sectionRow ),
			first: 0
		} ) )
	} ) );
	const groups: GroupRows[] = [
		{ name: 'whole-draft', rows: arrangement.wholeDraft.map( plainRow ), first: 0 },
		{ name: 'process', rows: arrangement.process.map( plainRow ), first: 0 },
		{ name: 'not-looked-up', rows: arrangement.notLookedUp.map( plainRow ), first: 0 },
		{ name: 'unreadable', rows: arrangement.unreadable.map( plainRow ), first: 0 },
		{ name: 'orphaned', rows: arrangement.orphaned.map( orphanRow ), first: 0 }
	];
	const parts = [ ...pages.flatMap( ( page ) => page.sections ), ...groups ];
	firstRows( parts.map( ( { rows } ) => rows.length ) ).forEach( ( first, index ) => {
		const part = parts[ index ];
		if ( part ) {
			part.first = first;
		}
	} );
	return { pages, groups: groups.filter( ( { rows } ) => rows.length > 0 ) };
}
