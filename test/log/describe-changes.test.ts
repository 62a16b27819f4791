import { growth, LINEAR } from '../count-steps';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../build/generate';
import type { LogChange } from '../../src/log/describe-changes';
import { fitSummary } from '../../src/log/fit-summary';
import { equalValues, type JsonValue, valueAt, withValueAt } from '../../src/log/json-value';
import { leftOrder } from '../../src/log/left-order';
import { manyEntries, rawOrchard } from './fixtures/raw-logs';

let describeChanges: ( before: JsonValue, after: JsonValue ) => LogChange[];
let entryEditors: typeof import( '../../src/log/entry-editors' )[ 'entryEditors' ];
beforeAll( async () => {
	await generate();
	( { describeChanges } = await import( '../../src/log/describe-changes' ) );
	( { entryEditors } = await import( '../../src/log/entry-editors' ) );
} );

const advice = '/entries/0/advice/0';

/** What is told of one thing set in the fixture. */
function told( path: string, value: JsonValue | undefined ): LogChange[] {
	return describeChanges( rawOrchard(), withValueAt( rawOrchard(), path, value ) );
}

describe( 'the changes of a log', () => {
	it( 'are none where only the order of fields or the spelling differs', () => {
		const turned = ( value: JsonValue ): JsonValue => {
			if ( typeof value !== 'object' || value === null ) {
				return value;
			}
			const fields = Object.entries( value ) as [ string, JsonValue ][];
			return Array.isArray( value ) ? value.map( turned ) :
				Object.fromEntries( fields.reverse().map( ( [ name, field ] ) => (
					[ name, turned( field ) ]
				) ) );
		};
		expect( describeChanges( rawOrchard(), turned( rawOrchard() ) ) ).toEqual( [] );
	} );

	it( 'name the field, the thing and the entry that it is part of', () => {
		expect( told( `${ advice }/disposition/outcome`, 'adopted' ) ).toEqual( [ {
			kind: 'changed', path: `${ advice }/disposition/outcome`, entry: 'o1', thing: 'advice', id: 'o1.1',
			field: 'disposition.outcome', before: 'adopted-with-modification', after: 'adopted'
		} ] );
		expect( told( '/title', undefined ) ).toEqual( [ {
			kind: 'removed', path: '/title', thing: 'log', field: 'title', before: 'Advice log of the Orchard Rules (fictional)'
		} ] );
		expect( told( '/agents/2/engagement', 'staff' ) ).toEqual( [ {
			kind: 'added', path: '/agents/2/engagement', thing: 'agents', id: 'oak', field: 'engagement', after: 'staff'
		} ] );
		expect( told( '/draft/sections/1/heading', 'Tall ladders' ) )
			.toMatchObject( [ { thing: 'sections', id: 'rules.ladders', field: 'heading' } ] );
	} );

	it( 'take lists without identity, and unknown fields, as a whole', () => {
		expect( told( '/entries/0/topics/-', 'safety' ) ).toMatchObject( [ {
			kind: 'changed', path: '/entries/0/topics', field: 'topics', before: [ 'ladders' ], after: [ 'ladders', 'safety' ]
		} ] );
		expect( told( '/entries/0/x-own', { a: 1 } ) )
			.toMatchObject( [ { kind: 'added', path: '/entries/0/x-own', thing: 'entries', field: 'x-own' } ] );
	} );

	it( 'of advice, changes and reviews say to which advice they belong', () => {
		expect( told( `${ advice }/changes/-`, { revision: 120 } ) ).toEqual( [ {
			kind: 'added', path: `${ advice }/changes/1`, entry: 'o1', thing: 'changes', id: 'o1.1', field: '', after: { revision: 120 }
		} ] );
		expect( told( `${ advice }/reviews/0/note`, 'Bad.' ) )
			.toMatchObject( [ { thing: 'reviews', id: 'o1.1', entry: 'o1', field: 'note' } ] );
		expect( told( '/entries/2/advice/0', undefined ) )
			.toMatchObject( [ { kind: 'removed', path: '/entries/2/advice/0', entry: 'o3', thing: 'advice', id: 'o3.1' } ] );
		// A list that comes is what is in it.
		expect( told( '/entries/1/advice', [ { id: 'o2.1' } ] ) )
			.toMatchObject( [ { kind: 'added', path: '/entries/1/advice/0', thing: 'advice', id: 'o2.1', entry: 'o2' } ] );
	} );

	it( 'of an entry that was moved are that it was moved, and of no other', () => {
		const base = manyEntries( 6 );
		const list = valueAt( base, '/entries' ) as JsonValue[];
		const after = withValueAt( base, '/entries', [ 1, 2, 3, 4, 0, 5 ].map( ( i ) => list[ i ] as JsonValue ) );
		expect( describeChanges( base, after ) ).toMatchObject( [ { kind: 'moved', entry: 'e0', path: '/entries/4' } ] );
	} );

	it( 'are none if and only if the values are equal, for any logs', () => {
		const log = fc.oneof(
			fc.jsonValue().map( ( value ) => value as JsonValue ),
			fc.tuple( fc.constantFrom( '/entries/0', '/entries', advice, '/agents', '/title' ), fc.jsonValue() )
				.map( ( [ path, value ] ) => withValueAt( rawOrchard(), path, value as JsonValue ) )
		);
		fc.assert( fc.property( log, log, ( before, after ) => {
			const changes = describeChanges( before, after );
			expect( changes.length === 0 ).toBe( equalValues( before, after ) );
			for ( const { kind, path, after: value, before: old } of changes ) {
				expect( valueAt( kind === 'removed' ? before : after, path ) ).toEqual( kind === 'removed' ? old : value );
			}
		} ), { numRuns: 500 } );
	} );

	it( 'of ten thousand entries are found in proportion to them', () => {
		const sidesOf = ( size: number ): [ before: JsonValue, after: JsonValue ] => {
			const base = manyEntries( size );
			return [ base, withValueAt(
				withValueAt( base, '/entries/0', undefined ), `/entries/${ size - 1000 }/note`, 'x'
			) ];
		};
		expect( describeChanges( ...sidesOf( 10000 ) ) ).toHaveLength( 2 );
		const times = growth( 5000, sidesOf, ( sides ) => describeChanges( ...sides ) );
		expect( times ).toBeLessThan( LINEAR );
	} );
} );

