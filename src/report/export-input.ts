/** What exports are made from, out of what the panel knows. */
import own from 'virtual:messages/export';
import borrowed from 'virtual:messages/export-words';
import type { DraftAccount } from '../account/types';
import type { Workspace } from '../account/workspace';
import type { ExportInput, ExportWiki } from '../export/types';
import { readContentMessages } from '../wiki/content-messages';
import { readSite, type Site } from '../wiki/site';
import { diffUrl, pageUrl, revisionUrl, userUrl } from '../wiki/titles';
import { version } from '../../package.json';

function exportWiki( { name, language, isRtl, server }: Site ): ExportWiki {
	const whole = ( url: string ): string => new URL( url, server ).href;
	return {
		siteName: name,
		language,
		direction: isRtl ? 'rtl' : 'ltr',
		pageUrl: ( title ) => whole( pageUrl( title ) ),
		revisionUrl: ( revision ) => whole( revisionUrl( revision ) ),
		diffUrl: ( revision, base ) => whole( diffUrl( revision, base ) ),
		userUrl: ( user ) => whole( userUrl( user ) ?? pageUrl( `User:${ user }` ) )
	};
}

/**
 * Asks the wiki for its name and for the texts of its language.
 *
 * @param workspace
 * @param account as it is shown
 * @param summaryTitle page that the summary is published on
 * @throws {WikiError} when the wiki does not answer
 */
export async function readExportInput(
	workspace: Workspace, account: DraftAccount, summaryTitle: string
): Promise<ExportInput> {
	const [ site, words ] = await Promise.all( [
		readSite(), readContentMessages( { ...borrowed, ...own } )
	] );
	return {
		account,
		logText: workspace.logText ?? '',
		configuredPages: workspace.configuredPages,
		wiki: exportWiki( site ),
		words,
		wordsOrigin: account.words ? { from: 'history' } : undefined,
		version,
		summaryTitle,
		madeOn: new Date().toISOString()
	};
}
