import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visit, wiki } from './browser';
import { logOf, pageOf } from './drafts';
import { markerOf, markers, nextFrame, openCard, openItem, openPanel, panelOf, waitForMarkers, waitForPanel } from './gadget';
import { draftWithLog, plainDraft, PLAIN_TEXT } from './logs';
import { DEPLOYED } from './names';
import { pageText } from './page-shape';
import { text } from './texts';

const page = pageOf( 'Hostile log' );

/** An address that runs a script. */
function script( code: string ): string {
	return `${ 'javascript' }:${ code }`;
}

const attacks = [
	'<script>window.attacked = 1;</script>',
	'<img src="x" onerror="window.attacked = 2">',
	'<svg onload="window.attacked = 3"></svg>',
	'"><b class="attacker">bold</b>',
	`<a href="${ script( 'window.attacked=4' ) }">link</a>`,
	script( 'window.attacked=5' ),
	'[[Main Page|link]] [https://example.org link] <nowiki>x</nowiki>',
	'{{PLURAL:$1|one|many}} {{GENDER:Admin|he|she}} $1 $2 {{SITENAME}} <b>b</b> &lt;i&gt; &#60;',
	'__proto__',
	'constructor',
	'\u202edesrever si siht\u202c \u2066isolated',
	'\ud800 half a character \udc00',
	'</div></li></ul><h1 class="attacker">out</h1>',
	'{{constructor.constructor(\'window.attacked=6\')()}}'
];

/** A log in which every text is an attack. */
function hostileLog( revision: number ): string {
	const [ first = '' ] = attacks;
	const log = {
		schemaVersion: 1,
		title: `Log ${ attacks.join( ' ' ) }`,
		draft: plainDraft( 'Hostile log' ),
		topics: attacks.map( ( label, i ) => ( { id: `t${ i }`, label } ) ),
		agents: attacks.map( ( name, i ) => ( {
			id: `a${ i }`, type: 'Person', name, expertise: name, user: name, engagement: 'paid-hourly', naming: 'consented'
		} ) ),
		entries: [
			...attacks.map( ( attack, i ) => ( {
				id: `e${ i }`,
				topics: [ `t${ i }` ],
				sections: [ 'gate' ],
				note: attack,
				request: {
					question: attack,
					requestedBy: [ `a${ i }` ],
					requestedOn: '2024',
					sources: [ { url: script( 'window.attacked=7' ), label: attack }, { title: attack, label: attack } ]
				},
				advice: [ {
					id: `e${ i }.1`,
					advisers: [ `a${ i }` ],
					relayedBy: `a${ ( i + 1 ) % attacks.length }`,
					channel: 'email',
					summary: attack,
					suggestedText: attack,
					effort: { note: attack },
					competingInterest: { declared: 'some', statement: attack },
					disclosure: { level: 'full', note: attack },
					sources: [
						{ url: script( 'window.attacked=8' ), label: attack },
						{ url: 'https://user:password@example.org/', label: attack },
						{ url: `https://example.org/?${ attack }`, label: attack }
					],
					disposition: { outcome: 'adopted', rationale: attack, sources: [ { url: 'data:text/html,x' } ] },
					changes: [ { revision, inserted: [ { exact: attack } ] } ],
					reviews: [ { by: `a${ i }`, stance: 'confirms', revision, note: attack } ]
				} ]
			} ) ),
			{ id: script( 'window.attacked=9' ), request: { question: first } },
			{ id: '__proto__', request: { question: first } },
			{ id: 'constructor', sections: [ '__proto__' ], request: { question: 'What is it made of?' } },
			// Holes and strangers where an object should be.
			null, 7, 'text', [], {}
		]
	};
	// As JSON text: the keys stay the object's own.
	return JSON.stringify( log ).replace( '"entries":', '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"entries":' );
}

/** What of an attack has come through. */
async function damage( opened: Page ): Promise<unknown> {
	return opened.evaluate( () => {
		const own = Array.from( document.querySelectorAll( '.advice-provenance-marker, .advice-provenance-card, .advice-provenance-panel, .advice-provenance-log' ) );
		const inside = own.flatMap( ( node ) => Array.from( node.querySelectorAll( '*' ) ) );
		return {
			attacked: ( window as { attacked?: unknown } ).attacked,
			polluted: ( {} as { polluted?: unknown } ).polluted,
			elements: inside.filter( ( node ) => node.matches( 'script, img, iframe, b, h1, .attacker, [onerror], [onload], [style*="url"]' ) )
				.map( ( node ) => node.outerHTML ),
			links: inside.filter( ( node ) => node.matches( 'a[href]' ) )
				.map( ( node ) => ( node as HTMLAnchorElement ).href )
				.filter( ( href ) => !/^https?:/.test( href ) || /@example/.test( href ) ),
			directions: inside.concat( own ).filter( ( node ) => /[\u202a-\u202e]/.test( node.getAttribute( 'aria-label' ) ?? '' ) ).length +
				( own.some( ( node ) => /[\u202a-\u202e\u2066-\u2069]/.test( node.textContent ?? '' ) ) ? 1 : 0 )
		};
	} );
}

const unharmed = {
	attacked: undefined, polluted: undefined, elements: [], links: [], directions: 0
};

afterAll( async () => {
	await wiki.setSettings( 'csp', null );
	await wiki.restore( DEPLOYED );
} );

