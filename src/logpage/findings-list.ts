/** Findings as a list: in words, each with a button that leads to its place in the text. */
import type { PlacedFinding } from '../wiki/log-view-script';
import { button, element } from '../wiki/element';
import { msg } from '../wiki/messages';
import { findingText } from './check-text';

/** A hostile log can have any number; the rest comes into view when these are mended. */
const MOST = 50;

function findingItem( finding: PlacedFinding, go: ( place: PlacedFinding ) => void ): HTMLElement {
	const { severity, line, column } = finding;
	const words = element( 'span', '', findingText( finding ) );
	words.dir = 'auto';
	const place = button( 'log-place', msg( 'panel-place-column', line, column ) );
	place.addEventListener( 'click', () => go( finding ) );
	return element( 'li', `log-finding log-finding-${ severity }`,
		element( 'strong', '', msg( `panel-trouble-${ severity }` ) ), ' ', words, ' ', place );
}

/**
 * @param findings errors first
 * @param go leads to a place
 */
export function findingsList(
	findings: readonly PlacedFinding[], go: ( place: PlacedFinding ) => void
): Node[] {
	const shown = findings.slice( 0, MOST );
	const list = element( 'ul', 'log-findings', ...shown.map( ( one ) => findingItem( one, go ) ) );
	const rest = findings.length - shown.length;
	return [
		...shown.length ? [ list ] : [],
		...rest ? [ element( 'p', 'muted', msg( 'logpage-findings-more', rest ) ) ] : []
	];
}
