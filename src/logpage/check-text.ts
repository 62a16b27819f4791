/** Findings over a text, in the order in which they are shown. */
import type { PlacedFinding } from '../wiki/log-view-script';
import { checkLog, type Finding } from '../log/check-log';
import { jsonPlaces, placeFinder } from '../log/json-places';
import { namedMessage } from '../log/named-message';
import { formatList } from '../wiki/lists';
import { msg } from '../wiki/messages';

/** Errors first, each kind in the order of the text. */
export function errorsFirst<T extends Finding>( findings: readonly T[] ): T[] {
	return [
		...findings.filter( ( { severity } ) => severity === 'error' ),
		...findings.filter( ( { severity } ) => severity === 'warning' )
	];
}

/** What the text alone tells. Never throws. */
export function checkText( text: string ): PlacedFinding[] {
	return errorsFirst( checkLog( text ).map(
		( finding ) => ( { line: 1, column: 1, ...finding } )
	) );
}

/** Gives findings over the raw value their places in the text. */
export function placeInText( findings: readonly Finding[], text: string ): PlacedFinding[] {
	const places = jsonPlaces( text );
	const find = placeFinder( text );
	return findings.map(
		( finding ) => ( { ...finding, ...find( places.locate( finding.path ) ) } )
	);
}

/** A finding in words. */
export function findingText( finding: Finding ): string {
	const { key, params } = namedMessage( finding, msg );
	return msg( key, ...params );
}

/** How many findings there are, in words. */
export function countText( findings: readonly Finding[] ): string {
	const errors = findings.filter( ( { severity } ) => severity === 'error' ).length;
	const warnings = findings.length - errors;
	return formatList(
		errors && msg( 'panel-troubles-errors', errors ),
		warnings && msg( 'panel-troubles-warnings', warnings )
	) || msg( 'logpage-fine' );
}
