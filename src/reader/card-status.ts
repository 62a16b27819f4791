import { element } from './element';

/** The line of a card that tells, also those who listen, what is going on. */
export function cardStatus( content: HTMLElement ): HTMLElement {
	const node = element( 'div', 'card-status', content );
	node.setAttribute( 'role', 'status' );
	return node;
}
