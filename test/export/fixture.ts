/** What exports are made from, in tests: the account of a made-up policy, and messages. */
import { readMessages, prefix } from '../../build/messages';
import type { ExportInput, ExportWiki, Words } from '../../src/export/types';
import { makeAccount, KEYS, MAIN, type AccountOptions } from '../panel/fixture';
import { orchardLog } from '../panel/fixture-log';

const SERVER = 'https://wiki.example';

/** Messages of a language as the browser and the command line insert parameters: nothing else. */
export function wordsOf( language: string, used?: Set<string> ): Words {
	const texts = readMessages( language );
	return ( key, ...params ) => {
		used?.add( key );
		const text = texts[ prefix + key ];
		if ( text === undefined ) {
			throw new Error( `There is no message ${ key }.` );
		}
		return text.replace( /\$(\d)/g, ( all, nth: string ) => params[ Number( nth ) - 1 ] ?? all );
	};
}

export function wikiOf( direction: ExportWiki[ 'direction' ] = 'ltr', language = 'en' ): ExportWiki {
	return {
		siteName: 'Orchard Wiki',
		language,
		direction,
		pageUrl: ( title ) => `${ SERVER }/wiki/${ encodeURIComponent( title ) }`,
		revisionUrl: ( revision ) => `${ SERVER }/w/index.php?oldid=${ revision }`,
		diffUrl: ( revision, base ) => base ?
			`${ SERVER }/w/index.php?diff=${ revision }&oldid=${ base }` :
			`${ SERVER }/w/index.php?diff=prev&oldid=${ revision }`,
		userUrl: ( user ) => `${ SERVER }/wiki/User:${ encodeURIComponent( user ) }`
	};
}

/** The input for an account of the orchard; its words are traced unless said otherwise. */
export function inputOf(
	options: AccountOptions = {}, more: Partial<ExportInput> = {}
): ExportInput {
	const log = options.log ?? orchardLog;
	return {
		account: makeAccount( { words: true, ...options } ),
		logText: JSON.stringify( log, null, '\t' ),
		configuredPages: [ MAIN, KEYS ],
		wiki: wikiOf(),
		words: wordsOf( 'en' ),
		wordsOrigin: { from: 'history' },
		version: '1.2.3',
		summaryTitle: 'Project:Orchard Rules/Advice/summary',
		...more
	};
}
