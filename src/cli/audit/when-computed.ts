/** Which state of a draft a published trace was computed from, as far as can be told. */
import type { PublishedDifference } from '../../trace/published-trace';
import type { HistoryRevision } from '../../wiki/history';

/** How many revisions had been made when a trace was computed, as far as can be told. */
export function countThen(
	revisions: readonly HistoryRevision[], index: number, savedOn: string
): number {
	const { page } = revisions[ index ] as HistoryRevision;
	const isLater = ( one: HistoryRevision, at: number ): boolean => at > index &&
		( one.page === page || ( savedOn !== '' && one.timestamp > savedOn ) );
	const end = revisions.findIndex( isLater );
	return end === -1 ? revisions.length : end;
}

/** So long somebody may look at what is to be published; other pages may be edited meanwhile. */
const LOOKED_AT_MS = 3_600_000;
/** Trying more states would take long where somebody edits without end. */
const MOST_STATES = 50;

/** How many revisions there can have been at the least when a trace was computed. */
export function fewestThen(
	revisions: readonly HistoryRevision[], index: number, savedOn: string
): number {
	const count = countThen( revisions, index, savedOn );
	const since = Date.parse( savedOn ) - LOOKED_AT_MS;
	const meanwhile = revisions.slice( index + 1, count )
		.findIndex( ( { timestamp } ) => Date.parse( timestamp ) >= since );
	return meanwhile === -1 ? count : Math.max( index + 1 + meanwhile, count - MOST_STATES );
}

/** What later edits of other pages may have changed since a trace was computed. */
export function perhapsOlder(
	revisions: readonly HistoryRevision[], index: number, savedOn: string
): PublishedDifference[ 'what' ][] {
	const { page } = revisions[ index ] as HistoryRevision;
	// Where nothing tells when it was saved, it may have been at once.
	const since = savedOn ? fewestThen( revisions, index, savedOn ) : index;
	return revisions.slice( since ).every( ( later ) => later.page === page ) ? [] :
		// Words were followed up to the time that is known; places are those of today.
		savedOn ? [ 'places' ] : [ 'change', 'places', 'reviews' ];
}
