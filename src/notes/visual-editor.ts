/** The note above the text in the visual editor, as long as that is open. */
import { editNote } from './edit-note';
import type { Notes } from './notes';

/** The editor's surface; its tools stand before it. */
const SURFACE = '.ve-init-target .ve-ui-surface, .ve-ui-surface';

/** Shows the note each time that the editor is opened. */
export function showInVisualEditor( open: () => Promise<Notes | null> ): void {
	let note: HTMLElement | null = null;
	let isOpen = false;
	function remove(): void {
		note?.remove();
		note = null;
	}
	mw.hook( 've.activationComplete' ).add( () => {
		isOpen = true;
		open().then( ( notes ) => {
			const surface = document.querySelector( SURFACE );
			if ( isOpen && surface && notes ) {
				remove();
				note = editNote( notes, null );
				surface.before( note );
			}
		} );
	} );
	mw.hook( 've.deactivationComplete' ).add( () => {
		isOpen = false;
		remove();
	} );
}
