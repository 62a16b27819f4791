/** Helpers to locate words of a wikitext and to read what was found. */
import { locateWords, type LocatedWords, type RenderedWords } from '../../src/trace/locate-words';
import { visitWords } from '../../src/trace/wikitext-words';

/** The words of a text with their places. */
export function wordsOf( text: string ): {
	text: string; starts: Int32Array; ends: Int32Array; texts: string[];
} {
	const places: number[] = [];
	visitWords( text, ( isWord, start, end ) => {
		if ( isWord ) {
			places.push( start, end );
		}
	} );
	const starts = Int32Array.from( places.filter( ( _place, i ) => i % 2 === 0 ) );
	const ends = Int32Array.from( places.filter( ( _place, i ) => i % 2 === 1 ) );
	const texts = Array.from( starts, ( start, i ) => text.slice( start, ends[ i ] ) );
	return { text, starts, ends, texts };
}

/**
 * A shown page from its blocks: `=` before a heading, `^` before a footnote, and `+` before a
 * further block of one.
 */
export function shownPage( ...blocks: string[] ): RenderedWords {
	const kinds = [ '=', '^', '+' ];
	const page = { texts: [] as string[], blockStarts: [] as number[], blockKinds: [] as number[] };
	for ( const block of blocks ) {
		page.blockStarts.push( page.texts.length );
		page.blockKinds.push( kinds.indexOf( block[ 0 ] ?? '' ) + 1 );
		page.texts.push( ...wordsOf( block ).texts );
	}
	return page;
}

const SIGNS = [ '-', '?', '!', '~' ];

/**
 * What was found of each word of a wikitext: `word@number of the shown word`, or `word` with a
 * sign: - markup, ? perhaps shown, ! not found, ~ ambiguous.
 */
export function found( wikitext: string, page: RenderedWords ): string {
	const words = wordsOf( wikitext );
	const located = locateWords( words, page );
	const places = new Map<number, string[]>();
	located.pieces.word.forEach( ( word, i ) => {
		const { rendered, from, to } = located.pieces;
		const shown = page.texts[ rendered[ i ] as number ] ?? '';
		const isWhole = from[ i ] === 0 && to[ i ] === shown.length;
		const place = `@${ rendered[ i ] }${ isWhole ? '' : `[${ from[ i ] },${ to[ i ] }]` }`;
		places.set( word, [ ...places.get( word ) ?? [], place ] );
	} );
	return words.texts.map( ( text, i ) => text +
		( places.get( i )?.join( '' ) ?? SIGNS[ located.states[ i ] as number ] ?? '' ) ).join( ' ' );
}

/** How many words have each state, by its number. */
export function countStates( { states }: LocatedWords ): number[] {
	const counts = [ 0, 0, 0, 0, 0 ];
	for ( const state of states ) {
		counts[ state ] = ( counts[ state ] ?? 0 ) + 1;
	}
	return counts;
}
