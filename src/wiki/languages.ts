/** Which language a part of the page is written in, for browsers and those who listen. */

/**
 * Marks what stands amid the page's content as the interface's, which may be in another language
 * and written the other way round.
 */
export function inInterfaceLanguage<T extends HTMLElement>( node: T ): T {
	const { lang, dir } = document.documentElement;
	node.lang = lang;
	node.dir = dir;
	return node;
}
