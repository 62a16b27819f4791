/**
 * Checking of the log against the wiki: what the cited revisions, the trace and the history of
 * the log page tell. In the background, and after checkLog, which needs the page alone.
 */
import type { Finding } from '../log/check-log';
import { readLoosely } from '../log/loose-reading';
import { plainText } from '../log/plain-text';
import type { EvidenceRule } from '../log/rule-id';
import type { DraftWords } from './draft-words';
import { checkCited } from './rules/cited-revisions';
import { checkPersons } from './rules/persons';
import { checkReviews } from './rules/reviews';
import { checkTouched } from './rules/touched-sections';
import type { ChangeEvidence, RevisionProblem, SectionRef } from './types';

/** What is known of a revision that is cited elsewhere than in a change. */
export interface CitedRevision {
	/** ISO 8601; absent where it could not be read. */
	timestamp?: string;
	problem?: RevisionProblem;
}

/** What is known so far. Whatever is absent or null was not read yet. */
export interface LogEvidence {
	/** What the changes of the log did, by `changeKey`. */
	changes: ReadonlyMap<string, ChangeEvidence>;
	/** By id: where the sections of the log stand today; null for one that was not found. */
	sections: ReadonlyMap<string, SectionRef | null> | null;
	/** Revisions that were reviewed or given to advisers, and others, by id. */
	revisions?: ReadonlyMap<number, CitedRevision>;
	/** What the trace of the whole history tells. */
	words: DraftWords | null;
	/** Who changed which entry of the log page, by id of the entry; see `entryEditors`. */
	logEditors: ReadonlyMap<string, ReadonlySet<string>> | null;
}

/** A rule that could not be decided for want of evidence. */
export interface Undecided {
	rule: EvidenceRule;
	/** JSON Pointer. */
	path: string;
}

export interface EvidenceCheck {
	/** Warnings of the rules W5 to W9, W12, W14, W16 and W17, in the order of the rules. */
	findings: Finding[];
	undecided: Undecided[];
}

/** How a rule tells what it found, or that it cannot tell. */
export interface EvidenceReport {
	found( rule: EvidenceRule, path: string, ...params: string[] ): void;
	undecided( rule: EvidenceRule, path: string ): void;
}

const families = [ checkCited, checkTouched, checkReviews, checkPersons ];

/**
 * Checks a log by the rules that need more than the page. Never throws.
 *
 * @param log raw JSON value; places are places in it
 * @param evidence
 */
export function checkEvidence( log: unknown, evidence: LogEvidence ): EvidenceCheck {
	const check: EvidenceCheck = { findings: [], undecided: [] };
	// What is malformed is told by checkLog.
	const loose = readLoosely( log, () => undefined );
	const report: EvidenceReport = {
		found( rule, path, ...params ) {
			check.findings.push( {
				rule, severity: 'warning', path, params: params.map( plainText )
			} );
		},
		undecided( rule, path ) {
			check.undecided.push( { rule, path } );
		}
	};
	families.forEach( ( family ) => family( loose, evidence, report ) );
	return check;
}
