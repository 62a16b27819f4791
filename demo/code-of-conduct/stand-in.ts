/** The real case for a local wiki: the log as it is, and stand-ins for the four pages. */
import { readFileSync } from 'node:fs';
import type { AdviceLog } from '../../src/log/types';

/** Title of the log page. */
export const LOG = 'Code of Conduct/Advice log.json';

function fileText( name: string ): string {
	return readFileSync( new URL( name, import.meta.url ), 'utf8' );
}

/** The log page's text, as it would be saved on mediawiki.org. */
export const logText = fileText( 'advice-log.json' );

/** A page of the draft, with a text of our own in the real section structure. */
export interface StandInPage {
	title: string;
	text: string;
}

/** The pages that the log names, each from the file called after its id in the log. */
export function standInPages(): StandInPage[] {
	const { draft } = JSON.parse( logText ) as AdviceLog;
	return draft.pages.map( ( { id, title } ) => ( {
		title,
		text: fileText( `pages/${ id }.wikitext` ).trim()
	} ) );
}
