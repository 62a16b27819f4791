/** The page that a log's summary is published on. */
import { findSummary } from '../export/merge-summary';
import { readPageTexts } from '../wiki/page-text';

/**
 * Reads a page.
 *
 * @param title
 * @param signal cancels it
 * @return null if there is none with a text
 * @throws {WikiError} when the wiki does not answer
 */
export async function readSummaryPage(
	title: string, signal: AbortSignal
): Promise<{ title: string; text: string } | null> {
	const page = ( await readPageTexts( [ title ], true, signal ) ).get( title );
	return page?.text ? { title: page.title, text: page.text } : null;
}

/**
 * Title of a page, if a summary stands on it.
 *
 * @param title
 * @param signal cancels it
 * @throws {WikiError} when the wiki does not answer
 */
export async function findPublished(
	title: string, signal: AbortSignal
): Promise<string | undefined> {
	const page = await readSummaryPage( title, signal );
	return !page || 'problem' in findSummary( page.text ) ? undefined : page.title;
}
