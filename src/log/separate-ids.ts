/** Entries and advice that two people added at the same time, and that got the same id. */
import { freshId } from './fresh-id';
import { equalValues, fieldOf, isJsonObject, type JsonValue } from './json-value';
import { idOf } from './log-parts';
import { renameIds } from './rename-ids';

export interface RenamedId {
	kind: 'entries' | 'advice';
	from: string;
	to: string;
}

type Things = Map<string, JsonValue>;

function listOf( value: JsonValue | undefined, name: string ): JsonValue[] {
	const list = isJsonObject( value ) ? fieldOf( value, name ) : undefined;
	return Array.isArray( list ) ? list : [];
}

function byId( list: JsonValue[] ): Things {
	return new Map( list.flatMap( ( item ): [ string, JsonValue ][] => {
		const id = idOf( item );
		return id === undefined ? [] : [ [ id, item ] ];
	} ) );
}

function thingsOf( log: JsonValue ): { entries: Things; advice: Things } {
	const entries = listOf( log, 'entries' );
	return {
		entries: byId( entries ),
		advice: byId( entries.flatMap( ( entry ) => listOf( entry, 'advice' ) ) )
	};
}

/**
 * Gives what mine added another id where theirs added something else under the same one, and
 * changes what refers to it.
 */
export function separateIds(
	base: JsonValue, mine: JsonValue, theirs: JsonValue
): { mine: JsonValue; renamed: RenamedId[] } {
	const [ old, here, there ] = [ base, mine, theirs ].map( thingsOf ) as
		[ ReturnType<typeof thingsOf>, ReturnType<typeof thingsOf>, ReturnType<typeof thingsOf> ];
	const renamed: RenamedId[] = [];
	const newEntries = new Map<string, string>();
	for ( const kind of [ 'entries', 'advice' ] as const ) {
		const taken =
			new Set( [ old, here, there ].flatMap( ( side ) => [ ...side[ kind ].keys() ] ) );
		for ( const [ id, thing ] of here[ kind ] ) {
			const other = there[ kind ].get( id );
			if ( other === undefined || old[ kind ].has( id ) || equalValues( thing, other ) ) {
				continue;
			}
			const entry = newEntries.get( id.replace( /\.\d+$/, '' ) );
			const like = entry === undefined ? id : `${ entry }.0`;
			const to = freshId( like, taken );
			taken.add( to );
			renamed.push( { kind, from: id, to } );
			if ( kind === 'entries' ) {
				newEntries.set( id, to );
			}
		}
	}
	return { mine: renamed.length ? renameIds( mine, renamed ) : mine, renamed };
}
