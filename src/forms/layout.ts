/**
 * How the objects of the log are laid out in forms. Fields and their controls come from the
 * schema; this table only says what is asked first. What the schema has and the table has not
 * is folded under "more", so that no field of a later schema can be forgotten.
 */
import type { Shape } from '../log/shape';

/** The objects that forms are made of. */
export type ObjectKind =
	'log' | 'page' | 'section' | 'former' | 'topic' | 'agent' | 'entry' | 'request' | 'advice' |
	'disposition' | 'change' | 'review' | 'source' | 'quote' | 'effort' | 'disclosure' |
	'competingInterest';

export interface FormField {
	name: string;
	shape: Shape;
	/** The schema requires it, or nothing can be understood without it. */
	required: boolean;
}

/** A field of an object that stands somewhere in a log. */
export interface PlacedField extends FormField {
	/** What it is a field of; undefined for an object that the table does not know. */
	of: ObjectKind | undefined;
	/** JSON Pointer. */
	path: string;
}

export interface Layout {
	/** In this order. */
	first: readonly string[];
	/** Drawn by the form of the object in its own way, or never shown. */
	elsewhere?: readonly string[];
}

const LAYOUTS: Record<ObjectKind, Layout> = {
	log: { first: [ 'title' ], elsewhere: [ 'schemaVersion', 'draft', 'topics', 'agents', 'entries' ] },
	page: { first: [ 'title', 'formerTitles' ], elsewhere: [ 'id' ] },
	section: { first: [ 'page', 'heading' ], elsewhere: [ 'id' ] },
	former: { first: [ 'heading', 'page' ] },
	topic: { first: [ 'label', 'broader' ], elsewhere: [ 'id' ] },
	agent: { first: [ 'name', 'type', 'expertise', 'engagement', 'naming' ], elsewhere: [ 'id' ] },
	entry: { first: [ 'sections', 'topics' ], elsewhere: [ 'id', 'request', 'advice', 'origin' ] },
	request: { first: [ 'question', 'requestedBy', 'requestedOn' ] },
	advice: {
		first: [ 'summary', 'advisers', 'givenOn', 'sources' ],
		elsewhere: [ 'id', 'disclosure', 'disposition', 'changes', 'reviews' ]
	},
	disposition: { first: [ 'outcome', 'rationale' ], elsewhere: [ 'supersededBy' ] },
	change: { first: [ 'revision', 'relation', 'basis' ] },
	review: { first: [ 'by', 'stance', 'revision', 'on' ] },
	source: { first: [ 'url', 'label', 'private' ] },
	quote: { first: [ 'exact' ] },
	effort: { first: [ 'hours', 'amount', 'currency', 'note' ] },
	disclosure: { first: [ 'level', 'reason', 'note', 'decidedBy', 'reviewOn' ] },
	competingInterest: { first: [ 'declared', 'statement' ] }
};

/** What an object within another one is, by the name of its field. */
const KIND_OF_FIELD: Record<string, ObjectKind> = {
	request: 'request',
	disposition: 'disposition',
	changes: 'change',
	reviews: 'review',
	sources: 'source',
	inserted: 'quote',
	deleted: 'quote',
	former: 'former',
	effort: 'effort',
	disclosure: 'disclosure',
	competingInterest: 'competingInterest'
};

/** What stands in a field; undefined for a field that the table does not know. */
export function kindOfField( name: string ): ObjectKind | undefined {
	return Object.prototype.hasOwnProperty.call( KIND_OF_FIELD, name ) ?
		KIND_OF_FIELD[ name ] :
		undefined;
}

/** The fields of an object, what is asked first and what is folded. */
export function layOut(
	kind: ObjectKind | undefined, shape: Shape
): { first: FormField[]; more: FormField[] } {
	const { properties = {}, required = [] } = shape;
	const { first, elsewhere = [] } = kind ? LAYOUTS[ kind ] : { first: required };
	const field = ( name: string ): FormField[] => {
		const found = properties[ name ];
		return found ? [ { name, shape: found, required: required.includes( name ) } ] : [];
	};
	return {
		first: first.flatMap( field ),
		more: Object.keys( properties )
			.filter( ( name ) => !first.includes( name ) && !elsewhere.includes( name ) )
			.flatMap( field )
	};
}

/** Fields with their places in an object. */
export function placeFields(
	fields: readonly FormField[], of: ObjectKind | undefined, path: string
): PlacedField[] {
	return fields.map( ( field ) => ( { ...field, of, path: `${ path }/${ field.name }` } ) );
}

export type ControlKind =
	/** one line, or several */
	'line' | 'text' |
	/** one line for each text of a list */
	'lines' |
	'choice' | 'flag' | 'date' | 'number' | 'revision' |
	/** something that the log defines, or several */
	'id' | 'ids' |
	'object' | 'objects';

/** Longer texts are written in several lines. */
const LONGEST_LINE = 300;

/** The control that fits what may stand in a field. */
export function controlOf( shape: Shape ): ControlKind {
	const { items } = shape;
	if ( items ) {
		return items[ 'x-refersTo' ] ? 'ids' : items.properties ? 'objects' : 'lines';
	}
	if ( shape.properties ) {
		return 'object';
	}
	if ( shape.enum ) {
		return 'choice';
	}
	if ( shape.const ) {
		return 'flag';
	}
	if ( shape.type ) {
		// Whole numbers of the log are revisions.
		return shape.type === 'integer' ? 'revision' : 'number';
	}
	return shape.format ? 'date' :
		shape[ 'x-refersTo' ] ? 'id' :
			( shape.maxLength || 0 ) > LONGEST_LINE && !shape.pattern ? 'text' : 'line';
}
