/** The published summary, line by line, against the one that log and history give. */
import { diffArrays } from 'diff';
import { findSummary } from '../../export/merge-summary';
import { auditFinding, type AuditFinding } from './finding';

/** Told in full, a summary of another log would fill the screen. */
const MOST_LINES = 100;

function linesOf( text: string ): string[] {
	return text.replace( /\r\n?/g, '\n' ).trimEnd().split( '\n' );
}

/** With more lines that differ the time to compare them grows with their square. */
const MOST_EDITS = 5000;

interface Part {
	value: string[];
	added?: boolean;
	removed?: boolean;
}

/** The two compared; where too much differs, by the lines alone, whatever their order. */
function comparedLines( published: string[], made: string[] ): Part[] {
	const parts = diffArrays( published, made, { maxEditLength: MOST_EDITS } );
	if ( parts ) {
		return parts;
	}
	const [ told, right ] = [ new Set( published ), new Set( made ) ];
	return [
		...published.map( ( line ) => ( { value: [ line ], removed: !right.has( line ) } ) ),
		{ value: made.filter( ( line ) => !told.has( line ) ), added: true }
	];
}

/** Lines of a region that differ from those that were made, with their numbers in the page. */
function differences(
	title: string, firstLine: number, published: string[], made: string[]
): AuditFinding[] {
	const findings: AuditFinding[] = [];
	let line = firstLine;
	for ( const { value, added, removed } of comparedLines( published, made ) ) {
		// Empty lines say nothing.
		for ( const text of value ) {
			if ( ( added || removed ) && text.trim() ) {
				findings.push( auditFinding(
					removed ? 'S2' : 'S3', { page: title, line, column: 1, refuted: Boolean( removed ) }, text
				) );
			}
			line += added ? 0 : 1;
		}
	}
	return findings;
}

/**
 * Compares the summary of a page.
 *
 * @param title of the page
 * @param text of the page
 * @param made summaries that are right: with words followed by this or that way, or not at all
 * @return of the one that is most like it; empty if the page has one of them
 */
export function checkSummary(
	title: string, text: string, made: readonly string[]
): AuditFinding[] {
	const found = findSummary( text );
	if ( 'problem' in found ) {
		return [ auditFinding( 'S1', { page: title, refuted: false }, found.problem ) ];
	}
	const first = found.before.split( '\n' ).length;
	const [ best = [] ] = made
		.map( ( one ) => differences( title, first, linesOf( found.summary ), linesOf( one ) ) )
		.sort( ( a, b ) => a.length - b.length );
	return best.slice( 0, MOST_LINES );
}
