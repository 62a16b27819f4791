// The declaration of what the build makes belongs to no module that could be imported.
/**
 * As much of `mw` as the panel needs, for jsdom: the real English messages with parameters
 * and PLURAL, and addresses in the form that MediaWiki gives them.
 */
import texts from '../../i18n/en.json';

/** What the reader script has made known before; the panel brings its own. */
const known = new Map( Object.entries( texts as Record<string, unknown> )
	.filter( ( [ key ] ) => !key.startsWith( 'advice-provenance-panel-' ) ) );
// One of the wiki's own.
known.set( 'comma-separator', ', ' );

/** Every key that was asked for and does not exist. */
export const unknownMessages = new Set<string>();

/** Makes the panel's own texts known, for tests of parts of it. */
export function knowPanelTexts(): void {
	for ( const [ key, text ] of Object.entries( texts as Record<string, unknown> ) ) {
		known.set( key, text );
	}
}

function format( text: string, params: readonly string[] ): string {
	return text
		.replace( /\{\{PLURAL:\$(\d)\|([^|}]*)\|([^|}]*)\}\}/g, ( _all, index, one, other ) => Number( params[ Number( index ) - 1 ] ) === 1 ? one : other )
		.replace( /\$(\d)/g, ( all, index ) => params[ Number( index ) - 1 ] ?? all );
}

function message( key: string, ...params: string[] ): { text(): string } {
	return {
		text() {
			const text = known.get( key );
			if ( typeof text !== 'string' ) {
				unknownMessages.add( key );
				return `⧼${ key }⧽`;
			}
			return format( text, params );
		}
	};
}

class Title {
	public static makeTitle( namespace: number, name: string ): { getUrl(): string } | null {
		return namespace === 2 && !/[<>[\]{}|#]/.test( name ) ?
			{ getUrl: () => `/wiki/User:${ encodeURIComponent( name ) }` } :
			null;
	}
}

/** What was kept in the browser, by key. */
export const kept = new Map<string, unknown>();

/** Scripts that the loader has, by their names as gadgets. */
export const scripts = new Map<string, object>();

/** Whether the window is narrow, and who wants to hear when that changes. */
let narrow = false;
const listeners = new Set<() => void>();

/** Makes the window narrow or wide. */
export function makeNarrow( isNarrow: boolean ): void {
	narrow = isNarrow;
	listeners.forEach( ( listener ) => listener() );
}

/** Of media queries the panel asks for one: whether the window is wide. */
function installMatchMedia(): void {
	Object.assign( window, {
		matchMedia: () => ( {
			get matches() {
				return !narrow;
			},
			addEventListener: ( _type: string, listener: () => void ) => listeners.add( listener ),
			removeEventListener( _type: string, listener: () => void ): void {
				listeners.delete( listener );
			}
		} )
	} );
}

/** Makes `mw` known to the code under test. */
export function installMw(): void {
	if ( typeof Element !== 'undefined' ) {
		// jsdom scrolls nothing, and does not have all of the ways to.
		Element.prototype.scrollBy = () => undefined;
		installMatchMedia();
	}
	const config: Record<string, string> = {
		wgUserLanguage: 'en', wgPageName: 'Project:Orchard_Rules', wgWikiID: 'orchardwiki',
		wgContentLanguage: 'de', wgPageContentLanguage: 'nl'
	};
	Object.assign( globalThis, {
		mw: {
			message,
			messages: {
				set: ( key: string, text: string ) => known.set( key, text ),
				exists: ( key: string ) => known.has( key )
			},
			config: { get: ( name: string ) => config[ name ] },
			storage: {
				getObject: ( key: string ) => structuredClone( kept.get( key ) ?? null ),
				remove: ( key: string ) => kept.delete( key ),
				setObject: ( key: string, value: object ) => {
					kept.set( key, structuredClone( value ) );
					return true;
				}
			},
			loader: {
				getState: () => null,
				using: ( module: string ) => scripts.has( module ) ?
					Promise.resolve( ( name: string ) => scripts.get( name ) ) :
					Promise.reject( new Error( module ) )
			},
			language: { convertNumber: ( value: number ) => value },
			Title,
			util: {
				getUrl: ( title: string, query?: Record<string, string> ) => query ?
					`/w/index.php?${ new URLSearchParams( { title, ...query } ).toString() }` :
					`/wiki/${ encodeURIComponent( title ).replace( /%2F/g, '/' ).replace( /%3A/g, ':' ) }`,
				wikiScript: () => '/w/index.php'
			}
		}
	} );
}
