/** The configuration page: reads a file for it, and says in words what is wrong with one. */
import { readFileSync } from 'node:fs';
import {
	checkConfiguration, checkTitles, namedTitles, type Fault, type TitleState
} from '../../src/wiki/check-configuration';
import { readMessages } from '../messages';
import { UserError } from '../user-error';
import { configTitle } from './pages';
import type { CurrentPages, PageAction } from './plan';
import type { WikiSession } from './wiki-session';

function say( { key, params }: Fault ): string {
	const text = readMessages( 'en' )[ `advice-provenance-config-${ key }` ] ?? key;
	return text.replace( /\$(\d)/g, ( _all, nth: string ) => String( params[ Number( nth ) - 1 ] ) );
}

/**
 * The configuration in a file.
 *
 * @throws {UserError} with everything that is wrong with it
 */
export function readConfig( file: string ): unknown {
	let config: unknown;
	try {
		config = JSON.parse( readFileSync( file, 'utf8' ) );
	} catch ( error ) {
		throw new UserError( `${ file } cannot be used as configuration (${ ( error as Error ).message }).`, 2 );
	}
	const faults = checkConfiguration( config ).filter( ( { isNote } ) => !isNote );
	if ( faults.length > 0 ) {
		throw new UserError( [ `${ file } cannot be used as configuration:`, ...faults.map( say ) ].join( '\n' ), 2 );
	}
	return config;
}

/** Where a text leads if it is that of a redirect page, whatever the wiki's language. */
function redirectOf( text: string ): string | null {
	return /^\s*#[^\s[]+\s*:?\s*\[\[\s*([^\]|#]+)/.exec( text )?.[ 1 ]?.trim() ?? null;
}

function statesOf( pages: CurrentPages ): Map<string, TitleState> {
	return new Map( [ ...pages ].map( ( [ title, page ] ) => [ title, {
		exists: page !== null, target: page?.model === 'wikitext' ? redirectOf( page.text ) : null
	} ] ) );
}

/**
 * What is wrong with the configuration that the wiki has after a plan, one sentence each.
 *
 * @return `faults` have to be mended, `notes` explain
 */
export async function findFaults(
	session: Pick<WikiSession, 'read'>, plan: PageAction[]
): Promise<{ faults: string[]; notes: string[] }> {
	const text = plan.find( ( { title } ) => title === configTitle )?.after ?? '';
	let config: unknown;
	try {
		config = JSON.parse( text );
	} catch ( error ) {
		return { faults: [ `${ configTitle } is no JSON (${ ( error as Error ).message }).` ], notes: [] };
	}
	const titles = namedTitles( config ).map( ( { title } ) => title );
	const found = [
		...checkConfiguration( config ),
		...checkTitles( config, statesOf( await session.read( titles ) ) )
	];
	const words = ( isNote: boolean ): string[] => found
		.filter( ( fault ) => Boolean( fault.isNote ) === isNote )
		.map( ( fault ) => `${ configTitle }: ${ say( fault ) }` );
	return { faults: words( false ), notes: words( true ) };
}
