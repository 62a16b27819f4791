/** What the fields of the log are called, and in what words their values are told. */

/** A value that stands in a sentence; free text is too long, and the difference shows it. */
type Told = 'choice' | 'date' | 'number' | 'agents' | 'topics' | 'sections' | 'pages' | 'text';

export interface FieldName {
	/** Message with its name. */
	label: string;
	told: Told;
	/** Beginning of the messages of a choice. */
	choice?: string;
}

function field( label: string, told: Told = 'text' ): FieldName {
	return { label, told };
}

function choice( label: string, beginning: string ): FieldName {
	return { label, told: 'choice', choice: beginning };
}

/** By name, or by name and what it is part of where one name has several meanings. */
const FIELDS = new Map<string, FieldName>( Object.entries( {
	title: field( 'change-field-title' ),
	heading: field( 'change-field-heading' ),
	label: field( 'change-field-label' ),
	name: field( 'change-field-name' ),
	user: field( 'change-field-user' ),
	expertise: field( 'change-field-expertise' ),
	naming: choice( 'change-field-naming', 'naming' ),
	engagement: choice( 'change-field-engagement', 'engagement' ),
	note: field( 'change-field-note' ),
	question: field( 'change-field-question' ),
	revision: field( 'change-field-revision', 'number' ),
	stance: choice( 'change-field-stance', 'stance' ),
	requestedBy: field( 'panel-field-requested-by', 'agents' ),
	onBehalfOf: field( 'panel-field-on-behalf-of', 'agents' ),
	requestedOn: field( 'panel-field-requested-on', 'date' ),
	respondBy: field( 'panel-field-respond-by', 'date' ),
	reviewedRevision: field( 'panel-field-reviewed-revision', 'number' ),
	topics: field( 'panel-field-topics', 'topics' ),
	sections: field( 'panel-field-sections', 'sections' ),
	state: choice( 'panel-field-request-state', 'request' ),
	sources: field( 'panel-field-sources' ),
	advisers: field( 'panel-field-advisers', 'agents' ),
	relayedBy: field( 'panel-field-relayed-by', 'agents' ),
	channel: choice( 'panel-field-channel', 'channel' ),
	givenOn: field( 'panel-field-given-on', 'date' ),
	summary: field( 'panel-field-summary' ),
	suggestedText: field( 'panel-field-suggested-text' ),
	effort: field( 'panel-field-effort' ),
	declared: choice( 'panel-field-competing-interest', 'interest' ),
	level: choice( 'panel-field-disclosure', 'disclosure' ),
	reason: choice( 'panel-field-withheld-reason', 'reason' ),
	reviewOn: field( 'panel-field-withheld-until', 'date' ),
	'disclosure.decidedBy': field( 'panel-field-withheld-by', 'agents' ),
	outcome: choice( 'panel-field-outcome', 'outcome' ),
	'disposition.basis': choice( 'change-field-outcome-basis', 'outcome-basis' ),
	rationale: field( 'panel-field-rationale' ),
	decidedBy: field( 'panel-field-decided-by', 'agents' ),
	decidedHow: choice( 'panel-field-decided-how', 'decided' ),
	decidedOn: field( 'panel-field-decided-on', 'date' ),
	supersededBy: field( 'panel-field-superseded-by' ),
	relation: choice( 'panel-field-relation', 'relation' ),
	basis: choice( 'panel-field-change-basis', 'basis' ),
	on: field( 'panel-field-review-on', 'date' ),
	// What is seldom changed is called as it is in forms.
	formerTitles: field( 'form-field-former-titles' ),
	page: field( 'form-field-page', 'pages' ),
	former: field( 'form-field-former' ),
	broader: field( 'form-field-broader', 'topics' ),
	type: choice( 'form-field-type', 'agent-type' ),
	affiliation: field( 'form-field-affiliation', 'agents' ),
	process: field( 'form-field-process' ),
	from: field( 'form-field-from', 'number' ),
	inserted: field( 'form-field-inserted' ),
	deleted: field( 'form-field-deleted' ),
	by: field( 'form-field-by', 'agents' ),
	hours: field( 'form-field-hours', 'number' ),
	amount: field( 'form-field-amount', 'number' ),
	currency: field( 'form-field-currency' ),
	statement: field( 'form-field-statement' )
} ) );

/**
 * @param path from the thing on, such as `disposition.outcome`
 * @return null for a field without a name in words: then its own stands
 */
export function fieldName( path: string ): FieldName | null {
	const names = path.split( '.' );
	return FIELDS.get( names.slice( -2 ).join( '.' ) ) ?? FIELDS.get( names.slice( -1 ).join() ) ?? null;
}
