import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { provJson } from '../../src/export/prov-json';
import { inputOf } from './fixture';
import { attacks, randomLog } from './random-logs';
import { findPython, runPython } from './python';

type Attributes = Record<string, unknown>;
type Container = Record<string, Record<string, Attributes>>;
interface Document extends Container {
	bundle: Record<string, Record<string, Attributes>> & { 'log:account': Container } & Container;
}

const read = ( text: string ): Document => JSON.parse( text ) as Document;
const bundleOf = ( text: string ): Container => read( text ).bundle[ 'log:account' ];
/** Relations of a kind, as lists of what the named roles are. */
const relations = ( container: Container, kind: string, ...roles: string[] ): unknown[][] => Object
	.values( container[ kind ] ?? {} ).map( ( one ) => roles.map( ( role ) => one[ `prov:${ role }` ] ) );

const DERIVED = [ 'generatedEntity', 'usedEntity' ];

/** Which roles a relation has, and what stands in them. */
const roles: Record<string, [ string, 'entity' | 'activity' | 'agent' ][]> = {
	wasGeneratedBy: [ [ 'entity', 'entity' ], [ 'activity', 'activity' ] ],
	used: [ [ 'activity', 'activity' ], [ 'entity', 'entity' ] ],
	wasAttributedTo: [ [ 'entity', 'entity' ], [ 'agent', 'agent' ] ],
	wasAssociatedWith: [ [ 'activity', 'activity' ], [ 'agent', 'agent' ] ],
	actedOnBehalfOf: [ [ 'delegate', 'agent' ], [ 'responsible', 'agent' ], [ 'activity', 'activity' ] ],
	wasDerivedFrom: [ [ 'generatedEntity', 'entity' ], [ 'usedEntity', 'entity' ] ],
	wasInfluencedBy: [ [ 'influencee', 'entity' ], [ 'influencer', 'entity' ] ]
};

/** Whether something is derived from itself, in however many steps. */
function hasCircle( pairs: unknown[][] ): boolean {
	const from = new Map<unknown, unknown[]>();
	pairs.forEach( ( [ made, of ] ) => from.set( made, [ ...from.get( made ) ?? [], of ] ) );
	const reaches = ( at: unknown, goal: unknown, seen = new Set<unknown>() ): boolean => (
		( from.get( at ) ?? [] ).some( ( next ) => next === goal ||
			( !seen.has( next ) && reaches( next, goal, seen.add( next ) ) ) )
	);
	return [ ...from.keys() ].some( ( one ) => reaches( one, one ) );
}

/** The constraints of PROV that statements of these kinds can break. */
function expectValid( container: Container ): void {
	const { entity = {}, activity = {}, agent = {} } = container;
	const things = { entity, activity, agent };
	const ids = [ ...Object.keys( entity ), ...Object.keys( activity ), ...Object.keys( agent ) ];
	// Constraints 54 and 55: nothing is two things.
	expect( new Set( ids ).size ).toBe( ids.length );
	const names = [ ...ids ];
	for ( const kind of Object.keys( roles ) ) {
		for ( const [ id, statement ] of Object.entries( container[ kind ] ?? {} ) ) {
			names.push( id );
			for ( const [ role, thing ] of roles[ kind ]! ) {
				// Constraint 50: what stands in a role is of the type of that role, and known.
				expect( Object.keys( things[ thing ] ) ).toContain( statement[ `prov:${ role }` ] );
			}
		}
	}
	// Constraints 22 and 23: one key names one statement.
	expect( new Set( names ).size ).toBe( names.length );
	const generated = relations( container, 'wasGeneratedBy', 'entity' ).flat();
	// Constraint 25: an entity is generated once.
	expect( new Set( generated ).size ).toBe( generated.length );
	// Constraint 42: what is derived comes after what it is derived from, so never in a circle.
	expect( hasCircle( [
		...relations( container, 'wasDerivedFrom', ...DERIVED ),
		...relations( container, 'wasInfluencedBy', 'influencee', 'influencer' )
	] ) ).toBe( false );
	const times = new Map( relations( container, 'wasGeneratedBy', 'entity', 'time' ) as [ string, string | undefined ][] );
	for ( const [ made, of ] of relations( container, 'wasDerivedFrom', ...DERIVED ) as [ string, string ][] ) {
		const [ then, before ] = [ times.get( made ), times.get( of ) ];
		expect( then === undefined || before === undefined || before <= then ).toBe( true );
	}
	for ( const [ delegate, responsible ] of relations( container, 'actedOnBehalfOf', 'delegate', 'responsible' ) ) {
		expect( delegate ).not.toBe( responsible );
	}
}

