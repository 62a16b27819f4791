/**
 * The headings of the open page. This is the one place that knows the markups that MediaWiki
 * gives them: the heading alone around a `.mw-headline` (before 1.43's new markup), a
 * `.mw-heading` around the heading (1.43 on), and Parsoid's sections with either.
 */
import type { TodaySection } from '../account/findings';

export interface PageHeading {
	section: TodaySection;
	/** What the marker follows: the heading, or what the wiki wraps around it. */
	wrapper: Element;
	/** The element with the heading's own text. */
	name: Element;
}

/** Contents of the page; what is embedded in it, with headings of its own, is another output. */
const OUTPUT = '#mw-content-text .mw-parser-output';
/** Headings of a table of contents, or of a dialog that stands in the page, are no sections. */
const NO_SECTION = '.toc, #toc, [role="dialog"]';
/** The edit link of a heading that comes from another page. */
const TRANSCLUDED = 'a[href*="section=T-"]';

/** Text of a heading without what gadgets and the wiki put behind it. */
function headingText( name: Element ): string {
	const copy = name.cloneNode( true ) as Element;
	for ( const extra of Array.from( copy.querySelectorAll(
		'.mw-editsection, .mw-headline-number, button, style, script, .indicator, ' +
		'.advice-provenance-word-removed'
	) ) ) {
		extra.remove();
	}
	return ( copy.textContent || '' ).replace( /\s+/g, ' ' ).trim();
}

/** The page's main output; null on pages without one. */
export function findOutput(): HTMLElement | null {
	return document.querySelector<HTMLElement>( OUTPUT );
}

/** True for a heading that stands on another page and is only shown on this one. */
function isTranscluded( node: Element, wrapper: Element ): boolean {
	// Parsoid names all parts of one transclusion alike, and says on the first what they are.
	const about = node.closest( '[about]' )?.getAttribute( 'about' );
	return wrapper.querySelector( TRANSCLUDED ) !== null || ( Boolean( about ) &&
		Array.from( document.querySelectorAll( '[typeof~="mw:Transclusion"]' ) )
			.some( ( part ) => part.getAttribute( 'about' ) === about ) );
}

/**
 * Headings of the page's own sections, in their order.
 *
 * @param page title of the open page
 */
export function findHeadings( page: string ): PageHeading[] {
	const seen = new Map<string, number>();
	const headings: PageHeading[] = [];
	const output = findOutput();
	const nodes = output ? output.querySelectorAll( 'h1, h2, h3, h4, h5, h6' ) : [];
	for ( const node of Array.from( nodes ) ) {
		const name = node.querySelector( '.mw-headline' ) || node;
		const wrapper = node.closest( '.mw-heading' ) || node;
		const heading = headingText( name );
		if ( !heading || node.closest( NO_SECTION ) || isTranscluded( node, wrapper ) ||
			node.closest( '.mw-parser-output' ) !== output ) {
			continue;
		}
		const nth = seen.get( heading ) || 0;
		seen.set( heading, nth + 1 );
		headings.push( {
			section: { page, heading, nth, level: Number( node.tagName.charAt( 1 ) ) },
			wrapper,
			name
		} );
	}
	return headings;
}
