/** A field and a value of the log, as they are told beside the forms. */
import { pointerSegments, type JsonValue } from '../log/json-value';
import { msg } from '../wiki/messages';
import { labelKey } from './labels';
import { kindOfField } from './layout';

/** The names of fields on the way to a place, without those of lists' items. */
export function namesIn( path: string ): string[] {
	return pointerSegments( path ).filter( ( name ) => !/^\d+$/.test( name ) );
}

/**
 * Key of the name of a field; undefined for one that the forms do not know.
 *
 * @param names of what it is within, and of itself: the last two count
 */
export function fieldKey( names: readonly string[] ): string | undefined {
	return labelKey( kindOfField( names[ names.length - 2 ] ?? '' ), names[ names.length - 1 ] ?? '' );
}

/**
 * The name of a field; its own one for a field that the forms do not know.
 *
 * @param names as in `fieldKey`
 */
export function fieldLabel( names: readonly string[] ): string {
	const key = fieldKey( names );
	return key === undefined ? names[ names.length - 1 ] ?? '' : msg( key );
}

/** A value as it stands in the log. */
export function valueText( value: JsonValue | undefined ): string {
	return value === undefined ? msg( 'form-nothing' ) :
		typeof value === 'string' ? value : JSON.stringify( value, null, ' ' );
}
