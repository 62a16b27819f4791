/** Elements of the page. Data becomes text nodes and attributes of known meaning, never markup. */

type Child = Node | string | null;

/**
 * Makes an element.
 *
 * @param name of the element
 * @param className its classes, each with the prefix `advice-provenance-`
 * @param children texts become text nodes; null is left out
 */
export function element<K extends keyof HTMLElementTagNameMap>(
	name: K,
	className: string,
	...children: Child[]
): HTMLElementTagNameMap[ K ] {
	const node = document.createElement( name );
	if ( className ) {
		node.className = className.split( ' ' )
			.map( ( part ) => `advice-provenance-${ part }` )
			.join( ' ' );
	}
	append( node, ...children );
	return node;
}

export function append( node: Node, ...children: Child[] ): void {
	for ( const child of children ) {
		if ( child !== null ) {
			node.appendChild( typeof child === 'string' ? document.createTextNode( child ) : child );
		}
	}
}

/** A link whose address was made by the wiki's functions or checked to be https. */
export function link( href: string, text: string ): HTMLAnchorElement {
	const node = element( 'a', '', text );
	node.href = href;
	return node;
}

export function button( className: string, ...children: Child[] ): HTMLButtonElement {
	const node = element( 'button', className, ...children );
	node.type = 'button';
	return node;
}
