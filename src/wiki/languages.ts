/** Which language a part of the page is written in, for browsers and those who listen. */

/** The language that the log is written in, as far as the wiki tells. */
export function logLanguage(): string {
	return mw.config.get( 'wgContentLanguage' );
}

/** The language that the draft is written in. */
export function draftLanguage(): string {
	const language: string = mw.config.get( 'wgPageContentLanguage' );
	// The open page may be a translation, whose language is no more than its own.
	return mw.config.get( 'wgPageName' ).endsWith( `/${ language }` ) ? logLanguage() : language;
}

/** Log and draft may be written the other way round than the interface. */
function written<T extends HTMLElement>( language: string, node: T ): T {
	node.lang = language;
	node.dir = 'auto';
	return node;
}

/** Marks a text of the log. */
export function ofLog<T extends HTMLElement>( node: T ): T {
	return written( logLanguage(), node );
}

/** Marks a text of the draft. */
export function ofDraft<T extends HTMLElement>( node: T ): T {
	return written( draftLanguage(), node );
}

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
