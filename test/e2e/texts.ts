/** The gadget's own words, by the keys of their messages: tests do not depend on the wording. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/root';

const english = JSON.parse( readFileSync( join( root, 'i18n', 'en.json' ), 'utf8' ) ) as
	Record<string, string>;

function source( key: string ): string {
	const found = english[ `advice-provenance-${ key }` ];
	if ( found === undefined ) {
		throw new Error( `There is no message "${ key }".` );
	}
	return found;
}

/**
 * An English text of the gadget.
 *
 * @param key without the prefix
 */
export function text( key: string, ...params: ( string | number )[] ): string {
	return source( key )
		.replace( /\{\{PLURAL:\$(\d)\|([^|}]*)\|([^}]*)\}\}/g, ( _all, number: string, one: string, many: string ) => (
			params[ Number( number ) - 1 ] === 1 ? one : many ) )
		.replace( /\$(\d)/g, ( all, number: string ) => String( params[ Number( number ) - 1 ] ?? all ) );
}

export function escapePattern( plain: string ): string {
	return plain.replace( /[.*+?^${}()|[\]\\/]/g, '\\$&' );
}

/** Matches a text of the gadget as a whole, with anything for the parameters that are not given. */
export function textPattern( key: string, ...params: ( string | number )[] ): RegExp {
	const pattern = source( key ).split( /(\{\{PLURAL:[^}]*\}\}|\$\d)/ ).map( ( part ) => {
		if ( part.startsWith( '{{' ) ) {
			return '.*';
		}
		const number = /^\$(\d)$/.exec( part )?.[ 1 ];
		const given = number === undefined ? part : params[ Number( number ) - 1 ];
		return given === undefined ? '.*' : escapePattern( String( given ) );
	} ).join( '' );
	// eslint-disable-next-line security/detect-non-literal-regexp
	return new RegExp( `^${ pattern }$`, 's' );
}
