/** The marked words of a page, and the bar that stands at its bottom meanwhile. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { wordsIn, type Style, type StyledWords } from './advised-words';
import { text } from './texts';

export const styles: Style[] = [ 'quoted', 'derived', 'influenced', 'unstated' ];
export const NOTHING: StyledWords = { quoted: [], derived: [], influenced: [], unstated: [] };

export function barOf( page: Page ): Locator {
	return page.getByRole( 'region', { name: text( 'marks-title' ), exact: true } );
}

export function button( place: Page | Locator, key: string, ...params: number[] ): Locator {
	return place.getByRole( 'button', { name: text( key, ...params ), exact: true } );
}

/** The marked texts by style, as highlights and as elements. */
export function markedTexts(
	page: Page
): Promise<Record<'highlights' | 'elements', Record<string, string[]>>> {
	return page.evaluate( ( names ) => {
		const highlights: Record<string, string[]> = {};
		const elements: Record<string, string[]> = {};
		for ( const name of names ) {
			highlights[ name ] = 'Highlight' in window ?
				Array.from( CSS.highlights.get( `advice-provenance-${ name }` ) ?? [], String ) :
				[];
			elements[ name ] = Array.from(
				document.querySelectorAll( `.mw-parser-output .advice-provenance-word-${ name }` ),
				( node ) => node.textContent ?? ''
			);
		}
		return { highlights, elements };
	}, styles );
}

export function expectWords( marked: Record<string, string[]>, expected: StyledWords ): void {
	for ( const style of styles ) {
		expect( wordsIn( ( marked[ style ] ?? [] ).join( ' ' ) ), style ).toEqual( expected[ style ] );
	}
}
