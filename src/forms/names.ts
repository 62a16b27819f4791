/** What things of the log are called in lists and sentences. */
import { findThing } from '../log/find-things';
import { fieldOf, isJsonObject, valueAt, type JsonObject, type JsonValue } from '../log/json-value';
import type { IdKind } from '../log/shape';

/** Longest name in a list of choices or a sentence, in characters. */
const LONGEST = 80;

export function excerpt( whole: string, longest = LONGEST ): string {
	const characters = Array.from( whole.replace( /\s+/g, ' ' ).trim() );
	return characters.length <= longest ?
		characters.join( '' ) :
		`${ characters.slice( 0, longest - 1 ).join( '' ) }…`;
}

function text( object: JsonObject, name: string ): string {
	const value = fieldOf( object, name );
	return typeof value === 'string' ? value : '';
}

/**
 * Name of a thing from its own fields; empty if it has none.
 *
 * @param lead name of the text before the first heading
 */
export function ownName( kind: IdKind, value: JsonValue | undefined, lead: string ): string {
	if ( !isJsonObject( value ) ) {
		return '';
	}
	switch ( kind ) {
		case 'agents':
			return excerpt( text( value, 'name' ) );
		case 'topics':
			return excerpt( text( value, 'label' ) );
		case 'pages':
			return text( value, 'title' );
		case 'sections':
			return fieldOf( value, 'heading' ) === '' ? lead : excerpt( text( value, 'heading' ) );
		case 'entries':
			return excerpt( String( valueAt( value, '/request/question' ) ?? '' ) );
		case 'advice':
			return excerpt( text( value, 'summary' ) );
	}
}

/** Name of something of the log; its id where it has none, or is not there. */
export function nameOf( log: JsonValue, kind: IdKind, id: string, lead: string ): string {
	return ownName( kind, findThing( log, kind, id )?.value, lead ) || id;
}
