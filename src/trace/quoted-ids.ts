/** Which words of a state are those that somebody quoted. */
import { visitWords } from './wikitext-words';

/** A passage in plain words, with what stands beside it where it occurs several times. */
export interface QuotedPassage {
	readonly exact: string;
	readonly prefix?: string;
	readonly suffix?: string;
}

/** The words of a state of a page, each with its id. */
export interface WordRow {
	readonly ids: readonly number[];
	readonly texts: readonly string[];
}

function wordsOf( text: string ): string[] {
	const words: string[] = [];
	visitWords( text, ( isWord, start, end ) => {
		if ( isWord ) {
			words.push( text.slice( start, end ) );
		}
	} );
	return words;
}

function matches( row: WordRow, at: number, words: readonly string[] ): boolean {
	return words.every( ( word, index ) => row.texts[ at + index ] === word );
}

/** How many words beside a place are those that the quote names, counted from the place. */
function besides( row: WordRow, at: number, words: readonly string[], step: 1 | -1 ): number {
	let count = 0;
	while ( count < words.length && row.texts[ at + step * count ] === words[ count ] ) {
		count++;
	}
	return count;
}

/**
 * The words of a change that a quote names. People quote a phrase as they read it, with words
 * in it that stood there before: only those of the change are given, and the phrase counts only
 * where at least half of its words are of the change.
 *
 * @param row all words of the page
 * @param quote
 * @param changed ids of the words of the change
 * @return ids; of several places those that the quote's context fits best, all of them if none
 *  fits better; empty if the quote is not found
 */
export function quotedIds(
	row: WordRow, quote: QuotedPassage, changed: ReadonlySet<number>
): number[] {
	const words = wordsOf( quote.exact );
	const prefix = wordsOf( quote.prefix || '' ).reverse();
	const suffix = wordsOf( quote.suffix || '' );
	let found: number[] = [];
	let best = -1;
	for ( let at = 0; words.length && at + words.length <= row.ids.length; at++ ) {
		if ( row.texts[ at ] !== words[ 0 ] || !matches( row, at, words ) ) {
			continue;
		}
		const own = row.ids.slice( at, at + words.length ).filter( ( id ) => changed.has( id ) );
		const fit = besides( row, at - 1, prefix, -1 ) +
			besides( row, at + words.length, suffix, 1 );
		if ( own.length * 2 >= words.length && fit >= best ) {
			found = fit > best ? own : found.concat( own );
			best = fit;
		}
	}
	return found;
}
