/**
 * The questions that readers, drafters and advisers have, answered with the mouse, by keyboard
 * alone, and in a window of the size of a phone's. One reader asks one after another; with
 * QUESTIONS set, each is asked by somebody who comes to the page for the first time, and a table
 * is printed of how many presses each took and how long it was.
 */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMessages } from '../../build/messages';
import { RULES } from '../../demo/fictional-policy/names';
import { visit, wiki, type VisitOptions } from './browser';
import { cardOf, hasFocus, markerOf, panelOf } from './gadget';
import { DEPLOYED } from './names';
import { notesOf, noWelcome, revisionWith, sectionNumber } from './notes';
import { text, textPattern } from './texts';

/** What is pressed; text is typed into it then. */
interface Step {
	at( page: Page ): Locator;
	typed?: string;
	/** A menu, to be opened where this cannot be seen. */
	holds?( page: Page ): Locator;
	/** Nobody presses it where the answer is there already. */
	unlessAnswered?: boolean;
}

interface Question {
	asks: string;
	/** Further parameters of the address of the page. */
	query?(): Promise<Record<string, string>>;
	steps: Step[];
	answer( page: Page ): Locator;
}

const SHOWN_MENU = '#page-actions-overflow-toggle';

const marker = ( heading: string ): Step => ( { at: ( page ) => markerOf( page, heading ) } );
const inCard = ( heading: string, key: string ): Step => ( {
	at: ( page ) => cardOf( page, heading ).getByRole( 'button', { name: text( key ), exact: true } ).first()
} );
const follow = ( heading: string ): Step => ( {
	unlessAnswered: true,
	at: ( page ) => cardOf( page, heading ).getByRole( 'button', { name: text( 'survival-follow-many' ), exact: true } ).first()
} );
const panelLink = ( page: Page ): Locator => page.getByRole( 'link', { name: text( 'tool-link' ), exact: true } );
const panel: Step[] = [
	{ at: ( page ) => page.locator( SHOWN_MENU ), holds: panelLink },
	{ at: panelLink }
];
const tab = ( name: string ): Step => ( {
	at: ( page ) => panelOf( page ).getByRole( 'tab', { name: text( `panel-tab-${ name }` ), exact: true } )
} );
const ask = ( key: string ): Step => ( {
	at: ( page ) => notesOf( page ).getByRole( 'button', { name: text( key ), exact: true } )
} );
const inRecord = ( page: Page, wanted: string | RegExp ): Locator => panelOf( page ).locator( 'article' )
	.getByText( wanted ).first();

