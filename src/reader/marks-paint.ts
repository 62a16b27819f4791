/**
 * Shows marks: as highlights, which leave the page's elements as they are, and as elements around
 * the words where the browser has none, or makes all of them look alike.
 */
import { MARK_STYLES, type MarkStyle } from './marks-kinds';
import { unwrap, wrap } from './marks-wrap';
import type { WordPlace } from './page-words';

export interface Mark {
	style: MarkStyle;
	/** Where the words stood when the page was read. */
	place: WordPlace;
}

export interface Painter {
	/** Shows marks, in the order of the page. */
	paint( marks: readonly Mark[] ): void;
	/** Where a mark stands now. */
	rangeOf( mark: Mark ): Range;
	/** Shows which of them the reader was led to. */
	point( marks: readonly Mark[] ): void;
	/** Takes everything away again. */
	clear(): void;
}

const PREFIX = 'advice-provenance-';
const POINTED = `${ PREFIX }pointed`;

function rangeOf( { startContainer, startOffset, endContainer, endOffset }: WordPlace ): Range {
	const range = document.createRange();
	range.setStart( startContainer, startOffset );
	range.setEnd( endContainer, endOffset );
	return range;
}

// Made only where makePainter() finds them.
/* eslint-disable compat/compat */
function highlights(): Painter {
	/** They follow what other scripts change in the page. */
	const ranges = new Map<Mark, Range>();
	return {
		paint( marks ) {
			for ( const style of MARK_STYLES ) {
				const highlight = new Highlight();
				for ( const mark of marks ) {
					if ( mark.style === style ) {
						const range = rangeOf( mark.place );
						ranges.set( mark, range );
						highlight.add( range );
					}
				}
				CSS.highlights.set( PREFIX + style, highlight );
			}
		},
		rangeOf: ( mark ) => ranges.get( mark ) as Range,
		point( marks ) {
			const highlight = new Highlight();
			marks.forEach( ( mark ) => highlight.add( ranges.get( mark ) as Range ) );
			highlight.priority = 1;
			CSS.highlights.set( POINTED, highlight );
		},
		clear() {
			MARK_STYLES.forEach( ( style ) => CSS.highlights.delete( PREFIX + style ) );
			CSS.highlights.delete( POINTED );
			// As long as the browser keeps them, every change of the page moves them.
			ranges.forEach( ( range ) => range.setEnd( document, 0 ) );
			ranges.clear();
		}
	};
}
/* eslint-enable compat/compat */

function elements(): Painter {
	const spans = new Map<Mark, HTMLElement[]>();
	return {
		paint( marks ) {
			// From the last to the first, so that the places of those before stay true.
			for ( const mark of [ ...marks ].reverse() ) {
				spans.set( mark, wrap( mark.place, `word word-${ mark.style }` ) );
			}
		},
		rangeOf( mark ) {
			const own = spans.get( mark ) as HTMLElement[];
			const range = document.createRange();
			range.setStartBefore( own[ 0 ] as HTMLElement );
			range.setEndAfter( own[ own.length - 1 ] as HTMLElement );
			return range;
		},
		point( marks ) {
			const pointed = new Set( marks );
			for ( const [ mark, own ] of spans ) {
				own.forEach( ( span ) => span.classList.toggle(
					`${ PREFIX }word-pointed`, pointed.has( mark )
				) );
			}
		},
		clear() {
			unwrap( ( [] as HTMLElement[] ).concat( ...spans.values() ) );
			spans.clear();
		}
	};
}

/** Where the reader's own colours replace all others, highlights look like selected text. */
const OWN_COLOURS = '(forced-colors: active)';

/** What shows marks in this browser. */
export function makePainter(): Painter {
	const canTell = 'Highlight' in window && CSS.highlights &&
		!matchMedia( OWN_COLOURS ).matches;
	return canTell ? highlights() : elements();
}
