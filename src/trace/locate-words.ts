/**
 * Finds the words of a wikitext again on the page that shows it, so that exactly those can be
 * marked. Words are compared as they stand, in their order; what cannot be told is said to be
 * ambiguous or not found, and never guessed.
 */
import { PieceList, type LocatedPieces } from './locate/located-pieces';
import { placeEdges } from './locate/place-edges';
import { placeBody } from './locate/place-in-order';
import { placeNotes } from './locate/place-notes';
import { placePerhaps } from './locate/place-perhaps';
import { placeRareRuns } from './locate/place-rare-runs';
import { readRendered, type RenderedWords } from './locate/rendered-words';
import { WordNumbers } from './locate/sequence';
import { WrittenStream } from './locate/written-stream';
import type { NamespaceIds } from './shown/shown-parts';
import { readVisibleWords, type WordPlaces } from './shown/visible-words';

export type { LocatedPieces } from './locate/located-pieces';
export type { RenderedWords } from './locate/rendered-words';

// What is known of a word of the wikitext, the least first.
/** It is markup: names of templates, targets of links, attributes, comments. */
export const WORD_MARKUP = 0;
/** It is handed to a template or an extension, which may show it; it is not found as such. */
export const WORD_PERHAPS = 1;
/** The page should show it; it is not found. */
export const WORD_NOT_FOUND = 2;
/** The page shows it at one of several places, and nothing tells which. */
export const WORD_AMBIGUOUS = 3;
export const WORD_LOCATED = 4;

export interface LocatedWords {
	/** For each word of the wikitext `WORD_LOCATED` and so on. */
	states: Uint8Array;

	/** For each shown word the word of the wikitext that it shows, or the first of several; -1. */
	shows: Int32Array;

	pieces: LocatedPieces;
}

/** A wikitext and its words, as `visitWords` gives them. */
export interface WikitextWords extends WordPlaces {
	text: string;
}

/** Notes where the words of the wikitext are shown. */
function collect(
	streams: [ WrittenStream, number ][], wordCount: number, shownCount: number
): LocatedWords {
	const states = new Uint8Array( wordCount );
	const list = new PieceList();
	for ( const [ { words: { sources }, places, offsets, ambiguous }, missing ] of streams ) {
		// A loop without calls: it runs once a page, before the browser has made it fast.
		for ( let i = 0; i < sources.word.length; i++ ) {
			const word = sources.word[ i ] as number;
			const shown = sources.shown[ i ] as number;
			const place = places[ shown ] as number;
			const offset = offsets[ shown ] as number;
			let state = ambiguous[ shown ] ? WORD_AMBIGUOUS : missing;
			if ( place >= 0 ) {
				state = WORD_LOCATED;
				list.add( place, offset + ( sources.from[ i ] as number ),
					offset + ( sources.to[ i ] as number ), word );
			}
			states[ word ] = Math.max( states[ word ] as number, state );
		}
	}
	const pieces = list.sorted( shownCount );
	const shows = new Int32Array( shownCount ).fill( -1 );
	for ( let i = pieces.rendered.length - 1; i >= 0; i-- ) {
		shows[ pieces.rendered[ i ] as number ] = pieces.word[ i ] as number;
	}
	return { states, shows, pieces };
}

/**
 * Finds the words of a wikitext on the page that shows it. Time grows with the length of the two
 * alone, whatever they hold.
 *
 * @param wikitext of the revision that is shown, and its words
 * @param rendered words of the page, by the old parser or by Parsoid
 * @param namespaces numbers of the wiki's namespaces by name, as `wgNamespaceIds`
 */
export function locateWords(
	wikitext: WikitextWords, rendered: RenderedWords, namespaces?: NamespaceIds
): LocatedWords {
	const visible = readVisibleWords( wikitext.text, wikitext, namespaces );
	const numbers = new WordNumbers();
	const page = readRendered( rendered, numbers );
	const body = new WrittenStream( visible.body, [], numbers );
	const notes = new WrittenStream( visible.notes, visible.noteList, numbers );
	const perhaps = new WrittenStream( visible.perhaps, visible.perhapsList, numbers );
	placeBody( body, page );
	placeNotes( notes, page );
	placeEdges( body, page );
	placeEdges( notes, page );
	for ( const [ name, host, part ] of [
		[ 'body', body, page.body ], [ 'notes', notes, page.notes ]
	] as const ) {
		const stretches = visible.perhapsList.filter( ( stretch ) => stretch.host === name );
		placePerhaps( perhaps, stretches, host, part, page );
	}
	placeRareRuns( [ body, notes, perhaps ], page );
	return collect( [
		[ body, WORD_NOT_FOUND ], [ notes, WORD_NOT_FOUND ], [ perhaps, WORD_PERHAPS ]
	], wikitext.starts.length, rendered.texts.length );
}
