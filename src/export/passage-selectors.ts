/** Advised passages of today's pages, as Web Annotations point at text. */
import { passageRuns, plainPassage } from '../trace/passages';
import { itemKeyOf } from '../account/change-key';
import type { PageWords } from '../account/draft-words';
import { shownText, type ShownText } from './shown-text';

/** The passage with what stands right before and after it. */
export interface QuoteSelector {
	type: 'TextQuoteSelector';
	exact: string;
	prefix: string;
	suffix: string;
}

/** Counted in code points from the beginning; the end is after the last one. */
export interface PositionSelector {
	type: 'TextPositionSelector';
	start: number;
	end: number;
}

export interface AdvisedPassage {
	/**
	 * As the page shows it, in pieces: paragraphs, items of lists, what stands before and after a
	 * footnote. Pieces that are not certainly found there, once, are left out.
	 */
	shown: QuoteSelector[];
	/** In the wikitext; null where its words cannot be told from the same ones elsewhere. */
	written: QuoteSelector | null;
	position: PositionSelector;
}

/** So many code points around a passage are quoted with it; more where it could be another one. */
const AROUND = 32;
const MOST_AROUND = 512;

const HAS_WORD = /[\p{L}\p{N}]/u;

/** The last code points of a text. */
function ending( text: string, count: number ): string {
	return [ ...text.slice( -2 * count ) ].slice( -count ).join( '' ).replace( /^[\udc00-\udfff]/, '' );
}

function beginning( text: string, count: number ): string {
	return [ ...text.slice( 0, 2 * count ) ].slice( 0, count ).join( '' ).replace( /[\ud800-\udbff]$/, '' );
}

/**
 * A selector for a range of a text that selects nothing else of it.
 *
 * @param text
 * @param start UTF-16 offset
 * @param end
 * @param around what may be quoted of the text: from where to where
 * @return null if the text has the same passage, with the same around it, in another place
 */
function quote(
	text: string, start: number, end: number, around: readonly [ number, number ]
): QuoteSelector | null {
	const [ from, to ] = around;
	const exact = text.slice( start, end );
	const before = text.slice( Math.max( from, start - 2 * MOST_AROUND ), start );
	const after = text.slice( end, Math.min( to, end + 2 * MOST_AROUND ) );
	for ( let count = AROUND; count <= MOST_AROUND; count *= 2 ) {
		const [ prefix, suffix ] = [ ending( before, count ), beginning( after, count ) ];
		const whole = prefix + exact + suffix;
		const at = text.indexOf( whole );
		if ( at === start - prefix.length && !text.includes( whole, at + 1 ) ) {
			return { type: 'TextQuoteSelector', exact, prefix, suffix };
		}
	}
	return null;
}

/** Turns UTF-16 offsets into code points; offsets have to be asked for in ascending order. */
function codePoints( text: string ): ( offset: number ) => number {
	let [ at, count ] = [ 0, 0 ];
	return ( offset ) => {
		while ( at < offset ) {
			at += ( text.codePointAt( at ) ?? 0 ) > 0xffff ? 2 : 1;
			count++;
		}
		return count;
	};
}

/** Place of the first of some ascending numbers that is not less than one. */
function placeOf( numbers: readonly number[], one: number ): number {
	let [ low, high ] = [ 0, numbers.length ];
	while ( low < high ) {
		const middle = Math.floor( ( low + high ) / 2 );
		if ( numbers[ middle ] as number < one ) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

/** What the page shows of a range of its wikitext: a selector for each piece with words. */
function shownPieces( { text, offsets }: ShownText, start: number, end: number ): QuoteSelector[] {
	const selectors: QuoteSelector[] = [];
	const to = placeOf( offsets, end );
	let from = placeOf( offsets, start );
	for ( const piece of text.slice( from, to ).split( '\n' ) ) {
		const first = from + piece.length - piece.trimStart().length;
		const last = from + piece.trimEnd().length;
		const selector = HAS_WORD.test( piece ) ? quote( text, first, last, [
			text.lastIndexOf( '\n', first ) + 1, ( text + '\n' ).indexOf( '\n', last )
		] ) : null;
		selectors.push( ...selector ? [ selector ] : [] );
		from += piece.length + 1;
	}
	return selectors;
}

/**
 * Finds passages of a page.
 *
 * @return gives the passages that go back to an item, in the order of the text
 */
export function passageFinder( page: PageWords ): ( key: string ) => AdvisedPassage[] {
	const { text, starts, ends, groups, groupOf, sections } = page;
	// Here a word is named by its place.
	const places = starts.map( ( _, place ) => place );
	const words = { text, ids: places, starts, ends };
	const shown = shownText( text );
	return ( key ) => {
		const isOwn = groups.map(
			( names ) => names.some( ( name ) => itemKeyOf( name ) === key )
		);
		const wanted = new Set( places.filter( ( place ) => isOwn[ groupOf[ place ] as number ] ) );
		const count = codePoints( text );
		return sections.flatMap( ( { from, to } ) => passageRuns( words, from, to, wanted ) )
			// The name of a template is a word that no reader sees.
			.filter( ( [ first, last ] ) => HAS_WORD.test( plainPassage( words, first, last ) ) )
			.map( ( [ first, last ] ): [ number, number ] => (
				[ starts[ first ] as number, ends[ last ] as number ]
			) )
			.map( ( [ start, end ] ) => ( {
				shown: shownPieces( shown, start, end ),
				written: quote( text, start, end, [ 0, text.length ] ),
				position: { type: 'TextPositionSelector', start: count( start ), end: count( end ) }
			} ) );
	};
}
