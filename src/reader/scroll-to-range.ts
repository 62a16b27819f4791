/** Scrolls to words of the page. */

/** Opens what the words are folded away in, where the page offers a way. */
function unfold( node: Node | null ): void {
	for ( let at = node?.parentElement; at; at = at.parentElement ) {
		if ( at instanceof HTMLDetailsElement ) {
			at.open = true;
		} else if ( at.getAttribute( 'hidden' ) === 'until-found' ) {
			// As a search in the page tells it; MobileFrontend then opens the section.
			at.dispatchEvent( new Event( 'beforematch', { bubbles: true } ) );
		}
	}
}

/** Scrolls so that the beginning of a range stands in the upper half of the window. */
export function scrollToRange( range: Range ): void {
	const { startContainer } = range;
	if ( !range.getClientRects().length ) {
		unfold( startContainer );
	}
	// Within tables that scroll by themselves.
	startContainer.parentElement?.scrollIntoView( { block: 'nearest', inline: 'nearest' } );
	const rect = range.getClientRects()[ 0 ];
	if ( rect ) {
		window.scrollTo( {
			top: rect.top + window.scrollY - window.innerHeight / 3,
			behavior: matchMedia( '(prefers-reduced-motion: reduce)' ).matches ? 'auto' : 'smooth'
		} );
	}
}
