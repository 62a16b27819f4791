/** Loads the scripts of this gadget that a page view does not need. */

/** Name of one of the gadget's scripts as the wiki's registry has it. */
export function moduleOf( name: string ): string {
	return `ext.gadget.AdviceProvenance-${ name }`;
}

/**
 * Lets the loader ask for a module again, and for what it depends on. Where a request was lost it
 * would not do so before the page is loaded anew.
 */
function forgetFailure( module: string ): void {
	if ( mw.loader.getState( module ) === 'error' ) {
		mw.loader.state( { [ module ]: 'registered' } );
		mw.loader.moduleRegistry[ module ]?.dependencies.forEach( forgetFailure );
	}
}

/**
 * Loads a script; also after a failure.
 *
 * @param name of the gadget, without what all have in common
 * @param entry what it must export: a gadget whose script did not run is "ready" all the same
 * @throws {Error} if it does not load, or does not export that
 */
export async function loadScript<T>( name: string, entry: keyof T & string ): Promise<T> {
	const module = moduleOf( name );
	const require = await new Promise<( module: string ) => unknown>( ( resolve, reject ) => {
		forgetFailure( module );
		mw.loader.using( module ).then( resolve, reject );
	} );
	// A gadget of this project, by the names in the sources.
	// eslint-disable-next-line security/detect-non-literal-require
	const script = require( module ) as Partial<T>;
	if ( !script[ entry ] ) {
		throw new Error( module );
	}
	return script as T;
}
