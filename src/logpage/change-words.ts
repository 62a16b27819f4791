/** What changed from one state of the log to another, in sentences. */
import { describeChanges, type LogChange } from '../log/describe-changes';
import { findThing } from '../log/find-things';
import { isJsonObject, valueAt, type JsonValue } from '../log/json-value';
import { plainText } from '../log/plain-text';
import type { IdKind } from '../log/shape';
import { formatLogDate } from '../wiki/dates';
import { formatList } from '../wiki/lists';
import { msg } from '../wiki/messages';
import { fieldName, type FieldName } from './field-names';

/** Longest name in a sentence, in characters. */
const LONGEST = 80;

export interface LogStates {
	before: JsonValue;
	after: JsonValue;
}

function excerpt( value: JsonValue | undefined ): string {
	const text = typeof value === 'string' ? plainText( value ).replace( /\s+/g, ' ' ).trim() : '';
	const characters = Array.from( text );
	return characters.length > LONGEST ? `${ characters.slice( 0, LONGEST - 1 ).join( '' ) }…` : text;
}

/** Where each kind of thing has its name. */
const NAMES: { readonly [ kind in IdKind ]: string } = {
	pages: '/title',
	sections: '/heading',
	topics: '/label',
	agents: '/name',
	entries: '/request/question',
	advice: '/summary'
};

/** Name of a thing by itself; empty if it has none. */
function ownName( kind: IdKind, thing: JsonValue | undefined ): string {
	const name = thing === undefined ? undefined : valueAt( thing, NAMES[ kind ] );
	return kind === 'sections' && name === '' ? msg( 'panel-lead' ) : excerpt( name );
}

/** Name of what has an id; the id where it has none. */
function nameOf( log: JsonValue, kind: IdKind, id: string ): string {
	return ownName( kind, findThing( log, kind, id )?.value ) || excerpt( id );
}

/** True if an entry has several pieces of advice, so that it must be said which is meant. */
function isOneOfSeveral( log: JsonValue, entry: string ): boolean {
	const advice = valueAt( findThing( log, 'entries', entry )?.value ?? null, '/advice' );
	return Array.isArray( advice ) && advice.length > 1;
}

/** What a sentence is about. */
function subjectOf( log: JsonValue, { thing, id, entry }: LogChange ): string {
	if ( entry !== undefined ) {
		const question = nameOf( log, 'entries', entry );
		return id !== undefined && id !== entry && isOneOfSeveral( log, entry ) ?
			msg( 'logpage-advice-of', question, excerpt( id ) ) :
			question;
	}
	return id === undefined || thing === 'log' ?
		excerpt( valueAt( log, '/title' ) ) || msg( 'logpage-the-log' ) :
		nameOf( log, thing as IdKind, id );
}

function valueText( log: JsonValue, field: FieldName, value: JsonValue ): string {
	if ( Array.isArray( value ) ) {
		return formatList( ...value.map( ( item ) => valueText( log, field, item ) ) );
	}
	const { told } = field;
	if ( typeof value === 'number' ) {
		return told === 'number' ? String( value ) : '';
	}
	if ( typeof value !== 'string' || told === 'text' || told === 'number' ) {
		return '';
	}
	if ( told === 'date' ) {
		return excerpt( formatLogDate( value ) );
	}
	if ( told === 'choice' ) {
		const key = `${ field.choice }-${ value }`;
		// What is no choice of the log's has no message.
		return /^[a-z-]+$/.test( value ) && mw.message( `advice-provenance-${ key }` ).exists() ?
			msg( key ) : excerpt( value );
	}
	return nameOf( log, told, value );
}

/** The fields of an object that came or went as a whole, each by itself. */
function singleFields( change: LogChange ): LogChange[] {
	const { before, after, field } = change;
	const whole = after === undefined ? before : before === undefined ? after : undefined;
	if ( !field || !isJsonObject( whole ) ) {
		return [ change ];
	}
	return Object.entries( whole ).flatMap( ( [ name, value ] ) => singleFields( {
		...change,
		field: `${ field }.${ name }`,
		...after === undefined ? { before: value } : { after: value }
	} ) );
}

/** A thing that came, went or moved. */
function thingSentence( change: LogChange, log: JsonValue ): string {
	const { kind, thing, after, before } = change;
	const value = after ?? before;
	const revision = isJsonObject( value ) && thing === 'changes' ? value.revision : undefined;
	const what = revision === undefined ?
		msg( `logpage-thing-${ thing }` ) :
		msg( 'logpage-thing-edit', String( revision ) );
	const isNamed = thing !== 'changes' && thing !== 'reviews' && thing !== 'advice';
	const name = ( isNamed && ownName( thing as IdKind, value ) ) || subjectOf( log, change );
	return msg( `logpage-${ kind }`, what, name );
}

function fieldSentence( change: LogChange, { before: old, after: now }: LogStates ): string {
	const { field, before, after } = change;
	const named = fieldName( field );
	const label = named ? msg( named.label ) : excerpt( field );
	const subject = subjectOf( now, change );
	if ( after === undefined ) {
		return msg( 'logpage-cleared', label, subject );
	}
	const value = named ? valueText( now, named, after ) : '';
	const former = named && before !== undefined ? valueText( old, named, before ) : '';
	if ( !value ) {
		return msg( before === undefined ? 'logpage-filled' : 'logpage-changed', label, subject );
	}
	return former ?
		msg( 'logpage-set-from', label, subject, former, value ) :
		msg( 'logpage-set', label, subject, value );
}

/** One sentence for each thing that changed, in the order of the log. */
export function changeSentences( states: LogStates ): string[] {
	const sentences = describeChanges( states.before, states.after )
		.flatMap( singleFields )
		.map( ( change ) => change.field ?
			fieldSentence( change, states ) :
			thingSentence( change, change.kind === 'removed' ? states.before : states.after ) );
	return [ ...new Set( sentences ) ];
}

/** How many entries the first state of a log has, in a sentence. */
export function beginningSentence( log: JsonValue ): string {
	const entries = valueAt( log, '/entries' );
	return msg( 'logpage-begins', Array.isArray( entries ) ? entries.length : 0 );
}
