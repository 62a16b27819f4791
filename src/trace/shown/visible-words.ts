/**
 * The words that a page shows, read from its wikitext: which they are, where each comes from,
 * and where the page may show something that does not stand in the wikitext.
 */
import { emitSpan } from './emit-span';
import { CANONICAL_NAMESPACES } from './link-kind';
import { ShownParts, type NamespaceIds } from './shown-parts';
import type { ShownWords, VisibleText } from './visible-text';
import { WikitextSource } from './wikitext-source';

/** Words of a wikitext: UTF-16 offsets of their beginnings and ends. */
export interface WordPlaces {
	starts: Int32Array;
	ends: Int32Array;
}

/**
 * Which words of the wikitext the shown words come from. A word can come from several
 * (`[[link]]trail`), and rarely several from one. One row for each piece, in order.
 */
export interface WordSources {
	/** Number of the shown word. */
	shown: number[];
	/** The part of it, in UTF-16 units. */
	from: number[];
	to: number[];
	/** Number of the word of the wikitext. */
	word: number[];
}

export interface VisibleStream extends ShownWords {
	sources: WordSources;
}

/** Words that stand one after the other wherever they are shown. */
export interface VisibleStretch {
	/** Numbers of its first word, and of the one behind its last. */
	start: number;
	end: number;
}

/** Words that may be shown at a place. */
export interface PerhapsStretch extends VisibleStretch {
	host: 'body' | 'notes';
	/** Number of the first word of the host that stands behind the place. */
	hostWord: number;
}

export interface VisibleWords {
	body: VisibleStream;
	notes: VisibleStream;
	/** Each footnote, in the order in which they are listed as far as that is known. */
	noteList: VisibleStretch[];
	/** What is handed to templates and the like. */
	perhaps: VisibleStream;
	perhapsList: PerhapsStretch[];
}

function readStream( text: VisibleText, { starts, ends }: WordPlaces ): VisibleStream {
	const words = text.words();
	const sources: WordSources = { shown: [], from: [], to: [], word: [] };
	let next = 0;
	text.visitSources( words, ( shown, from, to, start, end ) => {
		while ( next < starts.length && ( ends[ next ] as number ) <= start ) {
			next++;
		}
		const isCopy = to - from === end - start;
		for ( let word = next; word < starts.length; word++ ) {
			const wordStart = starts[ word ] as number;
			if ( wordStart >= end ) {
				break;
			}
			const wordEnd = ends[ word ] as number;
			sources.shown.push( shown );
			sources.from.push( isCopy ? from + Math.max( 0, wordStart - start ) : from );
			sources.to.push( isCopy ? to - Math.max( 0, end - wordEnd ) : to );
			sources.word.push( word );
			if ( !isCopy ) {
				break;
			}
		}
	} );
	return { ...words, sources };
}

/** Splits a stream at offsets of its text. */
function stretches( words: ShownWords, offsets: number[] ): VisibleStretch[] {
	const list: VisibleStretch[] = [];
	let word = 0;
	offsets.forEach( ( offset, i ) => {
		while ( word < words.starts.length && ( words.starts[ word ] as number ) < offset ) {
			word++;
		}
		const next = offsets[ i + 1 ] ?? Infinity;
		const start = word;
		while ( word < words.starts.length && ( words.starts[ word ] as number ) < next ) {
			word++;
		}
		list.push( { start, end: word } );
	} );
	return list;
}

/** Footnotes of one group are listed together; the lists stand in their own order. */
function orderNotes( shown: ShownParts, list: VisibleStretch[] ): VisibleStretch[] {
	const order = new Map<string, number>();
	for ( const group of [ ...shown.noteLists, ...shown.noteList.map( ( note ) => note.group ) ] ) {
		if ( !order.has( group ) ) {
			order.set( group, order.size );
		}
	}
	const rank = ( i: number ): number => order.get( shown.noteList[ i ]?.group ?? '' ) ?? 0;
	return [ ...list.keys() ]
		.sort( ( i, j ) => rank( i ) - rank( j ) || i - j )
		.map( ( i ) => list[ i ] as VisibleStretch );
}

/** Where in their hosts the stretches stand that may be shown. */
function placeInHosts(
	shown: ShownParts, list: VisibleStretch[], body: ShownWords, notes: ShownWords
): PerhapsStretch[] {
	const next = { body: 0, notes: 0 };
	return shown.groups.map( ( group, i ) => {
		const host = group.host === shown.notes ? 'notes' : 'body';
		const { starts } = host === 'notes' ? notes : body;
		while ( ( starts[ next[ host ] ] ?? Infinity ) < group.hostAt ) {
			next[ host ]++;
		}
		return { ...list[ i ] as VisibleStretch, host, hostWord: next[ host ] };
	} );
}

/**
 * Reads the words that a page shows.
 *
 * @param wikitext of the page
 * @param places of its words
 * @param namespaces names of the wiki's namespaces, as `wgNamespaceIds`; the ones that every
 *  wiki knows by default
 */
export function readVisibleWords(
	wikitext: string, places: WordPlaces, namespaces: NamespaceIds = CANONICAL_NAMESPACES
): VisibleWords {
	const shown = new ShownParts( namespaces );
	const source = new WikitextSource( wikitext, 0, shown );
	emitSpan( source, shown.bodyPlace(), source.span, true );
	const body = readStream( shown.body, places );
	const notes = readStream( shown.notes, places );
	const perhaps = readStream( shown.perhaps, places );
	const noteList = stretches( notes, shown.noteList.map( ( { start } ) => start ) );
	const groups = stretches( perhaps, shown.groups.map( ( { start } ) => start ) );
	return {
		body, notes, perhaps,
		noteList: orderNotes( shown, noteList ),
		perhapsList: placeInHosts( shown, groups, body, notes )
			.filter( ( { start, end } ) => end > start )
	};
}
