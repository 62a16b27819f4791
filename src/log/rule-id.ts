/** Rules that an error breaks: what is malformed, and refused on saving. */
export type ErrorRule =
	'E1' | 'E2' | 'E3' | 'E4' | 'E5' | 'E6' | 'E7' | 'E8' | 'E9' | 'E10' | 'E11';

/** Rules that a warning is about: what is incomplete or doubtful, and can be saved. */
export type WarningRule =
	'W1' | 'W2' | 'W3' | 'W4' | 'W10' | 'W11' | 'W13' | 'W15' | 'W18' | 'W19' | 'W20' | 'W21' |
	'W22';

/**
 * Warnings that need what the wiki and the trace tell; see src/account/check-evidence.ts, and for
 * W23, a published trace that is not used, src/reader/published-script.ts.
 */
export type EvidenceRule =
	'W5' | 'W6' | 'W7' | 'W8' | 'W9' | 'W12' | 'W14' | 'W16' | 'W17' | 'W23';

/** All rules; docs/advice-log.md has them in words. */
export type RuleId = ErrorRule | WarningRule | EvidenceRule;
