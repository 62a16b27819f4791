/** What is wrong, in words. */
import type { Finding } from '../log/check-log';
import type { RuleId } from '../log/rule-id';
import { msg } from '../wiki/messages';
import { findingMessage } from './place-findings';

/** Rules whose parameters are choices of the log: beginnings of the messages that name them. */
const CHOICES: { [ rule in RuleId ]?: readonly string[] } = {
	E7: [ 'outcome-' ],
	W1: [ 'outcome-' ],
	W4: [ 'relation-', 'basis-' ],
	W18: [ 'disclosure-' ]
};

export function findingText( finding: Finding ): string {
	const { key, params } = findingMessage( finding );
	const beginnings = CHOICES[ finding.rule ] ?? [];
	return msg( key, ...params.map( ( param, index ) => {
		const beginning = beginnings[ index ];
		return beginning === undefined ? param : msg( beginning + param );
	} ) );
}
