/**
 * Finds out which pages a draft has and where its log is: from what is asked for, and the wiki's
 * configuration.
 */
import type { DraftConfiguration } from '../wiki/configuration';
import { findPages } from '../wiki/history';
import { readPageTexts } from '../wiki/page-text';
import { isRecord, listOf } from '../wiki/api';
import { jsonOf } from '../log/json-value';
import { UserError } from './user-error';

export const CONFIGURATION_PAGE = 'MediaWiki:Gadget-AdviceProvenance-config.json';

/** The drafts that a configuration names; what is malformed is left out, as the loader does. */
function draftsOf( configuration: unknown ): DraftConfiguration[] {
	return listOf( isRecord( configuration ) ? configuration.drafts : [] ).flatMap(
		( { log, pages } ) => typeof log === 'string' && Array.isArray( pages ) ? [ {
			log, pages: pages.filter( ( page ): page is string => typeof page === 'string' )
		} ] : []
	);
}

/** Titles as a wiki writes them. */
export type WikiForm = ( title: string ) => string;

/**
 * Asks a wiki how it writes titles.
 *
 * @param titles those of pages that do not exist keep their spelling, without underscores
 * @param signal cancels reading
 * @throws {WikiError} when the wiki does not answer
 */
export async function wikiForms(
	titles: readonly string[], signal?: AbortSignal
): Promise<WikiForm> {
	const found = await findPages( [ ...new Set( titles ) ], signal );
	return ( title ) => found.get( title )?.title ?? title.replace( /[_ ]+/g, ' ' ).trim();
}

/**
 * Finds the draft with a page or a log.
 *
 * @param asked one of the two at least
 * @param signal cancels reading
 * @return titles as the wiki writes them; null if no log is asked for and the configuration
 *  names none
 * @throws {WikiError} when the wiki does not answer
 */
export async function findDraft(
	{ page, log }: { page?: string; log?: string }, signal?: AbortSignal
): Promise<DraftConfiguration | null> {
	const texts = await readPageTexts( [ CONFIGURATION_PAGE ], false, signal );
	const drafts = draftsOf( jsonOf( texts.get( CONFIGURATION_PAGE )?.text ?? null ) );
	const titles = [ page, log ].filter( ( title ) => title !== undefined );
	const form = await wikiForms(
		[ ...titles, ...drafts.flatMap( ( draft ) => [ draft.log, ...draft.pages ] ) ], signal
	);
	const known = drafts.map( ( draft ): DraftConfiguration => (
		{ log: form( draft.log ), pages: draft.pages.map( form ) }
	) );
	if ( log !== undefined ) {
		return known.find( ( draft ) => draft.log === form( log ) ) ??
			{ log: form( log ), pages: [] };
	}
	const wanted = page === undefined ? null : form( page );
	return known.find( ( draft ) => wanted !== null &&
		( draft.log === wanted || draft.pages.includes( wanted ) ) ) ?? null;
}

/**
 * Likewise, where nothing can be done without a log.
 *
 * @throws {UserError} if no draft is found
 */
export async function needDraft(
	asked: { page?: string; log?: string }, signal?: AbortSignal
): Promise<DraftConfiguration> {
	const draft = await findDraft( asked, signal );
	if ( !draft ) {
		throw new UserError( `${ CONFIGURATION_PAGE } names no draft with the page "${ asked.page ?? '' }". Name its log with --log TITLE.` );
	}
	return draft;
}
