/**
 * Reads a value by the log's schema and keeps what fits. The schema is the one of
 * advice-log.schema.json without what only people need (generated/log-shape.ts), so that
 * the lenient reading can never differ from the strict one. Annotations of our own:
 *
 * - `x-defines`: an object whose `id` is an id of that kind;
 * - `x-identity`: the fields by which an object without an id is known among others of its list
 *   (apart from the shapes, as `identities`);
 * - `x-refersTo`: an id that must be defined, as one of those kinds;
 * - `x-rule`: the rule that a value breaks which does not fit the pattern, if not E2;
 * - `x-unreadable`: what to take for a value that cannot be read;
 * - `x-cut`: a list that is too long is not read to its end, for each item costs readers a request.
 */
import { dateProblem } from './dates';
import { plainText } from './plain-text';
import type { RuleId } from './rule-id';

export type IdKind = 'pages' | 'sections' | 'topics' | 'agents' | 'entries' | 'advice';

/** An object has `properties`, a list `items`, a number a `type`; without these it is text. */
export interface Shape {
	type?: 'integer' | 'number';
	properties?: { [ name: string ]: Shape };
	required?: string[];
	items?: Shape;
	enum?: string[];
	const?: number | true;
	pattern?: RegExp;
	format?: 'edtf';
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
	minItems?: number;
	maxItems?: number;
	uniqueItems?: boolean;
	'x-defines'?: IdKind;
	'x-refersTo'?: IdKind[];
	'x-rule'?: RuleId;
	'x-unreadable'?: unknown;
	'x-cut'?: true;
}

/** An object that was read: known keys only. */
export interface ReadObject {
	[ name: string ]: unknown;
}

/** What happens while a value is read. */
export interface ShapeVisitor {
	/** `path` is a JSON Pointer; what the parameters of E2 are is told at `E2Kind`. */
	problem( rule: RuleId, path: string, ...params: string[] ): void;
	/** An id that refers to something of one of these kinds; it may come later. */
	refer( kinds: IdKind[], id: string, path: string ): void;
	/** An id that names something; false if the object is to be left out for it. */
	define( kind: IdKind, id: string, path: string ): boolean;
	/** An object is complete and may be changed. */
	object?( shape: Shape, object: ReadObject, path: string ): void;
	/**
	 * True to keep incomplete objects, and holes where a list has something unreadable, so
	 * that places in the copy are places in the original.
	 */
	keepPlaces?: boolean;
	/** A field that the schema does not know. */
	unknownField?( name: string, path: string ): void;
}

/**
 * First parameter of E2: in what way a value does not fit the schema. A second one follows
 * for `missing` (name of the field), `choice` and `constant` (what is allowed), `least`,
 * `most`, `long` and `many` (the limit).
 */
export type E2Kind =
	'object' | 'list' | 'text' | 'whole' | 'number' | 'choice' | 'constant' | 'missing' |
	'least' | 'most' | 'empty' | 'long' | 'pattern' | 'date' | 'few' | 'many' | 'twice';

/** Lists are read up to here: a log that takes minutes to show would help nobody. */
export const longestList = 10000;

export function hasOwn( object: object, name: string ): boolean {
	return Object.prototype.hasOwnProperty.call( object, name );
}

function isObject( value: unknown ): value is ReadObject {
	return typeof value === 'object' && value !== null && !Array.isArray( value );
}

/** Cut to a number of characters, the last one an ellipsis; unchanged if it is short enough. */
function cut( text: string, most: number ): string {
	if ( text.length <= most ) {
		return text;
	}
	// No more than that many code units can make up the characters that are kept.
	const characters = Array.from( text.slice( 0, 2 * most + 2 ) );
	return characters.length <= most ? text : characters.slice( 0, most - 1 ).join( '' ) + '…';
}

/** Tells that a value does not fit; it is left out. */
function refuse(
	visitor: ShapeVisitor, path: string, kind: E2Kind, ...params: string[]
): undefined {
	visitor.problem( 'E2', path, kind, ...params );
}

function readText(
	shape: Shape, value: string, path: string, visitor: ShapeVisitor
): string | undefined {
	const { pattern, maxLength } = shape;
	const broken = pattern && !pattern.test( value ) ? shape[ 'x-rule' ] || 'E2' :
		shape.format && dateProblem( value );
	if ( broken ) {
		visitor.problem( broken, path, ...( broken === 'E2' ? [ pattern ? 'pattern' : 'date' ] : [] ) );
		return undefined;
	}
	const text = plainText( value );
	if ( text.length < ( shape.minLength || 0 ) ) {
		return refuse( visitor, path, 'empty' );
	}
	const short = maxLength ? cut( text, maxLength ) : text;
	if ( short !== text ) {
		refuse( visitor, path, 'long', String( maxLength ) );
		// Half a link is another link.
		return pattern ? undefined : short;
	}
	if ( shape[ 'x-refersTo' ] ) {
		visitor.refer( shape[ 'x-refersTo' ], text, path );
	}
	return text;
}

