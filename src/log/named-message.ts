import type { RuleId } from './rule-id';
import { ruleMessage } from './rule-message';

/** Rules about values that the log has a choice of: the parameters are keys of their names. */
const named: RuleId[] = [ 'E7', 'W1', 'W2', 'W4', 'W18' ];

/**
 * As ruleMessage, with the names of values. Reading a log leniently finds nothing that needs them.
 *
 * @param finding
 * @param finding.rule
 * @param finding.params
 * @param name gives the message with a key, without the prefix `advice-provenance-`
 */
export function namedMessage(
	finding: { rule: RuleId; params: string[] }, name: ( key: string ) => string
): ReturnType<typeof ruleMessage> {
	const { key, params } = ruleMessage( finding );
	return {
		key, params: named.includes( finding.rule ) ? params.map( ( one ) => name( one ) ) : params
	};
}
