/**
 * Strict checking, for saving and for the command line: everything that the text of the log
 * alone can tell, all at once.
 */
import validateShape from './generated/validate-shape';
import { type JsonPlaces, jsonPlaces, placeFinder } from './json-places';
import { readLoosely, shortName } from './loose-reading';
import { plainText } from './plain-text';
import { schemaVersion } from './read-log';
import type { RuleId } from './rule-id';
import { checkChanges } from './rules/changes';
import { checkCircles } from './rules/circles';
import { checkDecisions } from './rules/decisions';
import { checkDuplicates } from './rules/duplicates';
import type { Report } from './rules/loose-log';
import { checkPeople } from './rules/people';
import { checkPrivacy } from './rules/privacy';
import { checkSources } from './rules/sources';

export interface Finding {
	rule: RuleId;
	severity: 'error' | 'warning';
	/** JSON Pointer; empty for the log as a whole. */
	path: string;
	/** For the rule's message, see rule-message.ts. */
	params: string[];
	/** From 1. */
	line?: number;
	/** From 1, in UTF-16 code units. */
	column?: number;
}

function isError( finding: Finding ): boolean {
	return finding.severity === 'error';
}

type ReportAt = ( offset: number, ...finding: Parameters<Report> ) => void;

const families = [
	checkCircles, checkDecisions, checkPeople, checkSources, checkChanges, checkDuplicates,
	checkPrivacy
];

/** E1: not JSON, or a key twice. `at` tells where. */
function checkJson( text: string, places: JsonPlaces, at: ReportAt ): boolean {
	const { errorAt } = places;
	if ( errorAt !== null ) {
		const found = Array.from( text.slice( errorAt, errorAt + 24 ) ).slice( 0, 12 ).join( '' ).trimEnd();
		// White space at the end is there in every edit form.
		const isEnd = !/\S/.test( text.slice( errorAt ) );
		at( errorAt, 'E1', '', ...( isEnd ? [ 'end' ] : [ 'syntax', found ] ) );
		return false;
	}
	for ( const { path, key, offset } of places.repeatedKeys ) {
		at( offset, 'E1', path, 'twice', shortName( key ) );
	}
	return true;
}

/**
 * The compiled schema has the last word: what it refuses without a finding that explains it
 * gets a general E2.
 */
function checkShape( value: unknown, findings: Finding[], report: Report ): void {
	if ( validateShape( value ) ) {
		return;
	}
	const explained = new Set( findings.length ? [ '' ] : [] );
	for ( const finding of findings ) {
		// What is wrong within a thing explains why the thing is refused.
		for ( let path = finding.path; path; path = path.slice( 0, path.lastIndexOf( '/' ) ) ) {
			explained.add( path );
		}
	}
	for ( const { instancePath } of validateShape.errors || [] ) {
		if ( !explained.has( instancePath ) ) {
			explained.add( instancePath );
			report( 'E2', instancePath );
		}
	}
}

/**
 * Checks the text of a log by every rule that needs nothing else. Never throws.
 *
 * A log that is not JSON has that one finding; a log of a newer version likewise, since its
 * other rules are not known here.
 *
 * @param today for the age of open questions
 * @return in the order of the text
 */
export function checkLog( text: string, today: Date = new Date() ): Finding[] {
	const places = jsonPlaces( text );
	const find = placeFinder( text );
	const findings: ( Finding & { offset: number } )[] = [];
	const reportAt: ReportAt = ( offset, rule, path, ...params ) => {
		findings.push( {
			rule,
			severity: rule.startsWith( 'E' ) ? 'error' : 'warning',
			path,
			params: params.map( plainText ),
			...find( offset ),
			offset
		} );
	};
	const report: Report = ( rule, path, ...params ) => {
		reportAt( places.locate( path ), rule, path, ...params );
	};

	if ( checkJson( text, places, reportAt ) ) {
		const value = JSON.parse( text ) as unknown;
		const version = ( value as { schemaVersion?: unknown } | null )?.schemaVersion;
		if ( typeof version === 'number' && version > schemaVersion ) {
			report( 'E11', '/schemaVersion', String( version ), String( schemaVersion ) );
		} else {
			const log = readLoosely( value, report );
			checkShape( value, findings.filter( isError ), report );
			families.forEach( ( check ) => check( log, report, today ) );
		}
	}
	return findings
		.sort( ( a, b ) => a.offset - b.offset )
		.map( ( { offset: _offset, ...finding } ) => finding );
}
