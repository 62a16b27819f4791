/** Beside which field of a form a finding is told. */
import type { Finding } from '../log/check-log';
import { pointerSegments, valueAt, type JsonValue } from '../log/json-value';
import type { RuleId } from '../log/rule-id';
import { namedMessage } from '../log/named-message';

/** Rules that are about an object as a whole: the field in which they can be put right. */
const FIELD_OF_RULE: { [ rule in RuleId ]?: string } = {
	E10: 'url',
	W1: 'outcome',
	W3: 'sources',
	W4: 'relation',
	W5: 'revision',
	W6: 'revision',
	W7: 'revision',
	W8: 'revision',
	W9: 'exact',
	W10: 'url',
	W12: 'heading',
	W14: 'revision',
	W16: 'revision',
	W11: 'naming',
	W15: 'topics',
	W18: 'reason',
	W19: 'supersededBy',
	W20: 'statement'
};

/** A finding with the field that it is told at. */
export interface PlacedFinding extends Finding {
	/** JSON Pointer of the field. */
	place: string;
}

function placeOf( { rule, path, params }: Finding ): string {
	if ( rule === 'E2' && params[ 0 ] === 'missing' ) {
		return `${ path }/${ params[ 1 ] ?? '' }`;
	}
	if ( rule === 'E7' ) {
		return path.replace( /changes$/, 'disposition/outcome' );
	}
	if ( rule === 'W17' ) {
		return `${ path }/request/question`;
	}
	const last = path.slice( path.lastIndexOf( '/' ) + 1 );
	if ( rule === 'W2' && last === 'disposition' ) {
		return `${ path }/rationale`;
	}
	if ( rule === 'W13' ) {
		return path + ( last === 'request' ? '/requestedOn' : '/outcome' );
	}
	const field = FIELD_OF_RULE[ rule ];
	// A revision may be that which was reviewed, or given to advisers.
	return field && !last.toLowerCase().includes( field.toLowerCase() ) ? `${ path }/${ field }` : path;
}

export function placeFinding( finding: Finding ): PlacedFinding {
	return { ...finding, place: placeOf( finding ) };
}

/**
 * Findings that belong to a field.
 *
 * @param findings
 * @param path of the field
 * @param whole also those of anything within it, for a control that shows it as a whole
 */
export function findingsAt(
	findings: readonly PlacedFinding[], path: string, whole: boolean
): PlacedFinding[] {
	return findings.filter( ( { place } ) => place === path ||
		( whole && place.startsWith( `${ path }/` ) ) );
}

/** Rules whose message for the page as text speaks of the names of fields. */
const REWORDED: readonly RuleId[] = [ 'E3', 'E8', 'E10', 'W2', 'W11', 'W19', 'W20' ];

/**
 * The message of a finding, in the words of the forms.
 *
 * @param finding
 * @param name as of namedMessage
 */
export function findingMessage(
	finding: Finding, name: ( key: string ) => string
): { key: string; params: string[] } {
	const { rule, params } = finding;
	if ( REWORDED.includes( rule ) ) {
		return { key: `form-rule-${ rule.toLowerCase() }`, params };
	}
	if ( rule === 'E2' && ( params[ 0 ] === 'missing' || params[ 0 ] === 'empty' ) ) {
		return { key: 'form-rule-e2-missing', params: [] };
	}
	if ( rule === 'E2' && params[ 0 ] === 'date' ) {
		return { key: 'form-rule-e2-date', params: [] };
	}
	if ( rule === 'W10' && params[ 0 ] === 'bare' ) {
		return { key: 'form-rule-w10-bare', params: [] };
	}
	return namedMessage( finding, name );
}

/** Names what a finding is about the same way, wherever it stands in its lists. */
function findingKey( { rule, path, params }: Finding, log: JsonValue ): string {
	let at = '';
	const names = pointerSegments( path ).map( ( segment ) => {
		at += `/${ segment.replace( /~/g, '~0' ).replace( /\//g, '~1' ) }`;
		const id = valueAt( log, `${ at }/id` );
		return typeof id === 'string' ? id : segment;
	} );
	return [ rule, ...params, '', ...names ].join( '\n' );
}

/**
 * Errors that a log did not have before: they are refused, while somebody else's slip in
 * another entry must not keep anybody from saving.
 */
export function newErrors(
	after: { log: JsonValue; findings: readonly Finding[] },
	before: { log: JsonValue; findings: readonly Finding[] }
): Finding[] {
	const known = new Set( before.findings.map( ( one ) => findingKey( one, before.log ) ) );
	return after.findings.filter( ( one ) => one.severity === 'error' &&
		!known.has( findingKey( one, after.log ) ) );
}
