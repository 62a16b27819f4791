/** Elements around words, for browsers without the CSS Custom Highlight API. */
import { element } from './element';
import type { WordPlace } from './page-words';

interface TextPart {
	node: Text;
	from: number;
	to: number;
}

/** The text nodes of a place, with the part of each that belongs to it. */
function partsOf( place: WordPlace ): TextPart[] {
	const { startContainer, startOffset, endContainer, endOffset } = place;
	const walker = document.createTreeWalker( document.body, NodeFilter.SHOW_TEXT );
	walker.currentNode = startContainer;
	const parts: TextPart[] = [];
	for ( let node: Node | null = startContainer; node; node = walker.nextNode() ) {
		const text = node as Text;
		const from = node === startContainer ? startOffset : 0;
		const to = node === endContainer ? endOffset : text.length;
		if ( from < to ) {
			parts.push( { node: text, from, to } );
		}
		if ( node === endContainer ) {
			break;
		}
	}
	return parts;
}

/**
 * Puts text into elements.
 *
 * @param place of the text
 * @param className of the elements, without the prefix
 * @return the elements
 */
export function wrap( place: WordPlace, className: string ): HTMLElement[] {
	return partsOf( place ).map( ( { node, from, to } ) => {
		const text = from > 0 ? node.splitText( from ) : node;
		if ( to - from < text.length ) {
			text.splitText( to - from );
		}
		const span = element( 'span', className );
		text.before( span );
		span.appendChild( text );
		return span;
	} );
}

/** Takes elements away again, not what is in them; text nodes become whole. */
export function unwrap( spans: readonly HTMLElement[] ): void {
	const parents = new Set<Node>();
	for ( const span of spans ) {
		const { parentNode } = span;
		if ( parentNode ) {
			parents.add( parentNode );
			span.replaceWith( ...Array.from( span.childNodes ) );
		}
	}
	parents.forEach( ( parent ) => parent.normalize() );
}
