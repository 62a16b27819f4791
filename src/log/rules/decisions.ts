import { ageInDays, readDate } from '../dates';
import { isAdopted } from '../status';
import { isWithheld } from '../withheld';
import { eachAdvice, eachEntry, type LooseEntry, type Report, type Rules } from './loose-log';

/** After so many days an open question is listed. */
const longOpen = 90;

function checkAge( date: string | undefined, path: string, report: Report, today: Date ): void {
	const read = date === undefined ? null : readDate( date );
	// A vague date counts only if even its latest day is long past.
	const days = read ? ageInDays( read, today ).atLeast : 0;
	if ( days > longOpen ) {
		report( 'W13', path, String( days ) );
	}
}

function hasReason( entry: LooseEntry ): boolean {
	return Boolean( entry.note ) ||
		( entry.advice || [] ).some( ( advice ) => advice?.disposition?.rationale );
}

/** W2 and W13 for requests. */
function checkRequests( ...[ log, report, today ]: Parameters<Rules> ): void {
	eachEntry( log, ( entry, path ) => {
		const state = entry.request?.state;
		if ( ( state === 'deferred' || state === 'out-of-scope' ) && !hasReason( entry ) ) {
			report( 'W2', `${ path }/request/state`, `request-${ state }` );
		}
		if ( state === 'open' && !entry.advice?.length ) {
			checkAge( entry.request?.requestedOn, `${ path }/request`, report, today );
		}
	} );
}

/**
 * Outcomes: E7 nothing was to be changed, yet changes are named; W1 adopted without a
 * change; W2 not followed, or not to the letter, without a reason; W13 open for long; W19
 * replaced, by what is not said.
 */
export const checkDecisions: Rules = ( log, report, today ) => {
	checkRequests( log, report, today );
	eachAdvice( log, ( advice, path, entry ) => {
		const { disposition } = advice;
		const outcome = disposition?.outcome;
		if ( !disposition || !outcome ) {
			return;
		}
		const place = `${ path }/disposition`;
		const hasChanges = Boolean( advice.changes?.length );
		if ( ( outcome === 'confirmed-no-change' || outcome === 'declined' ) && hasChanges ) {
			report( 'E7', `${ path }/changes`, `outcome-${ outcome }` );
		}
		// Advice about the process is adopted without any revision.
		if ( isAdopted( outcome ) && !hasChanges && !entry.process ) {
			report( 'W1', place, `outcome-${ outcome }` );
		}
		const needsReason = outcome === 'declined' || outcome === 'adopted-in-part' ||
			outcome === 'adopted-with-modification';
		// The reason would argue with what is withheld, and is not shown either.
		if ( needsReason && !disposition.rationale && !isWithheld( advice ) ) {
			report( 'W2', place, `outcome-${ outcome }` );
		}
		if ( outcome === 'superseded' && disposition.supersededBy === undefined ) {
			report( 'W19', place );
		}
		const isSetAside = entry.request?.state !== undefined && entry.request.state !== 'open';
		if ( outcome === 'pending' && !isSetAside ) {
			checkAge( advice.givenOn, place, report, today );
		}
	} );
};
