/** What is kept in this browser: small, of no value to anybody else, and gone after a while. */

const DAY_S = 24 * 60 * 60;
/** A draft that nobody looked at for so long is looked up anew. */
const KEPT_S = 90 * DAY_S;

/** Several wikis may share a host, and with it what a browser keeps. */
function nameOf( key: string ): string {
	return `advice-provenance-${ mw.config.get( 'wgWikiID' ) }-${ key }`;
}

/**
 * What is kept under a key; null if there is nothing, or storage is forbidden.
 *
 * @return unchecked: another script of the wiki may have written it
 */
export function recallObject( key: string ): object | null {
	return mw.storage.getObject( nameOf( key ) ) || null;
}

/**
 * Keeps an object; where storage is full or forbidden nothing is kept, and nothing breaks.
 *
 * @return whether it is kept
 */
export function keepObject( key: string, value: object ): boolean {
	return Boolean( mw.storage.setObject( nameOf( key ), value, KEPT_S ) );
}

export function dropObject( key: string ): void {
	mw.storage.remove( nameOf( key ) );
}
