/** The button that marks the words of the open revision which go back to advice. */
import type { DraftThen } from '../account/words-then';
import { button } from '../wiki/element';
import { msg } from '../wiki/messages';
import type { Notes } from './notes';
import { loadMarks } from './scripts';

/** @param words of the revision; there is nothing to mark where they could not be read */
export function marksButton(
	{ workspace, pointing }: Notes, { state: words, items }: DraftThen
): HTMLElement | null {
	if ( !words || [ ...items.values() ].every( ( item ) => !item.words ) ) {
		return null;
	}
	const node = button( 'note-button', msg( 'tool-mark' ) );
	const switched = ( isOn: boolean ): void => {
		node.textContent = msg( isOn ? 'tool-unmark' : 'tool-mark' );
	};
	let marks: Promise<( from: HTMLElement ) => void> | null = null;
	node.addEventListener( 'click', () => {
		marks = marks || loadMarks().then( ( { marksOfRevision } ) => (
			marksOfRevision( { workspace, words, pointing, switched } )
		) );
		marks.then( ( toggle ) => toggle( node ), () => {
			marks = null;
			mw.notify( msg( 'tool-not-loaded' ), { type: 'error' } );
		} );
	} );
	return node;
}
