/**
 * Finds passages again that were changed in so many places on their way back, or to another
 * place, that none of their runs says enough by itself: together they do.
 */
import { heaviestCommon, informationOf, type Group } from './common-words';
import { UNKNOWN, type Row } from './row';
import { RELEASED, type WordGraph } from './word-graph';

/** Longer stretches are found by their runs. */
const LONGEST = 120;
/** So many of the rarest words of a stretch are looked up, */
const ANCHORS = 4;
/** each in so many places, the newest first. */
const MOST_PLACES = 12;
/** So many words, or pairs of words, are compared for one revision. */
const MOST_PAIRS = 1_000_000;
/** So many words more than the stretch has are looked at on either side. */
const SLACK = 4;
/** What the runs of a passage must say together, in bits. */
const BELIEVED = 26;
/** What it costs, in bits, that the passage breaks between two runs. */
const BREAK = 2;
/** What it adds that a passage begins, or ends, where the one that was taken out did. */
const BOUNDARY = 4;
/** What it adds that a word stood in the revision before. */
const STOOD = 2;
/** A smaller share of common words, within the passage, is another text. */
const SAME_TEXT = 1 / 3;

interface Passage {
	old: number[];
	groups: Group[];
	score: number;
}

/** A place in a row of which the words are not known. */
interface Stretch {
	start: number;
	end: number;
}

/**
 * @param graph
 * @param row
 * @param take is told each word that was found
 * @return whether one was
 */
export function matchPassages(
	graph: WordGraph, row: Row, take: ( id: number ) => void
): boolean {
	const { ids } = row;
	const budget = { pairs: MOST_PAIRS };
	let isFound = false;
	for ( let start = 0; start < ids.length; start++ ) {
		if ( ids[ start ] === UNKNOWN ) {
			let end = start + 1;
			while ( end < ids.length && ids[ end ] === UNKNOWN ) {
				end++;
			}
			// A single word is no passage.
			const best = end - start > LONGEST || end - start < 2 ? null :
				bestPassage( graph, row, { start, end }, budget );
			for ( const { row: at, column, length } of best ? best.groups : [] ) {
				for ( let index = 0; index < length; index++ ) {
					const id = best?.old[ column + index ] as number;
					// Words that stood beside each other at different times can make a circle.
					if ( graph.isFree( id ) ) {
						ids[ start + at + index ] = id;
						take( id );
						isFound = true;
					}
				}
			}
			start = end;
		}
	}
	return isFound;
}

/** @param budget pairs of words that may still be compared */
function bestPassage(
	graph: WordGraph, row: Row, stretch: Stretch, budget: { pairs: number }
): Passage | null {
	const { start, end } = stretch;
	const { vocabulary } = graph;
	const known = new Map<number, number>();
	let most = 2 * BOUNDARY;
	for ( let at = start; at < end; at++ ) {
		const type = row.types[ at ] as number;
		const information = vocabulary.information( type ) + STOOD;
		known.set( type, information );
		most += information;
	}
	if ( most < BELIEVED ) {
		return null;
	}
	const places = Array.from( { length: end - start }, ( _, index ) => start + index );
	const weight = ( at: number ): number => known.get( row.types[ at ] as number ) as number;
	places.sort( ( a, b ) => weight( b ) - weight( a ) );
	const tried = new Set<number>();
	let best: Passage | null = null;
	for ( const at of places.slice( 0, ANCHORS ) ) {
		let id = graph.newestOf( row.types[ at ] as number );
		for ( let tries = 0; id !== -1 && tries < MOST_PLACES && budget.pairs > 0; tries++ ) {
			if ( graph.isFree( id ) && !tried.has( id ) ) {
				const old = wordsAround( graph, id, at - start + SLACK, end - at - 1 + SLACK );
				let common = 2 * BOUNDARY;
				for ( const word of old ) {
					tried.add( word );
					common += known.get( graph.types.get( word ) ) ?? 0;
				}
				const isLikely = common >= BELIEVED;
				budget.pairs -= old.length * ( isLikely ? end - start : 1 );
				const passage = isLikely ? compare( graph, row, stretch, old ) : null;
				if ( passage && ( !best || passage.score > best.score ) ) {
					best = passage;
				}
			}
			id = graph.olderThan( id );
		}
	}
	return best;
}

/** Free words that stood in a row around one. */
function wordsAround( graph: WordGraph, id: number, before: number, after: number ): number[] {
	const words = [ id ];
	let next = graph.previous.get( id );
	while ( next !== -1 && graph.isFree( next ) && words.length <= before ) {
		words.push( next );
		next = graph.previous.get( next );
	}
	words.reverse();
	const limit = words.length + after;
	next = graph.next.get( id );
	while ( next !== -1 && graph.isFree( next ) && words.length < limit ) {
		words.push( next );
		next = graph.next.get( next );
	}
	return words;
}

/** What a stretch has in common with old words, if that is believed. */
function compare(
	graph: WordGraph, row: Row, stretch: Stretch, old: number[]
): Passage | null {
	const gap = { ...stretch, left: false, right: false };
	const all = heaviestCommon( graph, row, gap, old );
	const stood = ( { column, length }: Group ): number => (
		graph.status.get( old[ column ] as number ) === RELEASED ? STOOD * length : 0
	);
	const says = all.map( ( group ) => informationOf( graph, row, gap, group ) + stood( group ) );
	const first = says.indexOf( Math.max( ...says ) );
	if ( first < 0 ) {
		return null;
	}
	const groups = [ all[ first ] as Group ];
	let score = says[ first ] as number;
	for ( const step of [ -1, 1 ] ) {
		let shift = ( all[ first ] as Group ).row - ( all[ first ] as Group ).column;
		for ( let at = first + step; at >= 0 && at < all.length; at += step ) {
			const group = all[ at ] as Group;
			const other = group.row - group.column;
			const gain = ( says[ at ] as number ) - BREAK -
				2 * Math.log2( 1 + Math.abs( other - shift ) );
			if ( gain > 0 ) {
				score += gain;
				shift = other;
				groups[ step < 0 ? 'unshift' : 'push' ]( group );
			}
		}
	}
	score += BOUNDARY * boundaries( graph, stretch, groups, old );
	return score >= BELIEVED && isSameText( groups ) ? { old, groups, score } : null;
}

/** How many ends of a passage are ends of what was put in and of what was taken out. */
function boundaries(
	graph: WordGraph, { start, end }: Stretch, groups: Group[], old: number[]
): number {
	const first = groups[ 0 ] as Group;
	const last = groups[ groups.length - 1 ] as Group;
	const before = graph.previous.get( old[ first.column ] as number );
	const after = graph.next.get( old[ last.column + last.length - 1 ] as number );
	return Number( first.row === 0 && before !== -1 && !graph.isFree( before ) ) +
		Number( last.row + last.length === end - start && after !== -1 && !graph.isFree( after ) );
}

function isSameText( groups: Group[] ): boolean {
	const first = groups[ 0 ] as Group;
	const last = groups[ groups.length - 1 ] as Group;
	const matched = groups.reduce( ( sum, { length } ) => sum + length, 0 );
	const span = last.length + Math.max( last.row - first.row, last.column - first.column );
	return matched >= SAME_TEXT * span;
}
