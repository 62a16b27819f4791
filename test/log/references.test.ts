import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../build/generate';
import type { Finding } from '../../src/log/check-log';
import { valueAt, type JsonValue } from '../../src/log/json-value';
import { orchardLog } from '../panel/fixture-log';
import { frozen } from './fixtures/raw-logs';

type References = typeof import( '../../src/log/references' );
let references: References;
let checkLog: ( text: string ) => Finding[];
let idsOf: typeof import( '../../src/log/find-things' ).idsOf;
beforeAll( async () => {
	await generate();
	references = await import( '../../src/log/references' );
	( { checkLog } = await import( '../../src/log/check-log' ) );
	( { idsOf } = await import( '../../src/log/find-things' ) );
} );

const log = frozen( orchardLog as unknown as JsonValue );

function errors( value: JsonValue ): string[] {
	return checkLog( JSON.stringify( value ) )
		.filter( ( { severity } ) => severity === 'error' ).map( ( { rule, path } ) => `${ rule } ${ path }` );
}

describe( 'what refers to something', () => {
	it( 'is found in every field of the schema that holds ids', () => {
		expect( references.referencesTo( log, 'agents', 'guild' ).map( ( { field, within, thing, id } ) => `${ thing } ${ id } ${ within } ${ field }` ) ).toEqual( [
			'agents legal agents affiliation',
			'entries ladder-height request onBehalfOf',
			'advice ladder-marit disposition decidedBy',
			'advice insurance-legal disclosure decidedBy',
			'advice insurance-legal reviews by'
		] );
		expect( references.referencesTo( log, 'agents', 'marit' ).find( ( { field } ) => field === 'by' ) )
			.toMatchObject( { isNeeded: true, entry: 'ladder-height', path: '/entries/0/advice/0/reviews/0/by' } );
		expect( references.referencesTo( log, 'topics', 'safety' ) )
			.toMatchObject( [ { thing: 'topics', id: 'heights', field: 'broader', isNeeded: false } ] );
		expect( references.referencesTo( log, 'pages', 'keys' ) )
			.toMatchObject( [ { thing: 'sections', id: 'lending', field: 'page', isNeeded: true } ] );
	} );

	it( 'is not what stands within the thing itself, and of an entry also what refers to its advice', () => {
		expect( references.referencesTo( log, 'entries', 'keys-old' ) ).toEqual( [] );
		const other = { ...orchardLog, entries: [ ...orchardLog.entries, {
			id: 'later', request: { question: 'And now?' },
			advice: [ { id: 'later.1', disposition: { outcome: 'superseded', supersededBy: 'keys-b' } } ]
		} ] } as unknown as JsonValue;
		expect( references.referencesTo( other, 'entries', 'keys-old' ) )
			.toMatchObject( [ { entry: 'later', field: 'supersededBy' } ] );
	} );

	it( 'means the advice where an entry has the same id', () => {
		const twins = { ...orchardLog, entries: [
			{ id: 'a', request: { question: 'One?' }, advice: [ { id: 'b' } ] },
			{ id: 'b', request: { question: 'Two?' }, advice: [ { id: 'c', disposition: { outcome: 'superseded', supersededBy: 'b' } } ] }
		] } as unknown as JsonValue;
		expect( references.referencesTo( twins, 'advice', 'b' ) ).toHaveLength( 1 );
		expect( references.referencesTo( twins, 'entries', 'b' ) ).toEqual( [] );
	} );
} );

describe( 'removing', () => {
	const kinds = [ 'pages', 'sections', 'topics', 'agents', 'entries', 'advice' ] as const;

	it( 'anything makes no error: with its references, or with something in its place', () => {
		let removed = 0;
		for ( const kind of kinds ) {
			const ids = idsOf( log, kind );
			for ( const id of ids ) {
				const instead = ids.find( ( one ) => one !== id );
				const results = [
					references.removeWithReferences( log, kind, id ),
					references.removeWithReferences( log, kind, id, instead )
				];
				for ( const result of results.filter( ( one ) => one !== null ) ) {
					removed++;
					// Somebody may pass on what is now their own advice: that is told.
					expect( errors( result ).filter( ( error ) => !error.startsWith( 'E8' ) ), `${ kind } ${ id }` )
						.toEqual( errors( log ) );
					expect( idsOf( result, kind ) ).not.toContain( id );
				}
			}
		}
		expect( removed ).toBeGreaterThan( 40 );
	} );

	it( 'is refused where something cannot be without it, unless something takes its place', () => {
		expect( references.removeWithReferences( log, 'pages', 'keys' ) ).toBeNull();
		const moved = references.removeWithReferences( log, 'pages', 'keys', 'main' );
		expect( valueAt( moved, '/draft/sections/3/page' ) ).toBe( 'main' );
		expect( idsOf( moved, 'pages' ) ).toEqual( [ 'main' ] );
		expect( references.isLastPage( moved, 'pages' ) ).toBe( true );
	} );

	it( 'leaves no empty list, and no id twice', () => {
		const without = references.removeWithReferences( log, 'topics', 'fairness' );
		expect( valueAt( without, '/entries/1' ) ).not.toHaveProperty( 'topics' );
		const pip = references.removeWithReferences( log, 'agents', 'guild', 'pip' );
		expect( valueAt( pip, '/entries/0/advice/0/disposition/decidedBy' ) ).toEqual( [ 'pip' ] );
	} );
} );
