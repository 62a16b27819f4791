/** The edit form of the log as text: what is wrong with it, under the box, while one types. */
import type { PlacedFinding } from '../wiki/log-view-script';
import { element, link } from '../wiki/element';
import { msg } from '../wiki/messages';
import { currentTitle, pageUrl } from '../wiki/titles';
import { checkText, countText } from './check-text';
import { findingsList } from './findings-list';
import { guardSaving } from './save-guard';
import { goTo, textOf, whenChanged } from './text-area';

/** Long enough to finish a word: what is half written is wrong for a moment. */
const WAIT_MS = 700;

/** The content model that the form would give to the page; empty where it does not say. */
function modelOf( form: HTMLFormElement ): string {
	return form.querySelector<HTMLInputElement>( '[name="model"]' )?.value ?? '';
}

/** What is wrong with a page that the wiki does not know to be JSON, and the way out. */
function modelNote( model: string ): HTMLElement {
	const title = currentTitle();
	const isNew = !mw.config.get( 'wgArticleId' );
	// Without the format the wiki takes that of the page's own model, and refuses to open the form.
	const begin = { action: 'edit', model: 'json', format: 'application/json' };
	return element( 'p', '', msg( 'logpage-model', model ), ' ', isNew ?
		link( pageUrl( title, begin ), msg( 'logpage-model-begin' ) ) :
		link( pageUrl( `Special:ChangeContentModel/${ title }` ), msg( 'logpage-model-make' ) ) );
}

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
	const model = modelOf( form );
	const isJson = model === '' || model === 'json';
	const box = element( 'section', 'log-check',
		guard, isJson ? null : modelNote( model ), status, list );
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
		isJson,
		before: area.readOnly ? [] : checkText( area.defaultValue ),
		goTo: go
	} );
}
