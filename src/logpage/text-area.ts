/**
 * The text of the log in a text area, whatever editor the wiki puts over it: CodeEditor and
 * CodeMirror answer to the wiki's own `textSelection`.
 */
import type { Place } from '../log/json-places';

/** Offset of a place in a text whose lines end with a line feed. */
export function offsetOf( text: string, { line, column }: Place ): number {
	let start = 0;
	for ( let left = line - 1; left > 0; left-- ) {
		const end = text.indexOf( '\n', start );
		if ( end === -1 ) {
			break;
		}
		start = end + 1;
	}
	return Math.min( start + column - 1, text.length );
}

/** True where an editor stands over the text area. */
function isCovered( area: HTMLTextAreaElement ): boolean {
	return Boolean( $( area ).data( 'jquery.textSelection' ) );
}

/** What is written at this moment. */
export function textOf( area: HTMLTextAreaElement ): string {
	return isCovered( area ) ? String( $( area ).textSelection( 'getContents' ) ) : area.value;
}

/**
 * Puts the cursor at a place, and what follows it into view.
 *
 * @param area
 * @param place
 * @param withRest selects the rest of the line, where the cursor alone would not be seen
 */
export function goTo( area: HTMLTextAreaElement, place: Place, withRest = false ): void {
	const text = textOf( area );
	const start = offsetOf( text, place );
	const lineEnd = text.indexOf( '\n', start );
	const end = withRest ? ( lineEnd === -1 ? text.length : lineEnd ) : start;
	if ( isCovered( area ) ) {
		$( area ).textSelection( 'setSelection', { start, end } );
		$( area ).textSelection( 'scrollToCaretPosition' );
		return;
	}
	// A browser scrolls to the cursor when the text area gets the focus, and not before.
	area.blur();
	area.setSelectionRange( start, end );
	area.focus();
}

/** Tells about every change of the text. */
export function whenChanged( area: HTMLTextAreaElement, changed: () => void ): void {
	area.addEventListener( 'input', changed );
	// Fires for an editor that is there already as well.
	mw.hook<[ { on?( event: string, listener: () => void ): void } | undefined ]>( 'codeEditor.configure' )
		.add( ( session ) => session?.on?.( 'change', changed ) );
}
