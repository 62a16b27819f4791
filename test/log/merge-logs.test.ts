import { growth, LINEAR } from '../count-steps';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../build/generate';
import type { Choice, LogMerge } from '../../src/log/merge-logs';
import {
	equalValues, fieldOf, isJsonObject, type JsonValue, pointerTo, valueAt, withValueAt
} from '../../src/log/json-value';
import { countUnknown, frozen, manyEntries, rawOrchard, withUnknown } from './fixtures/raw-logs';

type Module = typeof import( '../../src/log/merge-logs' );
let mergeLogs: Module[ 'mergeLogs' ];
let resolveConflicts: Module[ 'resolveConflicts' ];
let checkMerged: Module[ 'checkMerged' ];
beforeAll( async () => {
	await generate();
	( { mergeLogs, resolveConflicts, checkMerged } = await import( '../../src/log/merge-logs' ) );
} );

type Edits = [ path: string, value: JsonValue | undefined ][];

function edited( log: JsonValue, edits: Edits ): JsonValue {
	return edits.reduce( ( result, [ path, value ] ) => withValueAt( result, path, value ), log );
}

function merge( mine: Edits, theirs: Edits, base = rawOrchard() ): LogMerge {
	frozen( base );
	return mergeLogs( base, frozen( edited( base, mine ) ), frozen( edited( base, theirs ) ) );
}

const advice = '/entries/0/advice/0';

/** Lists that count as a whole. */
const wholeLists = /\/(?:sources|inserted|deleted|former|formerTitles|advisers|affiliation|requestedBy|onBehalfOf|decidedBy)\/|\/entries\/\d+\/(?:topics|sections)\//;
/** By these things are known. */
const identity = /\/(?:id|by)$|\/(?:changes|reviews)\/\d+\/(?:revision|from)$/;

/** Places of fields that each can be changed on their own. */
function fieldsOf( value: JsonValue, path = '' ): string[] {
	if ( typeof value !== 'object' || value === null ) {
		return identity.test( path ) || wholeLists.test( path ) ? [] : [ path ];
	}
	return Object.entries( value )
		.flatMap( ( [ name, member ] ) => (
			fieldsOf( member as JsonValue, pointerTo( path, name ) )
		) );
}
const allFields = fieldsOf( rawOrchard() );
const newValue: fc.Arbitrary<JsonValue | undefined> = fc.oneof(
	fc.constant( undefined ), fc.string(), fc.integer(), fc.constantFrom( true, null ),
	fc.constant<JsonValue>( { __proto__: null, odd: [ 1 ] } )
);
/** Edits of fields that are all different, each for one of two people. */
const disjointEdits = fc.uniqueArray(
	fc.tuple( fc.constantFrom( ...allFields ), newValue, fc.boolean() ),
	{ selector: ( [ path ] ) => path, maxLength: 24 }
).map( ( edits ) => {
	const of = ( own: boolean ): Edits => edits.filter( ( [ , , mine ] ) => mine === own )
		.map( ( [ path, value ] ) => [ path, value ] );
	return { mine: of( true ), theirs: of( false ) };
} );

