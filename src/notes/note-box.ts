import { element } from '../wiki/element';
import { inInterfaceLanguage } from '../wiki/languages';
import { msg } from '../wiki/messages';

/** An empty note: a part of the page with a name, so that it can be found and passed over. */
export function noteBox( ...children: ( Node | string | null )[] ): HTMLElement {
	const node = inInterfaceLanguage( element( 'section', 'note', ...children ) );
	node.setAttribute( 'aria-label', msg( 'notes-region' ) );
	return node;
}

/** What a note says where the log cannot be read. */
export function logFailed(): HTMLElement {
	return element( 'p', 'muted', msg( 'notes-log-failed' ) );
}
