/** The edit form of the log as text: what is wrong with it, under the box, while one types. */
import type { PlacedFinding } from '../wiki/log-view-script';
import { element } from '../wiki/element';
import { msg } from '../wiki/messages';
import { checkText, countText } from './check-text';
import { findingsList } from './findings-list';
import { guardSaving } from './save-guard';
import { goTo, textOf, whenChanged } from './text-area';

/** Long enough to finish a word: what is half written is wrong for a moment. */
const WAIT_MS = 700;

/** Shows the box of the open edit form, if there is one. */
export function showInEditForm(): void {
	const area = document.querySelector<HTMLTextAreaElement>( '#wpTextbox1' );
	const { form } = area || {};
	if ( !area || !form ) {
		return;
	}
	const status = element( 'p', 'log-status' );
	status.setAttribute( 'role', 'status' );
	const list = element( 'div', '' );
	const guard = element( 'div', '' );
	const box = element( 'section', 'log-check', guard, status, list );
	box.setAttribute( 'aria-label', msg( 'logpage-region' ) );
	( area.closest( '.wikiEditor-ui' ) || area ).after( box );

	const go = ( place: PlacedFinding ): void => goTo( area, place );
	let checked: string | null = null;
	function check(): void {
		const text = textOf( area as HTMLTextAreaElement );
		if ( text === checked ) {
			return;
		}
		checked = text;
		const findings = checkText( text );
		const count = countText( findings );
		// What has not changed is not to be read out once more.
		if ( status.textContent !== count ) {
			status.textContent = count;
		}
		list.replaceChildren( ...findingsList( findings, go ) );
	}
	check();
	whenChanged( area, mw.util.debounce( check, WAIT_MS ) );
	guardSaving( {
		form,
		place: guard,
		text: () => textOf( area ),
		check: checkText,
		before: area.readOnly ? [] : checkText( area.defaultValue ),
		goTo: go
	} );
}