describe( 'a log full of attacks', () => {
	beforeAll( async () => {
		const added = 'by day, {{PLURAL:$1|or}} <nowiki><b>not</b></nowiki>';
		const changed = PLAIN_TEXT.replace( 'by day', added );
		const [ , revision = 0 ] = await wiki.editPages(
			[ PLAIN_TEXT, changed ].map( ( wikitext ) => ( { title: page, text: wikitext } ) )
		);
		await wiki.editPages( draftWithLog( 'Hostile log', hostileLog( revision ), { raw: true, text: changed } ) );
	} );

	test.each( [
		[ 'as it is', null ],
		[ 'under a strict Content Security Policy', '$wgCSPHeader = [ \'default-src\' => true ];' ]
	] )( 'is shown as plain text, %s', async ( _name, settings ) => {
		await wiki.setSettings( 'csp', settings );
		const plain = await visit( page, { gadget: false, covered: false } );
		const answer = await plain.page.reload();
		expect( await answer?.headerValue( 'content-security-policy' ) ?? null )
			.toEqual( settings && expect.stringContaining( 'default-src \'self\'' ) );
		const { page: opened } = await visit( page );
		await waitForMarkers( opened );
		expect( await damage( opened ) ).toEqual( unharmed );
		const card = await openCard( opened, 'Gate' );
		expect( await card.innerText() ).toContain( '<script>window.attacked = 1;</script>' );
		expect( await card.innerText() ).toContain( '{{PLURAL:$1|one|many}} {{GENDER:Admin|he|she}} $1 $2 {{SITENAME}} <b>b</b> &lt;i&gt; &#60;' );
		expect( await damage( opened ) ).toEqual( unharmed );
		await opened.keyboard.press( 'Escape' );
		const panel = await openPanel( opened );
		await panel.locator( 'summary' ).click();
		expect( await damage( opened ) ).toEqual( unharmed );
		for ( let i = 0; i < attacks.length; i++ ) {
			await openItem( panel, `e${ i }/e${ i }.1` );
			expect( await damage( opened ), attacks[ i ] ).toEqual( unharmed );
			await panel.getByRole( 'button', { name: text( 'panel-back' ) } ).click();
		}
		for ( const label of [ 'panel-filter-adviser', 'panel-filter-topic' ] ) {
			await panel.getByRole( 'combobox', { name: text( label ), exact: true } ).selectOption( { index: 2 } );
			expect( await damage( opened ) ).toEqual( unharmed );
		}
		expect( await pageText( opened ) ).toBe( await pageText( plain.page ) );
		await wiki.setSettings( 'csp', null );
	} );

	test( 'is shown as plain text on its own page', async () => {
		const { page: opened } = await visit( logOf( 'Hostile log' ) );
		await opened.locator( 'article' ).first().waitFor();
		expect( await opened.locator( 'article' ).count() ).toBeGreaterThanOrEqual( attacks.length );
		expect( await opened.locator( '.advice-provenance-log' ).innerText() ).toContain( '<script>window.attacked = 1;</script>' );
		expect( await damage( opened ) ).toEqual( unharmed );
	} );
} );

describe( 'a log of 10,000 entries', () => {
	beforeAll( async () => {
		const sections = [ 'gate', 'well' ];
		const outcomes = [ 'adopted', 'declined', 'confirmed-no-change', 'pending' ];
		await wiki.editPages( draftWithLog( 'Hostile log', {
			schemaVersion: 1,
			draft: plainDraft( 'Hostile log' ),
			agents: Array.from( { length: 2000 }, ( _, i ) => ( { id: `a${ i }`, name: `Adviser ${ i }` } ) ),
			entries: Array.from( { length: 10000 }, ( _, i ) => ( {
				id: `e${ i }`,
				sections: [ sections[ i % 2 ] ],
				request: { question: `Question ${ i } of many?` },
				advice: [ {
					id: `e${ i }.1`,
					advisers: [ `a${ i % 2000 }` ],
					summary: `Answer ${ i }.`,
					disposition: { outcome: outcomes[ i % 4 ] }
				} ]
			} ) )
		} ) );
	} );

	test( 'does not keep the browser from answering', async () => {
		const { page: opened } = await visit( page );
		await opened.addInitScript( () => {
			const tasks: number[] = [];
			Object.assign( window, { tasks } );
			new PerformanceObserver( ( list ) => {
				for ( const { duration } of list.getEntries() ) {
					tasks.push( Math.round( duration ) );
				}
			} ).observe( { type: 'longtask', buffered: true } );
		} );
		const figures: string[] = [];
		const report = async ( step: string, start: number ): Promise<void> => {
			await nextFrame( opened );
			const longest = await opened.evaluate( () => {
				const { tasks } = window as unknown as { tasks: number[] };
				return Math.max( 0, ...tasks.splice( 0 ) );
			} );
			figures.push( `${ step }: ${ Date.now() - start } ms, longest task ${ longest } ms` );
			// A reader gives up after some seconds; a busy machine must not fail the test.
			expect( longest, step ).toBeLessThan( 8000 );
		};
		let start = Date.now();
		await opened.reload();
		await waitForMarkers( opened );
		await report( 'markers', start );
		start = Date.now();
		await markerOf( opened, 'Gate' ).click();
		await opened.getByRole( 'dialog' ).waitFor();
		await report( 'card of 5,000 items', start );
		await opened.keyboard.press( 'Escape' );
		start = Date.now();
		const panel = await openPanel( opened );
		await report( 'panel', start );
		start = Date.now();
		await panel.getByRole( 'combobox', { name: text( 'panel-filter-outcome' ), exact: true } ).selectOption( 'state:declined' );
		await panel.getByRole( 'status' ).filter( { hasText: /\d/ } ).waitFor();
		await report( 'filter', start );
		start = Date.now();
		await openItem( panel, 'e1/e1.1' );
		await report( 'record', start );
		process.stdout.write( `10,000 entries: ${ figures.join( '; ' ) }\n` );
		expect( await panelOf( opened ).count() ).toBe( 1 );
		expect( await markers( opened ).count() ).toBe( 2 );
		await waitForPanel( opened );
	} );
} );
