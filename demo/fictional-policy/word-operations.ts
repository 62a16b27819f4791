/** Operations on the words of a section. */
import { sectionAt } from './document';
import { effect, passages, type Operation } from './operation';
import { prose } from './prose';

/** Replaces text that must occur exactly once, so that a step cannot miss its place. */
function replaceOnce( body: string, old: string, replacement: string, where: string ): string {
	if ( body.split( old ).length !== 2 ) {
		throw new Error( `"${ old }" is not found exactly once in "${ where }"` );
	}
	return body.replace( old, () => replacement );
}

/** Replaces passages in one section, each given as [ old, new ]. */
export function replaceIn(
	where: string, ...pairs: [ old: string, replacement: string ][]
): Operation {
	return ( page ) => {
		const section = sectionAt( page, where );
		const result = effect( section, '', '' );
		for ( const [ old, replacement ] of pairs ) {
			section.body = replaceOnce( section.body, prose( old ), prose( replacement ), where );
			result.removed.push( ...passages( old ) );
			result.inserted.push( ...passages( replacement ) );
		}
		return [ result ];
	};
}

/** Inserts words right after others. */
export function insertAfter( where: string, anchor: string, text: string ): Operation {
	return ( page ) => {
		const section = sectionAt( page, where );
		const words = prose( text );
		const gap = /^[*#|]/.test( words ) ? '\n' : ' ';
		section.body = replaceOnce( section.body, prose( anchor ),
			prose( anchor ) + gap + words, where );
		return [ effect( section, words, '' ) ];
	};
}

/** Adds paragraphs at the end of a section. */
export function append( where: string, text: string ): Operation {
	return ( page ) => {
		const section = sectionAt( page, where );
		section.body = `${ section.body }\n\n${ prose( text ) }`.trimStart();
		return [ effect( section, prose( text ), '' ) ];
	};
}

/** Takes words out, with the space or line break that they leave. */
export function remove( where: string, text: string ): Operation {
	return ( page ) => {
		const section = sectionAt( page, where );
		section.body = replaceOnce( section.body, prose( text ), '', where )
			.replace( / {2,}/g, ' ' )
			.replace( / ?\n ?/g, '\n' )
			.replace( /\n{3,}/g, '\n\n' )
			.trim();
		return [ effect( section, '', prose( text ) ) ];
	};
}
