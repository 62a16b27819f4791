/**
 * Checks that every message that the sources show exists, and that every message is shown.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prefix, readMessages } from './messages';
import { root } from './root';

/** Keys written out, and beginnings of keys that are put together. */
interface UsedKeys {
	whole: Set<string>;
	beginnings: Set<string>;
}

/** Every call of `msg`, and every text that starts like a key. */
function usedKeys( source: string ): UsedKeys {
	const used: UsedKeys = { whole: new Set(), beginnings: new Set() };
	for ( const [ , literal ] of source.matchAll( /['"`]([a-z][a-z0-9-]*)['"`]/g ) ) {
		used.whole.add( literal || '' );
	}
	for ( const [ , beginning ] of source.matchAll( /`([a-z][a-z0-9-]*-)\$\{/g ) ) {
		used.beginnings.add( beginning || '' );
	}
	return used;
}

/** Calls of `msg` with a key written out. */
function calledKeys( source: string ): string[] {
	return Array.from(
		source.matchAll( /\bmsg\(\s*'([a-z0-9-]+)'/g ),
		( match ) => match[ 1 ] || ''
	);
}

/** What is wrong; empty if nothing is. */
export function lintMessages(): string[] {
	const keys = Object.keys( readMessages( 'en' ) ).map( ( key ) => key.slice( prefix.length ) );
	const sources: string[] = [];
	for ( const folder of [ 'src', 'build' ] ) {
		for ( const name of readdirSync( join( root, folder ), { recursive: true } ) ) {
			if ( /\.(?:ts|vue)$/.test( String( name ) ) ) {
				sources.push( readFileSync( join( root, folder, String( name ) ), 'utf8' ) );
			}
		}
	}
	const source = sources.join( '\n' );
	const { whole, beginnings } = usedKeys( source );
	const wrong = calledKeys( source )
		.filter( ( key ) => !keys.includes( key ) )
		.map( ( key ) => `i18n/en.json: no message "${ prefix }${ key }"` );
	for ( const key of keys ) {
		const isUsed = whole.has( key ) || whole.has( prefix + key ) ||
			[ ...beginnings ].some( ( beginning ) => key.startsWith( beginning ) ||
				( prefix + key ).startsWith( beginning ) );
		if ( !isUsed ) {
			wrong.push( `i18n/en.json: nothing shows "${ prefix }${ key }"` );
		}
	}
	return wrong;
}