const questions: Record<number, Question> = {
	1: {
		asks: 'who had a hand in a section, in what role',
		steps: [ marker( 'Water' ) ],
		answer: ( page ) => cardOf( page, 'Water' ).locator( '.advice-provenance-card-adviser .advice-provenance-muted' ).first()
	},
	2: {
		asks: 'the advice in a sentence',
		steps: [ marker( 'Water' ) ],
		answer: ( page ) => cardOf( page, 'Water' ).getByText( 'Fix a number of cans' )
	},
	3: {
		asks: 'which words came from it, and how closely',
		steps: [
			marker( 'Water' ), inCard( 'Water', 'tool-mark' ),
			{ unlessAnswered: true, at: ( page ) => page.locator( '.advice-provenance-marks-more:not( [open] ) > summary' ) }
		],
		answer: ( page ) => page.locator( '.advice-provenance-marks-legend' ).getByText( text( 'marks-style-derived' ) )
	},
	4: {
		asks: 'whether they are still the current text',
		steps: [ marker( 'Water' ), follow( 'Water' ) ],
		answer: ( page ) => cardOf( page, 'Water' ).locator( '.advice-provenance-survival-state' ).first()
	},
	5: {
		asks: 'who approved it',
		steps: [ marker( 'Water' ), inCard( 'Water', 'whole-record' ) ],
		answer: ( page ) => panelOf( page ).locator( 'article' )
			.getByRole( 'heading', { name: text( 'panel-part-decision' ) } ).first()
	},
	6: {
		asks: 'what was not followed, and why',
		steps: [ marker( 'Water' ) ],
		answer: ( page ) => cardOf( page, 'Water' ).locator( '[data-item="lo-30/lo-30.1"]' ).getByText( textPattern( 'because' ) )
	},
	7: {
		asks: 'whether a section was checked and left as it was',
		steps: [ marker( 'Animals' ) ],
		answer: ( page ) => cardOf( page, 'Animals' ).getByRole( 'heading', { name: text( 'state-checked' ) } )
	},
	8: {
		asks: 'which sections have no advice on record',
		steps: [ ...panel, tab( 'entries' ) ],
		answer: ( page ) => panelOf( page ).getByText( text( 'panel-section-no-advice' ), { exact: true } ).first()
	},
	9: {
		asks: 'whether something is withheld, and why',
		steps: [ marker( 'Who these rules are for' ) ],
		answer: ( page ) => cardOf( page, 'Who these rules are for' ).locator( '[data-item="lo-20/lo-20.1"] li' )
			.getByText( text( 'reason-legal-privilege' ) )
	},
	10: {
		asks: 'the section before and after',
		steps: [
			marker( 'Water' ), inCard( 'Water', 'whole-record' ),
			{ at: ( page ) => panelOf( page ).locator( 'article summary', { hasText: text( 'panel-before-after' ) } ).first() }
		],
		answer: ( page ) => panelOf( page ).locator( '.advice-provenance-panel__diff ins' ).first()
	},
	11: {
		asks: 'the same in German',
		query: () => Promise.resolve( { uselang: 'de' } ),
		steps: [ { at: ( page ) => page.locator( '.advice-provenance-marker' ).nth( 4 ) } ],
		answer: ( page ) => page.locator( '.advice-provenance-card' )
			.getByText( readMessages( 'de' )[ 'advice-provenance-whole-record' ] ?? '' ).first()
	},
	23: {
		asks: 'what nobody answered, since when',
		steps: [ ...panel, tab( 'open' ) ],
		answer: ( page ) => panelOf( page ).getByText( textPattern( 'panel-open-unanswered' ) )
	},
	24: {
		asks: 'what was decided and is not in the text',
		steps: [ ...panel, tab( 'open' ) ],
		answer: ( page ) => panelOf( page ).getByText( textPattern( 'panel-open-not-applied' ) )
	},
	25: {
		asks: 'whether a paragraph carries advised words',
		query: async () => ( { action: 'edit', section: await sectionNumber( RULES, 'Water' ) } ),
		steps: [ { at: ( page ) => notesOf( page ).locator( 'summary' ) }, ask( 'notes-ask-words' ) ],
		answer: ( page ) => notesOf( page ).locator( 'q' ).first()
	},
	26: {
		asks: 'whether an edit removed advised words',
		query: async () => {
			const { base, last } = await revisionWith( RULES, 'Lamps instead of candles' );
			return { diff: String( last ), oldid: String( base ) };
		},
		steps: [ ask( 'notes-ask-effect' ) ],
		answer: ( page ) => notesOf( page ).locator( 'del' ).first()
	},
	27: {
		asks: 'what changed since the last visit',
		steps: [ ...panel, tab( 'overview' ) ],
		answer: ( page ) => panelOf( page ).getByText( textPattern( 'panel-news-none' ) )
			.or( panelOf( page ).getByText( text( 'panel-news-first' ) ) )
	},
	28: {
		asks: 'which advice touches a topic',
		steps: [
			...panel, tab( 'entries' ),
			{ typed: 'drone', at: ( page ) => panelOf( page ).getByRole( 'searchbox' ).or( panelOf( page ).getByRole( 'textbox' ) ).first() }
		],
		answer: ( page ) => panelOf( page ).getByText( textPattern( 'panel-filter-results', 1 ) )
	},
	47: {
		asks: 'whether the adviser is named as agreed',
		steps: [ marker( 'Water' ), inCard( 'Water', 'whole-record' ) ],
		// eslint-disable-next-line security/detect-non-literal-regexp -- texts of our own
		answer: ( page ) => inRecord( page, new RegExp( [ 'public-record', 'consented', 'role-only', 'withheld' ]
			.map( ( naming ) => text( `naming-${ naming }` ) ).join( '|' ) ) )
	},
	48: {
		asks: 'whether the adviser confirmed the rendering',
		steps: [ marker( 'Water' ) ],
		answer: ( page ) => cardOf( page, 'Water' ).getByText( text( 'stance-confirms' ) ).first()
	},
	49: {
		asks: 'whether a confirmation still holds for the words of today',
		steps: [ marker( 'Water' ), follow( 'Water' ) ],
		answer: ( page ) => cardOf( page, 'Water' ).getByText( text( 'review-holds' ) )
			.or( cardOf( page, 'Water' ).getByText( text( 'review-lapsed' ) ) ).first()
	}
};

/** Presses that nobody would do by Tab to get somewhere. */
const MOST_TABS = 300;

/** The key that leads from a tab to another one; null where the focus is not on a tab. */
function arrowTo( target: Locator ): Promise<string | null> {
	return target.evaluate( ( wanted ) => {
		const { activeElement } = document;
		if ( activeElement?.getAttribute( 'role' ) !== 'tab' ) {
			return null;
		}
		const order = activeElement.compareDocumentPosition( wanted );
		// eslint-disable-next-line no-bitwise -- that is how the DOM tells it
		return order & Node.DOCUMENT_POSITION_FOLLOWING ? 'ArrowRight' : 'ArrowLeft';
	} );
}

/** Brings the focus to an element by keys alone; gives how many it took. */
async function tabTo( page: Page, target: Locator ): Promise<number> {
	const isTab = await target.getAttribute( 'role' ) === 'tab';
	for ( let keys = 0; keys < MOST_TABS; keys++ ) {
		if ( await hasFocus( target ) ) {
			return keys;
		}
		await page.keyboard.press( isTab && await arrowTo( target ) || 'Tab' );
	}
	throw new Error( `The focus does not get to ${ String( target ) }.` );
}

