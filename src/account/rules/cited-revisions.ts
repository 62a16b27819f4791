import { daysAfter, isBefore, readDate } from '../../log/dates';
import { each, eachAdvice, eachEntry, type LooseLog } from '../../log/rules/loose-log';
import type { Change } from '../../log/types';
import type { EvidenceReport, LogEvidence } from '../check-evidence';
import { narrowToQuotes } from '../quoted-words';
import { type ChangeAtPlace, eachChange, quotesOf } from './loose-change';

/** An edit that came so many days after the advice was perhaps made for another reason. */
const longAfter = 366;

/** W5: the edit was made before the advice was given, or over a year later. */
function checkDate( { advice, evidence, path }: ChangeAtPlace, report: EvidenceReport ): void {
	const given = advice.givenOn === undefined ? null : readDate( advice.givenOn );
	if ( !given ) {
		return;
	}
	if ( evidence?.timestamp === undefined ) {
		report.undecided( 'W5', path );
		return;
	}
	const { atLeast } = daysAfter( given, evidence.timestamp );
	if ( isBefore( evidence.timestamp, given ) ) {
		report.found( 'W5', path, 'before' );
	} else if ( atLeast !== null && atLeast > longAfter ) {
		report.found( 'W5', path, 'after', String( atLeast ) );
	}
}

/** W7 and W8: the revision is not there, not to be read, or of a page outside the draft. */
function checkThere( { change, evidence, path }: ChangeAtPlace, report: EvidenceReport ): void {
	const problem = evidence?.problem;
	if ( !evidence || problem === 'not-read' ) {
		report.undecided( 'W7', path );
		report.undecided( 'W8', path );
	} else if ( problem === 'missing' || problem === 'hidden' ) {
		// One that was read is there: then it is the one that it is compared with.
		const isBase = problem === 'missing' && evidence.timestamp !== undefined;
		report.found( 'W7', path, problem, String( isBase ? evidence.base : change.revision ) );
	} else if ( problem === 'other-page' ) {
		report.found( 'W8', path, String( change.revision ) );
	}
}

/** W9: words that the log names are not among those that the edit put in or took out. */
function checkQuotes( place: ChangeAtPlace, report: EvidenceReport ): void {
	const [ inserted, deleted ] = [ quotesOf( place, 'inserted' ), quotesOf( place, 'deleted' ) ];
	const quotes = [ ...inserted || [], ...deleted || [] ];
	const { evidence } = place;
	if ( !quotes.length ) {
		return;
	}
	if ( !evidence || evidence.problem ) {
		quotes.forEach( ( { path } ) => report.undecided( 'W9', path ) );
		return;
	}
	const change: Change = { revision: place.change.revision, inserted, deleted };
	const { notFound } = narrowToQuotes( change, evidence.effects );
	( inserted || [] ).filter( ( { exact } ) => notFound.inserted.includes( exact ) )
		.forEach( ( { path } ) => report.found( 'W9', path, 'inserted' ) );
	( deleted || [] ).filter( ( { exact } ) => notFound.removed.includes( exact ) )
		.forEach( ( { path } ) => report.found( 'W9', path, 'deleted' ) );
}

/** W7 and W8 for revisions that no change names: what was reviewed, what advisers were given. */
function checkOthers( log: LooseLog, { revisions }: LogEvidence, report: EvidenceReport ): void {
	const check = ( revision: number | undefined, path: string ): void => {
		if ( revision === undefined ) {
			return;
		}
		const known = revisions?.get( revision );
		if ( !known || known.problem === 'not-read' ) {
			report.undecided( 'W7', path );
		} else if ( known.problem === 'missing' || known.problem === 'hidden' ) {
			report.found( 'W7', path, known.problem, String( revision ) );
		} else if ( known.problem === 'other-page' ) {
			report.found( 'W8', path, String( revision ) );
		}
	};
	eachEntry( log, ( { request }, path ) => {
		check( request?.reviewedRevision, `${ path }/request/reviewedRevision` );
	} );
	eachAdvice( log, ( advice, path ) => {
		each( advice.reviews, `${ path }/reviews`, ( review, place ) => {
			check( review.revision, `${ place }/revision` );
		} );
	} );
}

/**
 * Revisions that the log cites: W5 earlier than the advice or much later; W7 missing or hidden;
 * W8 of another page; W9 without the words that are named.
 */
export function checkCited( log: LooseLog, evidence: LogEvidence, report: EvidenceReport ): void {
	eachChange( log, evidence, ( place ) => {
		checkDate( place, report );
		checkThere( place, report );
		checkQuotes( place, report );
	} );
	checkOthers( log, evidence, report );
}
