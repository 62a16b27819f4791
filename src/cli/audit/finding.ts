/** What an audit finds, and how it is told. */
import type { RuleId } from '../../log/rule-id';
import type { Msg } from '../messages';
import { describe, findingLine } from '../validate-text';

/**
 * Rules of an audit, beside those of the log:
 *
 * - A1: an edit that the log names changed no words
 * - A2: words are said to be quoted, and the edit put in none of the suggested ones
 * - A3: of several edits in a row, the first was made before the advice; A4: they are named the
 *   wrong way round
 * - A5: it was decided on advice before that was given; A6: a revision was read before it was made
 * - T1: a published trace cannot be read; T2: it is of a revision that is none of the page's;
 *   T3: it does not fit that revision; T4: it differs from the history; T5: it tells of what the
 *   log does not name
 * - S1: the published summary has no place of its own on its page; S2: a line of it is not what
 *   log and history give; S3: a line is missing from it; S4: it was made from an older revision
 */
export type AuditRule =
	'A1' | 'A2' | 'A3' | 'A4' | 'A5' | 'A6' |
	'T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'S1' | 'S2' | 'S3' | 'S4';

export interface AuditFinding {
	rule: RuleId | AuditRule;
	/** True where the history contradicts what is claimed; else it is a doubt or a gap. */
	refuted: boolean;
	/** Title of the page that it is about; null for the log. */
	page: string | null;
	/** JSON Pointer, or empty. */
	path: string;
	/** From 1. */
	line?: number;
	/** From 1, in UTF-16 code units. */
	column?: number;
	/** The finding in words. */
	say( msg: Msg ): string;
}

const auditMessages: Record<AuditRule, string> = {
	A1: 'cli-audit-no-words',
	A2: 'cli-audit-not-quoted',
	A3: 'cli-audit-range-before',
	A4: 'cli-audit-range-order',
	A5: 'cli-audit-decided-before',
	A6: 'cli-audit-read-before',
	T1: 'cli-audit-trace-unreadable',
	T2: 'cli-audit-trace-revision',
	T3: 'cli-audit-trace-unfit',
	T4: 'cli-audit-trace-differs',
	T5: 'cli-audit-trace-stale',
	S1: 'cli-audit-summary-place',
	S2: 'cli-audit-summary-line',
	S3: 'cli-audit-summary-missing',
	S4: 'cli-audit-summary-older'
};

export function auditFinding(
	rule: AuditRule, place: Partial<AuditFinding>, ...params: ( string | number )[]
): AuditFinding {
	return {
		rule, refuted: true, page: null, path: '', ...place,
		say: ( msg ) => msg( auditMessages[ rule ], ...params.map( String ) )
	};
}

/** What a rule of the log found. */
export function logFinding(
	finding: { rule: RuleId; path: string; line?: number; column?: number; params: string[] },
	refuted: boolean
): AuditFinding {
	const { rule, path, line, column } = finding;
	return {
		rule, refuted, page: null, path, ...line !== undefined && { line, column },
		say: ( msg ) => describe( finding, msg )
	};
}

/** `RULE PLACE LINE:COLUMN message`; a place on another page than the log begins with its title. */
export function auditLine( finding: AuditFinding, msg: Msg ): string {
	const { page, path } = finding;
	return findingLine(
		{ ...finding, place: page === null ? path : `${ page }${ path && `#${ path }` }` },
		finding.say( msg )
	);
}
