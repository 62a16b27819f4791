/** Messages in the language that the wiki's pages are written in, for what is saved there. */
import { readPageTexts } from './page-text';

declare const BUILT_LANGUAGES: string[];

const PREFIX = 'advice-provenance-';

/** A text by its key without the prefix; its parameters are inserted as they are. */
export type ContentMessage = ( key: string, ...params: string[] ) => string;

function textsOf( page: string | null | undefined ): Record<string, unknown> {
	try {
		return Object( JSON.parse( page || '' ) ) as Record<string, unknown>;
	} catch {
		return {};
	}
}

/**
 * Reads the messages of the content language, with one request at most. They must not use PLURAL
 * or GENDER: the page knows the rules of the reader's language only.
 *
 * @param english by keys without the prefix, for what is not translated
 */
export async function readContentMessages(
	english: Record<string, string>
): Promise<ContentMessage> {
	const code = mw.config.get( 'wgContentLanguage' );
	const language = [ code, code.split( '-' )[ 0 ] || '' ]
		.find( ( one ) => BUILT_LANGUAGES.includes( one ) );
	let texts: Record<string, unknown> = {};
	if ( language ) {
		const title = `MediaWiki:Gadget-AdviceProvenance-i18n-${ language }.json`;
		try {
			texts = textsOf( ( await readPageTexts( [ title ], false ) ).get( title )?.text );
		} catch {
			// English is better than no summary.
		}
	}
	return ( key, ...params ) => {
		const own = texts[ PREFIX + key ];
		const text = typeof own === 'string' ? own : english[ key ] ?? key;
		return text.replace( /\$(\d)/g, ( all, nth: string ) => params[ Number( nth ) - 1 ] ?? all );
	};
}
