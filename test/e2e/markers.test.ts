import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { standInPages } from '../../demo/code-of-conduct/stand-in';
import { APPEALS, RULES } from '../../demo/fictional-policy/names';
import { skins, visit, wiki } from './browser';
import { markers, waitForMarkers } from './gadget';
import { headingNames, layoutShift, movedBoxes, textBoxes } from './page-shape';

/** For each marker below a heading: what is wrong with its place or its kind. */
function misplacedMarkers(): string[] {
	const wrong: string[] = [];
	for ( const marker of document.querySelectorAll( '.advice-provenance-marker' ) ) {
		const name = marker.textContent ?? '';
		if ( marker.tagName !== 'BUTTON' || marker.getAttribute( 'type' ) !== 'button' ) {
			wrong.push( `${ name }: no button` );
		}
		if ( marker.closest( 'h1, h2, h3, h4, h5, h6' ) ) {
			wrong.push( `${ name }: within a heading` );
		}
		const box = marker.getBoundingClientRect();
		if ( box.width < 24 || box.height < 24 ) {
			wrong.push( `${ name }: ${ box.width } × ${ box.height } is too small to touch` );
		}
		if ( box.left < 0 || box.right > document.documentElement.clientWidth ) {
			wrong.push( `${ name }: outside of the window` );
		}
		const [ x, y ] = [ box.left + box.width / 2, box.top + box.height / 2 ];
		const top = document.elementFromPoint( x, y );
		if ( box.bottom < innerHeight && top && !marker.contains( top ) ) {
			wrong.push( `${ name }: covered by ${ top.tagName } ${ top.className }` );
		}
	}
	return wrong;
}

/** Headings that have a marker, by the text of the heading that stands before it. */
function markedHeadings( page: Page ): Promise<string[]> {
	return page.locator( '.advice-provenance-marker-row' ).evaluateAll( ( rows ) => rows
		.filter( ( row ) => row.closest( '.mw-parser-output' ) )
		.map( ( row ) => {
			const before = row.previousElementSibling;
			const heading = before?.matches( 'h1, h2, h3, h4, h5, h6' ) ?
				before : before?.querySelector( 'h1, h2, h3, h4, h5, h6' );
			const name = heading?.querySelector( '.mw-headline' ) ?? heading;
			return ( name?.textContent ?? '' ).trim();
		} ) );
}

const pages = [ RULES, APPEALS, ...standInPages().map( ( { title } ) => title ) ];

afterAll( async () => {
	await wiki.setSettings( 'headings', null );
} );

describe.each( skins )( 'in the skin %s', ( skin ) => {
	test( 'every page of the demonstrations has markers at its headings', async () => {
		const opened = await visit( pages[ 0 ] ?? '', { skin } );
		for ( const title of pages ) {
			await opened.go( title );
			await waitForMarkers( opened.page );
			expect( await opened.page.evaluate( misplacedMarkers ), title ).toEqual( [] );
			const names = await markers( opened.page ).evaluateAll(
				( all ) => all.map( ( marker ) => marker.textContent ?? '' )
			);
			expect( new Set( names ).size, title ).toBe( names.length );
			const marked = await markedHeadings( opened.page );
			marked.forEach( ( heading ) => {
				expect( names.some( ( name ) => name.includes( `“${ heading }”` ) ), `${ title }: ${ heading }` ).toBe( true );
			} );
		}
	} );

	test( 'headings keep their names, and the text its place', async () => {
		const plain = await visit( RULES, { skin, gadget: false, covered: false } );
		await plain.page.waitForLoadState( 'load' );
		const marked = await visit( RULES, { skin } );
		await waitForMarkers( marked.page );
		await marked.page.waitForLoadState( 'load' );
		const moved = movedBoxes( await textBoxes( plain.page ), await textBoxes( marked.page ) );
		expect( moved ).toEqual( [] );
		expect( await headingNames( marked.context, marked.page ) )
			.toEqual( await headingNames( plain.context, plain.page ) );
		const before = await layoutShift( plain.page );
		expect( await layoutShift( marked.page ) ).toBeLessThanOrEqual( before + 0.005 );
	} );
} );

describe( 'other markup of headings', () => {
	test.each( [ 'vector-2022', 'minerva' ] as const )( 'the same sections are marked in %s', async ( skin ) => {
		const legacy = await visit( RULES, { skin } );
		await waitForMarkers( legacy.page );
		const expected = await markedHeadings( legacy.page );
		expect( expected.length ).toBeGreaterThan( 5 );

		const parsoid = await visit( RULES, { skin, query: { useparsoid: '1' } } );
		await waitForMarkers( parsoid.page );
		expect( await parsoid.page.locator( 'section[data-mw-section-id]' ).count() ).toBeGreaterThan( 0 );
		expect( await markedHeadings( parsoid.page ) ).toEqual( expected );
		expect( await parsoid.page.evaluate( misplacedMarkers ) ).toEqual( [] );

		await wiki.setSettings( 'headings', '$wgParserEnableLegacyHeadingDOM = false;' );
		const modern = await visit( RULES, { skin } );
		await waitForMarkers( modern.page );
		expect( await modern.page.locator( '.mw-heading > h2' ).count() ).toBeGreaterThan( 0 );
		expect( await modern.page.locator( '.mw-headline' ).count() ).toBe( 0 );
		expect( await markedHeadings( modern.page ) ).toEqual( expected );
		expect( await modern.page.evaluate( misplacedMarkers ) ).toEqual( [] );
		await wiki.setSettings( 'headings', null );
	} );
} );
