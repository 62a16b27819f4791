/** Brings what a card shows into line with what it should show, and leaves alone what it does. */

/** What these do may be another thing, also where they look alike in part: never changed within. */
const WHOLE = 'a, button, select, label';

/** True for elements that differ in what stands in them alone. */
function differWithin( one: Node, other: Node ): boolean {
	return one instanceof Element && !one.matches( WHOLE ) &&
		one.cloneNode( false ).isEqualNode( other.cloneNode( false ) );
}

/**
 * Changes only what is not the same: the focus, a selection and an open list stay.
 *
 * @param shown element on the page
 * @param wanted has what should stand in it; loses what is taken over
 */
export function renew( shown: Node, wanted: Node ): void {
	const fresh = Array.from( wanted.childNodes );
	let next = shown.firstChild;
	fresh.forEach( ( node, index ) => {
		let same = next;
		while ( same && !same.isEqualNode( node ) ) {
			same = same.nextSibling;
		}
		const present = next;
		// What is the same may have moved up; spaces are the same everywhere.
		if ( same && ( same === next || same instanceof Element ) ) {
			while ( next !== same ) {
				const gone = next as ChildNode;
				next = gone.nextSibling;
				gone.remove();
			}
			next = same.nextSibling;
		} else if ( present && differWithin( present, node ) &&
			!fresh.slice( index + 1 ).some( ( later ) => later.isEqualNode( present ) ) ) {
			next = present.nextSibling;
			renew( present, node );
		} else {
			shown.insertBefore( node, present );
		}
	} );
	while ( next ) {
		const gone = next;
		next = gone.nextSibling;
		gone.remove();
	}
}
