/** What the server made of a log that was sent. */
import { describeChanges, type LogChange } from './describe-changes';
import { jsonPlaces } from './json-places';
import type { JsonValue } from './json-value';
import { readLoosely } from './loose-reading';
import type { RuleId } from './rule-id';

export interface MergeProblem {
	/** E1: it is not JSON any more, or a key stands twice. E4: two things have one id. */
	rule: RuleId;
	/** JSON Pointer. */
	path: string;
	/** For the rule's message, see rule-message.ts. */
	params: string[];
}

export interface StoredCheck {
	/** What is stored says the same as what was sent. */
	isSame: boolean;
	/** What is spoilt in it. */
	problems: MergeProblem[];
	/** What is stored otherwise than it was sent; empty where it is not JSON. */
	changes: LogChange[];
}

/**
 * Compares what was sent with what is stored. MediaWiki merges an edit with others of the meantime
 * without a word where they changed other lines: two entries with one id can come of it. What it
 * does to a page of model `json` by itself (indents, `1.0` as `1`, numbers that are too large)
 * makes no difference, except that such a number is another value.
 *
 * @param sent raw JSON value
 * @param stored text of the page
 */
export function checkMerged( sent: JsonValue, stored: string ): StoredCheck {
	const { errorAt, repeatedKeys } = jsonPlaces( stored );
	if ( errorAt !== null ) {
		const params = errorAt < stored.length ? [ 'syntax', stored.slice( errorAt, errorAt + 12 ) ] : [ 'end' ];
		return { isSame: false, problems: [ { rule: 'E1', path: '', params } ], changes: [] };
	}
	const problems: MergeProblem[] = repeatedKeys
		.map( ( { path, key } ) => ( { rule: 'E1', path, params: [ 'twice', key.slice( 0, 80 ) ] } ) );
	const value = JSON.parse( stored ) as JsonValue;
	readLoosely( value, ( rule, path, ...params ) => {
		if ( rule === 'E4' ) {
			problems.push( { rule, path, params } );
		}
	} );
	const changes = describeChanges( sent, value );
	return { isSame: !changes.length && !problems.length, problems, changes };
}
