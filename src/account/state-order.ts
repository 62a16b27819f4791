import type { AdviceState } from './types';

/** The states in the order in which views list them: what shows in the text first. */
export const STATE_ORDER: AdviceState[] = [
	'changed', 'adopted', 'checked', 'declined', 'pending', 'withheld', 'superseded',
	'set-aside', 'not-recorded'
];
