// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachCard, closeCard, refreshCard } from '../../src/reader/card';
import { setCardSetting } from '../../src/reader/card-setting';
import { cardItem } from '../../src/reader/card-content';
import { renew } from '../../src/reader/renew';
import { sourceUrl } from '../../src/reader/sources';
import type { AdviceItem } from '../../src/account/types';
import type { Agent, Source } from '../../src/log/types';
import { installMw, unknownMessages } from '../panel/fake-mw';

beforeEach( () => {
	vi.useFakeTimers();
	installMw();
	Object.assign( mw, { storage: { getObject: () => null, setObject: () => false } } );
	setCardSetting( 'hover' );
	unknownMessages.clear();
} );
afterEach( () => {
	closeCard( false );
	document.body.textContent = '';
	vi.restoreAllMocks();
	vi.useRealTimers();
} );

// eslint-disable-next-line no-script-url
const script = 'javascript:alert(1)';
const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>&lt;b&gt; javascript:alert(1)';

describe( 'a card of hostile data', () => {
	const agent: Agent = { id: 'x', name: hostile, expertise: hostile };
	const item: AdviceItem = {
		key: hostile,
		entry: { id: 'e', request: { question: hostile, sources: [ { url: script } ] } },
		advice: {
			id: 'a', advisers: [ 'x' ], relayedBy: hostile, summary: hostile, givenOn: hostile,
			disposition: { outcome: 'adopted', rationale: hostile, decidedOn: hostile, sources: [ { url: 'data:text/html,x' } ] },
			changes: [ { revision: 2 } ], sources: [ { url: 'https://user:pass@evil.example/' } ]
		},
		state: 'changed',
		advisers: [ agent ],
		changes: [ {
			change: { revision: 2 },
			notFound: { inserted: [], removed: [] },
			effects: [ { section: { page: 'P', heading: 'A', nth: 0 }, headingThen: 'A', pageThen: 'P', inserted: [ hostile ], removed: Array.from( { length: 20 }, () => hostile ), moved: [ hostile ] } ],
			evidence: { revision: 2, base: 1, user: hostile, timestamp: hostile, effects: [] }
		} ],
		touched: [], asked: [], unplaced: false, orphans: 0
	};
	const openItem = vi.fn();
	const goToWords = vi.fn();

	function draw( more: Partial<AdviceItem> = {} ): HTMLElement {
		return cardItem( { item: { ...item, ...more }, because: 'changed', state: 'changed' }, new Map( [ [ 'x', agent ] ] ), {
			section: { page: 'P', heading: 'A', nth: 0 }, evidence: 'ready', openItem,
			words: { state: 'none', done: 0, total: 0 }, readWords: vi.fn(), stopWords: vi.fn(), published: '',
			factsOf: () => ( { user: hostile, timestamp: hostile } ),
			failureOf: () => hostile,
			sectionUrl: ( { page, heading } ) => `/wiki/${ page }#${ heading }`,
			wordsHere: () => 3, goToWords
		} );
	}

	it( 'has its texts as texts, no markup, and links to this wiki only', () => {
		const card = draw();
		expect( card.querySelector( 'img, script, b, iframe' ) ).toBeNull();
		expect( card.textContent ).toContain( hostile );
		const links = Array.from( card.querySelectorAll( 'a' ), ( link ) => link.getAttribute( 'href' ) );
		expect( links ).toHaveLength( 1 );
		expect( links[ 0 ] ).toMatch( /^\/w\/index\.php\?diff=/ );
		for ( const node of Array.from( card.querySelectorAll( '*' ) ) ) {
			for ( const { name } of Array.from( node.attributes ) ) {
				expect( name ).not.toMatch( /^on/ );
			}
		}
		expect( [ ...unknownMessages ] ).toEqual( [] );
	} );

	it( 'says in which language log and draft are written', () => {
		const card = draw();
		const languages = ( selector: string ): ( string | null )[] => [ ...new Set(
			Array.from( card.querySelectorAll( selector ), ( node ) => node.getAttribute( 'lang' ) )
		) ];
		expect( languages( 'ins, del, .advice-provenance-passage-moved > [dir]' ) ).toEqual( [ 'nl' ] );
		expect( languages( 'bdi, p[dir]' ) ).toEqual( [ 'de' ] );
	} );

	it( 'says how closely an edit follows the advice, and on whose word', () => {
		const [ change ] = item.changes;
		const text = ( more: object ): string | null => draw(
			{ changes: [ { ...change!, change: { revision: 2, ...more } } ] }
		).textContent;
		expect( text( { relation: 'derived' } ) ).toContain( 'Rewords the advice' );
		expect( text( { basis: 'inferred' } ) ).toContain( 'worked out by those who keep the log' );
		expect( text( { relation: 'quoted', basis: 'text-match' } ) )
			.toContain( 'Uses the adviser’s own words (the words match; nobody has said so)' );
	} );

	it( 'leads to the words of the page', () => {
		const button = Array.from( draw().querySelectorAll( 'button' ) )
			.find( ( { textContent } ) => textContent === 'Go to its 3 words' );
		button?.click();
		expect( goToWords ).toHaveBeenCalledWith( hostile );
	} );

	it( 'shows a few passages and counts the others', () => {
		const passages = draw().querySelectorAll( 'ins, del' );
		expect( passages.length ).toBe( 6 );
	} );

	it( 'shows nothing of the words of another section', () => {
		const [ change ] = item.changes;
		const elsewhere = [ { ...change!.effects[ 0 ]!, section: null } ];
		expect( draw( { changes: [ { ...change!, effects: elsewhere } ] } ).querySelector( 'ins, del' ) ).toBeNull();
	} );

	it( 'shows no summary of withheld advice', () => {
		const card = draw( { advice: { ...item.advice!, summary: 'secret words', disclosure: { level: 'withheld', reason: 'privacy' } } } );
		expect( card.textContent ).not.toContain( 'secret words' );
	} );
} );

