/** Statements of provenance, put together as PROV-JSON has them. */

/** A value: text, a number, a name with a prefix, or an address. */
export type ProvValue =
	string |
	{ $: number; type: 'xsd:int' | 'xsd:double' } |
	{ $: string; type: 'prov:QUALIFIED_NAME' | 'xsd:anyURI' };

export interface ProvAttributes {
	[ name: string ]: ProvValue | ProvValue[] | undefined;
}

type Statements = { [ id: string ]: { [ name: string ]: ProvValue | ProvValue[] } };

/** Kinds of statements, in the order in which they are written. */
const kinds = [
	'entity', 'activity', 'agent', 'wasGeneratedBy', 'used', 'wasAttributedTo',
	'wasAssociatedWith', 'actedOnBehalfOf', 'wasDerivedFrom', 'wasInfluencedBy'
] as const;

export type ProvKind = typeof kinds[ number ];

export function qualified( name: string ): ProvValue {
	return { $: name, type: 'prov:QUALIFIED_NAME' };
}

export function address( url: string ): ProvValue {
	return { $: url, type: 'xsd:anyURI' };
}

export function number( value: number ): ProvValue {
	const isInt = Number.isInteger( value ) && Math.abs( value ) < 2 ** 31;
	return { $: value, type: isInt ? 'xsd:int' : 'xsd:double' };
}

/** Values without those that come twice; nothing for none, one alone without a list. */
function several( values: ProvValue[] ): ProvValue | ProvValue[] | undefined {
	const different = new Map( values.map( ( value ) => [ JSON.stringify( value ), value ] ) );
	const [ first, ...rest ] = different.values();
	return first !== undefined && rest.length ? [ first, ...rest ] : first;
}

/** Statements of a document or a bundle. What is stated twice is stated once. */
export class ProvContainer {
	private readonly statements = new Map<ProvKind, Map<string, Statements[ string ]>>();

	/** What is known of a thing; a second statement adds what the first one does not say. */
	public thing( kind: 'entity' | 'activity' | 'agent', id: string, attributes: ProvAttributes = {} ): void {
		const known = this.of( kind );
		known.set( id, { ...withoutAbsent( attributes ), ...known.get( id ) } );
	}

	public has( kind: 'entity' | 'activity' | 'agent', id: string ): boolean {
		return this.of( kind ).has( id );
	}

	/** Something between things; the names of its roles are attributes too. */
	public relation( kind: ProvKind, attributes: ProvAttributes ): void {
		const own = withoutAbsent( attributes );
		this.of( kind ).set( JSON.stringify( own ), own );
	}

	/** As an object for JSON; relations are numbered through, in the order of their kinds. */
	public toJson(): { [ kind: string ]: Statements } {
		let relations = 0;
		const json: { [ kind: string ]: Statements } = {};
		for ( const kind of kinds ) {
			const isThing = kind === 'entity' || kind === 'activity' || kind === 'agent';
			for ( const [ id, attributes ] of this.of( kind ) ) {
				const own = json[ kind ] ?? {};
				own[ isThing ? id : `_:id${ ++relations }` ] = attributes;
				json[ kind ] = own;
			}
		}
		return json;
	}

	private of( kind: ProvKind ): Map<string, Statements[ string ]> {
		const known = this.statements.get( kind ) || new Map<string, Statements[ string ]>();
		this.statements.set( kind, known );
		return known;
	}
}

function withoutAbsent( attributes: ProvAttributes ): Statements[ string ] {
	const own: Statements[ string ] = {};
	for ( const name of Object.keys( attributes ) ) {
		const value = attributes[ name ];
		const said = Array.isArray( value ) ? several( value ) : value;
		if ( said !== undefined ) {
			own[ name ] = said;
		}
	}
	return own;
}
