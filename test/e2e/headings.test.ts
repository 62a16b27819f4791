import { afterAll, beforeAll, expect, test } from 'vitest';
import { visit, wiki } from './browser';
import { logOf, pageOf } from './drafts';
import { markerOf, markers, openCard, openPanel, waitForMarkers } from './gadget';
import { DEPLOYED } from './names';

const page = pageOf( 'Headings' );

function wikitext( ofSecondTwin: string ): string {
	return `Words before any heading.

== ''Slanted'' & <code>code</code> ==
Words.

== Twins ==
Words of the first.

== Twins ==
Words of the second. ${ ofSecondTwin }

== [[Main Page|A link]] in a heading ==
Words.

== Größe: 100% “so” – [1] ==
Words.

=== Nothing asked ===
Words.`;
}

beforeAll( async () => {
	await wiki.editPage( page, wikitext( '' ) );
	const revision = await wiki.editPage( page, wikitext( 'A lantern hangs here.' ) );
	const headings = [ '', 'Slanted & code', 'A link in a heading', 'Größe: 100% “so” – [1]' ];
	await wiki.editPage( logOf( 'Headings' ), JSON.stringify( {
		schemaVersion: 1,
		draft: {
			pages: [ { id: 'p', title: page } ],
			sections: headings.map( ( heading, i ) => ( { id: `s${ i }`, page: 'p', heading } ) )
		},
		entries: [
			...headings.map( ( heading, i ) => ( {
				id: `asked-${ i }`, sections: [ `s${ i }` ], request: { question: `About “${ heading }”?` }
			} ) ),
			{
				id: 'changed',
				request: { question: 'What should hang there?' },
				advice: [ {
					id: 'changed.1',
					summary: 'A lantern.',
					disposition: { outcome: 'adopted' },
					changes: [ { revision } ]
				} ]
			}
		]
	} ), { contentModel: 'json' } );
} );

afterAll( () => wiki.restore( DEPLOYED ) );

test( 'headings with markup, links and signs have their markers', async () => {
	const opened = await visit( page );
	await waitForMarkers( opened.page );
	for ( const heading of [ 'Slanted & code', 'A link in a heading', 'Größe: 100% “so” – [1]' ] ) {
		expect( await markerOf( opened.page, heading ).count(), heading ).toBe( 1 );
	}
	expect( await markerOf( opened.page, 'Nothing asked' ).count() ).toBe( 0 );
	const card = await openCard( opened.page, 'Slanted & code' );
	expect( await card.innerText() ).toContain( 'About “Slanted & code”?' );
} );

test( 'the lead and what has no place yet are marked at the title', async () => {
	const opened = await visit( page );
	await waitForMarkers( opened.page );
	expect( await markerOf( opened.page ).count() ).toBe( 1 );
	const card = await openCard( opened.page );
	expect( await card.innerText() ).toContain( 'About “”?' );
	expect( await card.innerText() ).toContain( 'A lantern.' );
} );

test( 'of two headings with the same name, the one that was changed is marked', async () => {
	const opened = await visit( page );
	await waitForMarkers( opened.page );
	expect( await markerOf( opened.page, 'Twins' ).count() ).toBe( 0 );
	const before = await markers( opened.page ).count();
	await openCard( opened.page );
	await markerOf( opened.page, 'Twins' ).waitFor();
	expect( await markers( opened.page ).count() ).toBe( before + 1 );
	const id = await markerOf( opened.page, 'Twins' ).evaluate( ( marker ) => {
		const heading = marker.closest( '.advice-provenance-marker-row' )?.previousElementSibling;
		return heading?.querySelector( '[id]' )?.id ?? heading?.id;
	} );
	expect( id ).toBe( 'Twins_2' );
	await opened.page.keyboard.press( 'Escape' );
	const card = await openCard( opened.page, 'Twins' );
	expect( await card.innerText() ).toContain( 'A lantern hangs here' );
} );

test( 'a page without any heading has one marker, at its title, and a panel', async () => {
	await wiki.editPage( page, 'Words before any heading. A lantern hangs here.' );
	const opened = await visit( page );
	await waitForMarkers( opened.page );
	expect( await markers( opened.page ).count() ).toBe( 1 );
	const card = await openCard( opened.page );
	expect( await card.innerText() ).toContain( 'A lantern.' );
	await opened.page.keyboard.press( 'Escape' );
	const panel = await openPanel( opened.page );
	expect( await panel.locator( '[data-item="changed/changed.1"]' ).count() ).toBeGreaterThan( 0 );
	expect( await panel.locator( 'h4[data-section]' ).count() ).toBe( 1 );
} );

test( 'below a sticky header a section that was gone to can be seen', async () => {
	await wiki.editPage( page, `${ wikitext( '' ) }\n\n${ 'A long tail.\n\n'.repeat( 60 ) }` );
	const opened = await visit( page, {
		skin: 'vector-2022', user: 'Reader', query: { withgadget: 'AdviceProvenance' },
		context: { viewport: { width: 1400, height: 700 } }
	} );
	await waitForMarkers( opened.page );
	const panel = await openPanel( opened.page );
	await panel.locator( 'h4' ).getByRole( 'link', { name: 'A link in a heading', exact: true } ).click();
	const header = opened.page.locator( '.vector-sticky-header' );
	await expect.poll( () => header.evaluate(
		( node ) => Math.round( node.getBoundingClientRect().top )
	) ).toBe( 0 );
	const below = await header.evaluate( ( node ) => node.getBoundingClientRect().bottom );
	await expect.poll( () => opened.page.locator( '#A_link_in_a_heading' )
		.evaluate( ( node ) => node.getBoundingClientRect().top ) ).toBeGreaterThanOrEqual( below );
	expect( await panel.evaluate( ( node ) => {
		const { left, top } = node.getBoundingClientRect();
		return node.contains( document.elementFromPoint( left + 20, top + 20 ) );
	} ), 'the panel is not covered' ).toBe( true );
} );
