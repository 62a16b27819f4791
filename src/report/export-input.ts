/** What exports are made from, out of what the panel knows. */
import own from 'virtual:messages/export';
import borrowed from 'virtual:messages/export-words';
import type { DraftAccount } from '../account/types';
import type { Workspace } from '../account/workspace';
import { findSummary } from '../export/merge-summary';
import type { ExportInput, ExportWiki, WordsOrigin } from '../export/types';
import { readContentMessages } from '../wiki/content-messages';
import { summaryTitle } from '../wiki/published-title';
import { readStoredPage } from '../wiki/save-page';
import { readSite, type Site } from '../wiki/site';
import { diffUrl, pageUrl, revisionUrl } from '../wiki/titles';
import { version } from '../../package.json';

function exportWiki( { name, language, isRtl, server }: Site ): ExportWiki {
	const whole = ( url: string ): string => new URL( url, server ?? location.origin ).href;
	return {
		siteName: name,
		language,
		direction: isRtl ? 'rtl' : 'ltr',
		pageUrl: ( title ) => whole( pageUrl( title ) ),
		revisionUrl: ( revision ) => whole( revisionUrl( revision ) ),
		diffUrl: ( revision, base ) => whole( diffUrl( revision, base ) ),
		// By the name of the namespace that every wiki knows: the same as from the command line.
		userUrl: ( user ) => whole( pageUrl( `User:${ user }` ) )
	};
}

function wordsOrigin( { words }: DraftAccount ): WordsOrigin | undefined {
	if ( !words?.published ) {
		return words ? { from: 'history' } : undefined;
	}
	const { title, heldBy, user, timestamp } = words.published;
	return { from: 'published', traces: [ { title, revision: heldBy, user, timestamp } ] };
}

/**
 * The page that a summary of a log stands on.
 *
 * @return undefined where the usual page has none
 * @throws {SaveFailure} when the wiki does not answer
 */
export async function findPublished( logTitle: string ): Promise<string | undefined> {
	const { title, text } = await readStoredPage( summaryTitle( logTitle ) );
	return text === null || 'problem' in findSummary( text ) ? undefined : title;
}

/**
 * Asks the wiki for its name and for the texts of its language.
 *
 * @param workspace
 * @param account as it is shown
 * @param published page that the summary is published on, if it is
 * @throws {WikiError} when the wiki does not answer
 */
export async function readExportInput(
	workspace: Workspace, account: DraftAccount, published?: string
): Promise<ExportInput> {
	const [ site, words ] = await Promise.all( [
		readSite( location.href ), readContentMessages( { ...borrowed, ...own } )
	] );
	return {
		account,
		logText: workspace.logText ?? '',
		configuredPages: workspace.configuredPages,
		wiki: exportWiki( site ),
		words,
		wordsOrigin: wordsOrigin( account ),
		version,
		summaryTitle: published,
		madeOn: new Date().toISOString()
	};
}
