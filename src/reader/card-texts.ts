/** Texts of the log and the draft, as a card shows them. */
import { ofLog } from '../wiki/languages';
import { msg } from '../wiki/messages';
import { element } from './element';

/** Longer texts are read in the panel or in the difference. */
const LONGEST_PASSAGE = 300;

/** One line of it, not too long. */
export function shorten( text: string ): string {
	// A section's heading stands in a line of its own.
	const characters = Array.from( text.replace( /\n/g, ': ' ).replace( /\s+/g, ' ' ) );
	return characters.length > LONGEST_PASSAGE ?
		`${ characters.slice( 0, LONGEST_PASSAGE ).join( '' ) }…` :
		characters.join( '' );
}

/** Names, and texts of log and interface together, may be written either way round. */
export function dirAuto<T extends HTMLElement>( node: T ): T {
	node.dir = 'auto';
	return node;
}

/** Stands for what is quoted while the message around it is made. */
const GAP = '\u2063';

/** A message about a text of the log, whose signs then stay on its own side. */
export function quoting( key: string, text: string ): Node[] {
	const [ before = '', after = '' ] = msg( key, GAP ).split( GAP );
	return [
		document.createTextNode( before ),
		ofLog( element( 'bdi', '', shorten( text ) ) ),
		document.createTextNode( after )
	];
}
