/**
 * What changed from one state of the log to another, in sentences: for whoever saves it, for its
 * history, and for edit summaries, which are in the language of the wiki's pages.
 */
import { describeChanges, type LogChange } from '../log/describe-changes';
import { findThing } from '../log/find-things';
import { fitSummary } from '../log/fit-summary';
import { isJsonObject, valueAt, type JsonValue } from '../log/json-value';
import { plainText } from '../log/plain-text';
import type { IdKind } from '../log/shape';
import { formatLogDate } from './dates';
import { formatList } from './lists';
import { hasMessage, msg } from './messages';
import { fieldName, type FieldName } from './field-names';

/** Longest name in a sentence, in characters. */
const LONGEST = 80;

/** What sentences are made of, in whatever language. */
export interface ChangeWords {
	/** A message by its key without the prefix. */
	say( key: string, ...params: string[] ): string;
	/** Whether there is such a message. */
	knows( key: string ): boolean;
	list( parts: readonly string[] ): string;
	/** A date of the log. */
	date( value: string ): string;
}

/** In the reader's language. */
export const readerWords: ChangeWords = {
	say: msg,
	knows: hasMessage,
	list: ( parts ) => formatList( ...parts ),
	date: formatLogDate
};

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

/** Sentences about changes between two states of a log. */
class ChangeTeller {
	public constructor(
		private readonly states: LogStates,
		private readonly words: ChangeWords
	) {}

	public tell( change: LogChange ): string {
		return change.field ? this.fieldSentence( change ) : this.thingSentence( change );
	}

	/** Name of a thing by itself; empty if it has none. */
	private ownName( kind: IdKind, thing: JsonValue | undefined ): string {
		const name = thing === undefined ? undefined : valueAt( thing, NAMES[ kind ] );
		return kind === 'sections' && name === '' ? this.words.say( 'panel-lead' ) : excerpt( name );
	}

	/** Name of what has an id; the id where it has none. */
	private nameOf( log: JsonValue, kind: IdKind, id: string ): string {
		return this.ownName( kind, findThing( log, kind, id )?.value ) || excerpt( id );
	}

	/** What a sentence is about. */
	private subjectOf( log: JsonValue, { thing, id, entry }: LogChange ): string {
		if ( entry !== undefined ) {
			const question = this.nameOf( log, 'entries', entry );
			return id !== undefined && id !== entry && isOneOfSeveral( log, entry ) ?
				this.words.say( 'change-advice-of', question, excerpt( id ) ) :
				question;
		}
		return id === undefined || thing === 'log' ?
			excerpt( valueAt( log, '/title' ) ) || this.words.say( 'change-the-log' ) :
			this.nameOf( log, thing as IdKind, id );
	}

	private valueText( log: JsonValue, field: FieldName, value: JsonValue ): string {
		const { say, knows, list, date } = this.words;
		if ( Array.isArray( value ) ) {
			return list( value.map( ( item ) => this.valueText( log, field, item ) )
				.filter( Boolean ) );
		}
		const { told } = field;
		if ( typeof value === 'number' ) {
			return told === 'number' ? String( value ) : '';
		}
		if ( typeof value !== 'string' || told === 'text' || told === 'number' ) {
			return '';
		}
		if ( told === 'date' ) {
			return excerpt( date( value ) );
		}
		if ( told === 'choice' ) {
			const key = `${ field.choice }-${ value.toLowerCase() }`;
			// What is no choice of the log's has no message.
			return /^[a-z-]+$/i.test( value ) && knows( key ) ? say( key ) : excerpt( value );
		}
		return this.nameOf( log, told, value );
	}

	/** A thing that came, went or moved. */
	private thingSentence( change: LogChange ): string {
		const { kind, thing, after, before } = change;
		const { say } = this.words;
		const log = kind === 'removed' ? this.states.before : this.states.after;
		const value = after ?? before;
		const revision = isJsonObject( value ) && thing === 'changes' ? value.revision : undefined;
		const what = revision === undefined ?
			say( `change-thing-${ thing }` ) :
			say( 'change-thing-edit', String( revision ) );
		const isNamed = thing !== 'changes' && thing !== 'reviews' && thing !== 'advice';
		const name = ( isNamed && this.ownName( thing as IdKind, value ) ) ||
			this.subjectOf( log, change );
		return say( `change-${ kind }`, what, name );
	}

	private fieldSentence( change: LogChange ): string {
		const { before: old, after: now } = this.states;
		const { say } = this.words;
		const { field, before, after } = change;
		const named = fieldName( field );
		const label = named ? say( named.label ) : excerpt( field );
		const subject = this.subjectOf( now, change );
		if ( after === undefined ) {
			return say( 'change-cleared', label, subject );
		}
		const value = named ? this.valueText( now, named, after ) : '';
		const former = named && before !== undefined ? this.valueText( old, named, before ) : '';
		if ( !value ) {
			return say( before === undefined ? 'change-filled' : 'change-changed', label, subject );
		}
		return former ?
			say( 'change-set-from', label, subject, former, value ) :
			say( 'change-set', label, subject, value );
	}
}

/** True if an entry has several pieces of advice, so that it must be said which is meant. */
function isOneOfSeveral( log: JsonValue, entry: string ): boolean {
	const advice = valueAt( findThing( log, 'entries', entry )?.value ?? null, '/advice' );
	return Array.isArray( advice ) && advice.length > 1;
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

/**
 * One sentence for each thing that changed.
 *
 * @param states of the log
 * @param words
 * @param changes between the states; all of them, in the order of the log, if not given
 */
export function changeSentences(
	states: LogStates,
	words = readerWords,
	changes: readonly LogChange[] = describeChanges( states.before, states.after )
): string[] {
	const teller = new ChangeTeller( states, words );
	const single = changes.flatMap( singleFields );
	return [ ...new Set( single.map( ( change ) => teller.tell( change ) ) ) ];
}

/**
 * An edit summary: what comes with an entry that refers to it is not named, and what has no room
 * is counted.
 *
 * @param most characters
 */
export function changeSummary( states: LogStates, words: ChangeWords, most: number ): string {
	const changes = describeChanges( states.before, states.after );
	const major = changes.filter( ( { thing, kind } ) => kind !== 'added' ||
		![ 'agents', 'topics', 'sections', 'pages' ].includes( thing ) );
	return fitSummary(
		changeSentences( states, words, major.length ? major : changes ),
		( count ) => words.say( 'change-rest', String( count ) ),
		'; ',
		most
	);
}
