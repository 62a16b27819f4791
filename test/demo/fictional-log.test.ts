import { describe, expect, it } from 'vitest';
import { story } from '../../demo/fictional-policy/history';
import { plainWords } from '../../demo/fictional-policy/prose';
import schema from '../../src/log/advice-log.schema.json';
import { checkLog } from '../../src/log/check-log';
import { logFor } from '../../demo/fictional-policy/log';
import { allAdvice, allChanges, distinct, logWithOwnIds } from './own-ids';

const log = logWithOwnIds();
const advice = allAdvice( log );
const changes = allChanges( log );

/** Values that the schema allows for a field. */
function allowed( type: keyof typeof schema.$defs, field: string ): string[] {
	const { properties } = schema.$defs[ type ] as {
		properties: Record<string, { enum?: string[] }>;
	};
	return [ ...properties[ field ]!.enum! ].sort();
}

function plainTextOf( revision: number ): string {
	return plainWords( story.edits
		.find( ( edit ) => edit.revision.revid === revision )!.revision.text );
}

function parentOf( revision: number ): number {
	const { page } = story.edits.find( ( edit ) => edit.revision.revid === revision )!;
	return story.edits
		.filter( ( edit ) => edit.page === page && edit.revision.revid < revision )
		.at( -1 )!.revision.revid;
}

