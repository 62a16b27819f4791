/** Finds what a selector selects, by an implementation that is none of ours: Apache Annotator. */
import {
	createTextPositionSelectorMatcher, createTextQuoteSelectorMatcher
} from '@apache-annotator/dom';
import { JSDOM } from 'jsdom';
import type { PositionSelector, QuoteSelector } from '../../src/export/passage-selectors';

// It looks for constants where a browser has them.
const { Node, NodeFilter } = new JSDOM().window;
Object.assign( globalThis, { Node, NodeFilter } );

/** A page as a browser has it. */
export function pageOf( html: string ): Document {
	return new JSDOM( html ).window.document;
}

/** A text that is no HTML, as a browser has it. */
export function textPage( text: string ): Document {
	const page = pageOf( '<pre></pre>' );
	page.querySelector( 'pre' )!.textContent = text;
	return page;
}

/** Everything that a selector selects in the body of a page, in order. */
export async function anchored(
	page: Document, selector: PositionSelector | QuoteSelector
): Promise<Range[]> {
	const ranges: Range[] = [];
	const matches = selector.type === 'TextQuoteSelector' ?
		createTextQuoteSelectorMatcher( selector )( page.body ) :
		createTextPositionSelectorMatcher( selector )( page.body );
	for await ( const range of matches ) {
		ranges.push( range );
	}
	return ranges;
}
