/** Where words that are gone stood, as seen from a later text: today's, or another one. */
import { passagesOf } from './passages';
import { wordsOfLines } from './state-words';
import type { Trace } from './trace';
import type { TracedLine } from './types';

/** Words in a row that a change removed. */
export interface RemovedPassage {
	/** As it read, without markup. */
	readonly text: string;
	/**
	 * Index of the word of today's page after which it stood; -1 if it stood before the first
	 * one. The nearest word before it that stands today is meant, or else the nearest after it.
	 */
	readonly after: number;
}

/** Lines of a state: indexes of the first one, and after the last one. */
export interface LineRange {
	readonly from: number;
	readonly to: number;
}

/** Of some lines of a state those from the first to the last one that has one of some words. */
export function linesWith(
	trace: Trace, state: readonly TracedLine[], lines: LineRange, wanted: ReadonlySet<number>
): LineRange {
	let { from, to } = lines;
	while ( from < to && !hasOneOf( trace, state[ from ] as TracedLine, wanted ) ) {
		from++;
	}
	while ( to > from && !hasOneOf( trace, state[ to - 1 ] as TracedLine, wanted ) ) {
		to--;
	}
	return { from, to };
}

function hasOneOf( trace: Trace, { ids }: TracedLine, wanted: ReadonlySet<number> ): boolean {
	for ( let at = 0; at < ids.length; at++ ) {
		if ( wanted.has( trace.identityOf( ids[ at ] as number ) ) ) {
			return true;
		}
	}
	return false;
}

/** Gives the place today of a word; undefined if it is not on today's page. */
type PlaceToday = ( id: number ) => number | undefined;

/** The place of the last of some lines' words that stands today; undefined if none does. */
function lastPlace( lines: readonly TracedLine[], placeToday: PlaceToday ): number | undefined {
	for ( let at = lines.length - 1; at >= 0; at-- ) {
		const { ids } = lines[ at ] as TracedLine;
		for ( let word = ids.length - 1; word >= 0; word-- ) {
			const place = placeToday( ids[ word ] as number );
			if ( place !== undefined ) {
				return place;
			}
		}
	}
	return undefined;
}

/** The place of the first of some lines' words that stands today; undefined if none does. */
function firstPlace( lines: readonly TracedLine[], placeToday: PlaceToday ): number | undefined {
	for ( const { ids } of lines ) {
		for ( const id of ids ) {
			const place = placeToday( id );
			if ( place !== undefined ) {
				return place;
			}
		}
	}
	return undefined;
}

/**
 * For each gap between words the place today of the nearest word before it that stands, or else
 * of the nearest after it; null where none stands.
 */
function placesOfGaps(
	places: readonly ( number | undefined )[], before: number | undefined, after: number | undefined
): ( number | null )[] {
	const gaps: ( number | null )[] = [];
	let last = before;
	for ( const place of places ) {
		gaps.push( last ?? null );
		last = place ?? last;
	}
	let next = after;
	for ( let at = places.length - 1; at >= 0; at-- ) {
		next = places[ at ] ?? next;
		gaps[ at ] = gaps[ at ] ?? ( next === undefined ? null : next - 1 );
	}
	return gaps;
}

/**
 * Finds the places of removed words.
 *
 * @param trace
 * @param before the page before they were removed
 * @param range lines of it, in which all of them stood
 * @param removed words that are away today
 * @param placeToday index of a word of today's page; undefined if it is not there
 * @return in the order of the text before; what has no neighbour that stands today is left out
 */
export function removedPassages(
	trace: Trace,
	before: readonly TracedLine[],
	range: LineRange,
	removed: ReadonlySet<number>,
	placeToday: PlaceToday
): RemovedPassage[] {
	const { from, to } = linesWith( trace, before, range, removed );
	const lines = wordsOfLines( before.slice( from, to ) );
	const words = { ...lines, ids: lines.ids.map( ( id ) => trace.identityOf( id ) ) };
	const here = ( id: number ): number | undefined => placeToday( trace.identityOf( id ) );
	const gaps = placesOfGaps(
		[ ...words.ids ].map( placeToday ),
		lastPlace( before.slice( 0, from ), here ),
		firstPlace( before.slice( to ), here )
	);
	const result: RemovedPassage[] = [];
	for ( let first = 0; first < words.ids.length; first++ ) {
		if ( !removed.has( words.ids[ first ] as number ) ) {
			continue;
		}
		let end = first + 1;
		while ( end < words.ids.length && removed.has( words.ids[ end ] as number ) ) {
			end++;
		}
		// Removed words stand nowhere, so the gap before the first of them serves for all.
		const after = gaps[ first ] ?? null;
		if ( after !== null ) {
			for ( const text of passagesOf( words, first, end, removed ) ) {
				result.push( { text, after } );
			}
		}
		first = end;
	}
	return result;
}
