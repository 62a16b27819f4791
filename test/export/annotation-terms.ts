/**
 * The context of the Web Annotation Data Model, http://www.w3.org/ns/anno.jsonld, as far as the
 * export uses it. No package that can be installed brings the document itself, and tests have no
 * network: these are its definitions of those terms, and nothing but them. A term that the export
 * uses without standing here is an error of `jsonld`; terms of the annotation vocabulary are
 * compared with the vocabulary itself, which comes as a package.
 */

const id = ( name: string ): { '@id': string; '@type': '@id' } => ( { '@id': name, '@type': '@id' } );
const oneOf = ( name: string ): { '@id': string; '@type': '@vocab' } => ( { '@id': name, '@type': '@vocab' } );
const typed = ( name: string, type: string ): { '@id': string; '@type': string } => (
	{ '@id': name, '@type': `xsd:${ type }` }
);

export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

export const annotationContext = {
	'@context': {
		oa: 'http://www.w3.org/ns/oa#',
		dc: 'http://purl.org/dc/elements/1.1/',
		dcterms: 'http://purl.org/dc/terms/',
		dctypes: 'http://purl.org/dc/dcmitype/',
		foaf: 'http://xmlns.com/foaf/0.1/',
		rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
		rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
		xsd: 'http://www.w3.org/2001/XMLSchema#',
		as: 'http://www.w3.org/ns/activitystreams#',
		id: '@id',
		type: '@type',

		Annotation: 'oa:Annotation',
		AnnotationCollection: 'as:OrderedCollection',
		AnnotationPage: 'as:OrderedCollectionPage',
		TextualBody: 'oa:TextualBody',
		SpecificResource: 'oa:SpecificResource',
		TextQuoteSelector: 'oa:TextQuoteSelector',
		TextPositionSelector: 'oa:TextPositionSelector',
		TimeState: 'oa:TimeState',
		Text: 'dctypes:Text',
		Person: 'foaf:Person',
		Organization: 'foaf:Organization',
		Software: 'as:Application',

		describing: 'oa:describing',
		identifying: 'oa:identifying',
		tagging: 'oa:tagging',

		body: id( 'oa:hasBody' ),
		target: id( 'oa:hasTarget' ),
		source: id( 'oa:hasSource' ),
		selector: id( 'oa:hasSelector' ),
		state: id( 'oa:hasState' ),
		creator: id( 'dcterms:creator' ),
		generator: id( 'as:generator' ),
		partOf: id( 'as:partOf' ),
		first: id( 'as:first' ),
		items: { ...id( 'as:items' ), '@container': '@list' },
		motivation: oneOf( 'oa:motivatedBy' ),
		purpose: oneOf( 'oa:hasPurpose' ),

		exact: 'oa:exact',
		prefix: 'oa:prefix',
		suffix: 'oa:suffix',
		value: 'rdf:value',
		format: 'dc:format',
		language: 'dc:language',
		name: 'foaf:name',
		label: 'rdfs:label',

		generated: typed( 'dcterms:issued', 'dateTime' ),
		sourceDate: typed( 'oa:sourceDate', 'dateTime' ),
		start: typed( 'oa:start', 'nonNegativeInteger' ),
		end: typed( 'oa:end', 'nonNegativeInteger' ),
		total: typed( 'as:totalItems', 'nonNegativeInteger' ),
		startIndex: typed( 'as:startIndex', 'nonNegativeInteger' )
	}
};