describe( 'merging', () => {
	it( 'of disjoint edits has no conflict, is what both together make, whoever was first', () => {
		fc.assert( fc.property( disjointEdits, ( { mine, theirs } ) => {
			const { merged, conflicts } = merge( mine, theirs );
			expect( conflicts ).toEqual( [] );
			expect( merged ).toEqual( edited( rawOrchard(), [ ...mine, ...theirs ] ) );
			expect( equalValues( merge( theirs, mine ).merged, merged ) ).toBe( true );
		} ), { numRuns: 400 } );
	} );

	it( 'with what nobody changed gives the other side, order of fields and all', () => {
		fc.assert( fc.property( disjointEdits, ( { mine } ) => {
			const changed = edited( rawOrchard(), mine );
			expect( JSON.stringify( merge( mine, [] ).merged ) ).toBe( JSON.stringify( changed ) );
			expect( JSON.stringify( merge( [], mine ).merged ) ).toBe( JSON.stringify( changed ) );
			expect( JSON.stringify( merge( mine,
				mine ).merged ) ).toBe( JSON.stringify( changed ) );
		} ), { numRuns: 200 } );
	} );

	it( 'keeps unknown fields of both sides, and pollutes no prototype', () => {
		const base = withUnknown( rawOrchard() );
		fc.assert( fc.property( disjointEdits, ( { mine, theirs } ) => {
			// Not those within which an object was replaced.
			const keep = ( edits: Edits ): Edits => edits
				.filter( ( [ path ] ) => typeof valueAt( base, path ) === 'string' );
			const { merged, conflicts } = merge( keep( mine ), keep( theirs ), base );
			expect( conflicts ).toEqual( [] );
			expect( countUnknown( merged ) ).toBe( countUnknown( base ) );
			expect( JSON.stringify( merged ).split( '"__proto__":{"polluted":1}' ) )
				.toHaveLength( JSON.stringify( base ).split( '"__proto__":{"polluted":1}' ).length );
		} ), { numRuns: 100 } );
		expect( ( {} as { polluted?: number } ).polluted ).toBeUndefined();
	} );

	it( 'of an unknown field that both changed is a conflict', () => {
		const { conflicts } = merge(
			[ [ '/entries/0/x-own', { a: 1 } ] ], [ [ '/entries/0/x-own', { a: 2 } ] ]
		);
		expect( conflicts ).toEqual( [
			{ path: '/entries/0/x-own', entry: 'o1', base: undefined, mine: { a: 1 }, theirs: { a: 2 } }
		] );
	} );

	it( 'tells what both made of the same field, and keeps theirs until that is decided', () => {
		const path = `${ advice }/disposition/outcome`;
		const { merged, conflicts } = merge(
			[ [ path, 'adopted' ], [ '/title', 'Mine' ] ], [ [ path, 'declined' ] ]
		);
		expect( conflicts ).toEqual( [ {
			path, entry: 'o1', base: 'adopted-with-modification', mine: 'adopted', theirs: 'declined'
		} ] );
		expect( valueAt( merged, path ) ).toBe( 'declined' );
		expect( valueAt( merged, '/title' ) ).toBe( 'Mine' );
		expect( valueAt( resolveConflicts( merged, conflicts, [ 'mine' ] ), path ) ).toBe( 'adopted' );
		expect( valueAt( resolveConflicts( merged, conflicts, [ 'theirs' ] ), path ) ).toBe( 'declined' );
		expect( valueAt( resolveConflicts( merged, conflicts, [ { value: 'pending' } ] ), path ) ).toBe( 'pending' );
		expect( resolveConflicts( merged, conflicts, [] ) ).toEqual( merged );
	} );

	it( 'of a list of ids that both changed is a conflict of the whole list', () => {
		const path = '/entries/0/topics';
		const { conflicts } = merge( [ [ path, [ 'safety' ] ] ], [ [ path, [ 'ladders', 'safety' ] ] ] );
		expect( conflicts.map( ( conflict ) => conflict.path ) ).toEqual( [ path ] );
	} );

	it( 'keeps what one removed and the other changed, until that is decided', () => {
		const { merged, conflicts } = merge(
			[ [ '/entries/1', undefined ], [ '/entries/0/note', undefined ] ],
			[ [ '/entries/1/note', 'Changed.' ], [ '/entries/0/note', 'Changed.' ], [ '/entries/2/note', 'New.' ] ]
		);
		expect( conflicts.map( ( { path, entry, mine } ) => [ path, entry, mine ] ) ).toEqual( [
			[ '/entries/0/note', 'o1', undefined ], [ '/entries/1', 'o2', undefined ]
		] );
		const gone = resolveConflicts( merged, conflicts, [ 'mine', 'mine' ] );
		expect( valueAt( gone, '/entries/1/id' ) ).toBe( 'o3' );
		expect( valueAt( gone, '/entries/0/note' ) ).toBeUndefined();
		const kept = resolveConflicts( merged, conflicts, [ 'theirs', 'theirs' ] );
		expect( valueAt( kept, '/entries/1/note' ) ).toBe( 'Changed.' );
		const other = merge( [ [ '/entries/1/note', 'Changed.' ] ], [ [ '/entries/1', undefined ] ] );
		expect( other.conflicts ).toMatchObject( [ { path: '/entries/1', entry: 'o2', theirs: undefined } ] );
		expect( valueAt( resolveConflicts( other.merged, other.conflicts, [ 'theirs' ] ), '/entries/1/id' ) ).toBe( 'o3' );
	} );

	it( 'takes out several things that were decided to go, from the last to the first', () => {
		const gone = [ ...Array( 12 ).keys() ];
		const base = manyEntries( 12 );
		const { merged, conflicts } = merge(
			[ [ '/entries', [] ] ], gone.map( ( i ): Edits[ number ] => [ `/entries/${ i }/note`, 'x' ] ), base
		);
		expect( conflicts ).toHaveLength( 12 );
		const choices: Choice[] = gone.map( ( i ) => i % 5 ? 'mine' : 'theirs' );
		const left = valueAt( resolveConflicts( merged, conflicts, choices ), '/entries' ) as JsonValue[];
		expect( left.map( ( entry ) => isJsonObject( entry ) && fieldOf( entry, 'id' ) ) ).toEqual( [ 'e0', 'e5', 'e10' ] );
	} );

	it( 'takes over what both added, theirs first where it is the same place', () => {
		const entry = ( id: string ): JsonValue => ( { id, request: { question: '?' } } );
		const { merged, conflicts, renamed } = merge(
			[ [ '/entries/-', entry( 'm1' ) ], [ '/topics/-', { id: 'm', label: 'M' } ] ],
			[ [ '/entries/-', entry( 't1' ) ], [ `${ advice }/reviews/-`, { by: 'oak', stance: 'verifies' } ] ]
		);
		expect( conflicts ).toEqual( [] );
		expect( renamed ).toEqual( [] );
		expect( ( valueAt( merged, '/entries' ) as { id: string }[] ).map( ( { id } ) => id ) )
			.toEqual( [ 'o1', 'o2', 'o3', 't1', 'm1' ] );
		expect( valueAt( merged, `${ advice }/reviews` ) ).toHaveLength( 2 );
		expect( valueAt( merged, '/topics' ) ).toHaveLength( 3 );
	} );

	it( 'keeps apart what both added under one id, with what refers to it', () => {
		const entry = ( question: string ): JsonValue => ( {
			id: 'o4', request: { question }, advice: [ { id: 'o4.1', summary: question } ]
		} );
		const { merged, conflicts, renamed } = merge(
			[
				[ '/entries/-', entry( 'mine' ) ],
				[ '/entries/2/advice/0/disposition/supersededBy', 'o4.1' ]
			],
			[ [ '/entries/-', entry( 'theirs' ) ] ]
		);
		expect( conflicts ).toEqual( [] );
		expect( renamed ).toEqual( [
			{ kind: 'entries', from: 'o4', to: 'o5' }, { kind: 'advice', from: 'o4.1', to: 'o5.1' }
		] );
		expect( ( valueAt( merged, '/entries' ) as { id: string }[] ).map( ( { id } ) => id ) )
			.toEqual( [ 'o1', 'o2', 'o3', 'o4', 'o5' ] );
		expect( valueAt( merged, '/entries/4/request/question' ) ).toBe( 'mine' );
		expect( valueAt( merged, '/entries/2/advice/0/disposition/supersededBy' ) ).toBe( 'o5.1' );
		expect( checkMerged( merged, JSON.stringify( merged ) ).isSame ).toBe( true );
	} );

	it( 'follows the order of who moved things, and says when both did', () => {
		const base = manyEntries( 5 );
		const list = valueAt( base, '/entries' ) as JsonValue[];
		const order = ( ...places: number[] ): Edits => [ [ '/entries', places.map( ( i ) => list[ i ] as JsonValue ) ] ];
		const ids = ( { merged }: LogMerge ): string[] => ( valueAt( merged, '/entries' ) as { id: string }[] )
			.map( ( { id } ) => id );
		const one = merge( order( 4, 0, 1, 2, 3 ), [ [ '/entries/2/note', 'x' ], [ '/entries/3', undefined ] ], base );
		expect( ids( one ) ).toEqual( [ 'e4', 'e0', 'e1', 'e2' ] );
		expect( one.conflicts ).toEqual( [] );
		expect( one.reordered ).toEqual( [] );
		const both = merge( order( 4, 0, 1, 2, 3 ), order( 1, 0, 2, 3, 4 ), base );
		expect( ids( both ) ).toEqual( [ 'e1', 'e0', 'e2', 'e3', 'e4' ] );
		expect( both.reordered ).toEqual( [ '/entries' ] );
	} );

	it( 'has every entry of both sides in the end, whatever both did to the list', () => {
		const step = fc.tuple( fc.constantFrom( 'add', 'remove', 'move' ), fc.nat( 9 ), fc.nat( 9 ) );
		const change = ( steps: [ string, number, number ][], prefix: string ): string[] => steps
			.reduce<string[]>( ( ids, [ kind, from, to ], nth ) => {
				const rest =
					ids.filter( ( _, index ) => index !== from % Math.max( 1, ids.length ) );
				const taken = ids[ from % Math.max( 1, ids.length ) ];
				const item = kind === 'add' || taken === undefined ? `${ prefix }${ nth }` : taken;
				const list = kind === 'add' ? ids : rest;
				return kind === 'remove' ? rest : [ ...list.slice( 0, to ), item, ...list.slice( to ) ];
			}, [ 'a', 'b', 'c', 'd', 'e' ] );
		const logOf = ( ids: string[] ): JsonValue => (
			( { entries: ids.map( ( id ) => ( { id } ) ) } )
		);
		fc.assert( fc.property( fc.array( step, { maxLength: 6 } ),
			fc.array( step, { maxLength: 6 } ), ( first, second ) => {
				const [ mine, theirs ] = [ change( first, 'm' ), change( second, 't' ) ];
				const { merged, conflicts } = mergeLogs( logOf( [ ...'abcde' ] ), logOf( mine ), logOf( theirs ) );
				const ids = ( valueAt( merged, '/entries' ) as { id: string }[] ).map( ( { id } ) => id );
				const isNew = ( id: string ): boolean => id.length > 1;
				const expected = new Set( [
					...[ ...mine, ...theirs ].filter( isNew ), ...[ ...'abcde' ].filter( ( id ) => mine.includes( id ) && theirs.includes( id ) )
				] );
				expect( conflicts ).toEqual( [] );
				expect( ids ).toHaveLength( expected.size );
				expect( new Set( ids ) ).toEqual( expected );
			} ), { numRuns: 500 } );
	} );
} );

