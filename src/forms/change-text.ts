/** What was changed in a log, in words: for whoever saves it, and for the edit summary. */
import type { LogChange } from '../log/describe-changes';
import { findThing } from '../log/find-things';
import { isJsonObject, type JsonValue } from '../log/json-value';
import type { IdKind } from '../log/shape';
import { choiceKey, labelKey } from './labels';
import { kindOfField, type ObjectKind } from './layout';
import { excerpt, nameOf, ownName } from './names';

/** A message by its key, in whatever language. */
export type Say = ( key: string, ...params: string[] ) => string;

const KINDS: Record<LogChange[ 'thing' ], ObjectKind> = {
	log: 'log',
	pages: 'page',
	sections: 'section',
	topics: 'topic',
	agents: 'agent',
	entries: 'entry',
	advice: 'advice',
	changes: 'change',
	reviews: 'review'
};

/** Longest value that stands in a sentence. */
const LONGEST_VALUE = 60;

/** What the sentence is about: the thing itself, or the entry that it is part of. */
function subject( log: JsonValue, change: LogChange, say: Say ): string {
	const { thing, id, entry } = change;
	const lead = say( 'panel-lead' );
	if ( entry !== undefined ) {
		return nameOf( log, 'entries', entry, lead );
	}
	return id === undefined || thing === 'log' ? '' : nameOf( log, thing as IdKind, id, lead );
}

function valueText( log: JsonValue, change: LogChange, value: JsonValue, say: Say ): string {
	const names = change.field.split( '.' );
	const last = names[ names.length - 1 ] ?? '';
	const kind = names.length > 1 ? kindOfField( names[ names.length - 2 ] ?? '' ) : KINDS[ change.thing ];
	const one = ( item: JsonValue ): string => {
		if ( typeof item !== 'string' ) {
			return typeof item === 'number' ? String( item ) : '';
		}
		const choice = choiceKey( kind, last, item );
		if ( choice ) {
			return say( choice );
		}
		const known = ( [ 'topics', 'sections', 'agents', 'pages' ] as const )
			.find( ( list ) => findThing( log, list, item ) );
		return excerpt( known ? nameOf( log, known, item, say( 'panel-lead' ) ) : item, LONGEST_VALUE );
	};
	return Array.isArray( value ) ? value.map( one ).filter( Boolean ).join( ', ' ) : one( value );
}

function fieldName( { field, thing }: LogChange, say: Say ): string {
	const names = field.split( '.' );
	const last = names[ names.length - 1 ] ?? '';
	const kind = names.length > 1 ? kindOfField( names[ names.length - 2 ] ?? '' ) : KINDS[ thing ];
	const key = labelKey( kind, last );
	return key === undefined ? last : say( key );
}

/** One sentence for one change. */
export function changeText(
	change: LogChange, logs: { before: JsonValue; after: JsonValue }, say: Say
): string {
	const { kind, thing, field, before, after } = change;
	const log = kind === 'removed' && !field ? logs.before : logs.after;
	const about = subject( log, change, say );
	if ( !field ) {
		const value = after ?? before;
		// An edit is known by its number, a review by who made it; both by their entry.
		const number = isJsonObject( value ) && typeof value.revision === 'number' && thing === 'changes' ?
			String( value.revision ) : '';
		const name = thing === 'advice' || thing === 'changes' || thing === 'reviews' ?
			about :
			ownName( thing as IdKind, value, say( 'panel-lead' ) ) || about;
		return say( `form-change-${ kind === 'changed' ? 'set' : kind }`,
			number ? say( 'form-thing-change', number ) : say( `form-thing-${ thing }` ), name );
	}
	const what = fieldName( change, say );
	const shown = after === undefined ? '' : valueText( logs.after, change, after, say );
	return after === undefined ? say( 'form-change-cleared', what, about ) :
		shown ? say( 'form-change-set', what, about, shown ) :
			say( 'form-change-other', what, about );
}

/** Fields that come with something new say nothing more than that it is new. */
export function changeTexts(
	changes: readonly LogChange[], logs: { before: JsonValue; after: JsonValue }, say: Say
): string[] {
	return [ ...new Set( changes.map( ( change ) => changeText( change, logs, say ) ) ) ];
}

/**
 * An edit summary of changes.
 *
 * @param longest in characters; what has no room is counted
 */
export function summaryText(
	changes: readonly LogChange[],
	logs: { before: JsonValue; after: JsonValue },
	say: Say,
	longest: number
): string {
	// What an entry refers to comes with it and need not be named.
	const isMinor = ( { thing, kind }: LogChange ): boolean => kind === 'added' &&
		( thing === 'agents' || thing === 'topics' || thing === 'sections' || thing === 'pages' );
	const major = changes.filter( ( change ) => !isMinor( change ) );
	const texts = changeTexts( major.length ? major : changes, logs, say );
	for ( let count = texts.length; count > 0; count-- ) {
		const rest = texts.length - count;
		const text = texts.slice( 0, count ).join( '; ' ) +
			( rest ? `; ${ say( 'form-change-rest', String( rest ) ) }` : '' );
		if ( Array.from( text ).length <= longest ) {
			return text;
		}
	}
	return Array.from( texts[ 0 ] ?? '' ).slice( 0, longest ).join( '' );
}
