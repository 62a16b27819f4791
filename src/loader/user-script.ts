/**
 * Entry of the user script, for wikis that have the gadget's pages: reads the configuration
 * page once and keeps it for a day.
 */
import { loadScripts, mayShow } from './covered-draft';

const PAGE = 'MediaWiki:Gadget-AdviceProvenance-config.json';
const KEPT_S = 24 * 60 * 60;

mw.loader.using( [ 'mediawiki.storage', 'mediawiki.util' ] ).then( () => {
	if ( !mayShow() ) {
		return;
	}
	// Several wikis may share a host, and with it what a browser keeps.
	const key = `advice-provenance-${ mw.config.get( 'wgWikiID' ) }-config`;
	const kept: unknown = mw.storage.getObject( key );
	if ( kept ) {
		loadScripts( kept );
		return;
	}
	fetch( mw.util.getUrl( PAGE, { action: 'raw', ctype: 'application/json' } ) )
		.then( ( response ) => response.json() )
		.then( ( configuration: object ) => {
			mw.storage.setObject( key, configuration, KEPT_S );
			loadScripts( configuration );
		} )
		.catch( ( error: Error ) => {
			mw.log.warn( `${ PAGE }: ${ error.message }` );
		} );
} );
