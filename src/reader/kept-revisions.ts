/** Tells whether a trace that was kept is still the beginning of what is to be traced. */
import type { HistoryRevision } from '../wiki/history';

function nameOf( { id, page, hidden }: HistoryRevision ): string {
	return `${ id }.${ page }${ hidden ? '-' : '' }`;
}

/** Names revisions with what of them matters to a trace. */
export function nameRevisions( revisions: readonly HistoryRevision[] ): string {
	return revisions.map( nameOf ).join( ' ' );
}

/** How many revisions were named. */
export function countNames( names: string ): number {
	return names.split( ' ' ).length;
}

/**
 * How many revisions of a history a kept trace covers.
 *
 * @param names what `nameRevisions` gave when it was kept
 * @param revisions of the history as it is now
 * @return 0 if it does not fit: a revision was hidden, deleted, restored or imported since
 */
export function countKept( names: string, revisions: readonly HistoryRevision[] ): number {
	const kept = names.split( ' ' );
	const fits = kept.every( ( name, index ) => {
		const revision = revisions[ index ];
		return revision && nameOf( revision ) === name;
	} );
	return fits ? kept.length : 0;
}
