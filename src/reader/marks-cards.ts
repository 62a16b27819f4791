/** The cards of marked words. */
import type { SectionItem } from '../account/types';
import { msg } from '../wiki/messages';
import type { CardSource } from './card';
import { element } from './element';
import { findOutputs } from './headings';
import type { Drawing, PageMark } from './marks-drawing';
import { rectAt, watchPointer } from './marks-pointer';
import type { MarkableWords } from './marks-source';
import type { MarksHost } from './marks-switch';

/** Where the card of a passage stands, and what it leads to. */
interface PassagePlace {
	rect(): DOMRect;
	/** Takes the focus when the card is closed. */
	focus(): void;
	/** Opened instead by who wants no cards. */
	instead(): void;
	/** Whether its marks are still on the page. */
	isShown(): boolean;
}

/** The card of a passage. */
export function cardOfPassage(
	{ cards }: MarksHost, { account, sectionOf }: MarkableWords,
	passage: readonly PageMark[], { rect, focus, instead, isShown }: PassagePlace
): CardSource {
	const [ { kind, word } ] = passage as [ PageMark ];
	const marker = {
		get isConnected() {
			return isShown();
		},
		contains: () => false,
		focus,
		getBoundingClientRect: rect
	};
	return {
		marker,
		title: msg( 'marks-card-title' ),
		prepare: cards.load,
		opening: () => undefined,
		opened: cards.load,
		closed: () => undefined,
		instead,
		draw( body ) {
			const items = account().items
				.filter( ( { key } ) => kind.items.includes( key ) )
				.map( ( item ): SectionItem => ( { item, because: 'changed', state: item.state } ) );
			if ( items.length > 1 ) {
				body.appendChild( element( 'p', '', msg( 'marks-several', items.length ) ) );
			}
			cards.draw( body, items, sectionOf( word ), marker );
		}
	};
}

/**
 * Lets marked words open their cards.
 *
 * @param host
 * @param words
 * @param drawing
 * @param place
 * @return ends it
 */
export function watchMarks(
	host: MarksHost, words: MarkableWords, drawing: Drawing,
	place: Pick<PassagePlace, 'focus' | 'isShown'>
): () => void {
	const { pointing } = host;
	const sources = new Map<readonly PageMark[], CardSource>();
	let at = new DOMRect();

	function source( mark: PageMark, x: number, y: number ): CardSource {
		const range = drawing.rangeOf( mark );
		at = rectAt( range, x, y ) || range.getBoundingClientRect();
		const passage = drawing.passages.find( ( one ) => one.includes( mark ) ) || [ mark ];
		const known = sources.get( passage ) || cardOfPassage( host, words, passage, {
			...place, rect: () => at, instead: () => undefined
		} );
		sources.set( passage, known );
		return known;
	}

	// Of words that go back to nothing there is nothing to tell.
	const marks = drawing.marks.filter( ( { kind } ) => kind.items.length );
	const stops = findOutputs().map( ( output ) => watchPointer( output, { ...drawing, marks }, {
		came: ( mark, x, y ) => pointing.came( source( mark, x, y ) ),
		left: pointing.left,
		clicked: ( mark, x, y ) => pointing.press( source( mark, x, y ) )
	} ) );
	return () => stops.forEach( ( stop ) => stop() );
}
