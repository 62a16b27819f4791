/** Words that advice removed, shown where they stood. */
import { WORD_MARKUP, type LocatedWords } from '../trace/locate-words';
import type { FollowedWords } from '../trace/followed-changes';
import { msg } from '../wiki/messages';
import { element } from './element';
import type { PageWords } from './page-words';

export interface RemovedPlace {
	/** Number of the shown word after which it stood; -1 before the first one. */
	after: number;
	texts: string[];
}

/**
 * Where removed passages stood on the page.
 *
 * @return places in the order of the page, and how many passages have none that is certain
 */
export function placeRemoved(
	{ removed }: Pick<FollowedWords, 'removed'>, { states, pieces }: LocatedWords
): { places: RemovedPlace[]; count: number; lost: number } {
	const shown = new Map<number, number>();
	// Most drafts are long, and little was taken out of them.
	const wanted = removed.length ? pieces.word.length : 0;
	for ( let piece = 0; piece < wanted; piece++ ) {
		shown.set( pieces.word[ piece ] as number, pieces.rendered[ piece ] as number );
	}
	const places = new Map<number, Set<string>>();
	const lost = new Set<string>();
	let count = 0;
	for ( const { after, text } of removed ) {
		let word = after;
		// What the page never shows stands between the words that it shows.
		while ( word >= 0 && states[ word ] === WORD_MARKUP ) {
			word--;
		}
		const place = word < 0 ? -1 : shown.get( word );
		if ( place === undefined ) {
			lost.add( `${ after } ${ text }` );
		} else {
			const texts = places.get( place ) || new Set();
			places.set( place, texts );
			// Several pieces of advice may have removed the same.
			count += Number( !texts.has( text ) );
			texts.add( text );
		}
	}
	return {
		places: [ ...places ].map( ( [ after, texts ] ) => ( { after, texts: [ ...texts ] } ) )
			.sort( ( a, b ) => a.after - b.after ),
		count,
		lost: lost.size
	};
}

function removedNode( text: string ): HTMLElement {
	const node = element( 'del', 'word-removed',
		element( 'span', 'only-heard', `${ msg( 'marks-removed-before' ) } ` ), text );
	node.dir = 'auto';
	return node;
}

/** Length of the marks at the beginning of a text that belong to the word before it. */
function closing( text: string ): number {
	return ( /^[.,;:!?…)\]”’»]*/.exec( text ) as RegExpExecArray )[ 0 ].length;
}

/**
 * Puts removed passages into the page.
 *
 * @return takes them out again
 */
export function insertRemoved( places: readonly RemovedPlace[], words: PageWords ): () => void {
	const nodes: HTMLElement[] = [];
	// From the last to the first, so that the places of those before stay true.
	for ( const { after, texts } of [ ...places ].reverse() ) {
		const place = words.texts.length ? words.placeOf( Math.max( after, 0 ) ) : null;
		if ( place ) {
			const node = after < 0 ? place.startContainer : place.endContainer;
			const offset = after < 0 ?
				place.startOffset :
				place.endOffset + closing( node.data.slice( place.endOffset ) );
			const link = node.parentElement?.closest( 'a' );
			const removed = texts.map( removedNode );
			nodes.push( ...removed );
			if ( link ) {
				// They do not belong to where it leads.
				link[ after < 0 ? 'before' : 'after' ]( ...removed );
			} else if ( offset === 0 ) {
				node.before( ...removed );
			} else {
				if ( offset < node.length ) {
					node.splitText( offset );
				}
				node.after( ...removed );
			}
		}
	}
	return () => {
		for ( const node of nodes ) {
			const { parentNode } = node;
			node.remove();
			parentNode?.normalize();
		}
	};
}
