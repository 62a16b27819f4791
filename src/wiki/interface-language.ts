/** The interface in the reader's language: which message pages to ask for. */
import { addMessagePage } from './messages';

/** Languages of which a message page was built; English travels with the scripts. */
declare const BUILT_LANGUAGES: string[];

const PAGE = 'MediaWiki:Gadget-AdviceProvenance-i18n-';

/** Pages to read, by the wiki's fallback chain, the least wanted first. */
export function messagePages(): string[] {
	const chain = mw.language.getFallbackLanguageChain();
	const beforeEnglish = chain.includes( 'en' ) ? chain.slice( 0, chain.indexOf( 'en' ) ) : chain;
	return beforeEnglish
		.filter( ( code ) => BUILT_LANGUAGES.includes( code ) )
		.reverse()
		.map( ( code ) => `${ PAGE }${ code }.json` );
}

/** Takes over the texts of a message page; a page that is no JSON is left out. */
export function takeMessages( text: string | null | undefined ): void {
	try {
		const texts: unknown = JSON.parse( text || '' );
		if ( typeof texts === 'object' && texts ) {
			addMessagePage( texts as Record<string, unknown> );
		}
	} catch {
		// The interface stays in the next language of the chain.
	}
}
