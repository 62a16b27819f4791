/** Edits that controls make of the raw log: what is left empty is left out of it. */
import {
	fieldOf, isJsonObject, valueAt, withValueAt, type JsonValue
} from '../log/json-value';

/** Objects without which nothing could be understood: they stay, even when empty. */
const KEPT = /\/(?:request|draft|\d+)$/;

function parentOf( path: string ): string {
	return path.slice( 0, path.lastIndexOf( '/' ) );
}

function isEmpty( value: JsonValue | undefined ): boolean {
	return value === undefined || value === '' ||
		( typeof value === 'object' && value !== null && !Object.keys( value ).length );
}

/**
 * The log with what a control holds. An empty text or list is absent: there is no second way
 * to say "not recorded". Objects that are left empty by it go as well.
 *
 * @param log
 * @param path JSON Pointer of the field
 * @param value
 */
export function withFormValue(
	log: JsonValue, path: string, value: JsonValue | undefined
): JsonValue {
	const isItem = Array.isArray( valueAt( log, parentOf( path ) ) );
	const text = typeof value === 'string' && !value.trim() && !isItem ? undefined : value;
	if ( !isEmpty( text ) || ( isItem && text !== undefined ) ) {
		return withValueAt( log, path, text );
	}
	let result = withValueAt( log, path, undefined );
	for ( let at = parentOf( path ); at && !KEPT.test( at ); at = parentOf( at ) ) {
		if ( !isEmpty( valueAt( result, at ) ) ) {
			break;
		}
		result = withValueAt( result, at, undefined );
	}
	return result;
}

/** The log with one more item at the end of a list, which is made if need be. */
export function withItem(
	log: JsonValue, path: string, item: JsonValue
): { log: JsonValue; path: string } {
	const list = valueAt( log, path );
	const items = Array.isArray( list ) ? list : [];
	return {
		log: withValueAt( log, path, [ ...items, item ] ),
		path: `${ path }/${ items.length }`
	};
}

/** A text of the log; empty if there is none. */
export function textAt( log: JsonValue, path: string ): string {
	const value = valueAt( log, path );
	return typeof value === 'string' ? value : '';
}

/** A list of texts; what else stands in it is left out. */
export function textsAt( log: JsonValue, path: string ): string[] {
	const value = valueAt( log, path );
	return Array.isArray( value ) ?
		value.filter( ( item ): item is string => typeof item === 'string' ) :
		[];
}

/** How many items a list has. */
export function lengthAt( log: JsonValue, path: string ): number {
	const value = valueAt( log, path );
	return Array.isArray( value ) ? value.length : 0;
}

/** What withholding takes out of a piece of advice: see `withhold` in log/edit-outcome.ts. */
const CONTENT = /^(\/entries\/\d+\/advice\/\d+)\/(?:summary|suggestedText|sources|effort\/note|competingInterest\/statement|disposition\/rationale|changes\/\d+\/(?:inserted|deleted)|reviews\/\d+\/note)$/;

/** Whether a field is not asked for, because what is typed there would not be kept. */
export function isHiddenAt( log: JsonValue, path: string ): boolean {
	const advice = CONTENT.exec( path )?.[ 1 ];
	return advice !== undefined && isWithheldAt( log, advice );
}

/** Whether nothing of the content of a piece of advice is public. */
export function isWithheldAt( log: JsonValue, path: string ): boolean {
	const disclosure = valueAt( log, `${ path }/disclosure` );
	return isJsonObject( disclosure ) && fieldOf( disclosure, 'level' ) === 'withheld';
}
