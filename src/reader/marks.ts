/** Marks at the advised words of the open page, as long as the reader wants them. */
import { findOutputs } from './headings';
import { makeBar, type MarksBar } from './marks-bar';
import { cardOfPassage, watchMarks } from './marks-cards';
import { drawMarks, type Drawing, type PageMark } from './marks-drawing';
import { kindsOnPage } from './marks-page';
import type { MarkableWords, MarksSource } from './marks-source';
import type { MarksHost } from './marks-switch';
import { makeTour } from './marks-tour';
import type { ComeFrom } from './page-cards';

export interface Marks {
	isOn(): boolean;
	/** See MarksSwitch. */
	toggle( from: ComeFrom ): void;
	goTo( key: string, from: ComeFrom ): void;
}

/** Set on the page while the bar stands at its bottom. */
const HAS_BAR = 'advice-provenance-has-bar';

/**
 * @param host what shows cards
 * @param source gives the words
 */
export function marksFrom( host: MarksHost, source: MarksSource ): Marks {
	const { pointing } = host;
	let bar: MarksBar | null = null;
	let drawing: Drawing | null = null;
	let words: MarkableWords | null = null;
	let stopWatching: () => void = () => undefined;
	let withRemoved = false;
	/** Who gets the focus when the bar is left. */
	let origin: ComeFrom | null = null;
	const tour = makeTour( () => bar && drawing && { bar, drawing } );

	function clear(): void {
		stopWatching();
		stopWatching = () => undefined;
		drawing?.clear();
		drawing = null;
	}

	function draw(): void {
		if ( words && bar ) {
			clear();
			const own = drawing = drawMarks(
				words.page, kindsOnPage( words.page, words.account() ), withRemoved
			);
			own.facts.published = words.published || '';
			tour.point();
			stopWatching = watchMarks( host, words, own, {
				focus: () => bar?.node.focus(),
				isShown: () => drawing === own
			} );
		}
	}

	function showFacts(): void {
		if ( bar && drawing ) {
			bar.showFacts( drawing.facts, pointing.setting(), withRemoved );
		}
	}

	/** Brings the bar and the marks into line with what is known. */
	function update(): void {
		if ( !bar || ( drawing && !drawing.facts.published ) ) {
			return;
		}
		const now = source.now();
		if ( drawing && 'page' in now && now.page === words?.page ) {
			return;
		}
		// What is found out here takes the place of what was published.
		clear();
		if ( 'page' in now ) {
			words = now;
			draw();
			showFacts();
			tour.resume( bar );
		} else {
			bar.tell( ...now );
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
		const passage = tour.passage();
		const own = drawing;
		if ( passage && bar && own && words ) {
			const [ mark ] = passage as [ PageMark ];
			const { card } = bar;
			const focus = (): void => card.focus();
			pointing.press( cardOfPassage( host, words, passage, {
				rect: () => own.rangeOf( mark ).getBoundingClientRect(),
				focus,
				isShown: () => drawing === own,
				instead: () => host.cards.openPanel(
					{ item: mark.kind.items[ 0 ] }, { focus, isConnected: true }
				)
			} ) );
		}
	}

	/** From the passage back to the bar, and from there to where the reader came from. */
	function leave(): void {
		const wasLed = tour.passage();
		tour.reset( null );
		if ( wasLed ) {
			tour.point();
			showFacts();
		}
		origin?.focus();
	}

	function turnOn( from: ComeFrom ): void {
		origin = from;
		bar = makeBar( {
			close: turnOff,
			step: tour.step,
			openCard,
			leave,
			showAll() {
				tour.reset( null );
				tour.step( 1 );
			},
			showRemoved( shown ) {
				withRemoved = shown;
				draw();
			},
			recompute: () => source.recompute?.(),
			choose: host.cards.choose
		} );
		document.body.appendChild( bar.node );
		document.documentElement.classList.add( HAS_BAR );
		bar.node.focus();
		host.cards.load();
		update();
		source.read();
		host.switched();
	}

	source.subscribe( update );
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
			tour.reset( null );
			if ( bar ) {
				origin = from;
				turnOff();
			} else {
				turnOn( from );
			}
		},
		goTo( key, from ) {
			tour.reset( key );
			if ( !bar ) {
				turnOn( from );
			} else if ( drawing ) {
				origin = from;
				tour.step( 1 );
				bar.next.focus();
			}
		}
	};
}
