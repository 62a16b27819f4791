/** Messages of the interface for people with a terminal. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Banana, { type Messages as Texts } from 'banana-i18n';
import type { Words } from '../export/types';
import { UserError } from './user-error';

const PREFIX = 'advice-provenance-';
/** This file and the bundle that it becomes part of both stand two folders below the package. */
const folder = fileURLToPath( new URL( '../../i18n/', import.meta.url ) );

/** A message with PLURAL and the like, by its key without the prefix. */
export type Msg = ( key: string, ...params: ( string | number )[] ) => string;

function textsOf( language: string ): Texts {
	return JSON.parse( readFileSync( join( folder, `${ language }.json` ), 'utf8' ) ) as Texts;
}

/** Languages that the package has messages in. */
export function languages(): string[] {
	return readdirSync( folder )
		.map( ( file ) => file.replace( /\.json$/, '' ) )
		.filter( ( language ) => language !== 'qqq' )
		.sort();
}

/** The language of messages for a language; English where there are none. */
function knownLanguage( language: string ): string {
	const known = languages();
	return [ language, language.split( '-' )[ 0 ] ?? '' ]
		.find( ( one ) => known.includes( one ) ) ?? 'en';
}

/**
 * @param language of `--language`
 * @throws {UserError} if there are no messages in it
 */
export function checkLanguage( language: string | undefined ): void {
	if ( language !== undefined && !languages().includes( language ) ) {
		throw new UserError( `There are no messages in the language "${ language }"; there are: ${ languages().join( ', ' ) }.` );
	}
}

export function messagesIn( language: string ): Msg {
	const own = knownLanguage( language );
	const banana = new Banana( own, {
		messages: { en: textsOf( 'en' ), [ own ]: textsOf( own ) }
	} );
	return ( key, ...params ) => banana.i18n( PREFIX + key, ...params );
}

/**
 * Messages for what is written into pages, inserted as the gadget does: see `Words`.
 *
 * @param language of the wiki's pages
 */
export function contentWords( language: string ): Words {
	const english = textsOf( 'en' );
	const own = textsOf( knownLanguage( language ) );
	return ( key, ...params ) => {
		const text = own[ PREFIX + key ] ?? english[ PREFIX + key ] ?? key;
		return String( text )
			.replace( /\$(\d)/g, ( all, nth: string ) => params[ Number( nth ) - 1 ] ?? all );
	};
}
