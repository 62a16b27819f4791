/** Brings both demonstrations into a local wiki. */
import { importHistory } from '../build/wiki/import-history';
import { parseHistory } from '../build/wiki/read-history';
import type { RunningWiki } from '../build/wiki/running-wiki';
import type { Configuration, DraftConfiguration } from '../src/wiki/configuration';
import { LOG as CONDUCT_LOG, logText, standInPages } from './code-of-conduct/stand-in';
import { histories } from './fictional-policy/history';
import { logFor } from './fictional-policy/log';
import { LOG as RULES_LOG } from './fictional-policy/names';

/** What came of the import. */
export interface ImportedDemonstrations {
	/** The gadget's configuration for both drafts, to be saved by who deploys it. */
	config: Configuration;
	/** Titles worth opening: the pages of the drafts and their logs. */
	pages: string[];
}

/**
 * Saves a log, in the few characters that the API would send.
 *
 * @return revision of the log page
 */
async function saveLog(
	wiki: RunningWiki, title: string, log: unknown, summary: string
): Promise<number> {
	return wiki.editPage( title, JSON.stringify( log ), { contentModel: 'json', summary } );
}

async function importFictionalPolicy( wiki: RunningWiki ): Promise<DraftConfiguration> {
	const revisionIds: Record<string, number> = {};
	for ( const { title, revisions } of histories ) {
		const history = parseHistory( revisions, title );
		// An import that was interrupted leaves pages behind.
		const ids = await importHistory( wiki, title, history.revisions, { replace: true } );
		Object.assign( revisionIds, ids );
	}
	const log = logFor( revisionIds );
	await saveLog( wiki, RULES_LOG, log, 'The advice log of the made-up policy' );
	return { log: RULES_LOG, pages: log.draft.pages.map( ( page ) => page.title ) };
}

async function importRealCase( wiki: RunningWiki ): Promise<DraftConfiguration> {
	// The main page last: links to pages that do not exist yet would stay red in its cache.
	const pages = standInPages().reverse();
	await wiki.editPages( pages.map( ( page ) => ( { ...page, summary: 'Stand-in text' } ) ) );
	await saveLog( wiki, CONDUCT_LOG, JSON.parse( logText ), 'Starter log, from the public record' );
	return { log: CONDUCT_LOG, pages: standInPages().map( ( page ) => page.title ) };
}

/**
 * Imports the made-up policy with its whole history, and the starter log of the real case with
 * stand-in pages. Pages that have these titles already are replaced.
 *
 * @throws {UserError} if the wiki does not take a page
 */
export async function importDemonstrations( wiki: RunningWiki ): Promise<ImportedDemonstrations> {
	const drafts = [ await importFictionalPolicy( wiki ), await importRealCase( wiki ) ];
	return {
		config: { drafts },
		pages: drafts.flatMap( ( { log, pages } ) => [ ...pages, log ] )
	};
}
