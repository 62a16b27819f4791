/** Dates of the log that contradict each other, or the times of revisions. */
import type { LogEvidence } from '../../account/check-evidence';
import { daysAfter, isAfter, readDate, type LogDate } from '../../log/dates';
import { readLoosely } from '../../log/loose-reading';
import { each, eachAdvice } from '../../log/rules/loose-log';
import { auditFinding, type AuditFinding } from './finding';

function dateOf( text: string | undefined ): LogDate | null {
	return text === undefined ? null : readDate( text );
}

/** Whether a date is certainly before another one. */
function precedes( one: LogDate | null, other: LogDate | null ): boolean {
	const { earliest = null, approximate = false } = other ?? {};
	return one !== null && earliest !== null && !approximate &&
		( daysAfter( one, earliest ).atLeast ?? 0 ) > 0;
}

/**
 * A5: decided before the advice was given. A6: a revision was read by advisers or reviewers before
 * it was made.
 *
 * @param log raw JSON value; places are places in it
 * @param evidence
 */
export function checkDates( log: unknown, { revisions, words }: LogEvidence ): AuditFinding[] {
	const found: AuditFinding[] = [];
	const checkRead = (
		revision: number | undefined, on: string | undefined, path: string
	): void => {
		const time = revision === undefined ? undefined :
			revisions?.get( revision )?.timestamp ?? words?.revisions.get( revision )?.timestamp;
		const date = dateOf( on );
		if ( revision !== undefined && time !== undefined && date && isAfter( time, date ) ) {
			found.push( auditFinding( 'A6', { path }, revision ) );
		}
	};
	// What is malformed is told by checkLog.
	eachAdvice( readLoosely( log, () => undefined ), ( advice, path, { request } ) => {
		const { givenOn, disposition, reviews } = advice;
		if ( precedes( dateOf( disposition?.decidedOn ), dateOf( givenOn ) ) ) {
			found.push( auditFinding( 'A5', { path: `${ path }/disposition/decidedOn` } ) );
		}
		checkRead( request?.reviewedRevision, givenOn, `${ path }/givenOn` );
		each( reviews, `${ path }/reviews`, ( { revision, on }, place ) => {
			checkRead( revision, on, `${ place }/on` );
		} );
	} );
	return found;
}
