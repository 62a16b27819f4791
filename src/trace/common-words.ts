/** What two short stretches of words have in common, in order. */
import { UNKNOWN, type Row } from './row';
import type { WordGraph } from './word-graph';

/** Used again and again: gaps are many and small. */
let scratch = new Float64Array( 8192 );

/** What it adds, in bits, that a match follows another one or an end of the gap. */
const IN_ROW = 2;

/** A gap of a row. */
export interface Gap {
	start: number;
	end: number;
	/** The old words, too, followed the word before the gap. */
	left: boolean;
	/** The old words, too, stood before the word after the gap. */
	right: boolean;
}

/** Words in a row that are the same in a gap and among old words. */
export interface Group {
	/** Where they begin in the gap. */
	row: number;
	/** Where they begin among the old words. */
	column: number;
	length: number;
}

/** How much the words of a group say, in bits. */
export function informationOf( graph: WordGraph, words: Row, gap: Gap, group: Group ): number {
	let information = 0;
	for ( let index = 0; index < group.length; index++ ) {
		const type = words.types[ gap.start + group.row + index ] as number;
		information += graph.vocabulary.information( type );
	}
	return information;
}

/** Texts of the old words. */
let oldTypes = new Int32Array( 256 );
/** By number of a text: the last time that it was one of an old word. */
let lastTime = new Int32Array( 1024 );
let time = 0;

/** Notes the texts of old words; tells whether one of them stands in a gap. */
function noteTypes( graph: WordGraph, words: Row, gap: Gap, old: number[] ): boolean {
	if ( oldTypes.length < old.length ) {
		oldTypes = new Int32Array( 2 * old.length );
	}
	if ( lastTime.length < graph.vocabulary.size ) {
		lastTime = new Int32Array( 2 * graph.vocabulary.size );
	}
	time++;
	for ( let column = 0; column < old.length; column++ ) {
		const type = graph.types.get( old[ column ] as number );
		oldTypes[ column ] = type;
		lastTime[ type ] = time;
	}
	for ( let at = gap.start; at < gap.end; at++ ) {
		if ( lastTime[ words.types[ at ] as number ] === time ) {
			return true;
		}
	}
	return false;
}

/**
 * The common subsequence that says most, as groups: words in a row say more than scattered ones
 * (dynamic programming after Needleman and Wunsch, 1970). Time and memory are the product of the
 * two lengths.
 *
 * @param graph
 * @param words
 * @param gap
 * @param old word ids
 */
export function heaviestCommon( graph: WordGraph, words: Row, gap: Gap, old: number[] ): Group[] {
	const rows = gap.end - gap.start;
	const columns = old.length;
	const width = columns + 1;
	if ( !noteTypes( graph, words, gap, old ) ) {
		return [];
	}
	const types = oldTypes;
	const size = ( rows + 1 ) * width;
	if ( scratch.length < 2 * size ) {
		scratch = new Float64Array( 4 * size );
	}
	/** The most that can be had from a place on; and with a match at the place itself. */
	const most = scratch.subarray( 0, size ).fill( 0 );
	const matched = scratch.subarray( size, 2 * size ).fill( 0 );
	for ( let row = rows - 1; row >= 0; row-- ) {
		const place = gap.start + row;
		const type = words.types[ place ] as number;
		if ( words.ids[ place ] !== UNKNOWN || lastTime[ type ] !== time ) {
			// Nothing matches here: from here on there is what there is from the next row on.
			most.copyWithin( row * width, ( row + 1 ) * width, ( row + 2 ) * width );
			continue;
		}
		const weight = graph.vocabulary.information( type );
		for ( let column = columns - 1; column >= 0; column-- ) {
			const at = row * width + column;
			let best = Math.max( most[ at + 1 ] as number, most[ at + width ] as number );
			if ( types[ column ] === type ) {
				const later = at + width + 1;
				const inRow = matched[ later ] as number;
				const isFirst = gap.left && !row && !column;
				const isLast = gap.right && row === rows - 1 && column === columns - 1;
				const match = weight + ( isFirst ? IN_ROW : 0 ) + Math.max(
					most[ later ] as number, inRow ? inRow + IN_ROW : 0, isLast ? IN_ROW : 0
				);
				matched[ at ] = match;
				best = Math.max( best, match );
			}
			most[ at ] = best;
		}
	}
	const groups: Group[] = [];
	let row = 0;
	let column = 0;
	while ( row < rows && column < columns ) {
		const at = row * width + column;
		const best = most[ at ] as number;
		if ( !best ) {
			break;
		}
		if ( matched[ at ] === best ) {
			const group = { row, column, length: 0 };
			let next = at;
			do {
				group.length++;
				next += width + 1;
			} while (
				row + group.length < rows && column + group.length < columns && matched[ next ] &&
				( matched[ next ] as number ) + IN_ROW >= ( most[ next ] as number )
			);
			groups.push( group );
			row += group.length;
			column += group.length;
		} else if ( most[ at + 1 ] === best ) {
			column++;
		} else {
			row++;
		}
	}
	return groups;
}
