/** A translation of a draft's page: the markers of the source, by the order of the sections. */
import { element, link } from '../wiki/element';
import { msg } from '../wiki/messages';
import type { ShownHeading, ShownPage } from '../wiki/reader-script';
import { pageUrl } from '../wiki/titles';
import { noteBox } from './note-box';

/** Nothing of the draft. */
export const NOTHING_SHOWN: ShownPage = { title: '', sections: [], headings: [] };

/** True for the code of a language; the loader lets pass what only looks like one. */
export function isLanguage( code: string ): boolean {
	try {
		// Where the browser has no names of languages there are no notes on translations.
		// eslint-disable-next-line compat/compat
		const names = new Intl.DisplayNames( [ 'en' ], { type: 'language', fallback: 'none' } );
		return names.of( code ) !== undefined;
	} catch {
		return false;
	}
}

/**
 * Takes the headings of a translation for those of its source.
 *
 * @param source title of the source page
 * @param sections of the source page, the lead first
 * @param headings of the translation
 * @return null where there are not as many, or of other levels: which is which would be a guess
 */
export function matchHeadings(
	source: string, sections: ShownPage[ 'sections' ], headings: readonly ShownHeading[]
): ShownPage | null {
	const agrees = sections.length === headings.length + 1 && headings.every(
		( { section }, index ) => section.level === sections[ index + 1 ]?.level
	);
	return agrees ? {
		title: source,
		sections,
		headings: headings.map( ( heading, index ) => (
			{ ...heading, section: sections[ index + 1 ] as ShownHeading[ 'section' ] }
		) )
	} : null;
}

/**
 * Says where the words are traced.
 *
 * @param source title of the source page
 * @param hasMarkers
 */
export function showOnTranslation( source: string, hasMarkers: boolean ): void {
	document.querySelector( '#mw-content-text' )?.prepend( noteBox( element( 'p', '',
		msg( hasMarkers ? 'notes-translation' : 'notes-translation-differs' ), ' ',
		link( pageUrl( source ), source ) ) ) );
}