function readList(
	shape: Shape, value: unknown[], path: string, visitor: ShapeVisitor
): unknown[] | undefined {
	const { items = {}, minItems, maxItems } = shape;
	const list: unknown[] = [];
	const seen = shape.uniqueItems && new Set<unknown>();
	if ( maxItems && value.length > maxItems ) {
		refuse( visitor, path, 'many', String( maxItems ) );
	}
	const end = Math.min( value.length, shape[ 'x-cut' ] && maxItems || longestList );
	for ( let i = 0; i < end; i++ ) {
		const place = `${ path }/${ i }`;
		const item = readShape( items, value[ i ], place, visitor );
		const isTwice = seen && item !== undefined && seen.size === seen.add( item ).size;
		if ( isTwice ) {
			refuse( visitor, place, 'twice' );
		}
		if ( visitor.keepPlaces || ( item !== undefined && !isTwice ) ) {
			list.push( item );
		}
	}
	if ( minItems && list.length < minItems ) {
		// Otherwise it has been told why there are not more.
		return value.length < minItems ? refuse( visitor, path, 'few' ) : undefined;
	}
	return list;
}

function readObject(
	shape: Shape, value: ReadObject, path: string, visitor: ShapeVisitor
): ReadObject | undefined {
	const { properties = {}, required = [] } = shape;
	const result: ReadObject = {};
	let kind = shape[ 'x-defines' ];
	for ( const name of Object.keys( properties ) ) {
		const field = properties[ name ] || {};
		const isRequired = required.includes( name );
		// What is left out for want of a required field must not define any id: the generated
		// shape has required fields first. Lists come later, since they can be long.
		if ( kind && !( isRequired && !field.items ) ) {
			if ( typeof result.id === 'string' && !visitor.define( kind, result.id, `${ path }/id` ) ) {
				return undefined;
			}
			kind = undefined;
		}
		const isGiven = hasOwn( value, name );
		const read = isGiven ?
			readShape( field, value[ name ], `${ path }/${ name }`, visitor ) :
			undefined;
		if ( read !== undefined ) {
			result[ name ] = read;
		} else if ( isRequired ) {
			if ( !isGiven ) {
				refuse( visitor, path, 'missing', name );
			}
			if ( !visitor.keepPlaces ) {
				return undefined;
			}
		}
	}
	if ( visitor.unknownField ) {
		for ( const name of Object.keys( value ) ) {
			if ( !hasOwn( properties, name ) ) {
				visitor.unknownField( name, path );
			}
		}
	}
	if ( visitor.object ) {
		visitor.object( shape, result, path );
	}
	return result;
}

function readNumber(
	shape: Shape, value: unknown, path: string, visitor: ShapeVisitor
): number | undefined {
	const { minimum = -Infinity, maximum = Infinity } = shape;
	const isWhole = shape.type === 'integer';
	if ( typeof value !== 'number' || !isFinite( value ) || ( isWhole && value % 1 ) ) {
		return refuse( visitor, path, isWhole ? 'whole' : 'number' );
	}
	return value < minimum ? refuse( visitor, path, 'least', String( minimum ) ) :
		value > maximum ? refuse( visitor, path, 'most', String( maximum ) ) : value;
}

function readAny( shape: Shape, value: unknown, path: string, visitor: ShapeVisitor ): unknown {
	if ( shape.properties ) {
		return isObject( value ) ? readObject( shape, value, path, visitor ) :
			refuse( visitor, path, 'object' );
	}
	if ( shape.items ) {
		return Array.isArray( value ) ? readList( shape, value, path, visitor ) :
			refuse( visitor, path, 'list' );
	}
	if ( shape.enum ) {
		return shape.enum.includes( value as string ) ? value :
			refuse( visitor, path, 'choice', shape.enum.join( ', ' ) );
	}
	if ( shape.const ) {
		return value === shape.const ? value :
			refuse( visitor, path, 'constant', String( shape.const ) );
	}
	if ( shape.type ) {
		return readNumber( shape, value, path, visitor );
	}
	return typeof value === 'string' ? readText( shape, value, path, visitor ) :
		refuse( visitor, path, 'text' );
}

/**
 * Copies what fits the shape, with known keys only and text made safe to show.
 *
 * @return undefined if the value does not fit; `visitor` has been told why
 */
export function readShape(
	shape: Shape, value: unknown, path: string, visitor: ShapeVisitor
): unknown {
	const result = readAny( shape, value, path, visitor );
	return result === undefined ? shape[ 'x-unreadable' ] : result;
}
