import { coreOf, pageText } from './page-model';
import type { Block, Page, Word } from './page-model';
import type { Random } from './random';

/** Words that were deleted, as they were, to come back some time. */
export interface Deleted {
	words: readonly Word[];
	block: Block;
	/** A whole paragraph, or a sentence of one. */
	whole: boolean;
}

/** What an edit can draw on. */
export interface EditContext {
	random: Random;
	/** The revision id that the edit will have: the origin of every word it brings. */
	revid: number;
	/** Number of that revision, from 0. */
	at: number;
	/** Words of the page's own text, frequent ones often: what substitutions are made of. */
	vocabulary: readonly string[];
	/** Sentences of another text, each used once: a second use would be a copy of the first. */
	foreign: string[][];
	deleted: Deleted[];
	/** Every state of the page so far. */
	states: Page[];
}

/** Makes the next state of a page; null where the page offers no place for such an edit. */
export type Edit = ( page: Page, context: EditContext ) => Page | null;

export function vocabularyOf( page: Page ): string[] {
	return pageText( page ).match( /\p{L}[\p{L}\p{M}'’-]*/gu ) ?? [ 'word' ];
}

/** A new word, different from the ones given: else nobody could tell which of two it is. */
export function drawWord( context: EditContext, ...unlike: ( Word | undefined )[] ): string {
	const refused = new Set( unlike.map( ( word ) => word && coreOf( word.text ).toLowerCase() ) );
	for ( let attempt = 0; attempt < 20; attempt++ ) {
		const word = context.random.pick( context.vocabulary );
		if ( !refused.has( word.toLowerCase() ) ) {
			return word;
		}
	}
	return `word${ context.at }`;
}

/** A sentence of new words: shuffled ones of this text, or one of another text. */
export function drawSentence( context: EditContext ): string[] {
	const { random, foreign, vocabulary } = context;
	const borrowed = random.chance( 0.4 ) ? foreign.pop() : undefined;
	if ( borrowed ) {
		return borrowed;
	}
	const length = random.between( 5, 24 );
	const words = Array.from( { length }, () => random.pick( vocabulary ) );
	const first = words[ 0 ] as string;
	words[ 0 ] = first.charAt( 0 ).toUpperCase() + first.slice( 1 );
	words[ length - 1 ] += '.';
	return words;
}

/** Positions of the blocks that pass, in order. */
export function placesOf( page: Page, passes: ( block: Block, at: number ) => boolean ): number[] {
	return page.flatMap( ( block, at ) => passes( block, at ) ? [ at ] : [] );
}

/** A block that passes, by its position; -1 where there is none. Long ones come up more often. */
export function pickPlace(
	page: Page, context: EditContext, passes: ( block: Block, at: number ) => boolean
): number {
	const places = placesOf( page, passes );
	if ( !places.length ) {
		return -1;
	}
	const [ one, other ] = [ context.random.pick( places ), context.random.pick( places ) ];
	const size = ( at: number ): number => page[ at ]?.words.length ?? 0;
	return size( other ) > size( one ) && context.random.chance( 0.5 ) ? other : one;
}

export function replaceBlocks(
	page: Page, at: number, count: number, ...blocks: Block[]
): Page {
	return [ ...page.slice( 0, at ), ...blocks, ...page.slice( at + count ) ];
}

/** A place to put something: between two blocks, not inside a table or before the first block. */
export function pickGap( page: Page, context: EditContext ): number {
	return context.random.between( Math.min( 1, page.length ), page.length );
}
