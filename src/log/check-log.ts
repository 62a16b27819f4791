/**
 * Strict checking, for saving and for the command line: everything that the text of the log
 * alone can tell, all at once.
 */
import { logShape } from './generated/log-shape';
import validateShape from './generated/validate-shape';
import { IdRegister } from './ids';
import { type JsonPlaces, jsonPlaces, placeFinder, pointerSegment } from './json-places';
import { plainText } from './plain-text';
import { schemaVersion } from './read-log';
import type { RuleId } from './rule-id';
import { checkChanges } from './rules/changes';
import { checkCircles } from './rules/circles';
import { checkDecisions } from './rules/decisions';
import { checkDuplicates } from './rules/duplicates';
import type { LooseLog, Report } from './rules/loose-log';
import { checkPeople } from './rules/people';
import { checkSources } from './rules/sources';
import { readShape } from './shape';

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
	checkCircles, checkDecisions, checkPeople, checkSources, checkChanges, checkDuplicates
];

/** Names in messages are cut: a key can be as long as the page. */
const longestName = 80;

function shortName( name: string ): string {
	return name.length > longestName ? `${ name.slice( 0, longestName ) }…` : name;
}

/** E1: not JSON, or a key twice. `at` tells where. */
function checkJson( text: string, places: JsonPlaces, at: ReportAt ): boolean {
	const { errorAt } = places;
	if ( errorAt !== null ) {
		const found = Array.from( text.slice( errorAt, errorAt + 24 ) ).slice( 0, 12 ).join( '' );
		at( errorAt, 'E1', '', ...( found ? [ 'syntax', found ] : [ 'end' ] ) );
		return false;
	}
	for ( const { path, key, offset } of places.repeatedKeys ) {
		at( offset, 'E1', path, 'twice', shortName( key ) );
	}
	return true;
}

/**
 * What fits of the log, every part at its place, for the rules. Tells of E2 to E5, E9 and
 * W21 on the way.
 */
function readLoosely( value: unknown, report: Report ): LooseLog {
	const ids = new IdRegister( report );
	const log = readShape( logShape, value, '', {
		problem: report,
		refer: ids.refer.bind( ids ),
		define( kind, id, path ) {
			ids.define( kind, id, path );
			return true;
		},
		keepPlaces: true,
		unknownField( name, path ) {
			report( 'W21', `${ path }/${ pointerSegment( name ) }`, shortName( name ) );
		}
	} );
	ids.checkReferences();
	return ( log || {} ) as LooseLog;
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
