/**
 * What an earlier visit found out, small enough to keep in the browser: where each item
 * stands, and nothing of the texts.
 */
import type { AdviceLog, Quote } from '../log/types';
import { changeKey } from './change-key';
import type { AdviceItem, SectionRef } from './types';

export interface RememberedPlace {
	/** Revisions of the item's changes when it was found: another list is another finding. */
	changes: string;
	touched: SectionRef[];
	orphans: number;
}

/** By item key. */
export type RememberedPlaces = Record<string, RememberedPlace>;

/** How many words of a change are named; other words are another finding. */
function quoted( quotes: Quote[] | undefined ): string {
	return quotes ? `${ quotes.length }:${ quotes.map( ( { exact } ) => exact ).join().length }` : '';
}

/** Names the changes that a finding rests on. */
export function changesOf( item: Pick<AdviceItem, 'advice'> ): string {
	return ( item.advice?.changes || [] ).map( ( change ) => [
		changeKey( change ), quoted( change.inserted ), quoted( change.deleted )
	].join( '/' ) ).join( ' ' );
}

/** The part of an account that is worth remembering. */
export function toRemember( items: AdviceItem[] ): RememberedPlaces {
	const places: RememberedPlaces = {};
	for ( const item of items ) {
		if ( ( item.changes.length || item.orphans ) && !item.unplaced ) {
			places[ item.key ] = {
				changes: changesOf( item ),
				touched: item.touched,
				orphans: item.orphans
			};
		}
	}
	return places;
}

function isRef( value: unknown ): value is SectionRef {
	const ref = value as Partial<SectionRef> | null;
	return typeof ref === 'object' && ref !== null && typeof ref.page === 'string' &&
		typeof ref.heading === 'string' && typeof ref.nth === 'number';
}

/**
 * What is remembered of an item, if it still fits the log.
 *
 * @param places from the browser's storage, so possibly anything
 */
export function recall( places: unknown, item: AdviceItem ): RememberedPlace | null {
	const all = ( typeof places === 'object' && places || {} ) as Record<string, unknown>;
	const place = Object.prototype.hasOwnProperty.call( all, item.key ) &&
		all[ item.key ] as Partial<RememberedPlace> | null;
	return place && place.changes === changesOf( item ) && Array.isArray( place.touched ) &&
		place.touched.every( isRef ) && typeof place.orphans === 'number' ?
		place as RememberedPlace :
		null;
}

/** By section id of the log. */
export type RememberedSections = Record<string, { heading: string; ref: SectionRef }>;

/** Where the sections of the log were found, whatever they are called by now. */
export function sectionsToRemember(
	log: AdviceLog,
	found: Map<string, SectionRef | null>
): RememberedSections {
	const sections: RememberedSections = {};
	for ( const { id, heading } of log.draft.sections || [] ) {
		const ref = found.get( id );
		if ( ref ) {
			sections[ id ] = { heading, ref };
		}
	}
	return sections;
}

/**
 * Where a section of the log was found on an earlier visit; null if that is not remembered, or
 * the log has another heading for it by now.
 *
 * @param sections from the browser's storage, so possibly anything
 */
export function recallSection(
	sections: unknown,
	id: string,
	heading: string
): SectionRef | null {
	const all = ( typeof sections === 'object' && sections || {} ) as RememberedSections;
	const known = Object.prototype.hasOwnProperty.call( all, id ) ? all[ id ] : null;
	return known && known.heading === heading && isRef( known.ref ) ? known.ref : null;
}