describe( 'things out of order', () => {
	it( 'are as few as possible', () => {
		expect( leftOrder( [ 0, 1, 2 ] ) ).toEqual( [] );
		expect( leftOrder( [ 1, 2, 0 ] ) ).toEqual( [ 0 ] );
		expect( leftOrder( [] ) ).toEqual( [] );
		fc.assert( fc.property( fc.uniqueArray( fc.nat( 30 ), { maxLength: 9 } ), ( places ) => {
			const gone = leftOrder( places );
			const rest = places.filter( ( place ) => !gone.includes( place ) );
			expect( rest ).toEqual( [ ...rest ].sort( ( a, b ) => a - b ) );
			// No longer row goes up.
			const longest = places.reduce<number[]>( ( lengths, place, at ) => [
				...lengths, 1 + Math.max( 0, ...lengths.filter( ( _, before ) => (
					( places[ before ] as number ) < place && before < at
				) ) )
			], [] );
			expect( rest.length ).toBe( Math.max( 0, ...longest ) );
		} ) );
	} );
} );

describe( 'edit summaries', () => {
	it( 'have as many parts as there is room for, and say how many are left out', () => {
		const more = ( count: number ): string => `${ count } more`;
		expect( fitSummary( [ 'a', 'b' ], more ) ).toBe( 'a; b' );
		expect( fitSummary( [ 'aaaa', 'bbbb', 'cccc' ], more, '; ', 14 ) ).toBe( 'aaaa; 2 more' );
		expect( fitSummary( [ 'a'.repeat( 20 ), 'b' ], more, '; ', 10 ) ).toBe( '2 more' );
		expect( fitSummary( [ '😀'.repeat( 20 ) ], more, '; ', 10 ) ).toBe( `${ '😀'.repeat( 9 ) }…` );
		expect( fitSummary( [], more ) ).toBe( '' );
		fc.assert( fc.property( fc.array( fc.string( { maxLength: 400 } ), { maxLength: 30 } ),
			( parts ) => {
				expect( Array.from( fitSummary( parts, more ) ).length ).toBeLessThanOrEqual( 500 );
			} ) );
	} );
} );

describe( 'who wrote which entry', () => {
	it( 'is told from the history of the page, whatever cannot be read', () => {
		const first = rawOrchard();
		const second = withValueAt( first, `${ advice }/summary`, 'S' );
		const third = withValueAt( second, '/entries/-', { id: 'o4', request: { question: '?' } } );
		const editors = entryEditors( [
			{ user: 'Oak', log: first }, { user: 'Spoiler', log: undefined }, { user: 'Elm', log: second }, { user: null, log: third }
		] );
		expect( [ ...editors ].map( ( [ id, users ] ) => [ id, ...users ] ) ).toEqual( [
			[ 'o1', 'Oak', 'Elm' ], [ 'o2', 'Oak' ], [ 'o3', 'Oak' ], [ 'o4' ]
		] );
	} );
} );
