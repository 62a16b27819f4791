/** Addresses of the gadget's scripts on the wiki's own load.php. */

/**
 * The 32-bit FNV-1 hash as ResourceLoader writes it (`ResourceLoader::makeHash`,
 * `getCombinedVersion` in mediawiki.loader.js): five digits to the base of 36.
 */
function versionHash( text: string ): string {
	let hash = 0x811c9dc5;
	for ( let at = 0; at < text.length; at++ ) {
		hash = Math.imul( hash, 0x01000193 );
		// eslint-disable-next-line no-bitwise -- a hash mixes bits
		hash ^= text.charCodeAt( at );
	}
	// eslint-disable-next-line no-bitwise -- a hash mixes bits
	return ( hash >>> 0 ).toString( 36 ).slice( 0, 5 ).padStart( 5, '0' );
}

/**
 * Address of a module's script alone, for a worker. The module must not be a package: those
 * come as a call of `mw.loader`, which a worker does not have.
 *
 * With its version the script is kept by the browser until it changes, and one of another
 * deployment than the open page's is never taken.
 *
 * @param module as in the wiki's registry
 */
export function scriptUrl( module: string ): string {
	const known = mw.loader.moduleRegistry[ module ];
	const parameters = new URLSearchParams( {
		lang: mw.config.get( 'wgUserLanguage' ),
		modules: module,
		only: 'scripts',
		raw: '1',
		skin: mw.config.get( 'skin' )
	} );
	if ( known?.version ) {
		parameters.set( 'version', versionHash( known.version ) );
	}
	return `${ mw.util.wikiScript( 'load' ) }?${ parameters.toString() }`;
}
