/** Marks at the advised words of the open page, as long as the reader wants them. */
import type { SectionItem } from '../account/types';
import type { PageWords as TracedPage } from '../account/draft-words';
import { msg } from '../wiki/messages';
import type { CardSource } from './card';
import { element } from './element';
import { findOutputs } from './headings';
import { makeBar, type MarksBar } from './marks-bar';
import { drawMarks, type Drawing, type PageMark } from './marks-drawing';
import { hindrance, kindsOnPage, sectionOf, textOf, way } from './marks-page';
import { rectAt, watchPointer } from './marks-pointer';
import type { MarksHost } from './marks-switch';
import type { ComeFrom } from './page-cards';
import { scrollToRange } from './scroll-to-range';

export interface Marks {
	isOn(): boolean;
	/** See MarksSwitch. */
	toggle( from: ComeFrom ): void;
	goTo( key: string, from: ComeFrom ): void;
}

/** Set on the page while the bar stands at its bottom. */
const HAS_BAR = 'advice-provenance-has-bar';

/**
 * @param host what the reader script gives
 */
export function makeMarks( host: MarksHost ): Marks {
	const { workspace, cards, pointing } = host;
	let bar: MarksBar | null = null;
	let drawing: Drawing | null = null;
	let page: TracedPage | null = null;
	let stopWatching: ( () => void )[] = [];
	let withRemoved = false;
	/** Who gets the focus when the bar is left. */
	let origin: ComeFrom | null = null;
	/** The passages that the reader is led through, those of one item if `led.key` names it. */
	let led: { key: string | null; at: number } = { key: null, at: -1 };

	function clear(): void {
		stopWatching.forEach( ( stop ) => stop() );
		stopWatching = [];
		drawing?.clear();
		drawing = null;
	}

	function sourceOf(
		passage: readonly PageMark[], rect: () => DOMRect, focus: () => void, instead: () => void
	): CardSource {
		const [ { kind, word } ] = passage as [ PageMark ];
		const own = drawing;
		const marker = {
			get isConnected() {
				return drawing === own;
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
				const items = ( workspace.account()?.items || [] )
					.filter( ( { key } ) => kind.items.includes( key ) )
					.map( ( item ): SectionItem => ( {
						item, because: 'changed', state: item.state
					} ) );
				if ( items.length > 1 ) {
					body.appendChild( element( 'p', '', msg( 'marks-several', items.length ) ) );
				}
				cards.draw( body, items, page && sectionOf( page, word ), marker );
			}
		};
	}

	function passageOf( mark: PageMark ): readonly PageMark[] {
		return drawing?.passages.find( ( passage ) => passage.includes( mark ) ) || [ mark ];
	}

	function watch( own: Drawing ): void {
		const sources = new Map<readonly PageMark[], CardSource>();
		let at = new DOMRect();

		function source( mark: PageMark, x: number, y: number ): CardSource {
			const range = own.rangeOf( mark );
			at = rectAt( range, x, y ) || range.getBoundingClientRect();
			const passage = passageOf( mark );
			const known = sources.get( passage ) ||
				sourceOf( passage, () => at, () => bar?.node.focus(), () => undefined );
			sources.set( passage, known );
			return known;
		}

		const marks = own.marks.filter( ( { kind } ) => kind.items.length );
		stopWatching = findOutputs().map( ( output ) => watchPointer( output, { ...own, marks }, {
			came: ( mark, x, y ) => pointing.came( source( mark, x, y ) ),
			left: pointing.left,
			clicked: ( mark, x, y ) => pointing.press( source( mark, x, y ) )
		} ) );
	}

	function passagesLed(): PageMark[][] {
		const { key } = led;
		return ( drawing?.passages || [] )
			.filter( ( [ mark ] ) => key === null || mark?.kind.items.includes( key ) );
	}

	/** Says to which passage the reader was led. */
	function tellPassage(): void {
		const passages = passagesLed();
		const passage = passages[ led.at ];
		if ( passage && bar && drawing ) {
			bar.showPassage( msg( led.key === null ? 'marks-passage' : 'marks-passage-of',
				led.at + 1, passages.length, textOf( passage, drawing ) ), led.key !== null );
		}
	}

	function step( by: number ): void {
		const passages = passagesLed();
		const at = led.at < 0 && by < 0 ? passages.length - 1 :
			( led.at + by + passages.length ) % passages.length;
		const passage = passages[ at ];
		if ( !passage || !bar || !drawing ) {
			return;
		}
		led.at = at;
		drawing.point( passage );
		scrollToRange( drawing.rangeOf( passage[ 0 ] as PageMark ) );
		tellPassage();
	}

	function draw(): void {
		const account = workspace.account();
		if ( !account || !page || !bar ) {
			return;
		}
		clear();
		drawing = drawMarks( page, kindsOnPage( page, account ), withRemoved );
		drawing.point( passagesLed()[ led.at ] || [] );
		watch( drawing );
	}

	function begin(): void {
		draw();
		if ( drawing && bar ) {
			const account = workspace.account();
			drawing.facts.published = account?.words?.published && account.published?.text || '';
			bar.showFacts( drawing.facts, host.setting(), withRemoved );
			if ( led.at >= 0 ) {
				// The page was drawn anew: no reason to take the reader anywhere.
				tellPassage();
			} else if ( led.key !== null ) {
				step( 1 );
				bar.next.focus();
			}
		}
	}

	/** Brings the bar and the marks into line with what is known. */
	function update(): void {
		const { state, done, total } = workspace.wordsProgress();
		// What is found out here takes the place of what was published.
		if ( drawing?.facts.published && state !== 'none' ) {
			clear();
		}
		if ( !bar || drawing ) {
			return;
		}
		const again = (): void => {
			workspace.readWords();
		};
		const account = workspace.account();
		if ( !account ) {
			bar.tell( msg( 'marks-no-log' ) );
		} else if ( state === 'stopped' ) {
			bar.tell( msg( 'marks-stopped' ), way( msg( 'marks-go-on' ), again ) );
		} else if ( state === 'failed' ) {
			const failure = workspace.failures().find( ( { what } ) => what === 'words' );
			bar.tell(
				msg( 'marks-failed', failure?.message || '' ), way( msg( 'marks-again' ), again )
			);
		} else if ( !account.words || ( state !== 'ready' && state !== 'none' ) ) {
			bar.tell( total && state === 'reading' ?
				msg( 'marks-reading', done, total ) :
				msg( 'marks-beginning' ), way( msg( 'marks-stop' ), workspace.stopWords ) );
		} else {
			page = account.words.pages.get( workspace.openPage().title ) || null;
			const hindered = hindrance( page || undefined );
			if ( hindered ) {
				bar.tell( ...hindered );
			} else {
				begin();
			}
		}
	}

	function turnOff(): void {
		pointing.closeCard( false );
		clear();
		bar?.node.remove();
		bar = null;
		withRemoved = false;
		document.documentElement.classList.remove( HAS_BAR );
		host.switched();
		origin?.focus();
	}

	function openCard(): void {
		const passage = passagesLed()[ led.at ];
		const known = bar;
		const own = drawing;
		if ( passage && known && own ) {
			const [ mark ] = passage as [ PageMark ];
			pointing.press( sourceOf(
				passage,
				() => own.rangeOf( mark ).getBoundingClientRect(),
				() => known.card.focus(),
				() => cards.openPanel( { item: mark.kind.items[ 0 ] }, {
					focus: () => known.card.focus(),
					isConnected: true
				} )
			) );
		}
	}

	/** From the passage back to the bar, and from there to where the reader came from. */
	function leave(): void {
		if ( led.at >= 0 && drawing && bar ) {
			drawing.point( [] );
			bar.showFacts( drawing.facts, host.setting(), withRemoved );
		}
		led = { key: null, at: -1 };
		origin?.focus();
	}

	/** What was published will do, if it fits the text. */
	async function readWords(): Promise<void> {
		if ( workspace.account()?.published ) {
			await workspace.readEvidence();
		}
		if ( !workspace.account()?.words ) {
			await workspace.readWords();
		}
	}

	function turnOn( from: ComeFrom ): void {
		origin = from;
		bar = makeBar( {
			close: turnOff,
			step,
			openCard,
			leave,
			showAll() {
				led = { key: null, at: -1 };
				step( 1 );
			},
			showRemoved( shown ) {
				withRemoved = shown;
				draw();
			},
			recompute() {
				workspace.readWords();
			},
			choose: host.choose
		} );
		document.body.appendChild( bar.node );
		document.documentElement.classList.add( HAS_BAR );
		bar.node.focus();
		cards.load();
		update();
		readWords();
		host.switched();
	}

	workspace.subscribe( update );
	// The page's content was drawn anew: without our marks, or with others' elements.
	mw.hook<[ JQuery ]>( 'wikipage.content' ).add( ( content ) => {
		// Previews and popups fire it, too.
		const isPage = content.get().some( ( node ) => node.isConnected && findOutputs()
			.some( ( output ) => node.contains( output ) || output.contains( node ) ) );
		if ( drawing && isPage ) {
			pointing.closeCard( false );
			clear();
			update();
		}
	} );

	return {
		isOn: () => bar !== null,
		toggle( from ) {
			led = { key: null, at: -1 };
			if ( bar ) {
				origin = from;
				turnOff();
			} else {
				turnOn( from );
			}
		},
		goTo( key, from ) {
			led = { key, at: -1 };
			if ( !bar ) {
				turnOn( from );
			} else if ( drawing ) {
				origin = from;
				step( 1 );
				bar.next.focus();
			}
		}
	};
}
