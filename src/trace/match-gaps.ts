/**
 * Aligns what stands between two words that were found with what stood between them before: the
 * heaviest common subsequence, from which only matches are kept that chance hardly explains.
 */
import { heaviestCommon, informationOf, type Gap } from './common-words';
import { UNKNOWN, type Row } from './row';
import { type WordGraph } from './word-graph';

/** Longer gaps hold another text. */
const LONGEST = 200;
/** What a group of matches must say beyond what chance would bring, in bits. */
const BEYOND_CHANCE = 4;

/** Of gaps of so many words, */
const LONG_GAP = 10;
/** a smaller share of common words is chance: it is another text. */
const SAME_TEXT = 0.1;

/** Matches what is left in the gaps of a row. */
export function matchGaps( graph: WordGraph, words: Row, take: ( id: number ) => void ): void {
	const { ids } = words;
	for ( let start = 0; start < ids.length; ) {
		if ( ids[ start ] !== UNKNOWN ) {
			start++;
			continue;
		}
		let end = start;
		while ( end < ids.length && ids[ end ] === UNKNOWN ) {
			end++;
		}
		if ( end - start <= LONGEST ) {
			const left = ids[ start - 1 ] as number;
			const right = ids[ end ] as number;
			const between = wordsBetween( graph, left, right );
			if ( between ) {
				alignGap( graph, words, { start, end, left: true, right: true }, between, take );
			} else {
				const most = 2 * ( end - start ) + 10;
				const before = wordsBefore( graph, right, most );
				const after = wordsAfter( graph, left, most );
				alignGap( graph, words, { start, end, left: false, right: true }, before, take );
				alignGap( graph, words, { start, end, left: true, right: false }, after, take );
			}
		}
		start = end;
	}
}

/** Free words that stood between two words; null if it was not so. */
function wordsBetween( graph: WordGraph, left: number, right: number ): number[] | null {
	const words = wordsAfter( graph, left, LONGEST );
	const last = words.length ? ( words[ words.length - 1 ] as number ) : left;
	return graph.next.get( last ) === right ? words : null;
}

/** Free words that followed a word. */
function wordsAfter( graph: WordGraph, left: number, most: number ): number[] {
	const words: number[] = [];
	let id = graph.next.get( left );
	while ( id !== -1 && graph.isFree( id ) && words.length < most ) {
		words.push( id );
		id = graph.next.get( id );
	}
	return words;
}

/** Free words that stood before a word, in their order. */
function wordsBefore( graph: WordGraph, right: number, most: number ): number[] {
	const words: number[] = [];
	let id = graph.previous.get( right );
	while ( id !== -1 && graph.isFree( id ) && words.length < most ) {
		words.push( id );
		id = graph.previous.get( id );
	}
	return words.reverse();
}

/** Aligns the words of a gap with old ones, and takes the matches that are believed. */
function alignGap(
	graph: WordGraph, words: Row, gap: Gap, old: number[], take: ( id: number ) => void
): void {
	const rows = gap.end - gap.start;
	const columns = old.length;
	const groups = heaviestCommon( graph, words, gap, old );
	const matched = groups.reduce( ( sum, { length } ) => sum + length, 0 );
	const shorter = Math.min( rows, columns );
	if ( shorter >= LONG_GAP && matched < SAME_TEXT * shorter ) {
		return;
	}
	for ( const group of groups ) {
		const { row, column, length } = group;
		const information = informationOf( graph, words, gap, group );
		const shift = Math.min(
			gap.left ? Math.abs( row - column ) : Infinity,
			gap.right ? Math.abs( ( rows - row ) - ( columns - column ) ) : Infinity
		);
		if ( information >= BEYOND_CHANCE + 2 * Math.log2( 1 + shift ) ) {
			for ( let index = 0; index < length; index++ ) {
				const at = gap.start + row + index;
				const id = old[ column + index ] as number;
				if ( words.ids[ at ] === UNKNOWN && graph.isFree( id ) ) {
					words.ids[ at ] = id;
					take( id );
				}
			}
		}
	}
}
