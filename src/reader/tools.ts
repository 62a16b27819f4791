/** Links among the page tools, which every skin has on content pages. */

/** Vector 2022 folds its tools away again: then the button that opens them has the focus. */
function focusTool( anchor: HTMLElement ): void {
	anchor.focus();
	if ( document.activeElement !== anchor ) {
		document.querySelector<HTMLElement>( '#vector-page-tools-dropdown-checkbox' )?.focus();
	}
}

/**
 * Shows a link, or changes the text of the one with this id.
 *
 * @param id
 * @param href
 * @param text
 * @param pressed does what the link is for; told how to give the focus back to it
 * @param title
 * @return gives it the focus; null where there are no tools
 */
export function showTool(
	id: string, href: string, text: string,
	pressed: ( from: { focus(): void; isConnected: boolean } ) => void, title?: string
): { focus(): void; isConnected: boolean } | null {
	const item = mw.util.addPortletLink( 'p-tb', href, text, id, title );
	const anchor = item && item.querySelector( 'a' );
	if ( !anchor ) {
		return null;
	}
	const from = { focus: () => focusTool( anchor ), isConnected: true };
	anchor.addEventListener( 'click', ( event ) => {
		event.preventDefault();
		pressed( from );
	} );
	return from;
}

/** Changes what a link says, and its explanation. */
export function nameTool( id: string, text: string, title: string ): void {
	const anchor = document.querySelector<HTMLElement>( `#${ id } a` );
	if ( anchor ) {
		anchor.title = title;
		// Skins put an icon beside the text.
		( anchor.querySelector( 'span:last-child' ) || anchor ).textContent = text;
	}
}

/** Takes a link away, if it is there. */
export function removeTool( id: string ): void {
	document.getElementById( id )?.remove();
}
