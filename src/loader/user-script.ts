/**
 * Entry of the user script, for wikis that have the gadget's pages: reads the configuration
 * page once and keeps it for a day.
 */
import { loadScripts, mayShow } from './covered-draft';

const KEY = 'advice-provenance-config';
const PAGE = 'MediaWiki:Gadget-AdviceProvenance-config.json';
const KEPT_S = 24 * 60 * 60;

mw.loader.using( [ 'mediawiki.storage', 'mediawiki.util' ] ).then( () => {
	if ( !mayShow() ) {
		return;
	}
	const kept: unknown = mw.storage.getObject( KEY );
	if ( kept ) {
		loadScripts( kept );
		return;
	}
	fetch( mw.util.getUrl( PAGE, { action: 'raw', ctype: 'application/json' } ) )
		.then( ( response ) => response.json() )
		.then( ( configuration: object ) => {
			mw.storage.setObject( KEY, configuration, KEPT_S );
			loadScripts( configuration );
		} )
		.catch( ( error: Error ) => {
			mw.log.warn( `${ PAGE }: ${ error.message }` );
		} );
} );
