/** Words of a state of a page as passages of plain text. */
import { toPlainText } from './plain-text';
import type { TracedWords } from './types';

/** Marks that touch a word belong to it when it is shown: brackets of a link, a full stop. */
const TOUCHING = /[^\s\p{L}\p{N}]/u;
/** What is left of markup that a passage cuts through. */
const REMAINS = /\[\[|\]\]|\{\{|\}\}|'{2,}/g;

/** Words from the first to the last one as they read on the page, with marks that touch them. */
export function plainPassage(
	{ text, starts, ends }: TracedWords, first: number, last: number
): string {
	let start = starts[ first ] as number;
	let end = ends[ last ] as number;
	const from = first > 0 ? ends[ first - 1 ] as number : 0;
	const to = last + 1 < starts.length ? starts[ last + 1 ] as number : text.length;
	while ( start > from && TOUCHING.test( text.charAt( start - 1 ) ) ) {
		start--;
	}
	while ( end < to && TOUCHING.test( text.charAt( end ) ) ) {
		end++;
	}
	return toPlainText( toPlainText( text.slice( start, end ) ).replace( REMAINS, '' ) );
}

/** Whether a heading or a paragraph ends after a word. */
function endsParagraph( { text, starts, ends }: TracedWords, at: number ): boolean {
	return /\n\s*\n|=\s*\n|\n=/.test( text.slice( ends[ at ], starts[ at + 1 ] ) );
}

/**
 * Words that follow each other within a paragraph.
 *
 * @param words all words of the page
 * @param from index of the first word of a section
 * @param to index after its last one
 * @param wanted ids of the words to show
 * @return indexes of the first and the last word of each run, in order
 */
export function passageRuns(
	words: TracedWords, from: number, to: number, wanted: ReadonlySet<number>
): [ first: number, last: number ][] {
	const runs: [ number, number ][] = [];
	for ( let first = from; first < to; first++ ) {
		if ( wanted.has( words.ids[ first ] as number ) ) {
			let last = first;
			while (
				last + 1 < to && wanted.has( words.ids[ last + 1 ] as number ) &&
				!endsParagraph( words, last )
			) {
				last++;
			}
			runs.push( [ first, last ] );
			first = last;
		}
	}
	return runs;
}

/**
 * Words that follow each other, as they read on the page; see `passageRuns`.
 *
 * @return passages in order; those without a word that readers see are left out
 */
export function passagesOf( ...args: Parameters<typeof passageRuns> ): string[] {
	return passageRuns( ...args )
		.map( ( [ first, last ] ) => plainPassage( args[ 0 ], first, last ) )
		.filter( ( passage ) => /[\p{L}\p{N}]/u.test( passage ) );
}
