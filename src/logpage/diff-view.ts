/** A difference of the log page: above the table, what changed in words. */
import { element } from '../wiki/element';
import { msg } from '../wiki/messages';
import { readRevisions } from '../wiki/revisions';
import { changeList } from './change-list';

/** Longer ones are read in the table. */
const MOST = 50;

/**
 * Shows it on the open difference: both revisions are read in one request.
 *
 * @param base null where there is none before
 * @param last
 * @throws {WikiError} when the wiki does not answer
 */
export async function showInDifference( base: number | null, last: number ): Promise<void> {
	const place = document.querySelector( 'table.diff' ) ||
		document.querySelector( '#mw-content-text' )?.firstElementChild;
	if ( !place ) {
		return;
	}
	const { revisions } = await readRevisions( base === null ? [ last ] : [ base, last ] );
	const textOf = ( id: number ): string | null => revisions.get( id )?.text ?? null;
	const before = base === null ? undefined : textOf( base );
	const box = element( 'section', 'log-check',
		element( 'h2', 'log-title', msg( 'logpage-diff' ) ),
		changeList( { before, after: textOf( last ) }, MOST ) );
	box.setAttribute( 'aria-label', msg( 'logpage-diff' ) );
	place.before( box );
}
