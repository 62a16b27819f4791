import type { RuleId } from './rule-id';

/** Rules with several messages: the first parameter says which. */
const variants: RuleId[] = [ 'E1', 'E2', 'W5', 'W7', 'W9', 'W10', 'W22' ];

/**
 * The interface message that tells a maintainer what is wrong and what to do.
 *
 * @return its key, without the prefix `advice-provenance-`, and what stands for $1, $2, … in it
 */
export function ruleMessage(
	{ rule, params }: { rule: RuleId; params: string[] }
): { key: string; params: string[] } {
	const key = `rule-${ rule.toLowerCase() }`;
	const [ variant, ...rest ] = params;
	return variants.includes( rule ) && variant !== undefined ?
		{ key: `${ key }-${ variant }`, params: rest } :
		{ key, params };
}
