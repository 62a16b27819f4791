/** The sections of a wikitext by the headings that its page shows. */
import { toPlainText } from '../trace/plain-text';
import { splitAtHeadings } from '../trace/wikitext-headings';
import type { SectionRef } from './types';

/**
 * Sections of a text, the lead first.
 *
 * @param page title of the page that the text is of
 * @param text
 */
export function textSections( page: string, text: string ): ( SectionRef & { level: number } )[] {
	const seen = new Map<string, number>();
	return splitAtHeadings( text ).map( ( { heading, level } ) => {
		const plain = toPlainText( heading || '' );
		const nth = seen.get( plain ) || 0;
		seen.set( plain, nth + 1 );
		return { page, heading: plain, nth, level };
	} );
}
