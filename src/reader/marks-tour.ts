/** Leads the reader through the marked passages: through all, or those of one item. */
import { msg } from '../wiki/messages';
import type { MarksBar } from './marks-bar';
import type { Drawing, PageMark } from './marks-drawing';
import { textOf } from './marks-page';
import { scrollToRange } from './scroll-to-range';

export interface MarksTour {
	/** Where the reader was led; undefined before the first passage. */
	passage(): readonly PageMark[] | undefined;
	/** Starts anew before the first passage. */
	reset( key: string | null ): void;
	/** Goes to the next passage, or to the one before. */
	step( by: number ): void;
	/** Shows again where the reader was led, in a new drawing. */
	point(): void;
	/** Goes on after the page was drawn: says where the reader is, or begins with one item. */
	resume( { next }: MarksBar ): void;
}

/**
 * @param shown the marks on the page and the bar; null while there are none
 */
export function makeTour( shown: () => { bar: MarksBar; drawing: Drawing } | null ): MarksTour {
	/** The item whose passages they are; null for all. */
	let item: string | null = null;
	let at = -1;

	function passages(): PageMark[][] {
		return ( shown()?.drawing.passages || [] )
			.filter( ( [ mark ] ) => item === null || mark?.kind.items.includes( item ) );
	}

	const passage = (): PageMark[] | undefined => passages()[ at ];

	function tell(): void {
		const view = shown();
		const own = passage();
		if ( own && view ) {
			view.bar.showPassage( msg( item === null ? 'marks-passage' : 'marks-passage-of',
				at + 1, passages().length, textOf( own, view.drawing ) ), item !== null );
		}
	}

	function step( by: number ): void {
		const { length } = passages();
		const view = shown();
		const next = at < 0 && by < 0 ? length - 1 : ( at + by + length ) % length;
		const own = passages()[ next ];
		if ( own && view ) {
			at = next;
			view.drawing.point( own );
			scrollToRange( view.drawing.rangeOf( own[ 0 ] as PageMark ) );
			tell();
		}
	}

	return {
		passage,
		reset( key ) {
			item = key;
			at = -1;
		},
		step,
		point: () => shown()?.drawing.point( passage() || [] ),
		resume( { next } ) {
			if ( at >= 0 ) {
				// The page was drawn anew: no reason to take the reader anywhere.
				tell();
			} else if ( item !== null ) {
				step( 1 );
				next.focus();
			}
		}
	};
}
