/** What changed, one line a thing: for edit summaries, which have little room. */
import type { LogChange } from './describe-changes';

export interface ChangeGroup extends Pick<LogChange, 'kind' | 'thing' | 'entry' | 'id'> {
	/** The changes of its fields; the addition, removal or move itself for a thing as a whole. */
	changes: LogChange[];
}

/** MediaWiki cuts edit summaries after so many characters (CommentStore of MediaWiki 1.43). */
const longestSummary = 500;

/** Puts changes of the fields of one thing together, in the order of the first of each. */
export function groupChanges( changes: readonly LogChange[] ): ChangeGroup[] {
	const groups = new Map<string, ChangeGroup>();
	for ( const change of changes ) {
		const { kind, thing, entry, id, field, path } = change;
		// Changes and reviews have no id: each is known by its place then.
		const place = thing === 'changes' || thing === 'reviews' ?
			path.split( '/' ).slice( 0, 7 ).join( '/' ) : '';
		const own = field ? 'changed' : kind;
		const key = JSON.stringify( [ own, thing, entry, id, place ] );
		const group = groups.get( key );
		if ( group ) {
			group.changes.push( change );
		} else {
			groups.set( key, {
				kind: own, thing,
				...entry !== undefined && { entry }, ...id !== undefined && { id },
				changes: [ change ]
			} );
		}
	}
	return [ ...groups.values() ];
}

/**
 * Joins as many parts as an edit summary has room for.
 *
 * @param parts in the order of their weight
 * @param more says how many are left out
 * @param separator
 * @param most characters
 */
export function fitSummary(
	parts: readonly string[], more: ( count: number ) => string, separator = '; ', most = longestSummary
): string {
	const length = ( text: string ): number => Array.from( text ).length;
	for ( let count = Math.min( parts.length, most ); count > 0; count-- ) {
		const rest = parts.length - count;
		const text =
			[ ...parts.slice( 0, count ), ...rest ? [ more( rest ) ] : [] ].join( separator );
		if ( length( text ) <= most ) {
			return text;
		}
	}
	const only = parts.length > 1 ? more( parts.length ) : parts[ 0 ] ?? '';
	return length( only ) <= most ? only : `${ Array.from( only ).slice( 0, most - 1 ).join( '' ) }…`;
}
