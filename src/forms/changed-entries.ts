import { findAll } from '../log/find-things';
import { equalValues, type JsonValue } from '../log/json-value';
import { idOf } from '../log/log-parts';

/** Ids of entries that are not as they were. */
export function changedEntries( before: JsonValue, after: JsonValue ): Set<string> {
	const known = new Map( findAll( before, 'entries' ).map( ( { value } ) => [ idOf( value ), value ] ) );
	return new Set( findAll( after, 'entries' )
		.filter( ( { value } ) => !equalValues( known.get( idOf( value ) ), value ) )
		.flatMap( ( { value } ) => idOf( value ) ?? [] ) );
}
