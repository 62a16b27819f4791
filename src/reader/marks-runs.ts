/** Runs of words on the page that are marked alike, and the passages that they make up. */
import type { LocatedPieces } from '../trace/locate-words';
import type { MarkKind } from './marks-kinds';
import type { PageWords } from './page-words';

/** Words in a row with nothing between them but text. */
export interface MarkRun {
	kind: MarkKind;
	/** Number of its first shown word, and the offset in it at which the run begins. */
	first: number;
	from: number;
	/** Number of its last shown word, and the offset in it at which the run ends. */
	last: number;
	to: number;
	/** Number of the word of the wikitext with which it begins. */
	word: number;
}

type ShownWords = Pick<PageWords, 'texts' | 'blockStarts' | 'joins'>;

/**
 * Runs of marked words, in the order of the page.
 *
 * @param pieces where the words of the wikitext are shown
 * @param kindOf tells the kind of a word of the wikitext
 * @param page
 */
export function runsOf(
	pieces: LocatedPieces, kindOf: ( word: number ) => MarkKind | null, page: ShownWords
): MarkRun[] {
	const runs: MarkRun[] = [];
	let run: MarkRun | null = null;
	for ( let piece = 0; piece < pieces.word.length; piece++ ) {
		const kind = kindOf( pieces.word[ piece ] as number );
		if ( !kind ) {
			run = null;
			continue;
		}
		const rendered = pieces.rendered[ piece ] as number;
		const from = pieces.from[ piece ] as number;
		const to = pieces.to[ piece ] as number;
		const goesOn = run !== null && run.kind === kind && ( run.last === rendered ?
			run.to === from :
			run.last + 1 === rendered && from === 0 && page.joins( run.last ) &&
				run.to === ( page.texts[ run.last ] as string ).length );
		if ( run && goesOn ) {
			run.last = rendered;
			run.to = to;
		} else {
			run = {
				kind, first: rendered, from, last: rendered, to,
				word: pieces.word[ piece ] as number
			};
			runs.push( run );
		}
	}
	return runs;
}

/** Runs of one kind within a paragraph: footnotes and the like may stand between them. */
export function passagesOf<T extends MarkRun>( runs: readonly T[], page: ShownWords ): T[][] {
	const blocks = new Set( Array.from( page.blockStarts ) );
	const passages: T[][] = [];
	let before: T | null = null;
	for ( const run of runs ) {
		const passage = passages[ passages.length - 1 ];
		const isNext = before && before.kind === run.kind && run.first <= before.last + 1;
		if ( passage && isNext && !blocks.has( run.first ) ) {
			passage.push( run );
		} else {
			passages.push( [ run ] );
		}
		before = run;
	}
	return passages;
}
