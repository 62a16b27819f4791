import { each, eachAdvice, type LooseAdvice, type LooseEntry, type LooseLog } from '../../log/rules/loose-log';
import type { EvidenceReport, LogEvidence } from '../check-evidence';

/** Tells when a revision was made; undefined if that is not known. */
function timeTeller(
	{ words, revisions, changes }: LogEvidence
): ( revision: number ) => string | undefined {
	const cited = new Map( [ ...changes.values() ]
		.map( ( { revision, timestamp } ) => [ revision, timestamp ] ) );
	return ( revision ) => words?.revisions.get( revision )?.timestamp ??
		revisions?.get( revision )?.timestamp ?? cited.get( revision );
}

/** Revisions that changed the words of a piece of advice; `all` if the trace says so. */
function changersOf(
	advice: LooseAdvice, entry: LooseEntry, { words }: LogEvidence
): { revisions: number[]; all: boolean } {
	const revisions: number[] = [];
	let all = words !== null;
	( advice.changes || [] ).forEach( ( change, index ) => {
		if ( change?.revision === undefined ) {
			return;
		}
		revisions.push( change.revision );
		const item = words?.items.get( `${ entry.id ?? '' }/${ advice.id ?? '' }` );
		const followed = item?.changes[ index ];
		if ( !followed || followed.state === 'unknown' ) {
			all = false;
			return;
		}
		const later = [ ...followed.takenBy, ...followed.broughtBackBy ];
		revisions.push( ...later.map( ( { revid } ) => revid ) );
	} );
	return { revisions, all };
}

/**
 * W14: somebody confirmed, verified or objected, and the words of the advice have been changed
 * since the revision that they looked at.
 */
export function checkReviews( log: LooseLog, evidence: LogEvidence, report: EvidenceReport ): void {
	const time = timeTeller( evidence );
	eachAdvice( log, ( advice, path, entry ) => {
		if ( !advice.changes?.length || !advice.reviews?.length ) {
			return;
		}
		const { revisions, all } = changersOf( advice, entry, evidence );
		each( advice.reviews, `${ path }/reviews`, ( { revision }, place ) => {
			if ( revision === undefined ) {
				return;
			}
			const reviewed = time( revision );
			// Of equal times, and where none is known, ids tell nothing certain.
			const later = reviewed === undefined ? [] : revisions
				.filter( ( id ) => id !== revision && ( time( id ) ?? '' ) > reviewed )
				.sort( ( a, b ) => ( time( a ) ?? '' ) < ( time( b ) ?? '' ) ? 1 : -1 );
			if ( later[ 0 ] !== undefined ) {
				report.found( 'W14', place, String( later[ 0 ] ) );
			} else if ( reviewed === undefined || !all ||
				revisions.some( ( id ) => time( id ) === undefined ) ) {
				report.undecided( 'W14', place );
			}
		} );
	} );
}
