/** Another id for a thing, where it is defined and wherever the log refers to it. */
import { logShape } from './generated/log-shape';
import { isJsonObject, type JsonObject, type JsonValue } from './json-value';
import { fieldShape } from './log-parts';
import type { IdKind, Shape } from './shape';

export interface IdChange {
	kind: IdKind;
	from: string;
	to: string;
}

type NewIds = Map<string, string>;

function nameOf( kind: IdKind, id: string ): string {
	return `${ kind } ${ id }`;
}

/** The new id of a text that is an id; undefined if it keeps its own. */
function newId( id: JsonValue, kinds: IdKind[], ids: NewIds ): string | undefined {
	return typeof id !== 'string' ? undefined :
		kinds.map( ( kind ) => ids.get( nameOf( kind, id ) ) ).find( ( to ) => to !== undefined );
}

function renameIn( value: JsonValue, shape: Shape, ids: NewIds ): JsonValue {
	const { items } = shape;
	if ( items && Array.isArray( value ) ) {
		return value.map( ( item ) => renameIn( item, items, ids ) );
	}
	if ( shape.properties && isJsonObject( value ) ) {
		const kind = shape[ 'x-defines' ];
		return Object.fromEntries( Object.entries( value ).map( ( [ name, field ] ) => [
			name,
			( kind && name === 'id' ? newId( field, [ kind ], ids ) : undefined ) ??
				renameIn( field, fieldShape( shape, name ), ids )
		] ) ) as JsonObject;
	}
	return newId( value, shape[ 'x-refersTo' ] || [], ids ) ?? value;
}

/**
 * Changes ids, together with all references to them. Ids that are free text for the schema, such
 * as the origin of an entry, keep their value.
 */
export function renameIds( log: JsonValue, changes: readonly IdChange[] ): JsonValue {
	const ids: NewIds = new Map(
		changes.map( ( { kind, from, to } ) => [ nameOf( kind, from ), to ] )
	);
	return renameIn( log, logShape, ids );
}
