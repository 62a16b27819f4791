/** What is kept in this browser: small, of no value to anybody else, and gone after a while. */

const PREFIX = 'advice-provenance-';
const DAY_S = 24 * 60 * 60;
/** A draft that nobody looked at for so long is looked up anew. */
const KEPT_S = 90 * DAY_S;

/**
 * What is kept under a key; null if there is nothing, or storage is forbidden.
 *
 * @return unchecked: another script of the wiki may have written it
 */
export function recallObject( key: string ): unknown {
	return mw.storage.getObject( PREFIX + key ) || null;
}

/**
 * Keeps an object; where storage is full or forbidden nothing is kept, and nothing breaks.
 *
 * @return whether it is kept
 */
export function keepObject( key: string, value: object ): boolean {
	return Boolean( mw.storage.setObject( PREFIX + key, value, KEPT_S ) );
}

export function dropObject( key: string ): void {
	mw.storage.remove( PREFIX + key );
}