/** How somebody presses something; gives how many presses of keys or pointer it took. */
type Press = ( page: Page, target: Locator ) => Promise<number>;

const pointing: Press = async ( _page, target ) => {
	await target.click();
	return 1;
};
const ways: Record<string, { options: VisitOptions; press: Press }> = {
	'the mouse': { options: { skin: 'vector' }, press: pointing },
	'the keyboard': {
		options: { skin: 'vector' },
		press: async ( page, target ) => {
			const keys = await tabTo( page, target );
			const isField = await target.evaluate( ( node ) => node.tagName === 'INPUT' );
			if ( !isField ) {
				await page.keyboard.press( 'Enter' );
			}
			return keys + 1;
		}
	},
	'a phone': {
		options: {
			skin: 'minerva',
			context: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
		},
		press: async ( _page, target ) => {
			await target.tap();
			return 1;
		}
	}
};

/** Longer than anything takes; what fails is told soon. */
const PATIENCE = 10_000;

async function open( options: VisitOptions, { query }: Question ): Promise<Page> {
	const { page, context } = await visit( RULES, {
		...options, query: await query?.(), context: { ...options.context, ...noWelcome }
	} );
	context.setDefaultTimeout( PATIENCE );
	await notesOf( page ).or( page.locator( '.advice-provenance-marker' ) ).first().waitFor();
	return page;
}

/** Closes what a question opened, and goes back to the top, as on a page just opened. */
async function putBack( page: Page ): Promise<void> {
	const opened = panelOf( page ).or( page.locator( '.advice-provenance-card' ) );
	await expect.poll( async () => {
		await page.keyboard.press( 'Escape' );
		return opened.count();
	} ).toBe( 0 );
	await page.evaluate( () => {
		document.querySelector<HTMLElement>(
			'.advice-provenance-marks-bar .advice-provenance-card-close'
		)?.click();
		// The next Tab starts from there.
		document.body.tabIndex = -1;
		document.body.focus();
		document.body.removeAttribute( 'tabindex' );
		window.scrollTo( 0, 0 );
	} );
}

/** Whether somebody would press it, once it can be told. */
async function isNeeded(
	{ holds, unlessAnswered }: Step, page: Page, target: Locator, answer: Locator
): Promise<boolean> {
	if ( unlessAnswered ) {
		await expect.poll( async () => (
			await target.isVisible() || await answer.isVisible()
		), { timeout: PATIENCE } ).toBe( true );
		return target.isVisible();
	}
	return !holds || ( !await holds( page ).isVisible() && target.isVisible() );
}

/** Answers a question; gives how many steps and presses it took. */
async function answerIt(
	page: Page, question: Question, press: Press
): Promise<{ steps: number; presses: number }> {
	let steps = 0;
	let presses = 0;
	const answer = question.answer( page );
	for ( const step of question.steps ) {
		const target = step.at( page );
		if ( !await isNeeded( step, page, target, answer ) ) {
			continue;
		}
		await target.waitFor();
		presses += await press( page, target );
		steps++;
		if ( step.typed !== undefined ) {
			await page.keyboard.type( step.typed );
		}
	}
	await answer.waitFor();
	await answer.scrollIntoViewIfNeeded();
	return { steps, presses };
}

const table: string[] = [];

beforeAll( () => {
	table.push( 'question | with | steps | presses | ms' );
} );

afterAll( async () => {
	if ( process.env.QUESTIONS ) {
		process.stdout.write( `${ table.join( '\n' ) }\n` );
	}
	await wiki.restore( DEPLOYED );
} );

/** Numbers of the questions that are asked in one visit: those of a page. */
const sittings = new Map<string, string[]>();
for ( const [ number, { query } ] of Object.entries( questions ) ) {
	const sitting = query || process.env.QUESTIONS ? number : '';
	sittings.set( sitting, [ ...sittings.get( sitting ) ?? [], number ] );
}

describe.each( Object.entries( ways ) )( 'with %s', ( way, { options, press } ) => {
	test.each( [ ...sittings.values() ].map(
		( numbers ) => ( { title: numbers.join( ', ' ), numbers } )
	) )( 'questions are answered: $title', async ( { numbers } ) => {
		let page: Page | undefined;
		for ( const number of numbers ) {
			const question = questions[ Number( number ) ] as Question;
			const name = `${ number } ${ question.asks }`;
			try {
				if ( page ) {
					await putBack( page );
				}
				page ??= await open( options, question );
				const start = Date.now();
				const { steps, presses } = await answerIt( page, question, press );
				table.push( [ name, way, steps, presses, Date.now() - start ].join( ' | ' ) );
				expect( steps, 'in a few steps' ).toBeLessThanOrEqual( 4 );
			} catch ( error ) {
				throw new Error( `Question ${ name }: ${ String( error ) }`, { cause: error } );
			}
		}
	} );
} );
