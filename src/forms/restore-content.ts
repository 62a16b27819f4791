/**
 * Puts the content of withheld advice, which is not kept in the browser, back into what was kept.
 */
import {
	equalValues, fieldOf, isJsonObject, withField, type JsonValue
} from '../log/json-value';

/** Whether it is still the same review or edit, and not another one in its place. */
function isSame( one: JsonValue | undefined, other: JsonValue ): boolean {
	return isJsonObject( one ) && isJsonObject( other ) && [ 'by', 'revision' ].every( ( name ) => (
		equalValues( fieldOf( one, name ), fieldOf( other, name ) )
	) );
}

/**
 * Elements of a list, each with the one that it was. Where that is not certain it stays as it is:
 * what one person wrote must not stand under another's name.
 */
function restoreList( own: JsonValue[], bare: JsonValue[], kept: JsonValue[] ): JsonValue[] {
	return own.length !== bare.length ? kept : kept.map( ( item, index ) => {
		const same = bare.findIndex( ( one ) => equalValues( one, item ) );
		const at = same === -1 && isSame( bare[ index ], item ) ? index : same;
		return at === -1 ? item :
			restoreContent( own[ at ] as JsonValue, bare[ at ] as JsonValue, item );
	} );
}

/**
 * What was kept, with what had to be taken out of it before: that comes from the log.
 *
 * @param own as it is in the log
 * @param bare the same without content
 * @param kept `bare` with what was typed
 */
export function restoreContent( own: JsonValue, bare: JsonValue, kept: JsonValue ): JsonValue {
	if ( equalValues( bare, kept ) ) {
		return own;
	}
	if ( Array.isArray( own ) && Array.isArray( bare ) && Array.isArray( kept ) ) {
		return restoreList( own, bare, kept );
	}
	if ( !isJsonObject( own ) || !isJsonObject( kept ) ) {
		return kept;
	}
	const before = isJsonObject( bare ) ? bare : {};
	let restored = kept;
	for ( const [ name, value ] of Object.entries( own ) ) {
		const [ was, is ] = [ fieldOf( before, name ), fieldOf( kept, name ) ];
		if ( is === undefined ) {
			// What is not in `bare` was taken out; what is was removed by hand.
			restored = was === undefined ? withField( restored, name, value ) : restored;
		} else if ( was !== undefined ) {
			restored = withField( restored, name, restoreContent( value, was, is ) );
		} else if ( isJsonObject( value ) ) {
			restored = withField( restored, name, restoreContent( value, {}, is ) );
		}
	}
	return restored;
}
