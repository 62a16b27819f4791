/** What was read for the account, as the rules take it. */
import { changeKey } from './change-key';
import type { LogEvidence } from './check-evidence';
import type { Findings } from './findings';
import type { ChangeEvidence } from './types';

/**
 * @param findings null until the cited revisions were read
 * @param rest what the trace, the history of the log page and the wiki tell besides
 */
export function logEvidence(
	findings: Pick<Findings, 'changes' | 'logSections'> | null,
	rest: Pick<LogEvidence, 'revisions' | 'words' | 'logEditors'>
): LogEvidence {
	const changes = new Map<string, ChangeEvidence>();
	for ( const { change, evidence } of findings?.changes.values() || [] ) {
		if ( evidence ) {
			changes.set( changeKey( change ), evidence );
		}
	}
	return { ...rest, changes, sections: findings && findings.logSections };
}
