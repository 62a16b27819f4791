/** Rules that an error breaks: what is malformed, and refused on saving. */
export type ErrorRule =
	'E1' | 'E2' | 'E3' | 'E4' | 'E5' | 'E6' | 'E7' | 'E8' | 'E9' | 'E10' | 'E11';

/** Rules that a warning is about: what is incomplete or doubtful, and can be saved. */
export type WarningRule =
	'W1' | 'W2' | 'W3' | 'W4' | 'W10' | 'W11' | 'W13' | 'W15' | 'W18' | 'W19' | 'W20' | 'W21';

/** Rules that the page alone decides; docs/advice-log.md has them in words. */
export type RuleId = ErrorRule | WarningRule;
