/** What happened to a draft when: each entry of the log with its marks on one scale of time. */
import { readDate } from '../log/dates';
import type { AdviceItem, DraftAccount, ItemChange } from '../account/types';
import { formatLogDate, formatTimestamp } from '../wiki/dates';

export type MarkKind = 'request' | 'advice' | 'decision' | 'edit';

/** Something that happened, at a time that may be known only vaguely. */
export interface TimelineMark {
	kind: MarkKind;
	item: AdviceItem;
	/** Milliseconds; null where the date is open at that end. */
	from: number | null;
	to: number | null;
	/** The true date may lie outside. */
	approximate: boolean;
	/** The date in words. */
	when: string;
	/** Of an edit: the change that the log names. */
	change?: ItemChange;
	/** Of an edit: the share of its words that stand; null where that is not known. */
	standing: number | null;
}

/** An entry with all that is dated in it. */
export interface TimelineRow {
	item: AdviceItem;
	/** In the order of time. */
	marks: TimelineMark[];
}

const DAY_MS = 86400000;

/** The last millisecond of a day. */
function endOf( day: string ): number {
	return Date.parse( day ) + DAY_MS - 1;
}

/** A mark for a date of the log; none where there is no date, or none that can be read. */
function datedMark(
	kind: MarkKind, item: AdviceItem, edtf: string | undefined
): TimelineMark[] {
	const date = edtf === undefined ? null : readDate( edtf );
	return date ? [ {
		kind,
		item,
		from: date.earliest === null ? null : Date.parse( date.earliest ),
		to: date.latest === null ? null : endOf( date.latest ),
		approximate: date.approximate,
		when: formatLogDate( date.text ),
		standing: null
	} ] : [];
}

/** The share of a change's words that are as it left them. */
function standingShare( { survival }: ItemChange ): number | null {
	if ( !survival || survival.state === 'unknown' ) {
		return null;
	}
	const { inserted, standing, removed, absent } = survival;
	return inserted + removed ? ( standing + absent ) / ( inserted + removed ) : null;
}

function editMark( item: AdviceItem, change: ItemChange ): TimelineMark[] {
	const { timestamp } = change.evidence ?? {};
	const time = timestamp === undefined ? NaN : Date.parse( timestamp );
	return isNaN( time ) ? [] : [ {
		kind: 'edit',
		item,
		from: time,
		to: time,
		approximate: false,
		when: formatTimestamp( timestamp ?? '' ),
		change,
		standing: standingShare( change )
	} ];
}

/** The time by which a mark is put in order: the earliest that is possible. */
function orderOf( { from, to }: TimelineMark ): number {
	return from ?? to ?? Infinity;
}

function marksOf( items: readonly AdviceItem[] ): TimelineMark[] {
	const marks = items.flatMap( ( item, index ) => [
		// The question is one, however many answers it has.
		...index ? [] : datedMark( 'request', item, item.entry.request.requestedOn ),
		...datedMark( 'advice', item, item.advice?.givenOn ),
		...datedMark( 'decision', item, item.advice?.disposition?.decidedOn ),
		...item.changes.flatMap( ( change ) => editMark( item, change ) )
	] );
	return marks.sort( ( a, b ) => orderOf( a ) - orderOf( b ) );
}

/** Entries in the order in which they begin, and last those without any date. */
export function timelineRows( { items }: DraftAccount ): TimelineRow[] {
	const byEntry = new Map<string, AdviceItem[]>();
	for ( const item of items ) {
		const list = byEntry.get( item.entry.id ) ?? [];
		list.push( item );
		byEntry.set( item.entry.id, list );
	}
	const rows = [ ...byEntry.values() ].map( ( all ) => (
		{ item: all[ 0 ] as AdviceItem, marks: marksOf( all ) }
	) );
	const start = ( { marks }: TimelineRow ): number => marks[ 0 ] ?
		orderOf( marks[ 0 ] ) :
		Infinity;
	// Infinity less itself is no number.
	return rows.sort( ( a, b ) => start( a ) === start( b ) ? 0 : start( a ) - start( b ) );
}

/** All that is dated, in the order of time. */
export function timelineEvents( rows: readonly TimelineRow[] ): TimelineMark[] {
	return rows.flatMap( ( { marks } ) => marks ).sort( ( a, b ) => orderOf( a ) - orderOf( b ) );
}