describe( 'the address of a source', () => {
	it.each( [
		[ { url: 'https://wiki.example/a' }, 'https://wiki.example/a' ],
		[ { url: 'http://wiki.example/a' }, null ],
		[ { url: script }, null ],
		[ { url: ' java\nscript:alert(1)' }, null ],
		[ { url: 'https://wiki.example@evil.example/' }, null ],
		[ { url: '//evil.example' }, null ],
		[ { private: true, url: 'https://wiki.example/a' }, null ],
		[ { revision: 7 }, '/w/index.php?oldid=7' ],
		[ {}, null ]
	] as [ Source, string | null ][] )( '%j is %s', ( source, expected ) => {
		expect( sourceUrl( source ) ).toBe( expected );
	} );
} );

describe( 'a card', () => {
	let marker: HTMLButtonElement;
	let other: HTMLButtonElement;
	const opening = vi.fn();
	const opened = vi.fn();
	const closed = vi.fn();
	const prepare = vi.fn();
	const instead = vi.fn();
	const card = (): HTMLElement | null => document.querySelector( '[role="dialog"]' );
	/** False if the page took the key for itself. */
	function key( name: string ): boolean {
		return ( document.activeElement || document.body ).dispatchEvent(
			new KeyboardEvent( 'keydown', { key: name, bubbles: true, cancelable: true } )
		);
	}
	function hover( node: Element, type: 'mouseenter' | 'mouseleave' ): void {
		node.dispatchEvent( new MouseEvent( type ) );
	}

	beforeEach( () => {
		opening.mockClear();
		opened.mockClear();
		closed.mockClear();
		prepare.mockClear();
		instead.mockClear();
		[ marker, other ] = [ 'A', 'B' ].map( ( title ) => {
			const node = document.createElement( 'button' );
			document.body.appendChild( node );
			attachCard( {
				marker: node, title, opening, opened, closed, prepare, instead,
				draw: ( body ) => {
					body.appendChild( document.createElement( 'button' ) ).textContent = title;
				}
			} );
			return node;
		} ) as [ HTMLButtonElement, HTMLButtonElement ];
	} );

	it( 'opens at once by click, tap or key, takes the focus and is named', () => {
		marker.click();
		expect( document.activeElement ).toBe( card() );
		expect( marker.getAttribute( 'aria-expanded' ) ).toBe( 'true' );
		expect( document.getElementById( card()!.getAttribute( 'aria-labelledby' )! )?.textContent ).toBe( 'A' );
		expect( opening ).toHaveBeenCalledTimes( 1 );
		expect( opened ).toHaveBeenCalledTimes( 1 );
	} );

	it( 'does not open by focus alone', () => {
		marker.focus();
		vi.advanceTimersByTime( 5000 );
		expect( card() ).toBeNull();
	} );

	it( 'opens by hovering after a moment, not by crossing', () => {
		hover( marker, 'mouseenter' );
		vi.advanceTimersByTime( 140 );
		hover( marker, 'mouseleave' );
		vi.advanceTimersByTime( 5000 );
		expect( prepare ).not.toHaveBeenCalled();
		hover( marker, 'mouseenter' );
		vi.advanceTimersByTime( 200 );
		expect( prepare ).toHaveBeenCalledTimes( 1 );
		hover( marker, 'mouseleave' );
		vi.advanceTimersByTime( 5000 );
		expect( card() ).toBeNull();
		hover( marker, 'mouseenter' );
		vi.advanceTimersByTime( 600 );
		expect( card() ).not.toBeNull();
		expect( document.activeElement ).toBe( document.body );
	} );

	it( 'opens by a click only, if the reader wants that', () => {
		setCardSetting( 'click' );
		hover( marker, 'mouseenter' );
		vi.advanceTimersByTime( 5000 );
		expect( card() ).toBeNull();
		expect( prepare ).not.toHaveBeenCalled();
		marker.click();
		expect( card() ).not.toBeNull();
	} );

	it( 'does not open at all, if the reader wants that', () => {
		setCardSetting( 'off' );
		hover( marker, 'mouseenter' );
		vi.advanceTimersByTime( 5000 );
		marker.click();
		expect( card() ).toBeNull();
		expect( instead ).toHaveBeenCalledTimes( 1 );
	} );

	it( 'opened by hovering stays while the pointer is on it, and closes when it has left', () => {
		hover( marker, 'mouseenter' );
		vi.advanceTimersByTime( 600 );
		hover( marker, 'mouseleave' );
		hover( card()!, 'mouseenter' );
		vi.advanceTimersByTime( 5000 );
		expect( card() ).not.toBeNull();
		hover( card()!, 'mouseleave' );
		vi.advanceTimersByTime( 400 );
		expect( card() ).toBeNull();
	} );

	it( 'opened by a click stays when the pointer leaves', () => {
		marker.click();
		hover( card()!, 'mouseleave' );
		vi.advanceTimersByTime( 5000 );
		expect( card() ).not.toBeNull();
	} );

	it( 'closes by Escape and gives the focus back', () => {
		marker.click();
		key( 'Escape' );
		expect( card() ).toBeNull();
		expect( closed ).toHaveBeenCalledTimes( 1 );
		expect( document.activeElement ).toBe( marker );
		expect( marker.getAttribute( 'aria-expanded' ) ).toBe( 'false' );
	} );

	it( 'opened by hovering closes by Escape wherever the focus is, and leaves it there', () => {
		other.focus();
		hover( marker, 'mouseenter' );
		vi.advanceTimersByTime( 600 );
		key( 'Escape' );
		expect( card() ).toBeNull();
		expect( document.activeElement ).toBe( other );
	} );

	it( 'leads Tab from its last stop back to the marker', () => {
		marker.click();
		const stops = card()!.querySelectorAll( 'button' );
		( stops[ 0 ] as HTMLElement ).focus();
		expect( key( 'Tab' ) ).toBe( true );
		expect( card() ).not.toBeNull();
		( stops[ stops.length - 1 ] as HTMLElement ).focus();
		expect( key( 'Tab' ) ).toBe( false );
		expect( card() ).toBeNull();
		expect( document.activeElement ).toBe( marker );
	} );

	it( 'closes by a second click on its marker, and by one elsewhere', () => {
		marker.click();
		marker.click();
		expect( card() ).toBeNull();
		marker.click();
		document.body.dispatchEvent( new Event( 'pointerdown', { bubbles: true } ) );
		expect( card() ).toBeNull();
	} );

	it( 'is the only one', () => {
		marker.click();
		other.click();
		expect( document.querySelectorAll( '[role="dialog"]' ) ).toHaveLength( 1 );
		expect( card()!.textContent ).toContain( 'B' );
		expect( marker.getAttribute( 'aria-expanded' ) ).toBe( 'false' );
	} );

	it( 'keeps what has the focus when something becomes known', () => {
		marker.click();
		const inBody = Array.from( card()!.querySelectorAll( 'button' ) ).pop()!;
		inBody.focus();
		refreshCard( renew );
		expect( document.activeElement ).toBe( inBody );
	} );

	it( 'keeps to its marker when the window changes, and is a sheet in a small one', () => {
		let [ width, at ] = [ 1200, 700 ];
		vi.spyOn( document.documentElement, 'clientWidth', 'get' ).mockImplementation( () => width );
		vi.spyOn( document.documentElement, 'clientHeight', 'get' ).mockReturnValue( 900 );
		marker.getBoundingClientRect = () => new DOMRect( at, 100, 80, 24 );
		const resize = ( newWidth: number, newAt: number ): string[] => {
			[ width, at ] = [ newWidth, newAt ];
			window.dispatchEvent( new Event( 'resize' ) );
			return [ card()!.style.left, card()!.style.top ];
		};
		marker.click();
		const before = [ card()!.style.left, card()!.style.top ];
		expect( before ).toEqual( [ '780px', '130px' ] );
		expect( resize( 800, 300 ) ).toEqual( [ '380px', '130px' ] );
		expect( resize( 400, 200 ) ).toEqual( [ '', '' ] );
		expect( resize( 1200, 700 ) ).toEqual( before );
	} );
} );
