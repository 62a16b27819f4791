/** The history of the log page: on request, what each edit changed, in words. */
import { button, element } from '../wiki/element';
import { readLogHistory, type LogRevision } from '../wiki/log-history';
import { msg } from '../wiki/messages';
import { currentTitle } from '../wiki/titles';
import { changeList } from './change-list';

/** The rest of a large edit is read in its difference. */
const MOST = 5;
/** Texts that the wiki gives in one request. */
const AT_ONCE = 50;

/** Rows of the history by their revisions, the newest first. */
function findRows(): Map<number, HTMLElement> {
	const rows = document.querySelectorAll<HTMLElement>( '#pagehistory li[data-mw-revid]' );
	return new Map( Array.from( rows ).map( ( row ) => [ Number( row.dataset.mwRevid ), row ] ) );
}

/** So many requests bring a number of revisions. */
function partsOf( count: number ): number[] {
	const parts: number[] = [];
	for ( let left = count; left > 0; left -= AT_ONCE ) {
		parts.push( Math.min( left, AT_ONCE ) );
	}
	return parts;
}

/**
 * Puts what each edit changed into its row.
 *
 * @param tell hears how many rows are done
 * @throws {WikiError} when the wiki does not answer
 */
async function fillRows(
	rows: Map<number, HTMLElement>, tell: ( done: number ) => void
): Promise<void> {
	const [ newest ] = rows.keys();
	let done = 0;
	let after: LogRevision | null = null;
	function fill( { id, text }: LogRevision, before: string | null | undefined ): void {
		const row = rows.get( id );
		if ( row ) {
			row.append( changeList( { before, after: text }, MOST ) );
			tell( ++done );
		}
	}
	// The edit of the last row is told from the revision before it.
	const parts = partsOf( rows.size + 1 );
	const history = readLogHistory( currentTitle(), { from: newest, parts } );
	for await ( const revisions of history ) {
		for ( const revision of revisions ) {
			if ( after ) {
				fill( after, revision.text );
			}
			after = revision;
		}
	}
	// The first edit of all has none before it.
	if ( after && done < rows.size ) {
		fill( after, undefined );
	}
}

/** Offers it on the open history. */
export function showInHistory(): void {
	const rows = findRows();
	const place = document.querySelector( '#mw-history-compare' ) ||
		document.querySelector( '#pagehistory' );
	if ( !place || !rows.size ) {
		return;
	}
	const ask = button( 'log-button', msg( 'logpage-history-ask' ) );
	const status = element( 'p', 'log-status' );
	status.setAttribute( 'role', 'status' );
	status.tabIndex = -1;
	const box = element( 'section', 'log-check', ask, status );
	box.setAttribute( 'aria-label', msg( 'logpage-region' ) );
	ask.addEventListener( 'click', () => {
		ask.disabled = true;
		status.textContent = msg( 'logpage-reading' );
		rows.forEach( ( row ) => row.querySelector( '.advice-provenance-log-changes' )?.remove() );
		let told = 0;
		fillRows( rows, ( done ) => {
			told = done;
		} ).then( () => {
			status.textContent = msg( 'logpage-history-done', told );
			ask.remove();
			status.focus();
		}, () => {
			status.textContent = msg( 'logpage-failed' );
			ask.disabled = false;
			ask.focus();
		} );
	} );
	place.before( box );
}
