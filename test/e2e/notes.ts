/** What the tests of the notes share: the notes themselves, and revisions by their summaries. */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { root } from '../../build/root';
import { testWiki } from './browser';
import { text } from './texts';

/** The editors greet who is new; everything else is out of reach until that is answered. */
export const noWelcome = {
	storageState: {
		cookies: [],
		origins: [ {
			origin: testWiki.url,
			localStorage: [ { name: 've-beta-welcome-dialog', value: '1' } ]
		} ]
	}
};

/** The notes of the open view. */
export function notesOf( page: Page ): Locator {
	return page.getByRole( 'region', { name: text( 'notes-region' ), exact: true } );
}

/** Presses the button of a question, and waits for the answer. */
export async function ask( page: Page, key: string ): Promise<Locator> {
	const questions = notesOf( page ).locator( '.advice-provenance-note-question' );
	// Its words go with the button: it is told by its place.
	await questions.first().waitFor();
	const all = await questions.allInnerTexts();
	const question = questions.nth( all.findIndex( ( words ) => words.includes( text( key ) ) ) );
	await question.getByRole( 'button', { name: text( key ), exact: true } ).click();
	// The answer may have one of its own.
	await question.locator( ':scope > button' ).waitFor( { state: 'detached', timeout: 45_000 } );
	return question;
}

export interface Revision {
	revid: number;
	parentid: number;
	comment: string;
}

/** Revisions of a page of less than 500, the oldest first. */
export async function revisionsOf( title: string ): Promise<Revision[]> {
	const query = new URLSearchParams( {
		action: 'query',
		prop: 'revisions',
		rvprop: 'ids|comment',
		rvlimit: '500',
		rvdir: 'newer',
		titles: title,
		format: 'json',
		formatversion: '2'
	} );
	const response = await fetch( `${ testWiki.url }/w/api.php?${ query.toString() }` );
	const answer = await response.json() as { query: { pages: { revisions: Revision[] }[] } };
	return answer.query.pages[ 0 ]?.revisions ?? [];
}

/**
 * The revision whose summary has some words, and the one before it.
 *
 * @throws {Error} if there is none
 */
export async function revisionWith(
	title: string, words: string
): Promise<{ base: number; last: number }> {
	const all = await revisionsOf( title );
	const index = all.findIndex( ( { comment } ) => comment.includes( words ) );
	const [ base, last ] = [ all[ index - 1 ]?.revid, all[ index ]?.revid ];
	if ( base === undefined || last === undefined ) {
		throw new Error( `There is no revision about "${ words }".` );
	}
	return { base, last };
}

/**
 * The number by which the wiki edits a section.
 *
 * @throws {Error} if there is none
 */
export async function sectionNumber( title: string, heading: string ): Promise<string> {
	const query = new URLSearchParams( {
		action: 'parse', page: title, prop: 'sections', format: 'json', formatversion: '2'
	} );
	const response = await fetch( `${ testWiki.url }/w/api.php?${ query.toString() }` );
	const answer = await response.json() as {
		parse: { sections: { line: string; index: string }[] };
	};
	const section = answer.parse.sections.find( ( { line } ) => line === heading );
	if ( !section ) {
		throw new Error( `There is no section "${ heading }".` );
	}
	return section.index;
}

/** Everything that the notes put onto pages, for axe. */
export const NOTE_PARTS = [
	'.advice-provenance-note', '.advice-provenance-note-badges', '.advice-provenance-note-record',
	'.advice-provenance-note-topic'
];

/** Boxes that stand outside of the window, or are too small to touch. */
export function misfits( page: Page ): Promise<string[]> {
	return page.evaluate( ( parts ) => {
		const wrong: string[] = [];
		for ( const part of document.querySelectorAll<HTMLElement>( parts.join() ) ) {
			for ( const node of [ part, ...part.querySelectorAll<HTMLElement>( 'a, button, summary' ) ] ) {
				const box = node.getBoundingClientRect();
				const { clientWidth } = document.documentElement;
				if ( box.width && ( box.left < 0 || box.right > clientWidth ) ) {
					wrong.push( `outside of the window: ${ node.innerText }` );
				}
				if ( box.width && node !== part && box.height < 24 ) {
					wrong.push( `too small to touch: ${ node.innerText }` );
				}
			}
		}
		return wrong;
	}, NOTE_PARTS );
}

/**
 * Keeps a picture of a view, for people to look at, where somebody asked for pictures.
 *
 * @param page
 * @param name of the file
 */
export async function shoot( page: Page, name: string ): Promise<void> {
	if ( process.env.SCREENSHOTS ) {
		await page.screenshot( { path: join( root, '.local', 'screenshots', `notes-${ name }.png` ) } );
	}
}