describe( 'merging anything at all', () => {
	it( 'keeps what is no thing at its place in a list', () => {
		const base = { entries: [ null, 1, { id: 'a' }, null ] } as JsonValue;
		const mine = { entries: [ null, 1, { id: 'a', note: 'm' }, null ] } as JsonValue;
		const theirs = { entries: [ null, 1, { id: 'a', note: 't' }, null, [] ] } as JsonValue;
		const { merged, conflicts } = mergeLogs( base, mine, theirs );
		expect( merged ).toEqual( { entries: [ null, 1, { id: 'a', note: 't' }, null, [] ] } );
		expect( conflicts.map( ( { path } ) => path ) ).toEqual( [ '/entries/2/note' ] );
		const fewer = { entries: [ 1, { id: 'a', note: 't' } ] } as JsonValue;
		expect( mergeLogs( base, mine, fewer ).conflicts.map( ( { path } ) => path ) ).toEqual( [ '/entries/1/note' ] );
	} );

	const anything = fc.oneof(
		fc.jsonValue().map( ( value ) => value as JsonValue ),
		fc.tuple( fc.constantFrom( ...allFields, '/entries', '/entries/0', '/draft', '/agents/0/id', '/entries/1/id' ), fc.jsonValue() )
			.map( ( [ path, value ] ) => withValueAt( rawOrchard(), path, value as JsonValue ) )
	);

	it( 'throws nothing, and with every decision for one side each conflict has its value', () => {
		fc.assert( fc.property( anything, anything, anything, ( base, mine, theirs ) => {
			const { merged, conflicts } = mergeLogs( base, mine, theirs );
			for ( const side of [ 'mine', 'theirs' ] as const ) {
				const absent = conflicts.some( ( conflict ) => conflict[ side ] === undefined );
				const result = resolveConflicts( merged, conflicts, conflicts.map( () => side ) );
				for ( const conflict of absent ? [] : conflicts ) {
					expect( valueAt( result, conflict.path ) ).toEqual( conflict[ side ] );
				}
			}
		} ), { numRuns: 500 } );
	} );

	it( 'takes steps in proportion to the entries, of which both sides changed some', () => {
		const twenty = [ ...Array( 20 ).keys() ];
		const sidesOf = ( size: number ): [ JsonValue, JsonValue, JsonValue ] => {
			const base = manyEntries( size );
			const touch = ( step: number, text: string ): Edits => twenty.map( ( i ) => (
				[ `/entries/${ i * Math.floor( size / 21 ) + step }/note`, text ]
			) );
			return [ base, edited( base, touch( 0, 'm' ) ), edited( base, touch( 7, 't' ) ) ];
		};
		expect( mergeLogs( ...sidesOf( 10000 ) ).conflicts ).toEqual( [] );
		const times = growth( 5000, sidesOf, ( sides ) => mergeLogs( ...sides ) );
		expect( times ).toBeLessThan( LINEAR );
	} );

	it( 'can be nested deeply where the format knows nothing', () => {
		const deep = JSON.parse( `${ '['.repeat( 50000 ) }${ ']'.repeat( 50000 ) }` ) as JsonValue;
		const base = { ...rawOrchard() as object, deep } as JsonValue;
		const mine = { ...base as object, title: 'M' } as JsonValue;
		const theirs = { ...base as object, deep: [ deep ] } as JsonValue;
		expect( mergeLogs( base, mine, theirs ).conflicts ).toEqual( [] );
	} );
} );

