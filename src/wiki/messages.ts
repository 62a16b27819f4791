/**
 * Messages of the interface, through `mw.message`, so that PLURAL, GENDER and the wiki's own
 * fallback work as everywhere in MediaWiki.
 */

/** Every key starts with it; callers leave it out. */
const PREFIX = 'advice-provenance-';

/**
 * The text of a message in the reader's language. Parameters are inserted as plain text:
 * wikitext in them stays what it looks like.
 *
 * @param key without the prefix `advice-provenance-`
 */
export function msg( key: string, ...params: ( string | number )[] ): string {
	const shown = params.map( ( value ) => typeof value === 'number' ?
		String( mw.language.convertNumber( value, false as true ) ) :
		value );
	return mw.message( PREFIX + key, ...shown ).text();
}

/** Whether there is a message, in any language. */
export function hasMessage( key: string ): boolean {
	return mw.messages.exists( PREFIX + key );
}

/**
 * Makes texts known to `mw.message`.
 *
 * @param texts by their keys without the prefix, as `msg` names them
 */
export function addMessages( texts: Record<string, string> ): void {
	for ( const key of Object.keys( texts ) ) {
		mw.messages.set( PREFIX + key, texts[ key ] || '' );
	}
}

/** Likewise, but leaves alone what is known already, in the reader's own language. */
export function addMissingMessages( texts: Record<string, string> ): void {
	for ( const key of Object.keys( texts ) ) {
		if ( !hasMessage( key ) ) {
			mw.messages.set( PREFIX + key, texts[ key ] || '' );
		}
	}
}

/**
 * Makes the texts of a message page known.
 *
 * @param texts by their full keys; what is no text, or not a key of ours, is left out
 */
export function addMessagePage( texts: Record<string, unknown> ): void {
	for ( const key of Object.keys( texts ) ) {
		const text = texts[ key ];
		if ( key.startsWith( PREFIX ) && typeof text === 'string' ) {
			mw.messages.set( key, text );
		}
	}
}
