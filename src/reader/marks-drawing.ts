/** The marks of a page that is open: where its advised words stand, shown. */
import type { FollowedWords } from '../trace/followed-changes';
import {
	locateWords, WORD_AMBIGUOUS, WORD_LOCATED, WORD_NOT_FOUND
} from '../trace/locate-words';
import { findOutputs } from './headings';
import type { MarksFacts } from './marks-bar';
import { MARK_STYLES, type MarkKind, type MarkStyle } from './marks-kinds';
import { makePainter, type Mark } from './marks-paint';
import { insertRemoved, placeRemoved } from './marks-removed';
import { passagesOf, runsOf, type MarkRun } from './marks-runs';
import { readPageWords, type PageWords, type WordPlace } from './page-words';

export interface PageMark extends Mark, MarkRun {}

export interface Drawing {
	/** In the order of the page. */
	marks: PageMark[];
	passages: PageMark[][];
	facts: MarksFacts;
	/** Where a mark stands now. */
	rangeOf( mark: PageMark ): Range;
	/** Shows which passage the reader was led to. */
	point( passage: readonly PageMark[] ): void;
	/** Takes all marks away: the page is as it was. */
	clear(): void;
}

function placeOf( { first, from, last, to }: MarkRun, page: PageWords ): WordPlace {
	const { startContainer, startOffset } = page.placeOf( first, from );
	return { ...page.placeOf( last, 0, to ), startContainer, startOffset };
}

/**
 * Marks the advised words of the open page.
 *
 * @param traced the page's words, of the revision that is shown
 * @param kinds of its groups
 * @param withRemoved also shows what advice removed
 */
export function drawMarks(
	traced: FollowedWords, kinds: readonly ( MarkKind | null )[], withRemoved: boolean
): Drawing {
	const outputs = findOutputs();
	let page = readPageWords( outputs );
	const located = locateWords( traced, page, mw.config.get( 'wgNamespaceIds' ) );
	const { states, pieces } = located;
	const removed = placeRemoved( traced, located );
	const takeOut = withRemoved ? insertRemoved( removed.places, page ) : null;
	if ( takeOut ) {
		// Text nodes are others now; the words are the same.
		page = readPageWords( outputs );
	}

	const counts = new Map<MarkStyle, number>();
	const facts: MarksFacts = {
		counts: [], passages: 0, published: '', notFound: 0, unseen: 0,
		removed: removed.count, removedLost: removed.lost
	};
	for ( let word = 0; word < states.length; word++ ) {
		const state = states[ word ];
		const kind = kinds[ traced.groupOf[ word ] as number ];
		if ( kind && state === WORD_LOCATED ) {
			counts.set( kind.style, ( counts.get( kind.style ) || 0 ) + 1 );
		} else if (
			kind?.items.length && ( state === WORD_NOT_FOUND || state === WORD_AMBIGUOUS )
		) {
			facts.notFound++;
		} else if ( kind?.items.length ) {
			facts.unseen++;
		}
	}

	const runs = runsOf(
		pieces, ( word ) => kinds[ traced.groupOf[ word ] as number ] || null, page
	);
	const marks = runs.map( ( run ): PageMark => ( {
		...run,
		style: run.kind.style,
		place: placeOf( run, page )
	} ) );
	const passages = passagesOf( marks.filter( ( { kind } ) => kind.items.length ), page );
	facts.passages = passages.length;
	facts.counts = MARK_STYLES.filter( ( style ) => counts.has( style ) )
		.map( ( style ) => [ style, counts.get( style ) as number ] );
	const painter = makePainter();
	painter.paint( marks );
	return {
		marks,
		passages,
		facts,
		rangeOf: painter.rangeOf,
		point: painter.point,
		clear() {
			painter.clear();
			takeOut?.();
		}
	};
}
