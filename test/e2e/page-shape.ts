/** What of a page must stay as it is when the gadget comes to it. */
import type { BrowserContext, Page } from 'playwright-core';

/** Place and size of an element of the text, in CSS pixels of the document. */
export interface Box {
	what: string;
	left: number;
	top: number;
	width: number;
	height: number;
}

/** Where the elements of the page's text stand. */
export function textBoxes( page: Page ): Promise<Box[]> {
	return page.evaluate( () => {
		const output = document.querySelector( '#mw-content-text .mw-parser-output' );
		const all = output?.querySelectorAll( 'p, li, table, dl, h2, h3, h4' ) ?? [];
		return Array.from( all ).map( ( element ) => {
			const { left, top, width, height } = element.getBoundingClientRect();
			return {
				what: `${ element.tagName } ${ ( element.textContent ?? '' ).trim().replace( /\s+/g, ' ' ).slice( 0, 30 ) }`,
				left: Math.round( left + scrollX ),
				top: Math.round( top + scrollY ),
				width: Math.round( width ),
				height: Math.round( height )
			};
		} );
	} );
}

/** What stands elsewhere than before, one line for each. */
export function movedBoxes( before: Box[], after: Box[] ): string[] {
	if ( before.length !== after.length ) {
		return [ `${ before.length } elements became ${ after.length }` ];
	}
	return before.flatMap( ( box, i ) => {
		const now = after[ i ] ?? box;
		const moves = ( [ 'left', 'top', 'width', 'height' ] as const )
			.filter( ( side ) => Math.abs( now[ side ] - box[ side ] ) > 1 )
			.map( ( side ) => `${ side } ${ box[ side ] } became ${ now[ side ] }` );
		return moves.length ? [ `${ box.what }: ${ moves.join( ', ' ) }` ] : [];
	} );
}

/** The words of the page, without what the gadget added. */
export function pageText( page: Page ): Promise<string> {
	return page.evaluate( () => {
		const output = document.querySelector( '#mw-content-text .mw-parser-output' )
			?.cloneNode( true ) as Element;
		output.querySelectorAll( '.advice-provenance-marker-row' ).forEach( ( row ) => row.remove() );
		return ( output.textContent ?? '' ).replace( /\s+/g, ' ' ).trim();
	} );
}

/** The headings of the text by the names that assistive technology tells. */
export async function headingNames( context: BrowserContext, page: Page ): Promise<string[]> {
	const session = await context.newCDPSession( page );
	const { root } = await session.send( 'DOM.getDocument', { depth: 0 } );
	const { nodeId } = await session.send( 'DOM.querySelector', { nodeId: root.nodeId, selector: '#mw-content-text' } );
	const { nodes } = await session.send( 'Accessibility.queryAXTree', { nodeId, role: 'heading' } );
	await session.detach();
	return nodes.map( ( { name } ) => String( name?.value ?? '' ) );
}

/** Sum of all layout shifts of the page so far. */
export function layoutShift( page: Page ): Promise<number> {
	return page.evaluate( () => new Promise<number>( ( resolve ) => {
		let sum = 0;
		new PerformanceObserver( ( list ) => {
			for ( const entry of list.getEntries() as ( PerformanceEntry & { value: number } )[] ) {
				sum += entry.value;
			}
		} ).observe( { type: 'layout-shift', buffered: true } );
		requestAnimationFrame( () => requestAnimationFrame( () => resolve( sum ) ) );
	} ) );
}
