import { element } from '../wiki/element';
import { ofDraft } from '../wiki/languages';
import { msg } from '../wiki/messages';
import { shorten } from './item-line';

/** More are read on the page itself. */
const MOST = 6;

/**
 * Passages of the draft, to read.
 *
 * @param passages
 * @param name of the elements that hold them: what happened to them
 */
export function passageList(
	passages: readonly string[], name: 'q' | 'ins' | 'del' = 'q'
): HTMLElement {
	const list = element( 'ul', 'note-passages' );
	for ( const passage of passages.slice( 0, MOST ) ) {
		list.appendChild( element( 'li', '', ofDraft( element( name, '', shorten( passage ) ) ) ) );
	}
	if ( passages.length > MOST ) {
		list.appendChild(
			element( 'li', 'muted', msg( 'notes-more-passages', passages.length - MOST ) )
		);
	}
	return list;
}