describe( 'the log of the made-up policy', () => {
	it( 'has no error, and warns of nothing but gaps that are meant', () => {
		const findings = checkLog( JSON.stringify( log ), new Date( '2025-10-15T00:00:00Z' ) );
		const named = findings.map( ( { rule, path } ) => {
			const [ , , index ] = path.split( '/' );
			return `${ rule } ${ log.entries[ Number( index ) ]!.id }`;
		} );
		expect( named ).toEqual( [
			// asked in June, and nobody has answered
			'W13 lo-22',
			// answered in July, and nobody has decided
			'W13 lo-23',
			// adopted, but not yet in the text
			'W1 lo-24',
			// an answer of which nobody noted where it can be read
			'W3 lo-31'
		] );
	} );

	it( 'has every outcome, level of disclosure, state, relation, stance and kind of interest', () => {
		expect( distinct( advice.map( ( { disposition } ) => disposition?.outcome ) ) )
			.toEqual( allowed( 'disposition', 'outcome' ) );
		expect( distinct( advice.map( ( { disclosure } ) => disclosure?.level ) ) )
			.toEqual( allowed( 'disclosure', 'level' ) );
		expect( distinct( log.entries.map( ( { request } ) => request.state ) ) )
			.toEqual( allowed( 'adviceRequest', 'state' ) );
		expect( distinct( changes.map( ( { relation } ) => relation ) ) )
			.toEqual( allowed( 'change', 'relation' ) );
		expect( distinct( advice.flatMap( ( { reviews } ) => reviews ?? [] )
			.map( ( { stance } ) => stance ) ) ).toEqual( allowed( 'review', 'stance' ) );
		expect( distinct( advice.map( ( { competingInterest } ) => competingInterest?.declared ) ) )
			.toEqual( allowed( 'competingInterest', 'declared' ) );
	} );

	it( 'has an answer withheld as privileged, with and without a change', () => {
		const withheld = advice.filter( ( { disclosure } ) => disclosure?.level === 'withheld' );
		expect( withheld.map( ( { disclosure } ) => disclosure?.reason ) )
			.toContain( 'legal-privilege' );
		expect( distinct( withheld.map( ( item ) => item.changes !== undefined ) ) )
			.toEqual( [ false, true ] );
		for ( const item of withheld ) {
			expect( item.summary ).toBeUndefined();
			expect( item.disclosure?.reviewOn ).toBeDefined();
		}
	} );

	it( 'gives a reason wherever something was declined', () => {
		const declined = advice.filter( ( { disposition } ) => disposition?.outcome === 'declined' );
		expect( declined.length ).toBeGreaterThan( 1 );
		for ( const { disposition } of declined ) {
			expect( disposition?.rationale ).toBeTruthy();
		}
	} );

	it( 'has superseded advice that names its successor', () => {
		const ids = advice.map( ( { id } ) => id );
		const superseded = advice
			.filter( ( { disposition } ) => disposition?.outcome === 'superseded' );
		for ( const { disposition } of superseded ) {
			expect( ids ).toContain( disposition?.supersededBy );
		}
	} );

	it( 'has one revision that served two entries, each with its own words', () => {
		const uses = log.entries.flatMap( ( entry ) => ( entry.advice ?? [] )
			.flatMap( ( item ) => item.changes ?? [] )
			.map( ( change ) => ( { entry: entry.id, change } ) ) );
		const shared = uses.filter( ( use ) => uses.some( ( other ) => other.entry !== use.entry &&
			other.change.revision === use.change.revision ) );
		expect( distinct( shared.map( ( { entry } ) => entry ) ) ).toHaveLength( 2 );
		for ( const { change } of shared ) {
			expect( change.inserted?.length ).toBeGreaterThan( 0 );
		}
		expect( shared.some( ( { change } ) => change.deleted ) ).toBe( true );
	} );

	it( 'has an entry with changes on two pages, and a change over several edits', () => {
		const pagesOf = log.entries.map( ( entry ) => distinct( ( entry.advice ?? [] )
			.flatMap( ( item ) => item.changes ?? [] )
			.map( ( { revision } ) => story.edits
				.find( ( edit ) => edit.revision.revid === revision )!.page ) ) );
		expect( pagesOf.some( ( pages ) => pages.length === 2 ) ).toBe( true );
		const range = changes.find( ( { from } ) => from !== undefined )!;
		expect( parentOf( range.revision ) ).toBeGreaterThan( range.from! );
	} );

	it( 'has the least that is valid, the process, the whole draft, and adopted without a change', () => {
		expect( log.entries.some( ( entry ) => !entry.advice && !entry.topics &&
			JSON.stringify( Object.keys( entry.request ) ) === '["question"]' ) ).toBe( true );
		expect( log.entries.some( ( { process } ) => process ) ).toBe( true );
		expect( log.entries.some( ( entry ) => !entry.sections && !entry.process &&
			entry.advice?.every( ( item ) => !item.changes ) ) ).toBe( true );
		expect( advice.some( ( { disposition, changes: made } ) => (
			disposition?.outcome === 'adopted' && !made ) ) ).toBe( true );
	} );

	it( 'has relays, hours, private sources and a declared interest with a statement', () => {
		expect( advice.some( ( { relayedBy } ) => relayedBy ) ).toBe( true );
		expect( advice.some( ( { effort } ) => effort?.hours ) ).toBe( true );
		expect( advice.flatMap( ( { sources } ) => sources ?? [] )
			.some( ( source ) => source.private ) ).toBe( true );
		expect( advice.some( ( { competingInterest } ) => (
			competingInterest?.declared === 'some' && competingInterest.statement ) ) ).toBe( true );
	} );

	it( 'names every adviser as made up, or without a name', () => {
		const advisers = new Set( advice.flatMap( ( item ) => item.advisers ?? [] ) );
		for ( const agent of log.agents!.filter( ( { id } ) => advisers.has( id ) ) ) {
			expect( agent.naming === 'withheld' || /invented|imaginary/.test( agent.name ) )
				.toBe( true );
		}
	} );

	it( 'quotes inserted words that are in the revision and were not in the one before', () => {
		const quoting = changes.filter( ( { inserted } ) => inserted );
		expect( quoting ).not.toHaveLength( 0 );
		for ( const { revision, inserted } of quoting ) {
			for ( const { exact } of inserted! ) {
				expect( plainTextOf( revision ) ).toContain( exact );
				expect( plainTextOf( parentOf( revision ) ) ).not.toContain( exact );
			}
		}
	} );

	it( 'quotes deleted words that were in the revision before and are gone', () => {
		const quoting = changes.filter( ( { deleted } ) => deleted );
		expect( quoting ).not.toHaveLength( 0 );
		for ( const { revision, deleted } of quoting ) {
			for ( const { exact } of deleted! ) {
				expect( plainTextOf( parentOf( revision ) ) ).toContain( exact );
				expect( plainTextOf( revision ) ).not.toContain( exact );
			}
		}
	} );

	it( 'inserts suggested text word for word where it says so', () => {
		const quoted = advice.filter( ( item ) => item.changes
			?.some( ( { relation } ) => relation === 'quoted' ) );
		expect( quoted ).not.toHaveLength( 0 );
		for ( const { suggestedText, changes: made } of quoted ) {
			expect( plainTextOf( made![ 0 ]!.revision ) ).toContain( suggestedText );
		}
	} );

	it( 'cites talk page revisions in which the discussion can be read', () => {
		const cited = JSON.stringify( log ).match( /"title":"Talk:[^"]+","revision":\d+/g )!;
		expect( cited.length ).toBeGreaterThan( 10 );
		for ( const source of cited ) {
			const revision = Number( /\d+$/.exec( source )![ 0 ] );
			expect( story.edits.find( ( edit ) => edit.revision.revid === revision )!.page )
				.toMatch( /^Talk:/ );
		}
	} );

	it( 'cites the ids of the wiki, and refuses to cite a revision that has none', () => {
		const shifted = logFor( Object.fromEntries( story.edits
			.map( ( { revision: { revid } } ) => [ revid, revid + 5000 ] ) ) );
		expect( allChanges( shifted ).map( ( { revision } ) => revision ) )
			.toEqual( changes.map( ( { revision } ) => revision + 5000 ) );
		expect( () => logFor( {} ) ).toThrow( 'has no id on the wiki' );
	} );
} );
