/** The published summary, line by line, against the one that log and history give. */
import { diffArrays } from 'diff';
import { findSummary } from '../../export/merge-summary';
import { auditFinding, type AuditFinding } from './finding';
import { olderLines } from './older-revisions';

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

/** How many lines a line can stand under: headings first, then items of lists. */
function depthOf( line: string ): number {
	const [ marks = '' ] = /^(?:==+|\*+)/.exec( line ) ?? [];
	return marks.startsWith( '=' ) ? marks.length - 2 : marks.length + 1;
}

/** Each line with those that it stands under: what it says is about these. Empty ones stay so. */
function inContext( lines: readonly string[] ): string[] {
	const above: string[] = [];
	return lines.map( ( line ) => {
		if ( !line.trim() ) {
			return '';
		}
		const depth = depthOf( line );
		above.length = Math.min( above.length, depth );
		above[ depth ] = line;
		return above.join( '\n' );
	} );
}

/** Lines of a region that differ from those that were made, with their numbers in the page. */
function differences(
	title: string, firstLine: number, published: string[], made: string[]
): AuditFinding[] {
	const findings: AuditFinding[] = [];
	const older = olderLines( published, made );
	for ( const { index } of older ) {
		const place = { page: title, line: firstLine + index, column: 1, refuted: false };
		findings.push( auditFinding( 'S4', place, published[ index ] as string ) );
	}
	const compared = [ ...published ];
	older.forEach( ( { index, made: line } ) => {
		compared[ index ] = line;
	} );
	const [ told, right ] = [ inContext( compared ), new Set( inContext( made ) ) ];
	let at = 0;
	let wrong: string | null = null;
	for ( const { value, added, removed } of comparedLines( compared, made ) ) {
		// Empty lines say nothing.
		for ( const text of value ) {
			const context = told[ at ] ?? '';
			const isUnderWrong: boolean = wrong !== null && context.startsWith( `${ wrong }\n` );
			// A line can be right, and tell of something else than the one that it stood under.
			const isMisplaced = !added && !isUnderWrong && !right.has( context );
			if ( ( added || removed || isMisplaced ) && text.trim() ) {
				const isWrong = !added;
				wrong = isWrong ? isUnderWrong ? wrong : context : wrong;
				findings.push( auditFinding(
					isWrong ? 'S2' : 'S3',
					{ page: title, line: firstLine + at, column: 1, refuted: isWrong }, text
				) );
			}
			at += added ? 0 : 1;
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
