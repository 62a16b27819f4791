/** Names of fields, of their choices, and what helps to fill them in: keys of messages. */
import type { ObjectKind } from './layout';

/** By field, or by object and field where one name has several meanings. */
const LABELS: Record<string, string> = {
	title: 'form-field-log-title',
	'page.title': 'form-field-page-title',
	formerTitles: 'form-field-former-titles',
	page: 'form-field-page',
	heading: 'form-field-heading',
	former: 'form-field-former',
	label: 'form-field-topic',
	broader: 'form-field-broader',
	name: 'form-field-name',
	type: 'form-field-type',
	user: 'form-field-user',
	affiliation: 'form-field-affiliation',
	expertise: 'form-field-expertise',
	engagement: 'form-field-engagement',
	naming: 'form-field-naming',
	sections: 'panel-field-sections',
	topics: 'panel-field-topics',
	process: 'form-field-process',
	note: 'form-field-note',
	question: 'form-field-question',
	state: 'panel-field-request-state',
	requestedBy: 'panel-field-requested-by',
	onBehalfOf: 'panel-field-on-behalf-of',
	requestedOn: 'panel-field-requested-on',
	reviewedRevision: 'form-field-reviewed-revision',
	respondBy: 'panel-field-respond-by',
	sources: 'panel-field-sources',
	summary: 'form-field-summary',
	advisers: 'panel-field-advisers',
	relayedBy: 'panel-field-relayed-by',
	channel: 'form-field-channel',
	givenOn: 'panel-field-given-on',
	suggestedText: 'panel-field-suggested-text',
	effort: 'panel-field-effort',
	competingInterest: 'panel-field-competing-interest',
	disclosure: 'panel-field-disclosure',
	disposition: 'panel-part-decision',
	changes: 'panel-part-changes',
	reviews: 'panel-part-reviews',
	outcome: 'panel-field-outcome',
	basis: 'panel-field-change-basis',
	'disposition.basis': 'form-field-outcome-basis',
	rationale: 'panel-field-rationale',
	decidedBy: 'panel-field-decided-by',
	decidedHow: 'panel-field-decided-how',
	decidedOn: 'panel-field-decided-on',
	supersededBy: 'panel-field-superseded-by',
	revision: 'form-field-revision',
	'review.revision': 'form-field-looked-at',
	'source.revision': 'form-field-source-revision',
	'source.title': 'form-field-source-title',
	from: 'form-field-from',
	relation: 'panel-field-relation',
	inserted: 'form-field-inserted',
	deleted: 'form-field-deleted',
	exact: 'form-field-exact',
	prefix: 'form-field-prefix',
	suffix: 'form-field-suffix',
	by: 'form-field-by',
	stance: 'form-field-stance',
	on: 'panel-field-review-on',
	url: 'form-field-url',
	'source.label': 'form-field-source-label',
	private: 'form-field-private',
	hours: 'form-field-hours',
	amount: 'form-field-amount',
	currency: 'form-field-currency',
	level: 'panel-field-disclosure',
	reason: 'panel-field-withheld-reason',
	reviewOn: 'panel-field-withheld-until',
	declared: 'panel-field-competing-interest',
	statement: 'form-field-statement'
};

const HELP: Record<string, string> = {
	question: 'form-help-question',
	sections: 'form-help-sections',
	summary: 'form-help-summary',
	'advice.sources': 'form-help-sources',
	outcome: 'form-help-outcome',
	rationale: 'form-help-rationale',
	'change.revision': 'form-help-revision',
	relation: 'form-help-relation',
	from: 'form-help-from',
	inserted: 'form-help-quotes',
	deleted: 'form-help-quotes',
	relayedBy: 'form-help-relay',
	suggestedText: 'form-help-suggested-text',
	name: 'form-help-name',
	expertise: 'form-help-expertise',
	naming: 'form-help-naming',
	url: 'form-help-url',
	stance: 'form-help-stance',
	former: 'form-help-former',
	formerTitles: 'form-help-former-titles'
};

/** Beginnings of the messages of choices, which go on with the choice. */
const CHOICES: Record<string, string> = {
	type: 'agent-type-',
	engagement: 'engagement-',
	naming: 'naming-',
	state: 'request-',
	channel: 'channel-',
	outcome: 'outcome-',
	basis: 'basis-',
	'disposition.basis': 'outcome-basis-',
	decidedHow: 'decided-',
	relation: 'relation-',
	stance: 'stance-',
	level: 'disclosure-',
	reason: 'reason-',
	declared: 'interest-'
};

function find(
	table: Record<string, string>, kind: ObjectKind | undefined, name: string
): string | undefined {
	const own = ( key: string ): string | undefined => (
		Object.prototype.hasOwnProperty.call( table, key ) ? table[ key ] : undefined
	);
	return own( `${ kind }.${ name }` ) ?? own( name );
}

/** Key of the name of a field; undefined for one that has none: then its own name stands. */
export function labelKey( kind: ObjectKind | undefined, name: string ): string | undefined {
	return find( LABELS, kind, name );
}

export function helpKey( kind: ObjectKind | undefined, name: string ): string | undefined {
	return find( HELP, kind, name );
}

/** Key of the name of a choice. */
export function choiceKey(
	kind: ObjectKind | undefined, name: string, choice: string
): string | undefined {
	const beginning = find( CHOICES, kind, name );
	return beginning && beginning + choice.toLowerCase();
}
