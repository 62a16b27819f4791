/** Advised passages of today's pages, as Web Annotations point at text. */
import { passageRuns, plainPassage } from '../trace/passages';
import { toPlainText } from '../trace/plain-text';
import { itemKeyOf } from '../account/change-key';
import type { PageWords } from '../account/draft-words';

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
	/** As the page shows it. */
	shown: QuoteSelector;
	/** In the wikitext. */
	written: QuoteSelector;
	position: PositionSelector;
}

/** Code points of the text around that are quoted with a passage. */
const AROUND = 32;
/** UTF-16 units of wikitext that are looked at for that: links and tags take some. */
const LOOKED_AT = 400;

/** The last code points of a text. */
function ending( text: string ): string {
	return [ ...text ].slice( -AROUND ).join( '' );
}

function beginning( text: string ): string {
	return [ ...text ].slice( 0, AROUND ).join( '' );
}

/** Cuts no pair of surrogates in two. */
function around( text: string, start: number, end: number ): { before: string; after: string } {
	return {
		before: text.slice( Math.max( 0, start - LOOKED_AT ), start ).replace( /^[\udc00-\udfff]/, '' ),
		after: text.slice( end, end + LOOKED_AT ).replace( /[\ud800-\udbff]$/, '' )
	};
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

/** What is left of markup that a passage cuts through. */
const REMAINS = /\[\[|\]\]|\{\{|\}\}|'{2,}/g;

/** The marks of a heading, also of one cut in two; spaces before them go as all others do. */
const HEADINGS = /^={1,6}[ \t]*|={1,6}[ \t]*$/gm;

/** Wikitext as the page shows it; white space at the edges is one space. */
function shownText( wikitext: string ): string {
	const plain = toPlainText( toPlainText( wikitext.replace( HEADINGS, '' ) ).replace( REMAINS, '' ) );
	return ( /^\s/.test( wikitext ) ? ' ' : '' ) + plain + ( /\s$/.test( wikitext ) ? ' ' : '' );
}

/** A selector for a range of a text. */
function quote( exact: string, before: string, after: string ): QuoteSelector {
	return {
		type: 'TextQuoteSelector', exact, prefix: ending( before ), suffix: beginning( after )
	};
}

/** The passages of a page that go back to an item, in the order of the text. */
export function advisedRanges( page: PageWords, key: string ): AdvisedPassage[] {
	const { text, starts, ends, groups, groupOf, sections } = page;
	const isOwn = groups.map( ( names ) => names.some( ( name ) => itemKeyOf( name ) === key ) );
	// Here a word is named by its place.
	const places = starts.map( ( _, place ) => place );
	const wanted = new Set( places.filter( ( place ) => isOwn[ groupOf[ place ] as number ] ) );
	const words = { text, ids: places, starts, ends };
	const count = codePoints( text );
	return sections.flatMap( ( { from, to } ) => passageRuns( words, from, to, wanted ) )
		// The name of a template is a word that no reader sees.
		.filter( ( [ first, last ] ) => /[\p{L}\p{N}]/u.test( plainPassage( words, first, last ) ) )
		.map( ( [ first, last ] ) => {
			const [ start, end ] = [ starts[ first ] as number, ends[ last ] as number ];
			const { before, after } = around( text, start, end );
			const exact = text.slice( start, end );
			return {
				shown: quote( shownText( exact ), shownText( before ), shownText( after ) ),
				written: quote( exact, before, after ),
				position: {
					type: 'TextPositionSelector' as const, start: count( start ), end: count( end )
				}
			};
		} );
}
