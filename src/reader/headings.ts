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

/** Contents of the page, which may have several. An output in another one is not the page's own. */
const OUTPUTS = '#mw-content-text .mw-parser-output';
const HEADINGS = [ 1, 2, 3, 4, 5, 6 ].map( ( level ) => `${ OUTPUTS } h${ level }` ).join();
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

/** The page's own outputs, without those that stand in another one. */
export function findOutputs(): HTMLElement[] {
	return Array.from( document.querySelectorAll<HTMLElement>( OUTPUTS ) )
		.filter( ( output ) => !output.parentElement?.closest( OUTPUTS ) );
}

/** Where the page begins; null on pages without an output. */
export function findOutput(): HTMLElement | null {
	return findOutputs()[ 0 ] || null;
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
	const outputs: ( Element | null )[] = findOutputs();
	const nodes = document.querySelectorAll( HEADINGS );
	for ( const node of Array.from( nodes ) ) {
		const name = node.querySelector( '.mw-headline' ) || node;
		const wrapper = node.closest( '.mw-heading' ) || node;
		const heading = headingText( name );
		if ( !heading || node.closest( NO_SECTION ) || isTranscluded( node, wrapper ) ||
			!outputs.includes( node.closest( '.mw-parser-output' ) ) ) {
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
