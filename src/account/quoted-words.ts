/**
 * Which words of a revision belong to one piece of advice, where the log says so because the
 * revision served several.
 */
import type { Change, Quote } from '../log/types';
import { splitWords } from '../trace/words';
import type { ItemChange, SectionEffect } from './types';

/** Words with one space between, so that punctuation and white space do not count. */
function bareWords( text: string ): string {
	return splitWords( text ).map( ( word ) => word.text ).join( ' ' );
}

function holds( text: string, quote: string ): boolean {
	return ` ${ bareWords( text ) } `.includes( ` ${ bareWords( quote ) } ` );
}

/** The quote stands in the text with what the log says stands beside it. */
function holdsInContext( text: string, { exact, prefix = '', suffix = '' }: Quote ): boolean {
	// A prefix is cut by length, so it may begin within a word.
	return Boolean( prefix || suffix ) &&
		bareWords( text ).includes( bareWords( `${ prefix } ${ exact } ${ suffix }` ) );
}

/** At least half of a quote's words are among those that the edit put in (or took out). */
function overlaps( quote: Quote, passages: string[] ): boolean {
	const changed = new Set( bareWords( passages.join( ' ' ) ).split( ' ' ) );
	const words = bareWords( quote.exact ).split( ' ' );
	return words.filter( ( word ) => changed.has( word ) ).length * 2 >= words.length;
}

/** One side of an effect: what changed there, in which text, and what the other side was. */
interface Side {
	passages: string[];
	text: string;
	other: string;
}

function sideOf( effect: SectionEffect, side: 'inserted' | 'removed' ): Side {
	const { before, after } = effect.texts || { before: '', after: '' };
	return side === 'inserted' ?
		{ passages: effect.inserted, text: after, other: before } :
		{ passages: effect.removed, text: before, other: after };
}

/**
 * People quote a phrase as they read it, with words in it that stood there before. Such a
 * phrase counts if the other text has it not, and half of its words are of this edit.
 */
function isChanged( quote: Quote, { passages, text, other }: Side ): boolean {
	return passages.some( ( passage ) => holds( passage, quote.exact ) ) ||
		(
			holds( text, quote.exact ) && !holds( other, quote.exact ) &&
			overlaps( quote, passages )
		);
}

/**
 * Keeps for each effect the quotes that belong to it; marks them as found. Words that stand in
 * several sections are told apart by their context, where the log gives it and a text shows it.
 */
function pick( quotes: Quote[], sides: Side[], found: Set<Quote> ): string[][] {
	return sides.map( ( side ) => quotes
		.filter( ( quote ) => {
			const inContext = sides.some( ( { text } ) => holdsInContext( text, quote ) );
			const isHere = isChanged( quote, side ) &&
				( !inContext || holdsInContext( side.text, quote ) );
			if ( isHere ) {
				found.add( quote );
			}
			return isHere;
		} )
		.map( ( { exact } ) => exact ) );
}

/**
 * Narrows the effects of a revision to the words that a change names. A change that names
 * none has all of them.
 *
 * @param change a change of the log
 * @param effects everything that its revision did
 */
export function narrowToQuotes(
	change: Change,
	effects: SectionEffect[]
): Pick<ItemChange, 'effects' | 'notFound'> {
	if ( !change.inserted && !change.deleted ) {
		return { effects, notFound: { inserted: [], removed: [] } };
	}
	// An empty list says that some words were named which are withheld: none is shown then.
	const { inserted = [], deleted = [] } = change;
	const found = new Set<Quote>();
	const ins = pick( inserted, effects.map( ( effect ) => sideOf( effect, 'inserted' ) ), found );
	const del = pick( deleted, effects.map( ( effect ) => sideOf( effect, 'removed' ) ), found );
	const narrowed = effects.map( ( effect, index ) => ( {
		...effect,
		inserted: ins[ index ] || [],
		removed: del[ index ] || [],
		moved: []
	} ) );
	function missing( quotes: Quote[] ): string[] {
		return quotes.filter( ( quote ) => !found.has( quote ) ).map( ( quote ) => quote.exact );
	}
	return {
		effects: narrowed.filter( ( effect ) => effect.inserted.length || effect.removed.length ),
		notFound: { inserted: missing( inserted ), removed: missing( deleted ) }
	};
}