describe( 'what the server made of a log', () => {
	it( 'is the same, however the text is written', () => {
		const sent = rawOrchard();
		expect( checkMerged( sent, JSON.stringify( sent, null, '\t' ) ) )
			.toEqual( { isSame: true, problems: [], changes: [] } );
		const spelt = JSON.stringify( sent ).replace( /"hours":1\.5/, '"hours":1.50' );
		expect( checkMerged( sent, spelt ).isSame ).toBe( true );
	} );

	it( 'shows where two entries came out with one id', () => {
		const sent = rawOrchard();
		const stored = withValueAt( sent, '/entries/-', { id: 'o2', request: { question: 'Other' } } );
		const { isSame, problems, changes } = checkMerged( sent, JSON.stringify( stored ) );
		expect( isSame ).toBe( false );
		expect( problems ).toEqual( [ { rule: 'E4', path: '/entries/3/id', params: [ 'o2' ] } ] );
		expect( changes ).toMatchObject( [ { kind: 'added', path: '/entries/3', entry: 'o2' } ] );
	} );

	it( 'shows a key that stands twice, and a text that is no JSON', () => {
		const text = JSON.stringify( rawOrchard() ).replace( '"id":"o2"', '"id":"o2","id":"o2"' );
		expect( checkMerged( rawOrchard(), text ).problems )
			.toEqual( [ { rule: 'E1', path: '/entries/1/id', params: [ 'twice', 'id' ] } ] );
		expect( checkMerged( rawOrchard(), '{"a":1' ).problems ).toEqual( [ { rule: 'E1', path: '', params: [ 'end' ] } ] );
		expect( checkMerged( rawOrchard(), '<<<<' ).problems ).toMatchObject( [ { rule: 'E1', params: [ 'syntax', '<<<<' ] } ] );
	} );

	it( 'shows what somebody else changed in the meantime', () => {
		const stored = withValueAt( rawOrchard(), '/title', 'Other' );
		expect( checkMerged( rawOrchard(), JSON.stringify( stored ) ) ).toMatchObject( {
			isSame: false, problems: [], changes: [ { kind: 'changed', field: 'title', after: 'Other' } ]
		} );
	} );
} );