describe( 'provenance', () => {
	const text = provJson( inputOf() );
	const bundle = bundleOf( text );
	const advice = 'log:advice/ladder-height/ladder-marit';

	it( 'attributes the summary of a relay to the relay, and derives it from the advice', () => {
		const summary = 'log:summary/ladder-height/ladder-marit';
		expect( relations( bundle, 'wasAttributedTo', 'entity', 'agent' ) ).toEqual( expect.arrayContaining( [
			[ summary, 'log:agent/pip' ], [ advice, 'log:agent/marit' ]
		] ) );
		expect( relations( bundle, 'wasAttributedTo', 'entity', 'agent' ) ).not.toContainEqual( [ summary, 'log:agent/marit' ] );
		expect( relations( bundle, 'wasDerivedFrom', ...DERIVED ) ).toContainEqual( [ summary, advice ] );
		expect( bundle.entity![ summary ]![ 'prov:value' ] ).toBe( 'Two metres at most, and never on a wet morning.' );
		expect( bundle.entity![ advice ] ).not.toHaveProperty( 'prov:value' );
	} );

	it( 'says on whose behalf somebody asked, and what the adviser read', () => {
		expect( relations( bundle, 'actedOnBehalfOf', 'delegate', 'responsible', 'activity' ) )
			.toEqual( [ [ 'log:agent/pip', 'log:agent/guild', 'log:request/ladder-height' ] ] );
		expect( relations( bundle, 'used', 'activity', 'entity' ) ).toContainEqual( [ 'log:advising/ladder-height/ladder-marit', 'rev:101' ] );
	} );

	it.each( [
		[ 'quoted', 'wasDerivedFrom', { $: 'prov:Quotation', type: 'prov:QUALIFIED_NAME' } ],
		[ 'derived', 'wasDerivedFrom', undefined ],
		[ 'influenced', 'wasInfluencedBy', undefined ],
		[ undefined, 'wasInfluencedBy', undefined ]
	] )( 'says of a change that is %s that it %s the advice', ( relation, kind, type ) => {
		const log = {
			schemaVersion: 1, draft: { pages: [ { id: 'main', title: 'X' } ] },
			entries: [ { id: 'e', request: { question: 'q' }, advice: [ { id: 'a', changes: [ { revision: 112, relation } ] } ] } ]
		};
		const container = bundleOf( provJson( inputOf( { log } ) ) );
		const ends = kind === 'wasDerivedFrom' ? DERIVED : [ 'influencee', 'influencer' ];
		expect( relations( container, kind, ...ends, 'type' ) ).toContainEqual( [ 'rev:112', 'log:advice/e/a', type ] );
	} );

	it( 'has times of the wiki, and none made of a date of the log', () => {
		expect( relations( bundle, 'wasGeneratedBy', 'entity', 'time' ) ).toContainEqual( [ 'rev:112', '2024-03-21T10:00:00+00:00' ] );
		expect( text.match( /"prov:[a-zA-Z]*[tT]ime"/g ) ).toHaveLength( 2 );
		expect( bundle.activity![ 'log:advising/ladder-height/ladder-marit' ]![ 'ap:givenOn' ] ).toBe( '2024-03-04' );
	} );

	it( 'has types of agents only where the log has them', () => {
		expect( bundle.agent![ 'log:agent/guild' ]![ 'prov:type' ] ).toEqual( { $: 'prov:Organization', type: 'prov:QUALIFIED_NAME' } );
		expect( bundle.agent![ 'log:agent/marit' ] ).not.toHaveProperty( 'prov:type' );
	} );

	it( 'keeps what is withheld to its place', () => {
		expect( text ).not.toContain( 'SECRET' );
		expect( bundle.entity![ 'log:advice/insurance/insurance-legal' ] ).toMatchObject( { 'ap:disclosure': 'withheld' } );
	} );

	it( 'says where it comes from, and when it was made only if told', () => {
		const document = read( text );
		expect( relations( document, 'wasDerivedFrom', ...DERIVED ) ).toContainEqual( [ 'log:account', 'rev:200' ] );
		expect( document.agent![ 'ap:software' ] ).toMatchObject( { 'ap:version': '1.2.3' } );
		expect( relations( document, 'wasGeneratedBy', 'time' ) ).toEqual( [ [ undefined ] ] );
		const dated = read( provJson( inputOf( {}, { madeOn: '2024-07-01T12:00:00.5Z' } ) ) );
		expect( relations( dated, 'wasGeneratedBy', 'time' ) ).toEqual( [ [ '2024-07-01T12:00:00+00:00' ] ] );
	} );

	it( 'names nothing from what may be no address', () => {
		const wiki = { ...inputOf().wiki, revisionUrl: () => 'https://x.example/rev', userUrl: () => 'https://x.example/user' };
		const document = read( provJson( inputOf( {}, { wiki } ) ) );
		expect( Object.keys( document.prefix! ) ).toEqual( [ 'ap', 'log' ] );
		expect( Object.keys( document.bundle[ 'log:account' ].entity! ) ).toContain( 'log:revision/112' );
	} );

	it( 'of any log breaks no constraint', () => {
		fc.assert( fc.property( randomLog, ( log ) => {
			const { bundle: { 'log:account': inner }, ...outer } = read( provJson( inputOf( { log } ) ) );
			expectValid( inner );
			expectValid( outer as unknown as Container );
		} ), { numRuns: 150 } );
	} );

	it( 'breaks no constraint where a log has revisions the wrong way round', () => {
		const changes = [ [ 112, 190 ], [ 190, 112 ], [ 111, 112 ], [ 112, 112 ] ]
			.map( ( [ revision, from ] ) => ( { revision, from } ) );
		const log = {
			schemaVersion: 1, draft: { pages: [ { id: 'main', title: 'X' } ] },
			entries: [ { id: 'e', request: { question: 'q', reviewedRevision: 112 }, advice: [ { id: 'a', changes } ] } ]
		};
		expectValid( bundleOf( provJson( inputOf( { log } ) ) ) );
	} );

	describe( 'read by python3-prov', () => {
		let python: Awaited<ReturnType<typeof findPython>>;
		beforeAll( async () => {
			python = await findPython();
		}, 300_000 );

		it( 'is written again as it was', async ( { skip } ) => {
			if ( 'missing' in python ) {
				skip( python.missing );
				return;
			}
			const hostile = {
				schemaVersion: 1, draft: { pages: [ { id: 'main', title: 'X' } ] },
				agents: attacks.map( ( name, i ) => ( { id: `a${ i }`, name, user: name, type: 'Person' } ) ),
				entries: attacks.map( ( question, i ) => ( {
					id: `e${ i }`, request: { question, requestedBy: [ `a${ i }` ], onBehalfOf: [ 'a0' ], sources: [ { title: question }, { url: `https://x.example/${ question }` } ] },
					advice: [ { id: `e${ i }.1`, summary: question, relayedBy: `a${ i }`, effort: { hours: 0.1, amount: 3e9 }, changes: [ { revision: 112, relation: 'quoted' } ] } ]
				} ) )
			};
			const random = fc.sample( randomLog, { numRuns: 6, seed: 141791 } );
			for ( const log of [ undefined, hostile, ...random ] ) {
				const own = provJson( inputOf( { log }, { madeOn: '2024-07-01T12:00:00Z' } ) );
				const answer = await runPython<{ json: unknown; types: string[] }>( python.path, 'read-prov.py', own );
				expect( sorted( answer.json ) ).toEqual( sorted( JSON.parse( own ) ) );
				if ( log === undefined ) {
					expect( answer.types ).toEqual( [
						'prov:Activity', 'prov:Agent', 'prov:Association', 'prov:Attribution', 'prov:Delegation', 'prov:Derivation',
						'prov:Entity', 'prov:Generation', 'prov:Influence', 'prov:Usage'
					] );
				}
			}
		} );
	} );
} );

/** Several values of an attribute have no order. */
function sorted( value: unknown ): unknown {
	if ( Array.isArray( value ) ) {
		return value.map( ( one ) => JSON.stringify( sorted( one ) ) ).sort();
	}
	return typeof value === 'object' && value !== null ?
		Object.fromEntries(
			Object.entries( value ).map( ( [ key, one ] ) => [ key, sorted( one ) ] )
		) :
		value;
}
