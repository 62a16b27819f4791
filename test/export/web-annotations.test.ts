import { growth, LINEAR } from '../count-steps';
import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advisedPassages } from '../../src/account/advised-passages';
import { webAnnotations } from '../../src/export/web-annotations';
import type { PageWords } from '../../src/account/draft-words';
import { passageFinder } from '../../src/export/passage-selectors';
import { inputOf, wikiOf, wordsOf } from './fixture';
import { randomLog } from './random-logs';
import schema from './web-annotation.schema.json';

interface Annotation {
	id: string;
	creator?: { id: string; type?: string; name: string }[];
	body: { purpose: string; value: string; language?: string }[];
	target: { source: { id: string }; selector: unknown; state?: unknown }[] | string[];
}

interface Collection {
	total: number;
	first?: { items: Annotation[] };
}

const isValid = new Ajv( { allErrors: true } ).compile( schema );
const read = ( text: string ): Collection => JSON.parse( text ) as Collection;

describe( 'annotations of the advised passages', () => {
	const text = webAnnotations( inputOf() );
	const { first } = read( text );
	const [ ladder ] = first?.items ?? [];

	it( 'say who advised, in which role, what was advised and what came of it', () => {
		expect( ladder?.body.map( ( { purpose, value } ) => [ purpose, value ] ) ).toEqual( [
			[ 'describing', 'Two metres at most, and never on a wet morning.' ],
			[ 'identifying', 'Marit Holm (work safety, paid by the hour)' ],
			[ 'tagging', 'Adopted with changes' ]
		] );
		expect( ladder?.creator ).toEqual( [ { id: expect.stringMatching( /#agent\/marit$/ ), name: 'Marit Holm' } ] );
	} );

	it( 'point at the revision as it is shown, and at its wikitext', () => {
		expect( ladder?.target ).toEqual( [
			{
				type: 'SpecificResource',
				source: { id: 'https://wiki.example/w/index.php?oldid=190', type: 'Text', format: 'text/html' },
				selector: { type: 'TextQuoteSelector', exact: 'two metres', prefix: 'Climb not higher than ', suffix: '. Whoever climbs is on their own' },
				state: { type: 'TimeState', sourceDate: '2024-03-21T10:00:00Z' }
			},
			expect.objectContaining( { source: expect.objectContaining( { id: 'https://wiki.example/w/index.php?oldid=190&action=raw', format: 'text/x-wiki' } ) } )
		] );
	} );

	it( 'tell of withheld advice its place alone', () => {
		expect( text ).not.toContain( 'SECRET' );
		const hidden = first?.items.find( ( { id } ) => id.includes( 'insurance' ) );
		expect( hidden ).toMatchObject( {
			body: [ { value: 'Not public' } ], target: [ 'https://wiki.example/wiki/Project%3AOrchard%20Rules#Ladders' ]
		} );
		expect( hidden ).not.toHaveProperty( 'creator' );
	} );

	it( 'have a time only if told', () => {
		expect( text ).not.toContain( '"generated"' );
		expect( webAnnotations( inputOf( {}, { madeOn: '2024-07-01T12:00:00Z' } ) ) ).toContain( '"generated": "2024-07-01T12:00:00Z"' );
	} );

	it( 'of any log fit the model of the specification', () => {
		expect( isValid( read( text ) ) || isValid.errors ).toBe( true );
		expect( isValid( { ...read( text ), total: -1 } ) ).toBe( false );
		fc.assert( fc.property( randomLog, fc.boolean(), ( log, words ) => {
			const input = inputOf( { log, words }, { words: wordsOf( 'ar' ), wiki: wikiOf( 'rtl', 'ar' ) } );
			const collection = read( webAnnotations( input ) );
			expect( isValid( collection ) || isValid.errors ).toBe( true );
			const items = collection.first?.items ?? [];
			expect( items ).toHaveLength( collection.total );
			expect( new Set( items.map( ( { id } ) => id ) ).size ).toBe( items.length );
		} ), { numRuns: 100 } );
	} );
} );

describe( 'a passage', () => {
	const parts = fc.array( fc.constantFrom( 'word', 'Wort', '[[link|shown]]', '\'\'slant\'\'', '😀', '行', '\n\n', '\n== Head ==\n', '. ', ' ', '{{x}}' ), { minLength: 1, maxLength: 40 } );

	/** A page all words of which are found by spaces, some of them advised. */
	function pageOf( text: string, isAdvised: ( word: number ) => boolean ): PageWords {
		const words = [ ...text.matchAll( /[\p{L}\p{N}]+/gu ) ];
		return {
			title: 'P', revision: 1, text,
			starts: Int32Array.from( words, ( { index } ) => index ),
			ends: Int32Array.from( words, ( { index, 0: word } ) => index + word.length ),
			groups: [ [], [ 'e/a#0' ], [ 'e/b#0', 'e/b#1' ] ],
			groupOf: Uint16Array.from( words, ( _, i ) => isAdvised( i ) ? 1 : i % 2 * 2 ),
			removed: [],
			sections: [ { ref: { page: 'P', heading: '', nth: 0 }, from: 0, to: words.length } ],
			shares: new Map()
		};
	}

	it( 'is found in steps in proportion to its length in a text with very many spaces', () => {
		const page = ( spaces: number ): PageWords => pageOf( `one${ ' '.repeat( spaces ) }two`, () => true );
		const long = page( 200_000 );
		expect( passageFinder( long )( 'e/a' ) ).toMatchObject( [ { shown: [ { exact: long.text } ] } ] );
		expect( growth( 100_000, page, ( one ) => passageFinder( one )( 'e/a' ) ) ).toBeLessThan( LINEAR );
	} );

	it.each( [
		'{{', '{{}}', '[[', '[[a|', '[', '[//a ', '<b', '<!--', '\'\'', '\'\'\' \'\'', '=', '\n=', '= ', '&', '&#x', '__', '|', '\n|a', '\n;', '\n:*', ' ?', '\0', '<ref>'
	] )( 'is found, likewise, in a page that is nothing but %j', ( mark ) => {
		// An even number of marks is another page than an odd one, where they open and close.
		const page = ( length: number ): PageWords => pageOf(
			`one two${ mark.repeat( 2 * Math.floor( length / mark.length / 2 ) ) } three`, ( word ) => word < 2
		);
		expect( passageFinder( page( 200_000 ) )( 'e/a' )[ 0 ]?.written ).toMatchObject( { exact: 'one two' } );
		expect( growth( 100_000, page, ( one ) => passageFinder( one )( 'e/a' ) ) ).toBeLessThan( LINEAR );
	} );

	it( 'stands where its position says, in code points, and where its words are found', () => {
		fc.assert( fc.property( parts, fc.func( fc.boolean() ), ( pieces, isAdvised ) => {
			const text = pieces.join( '' );
			const page = pageOf( text, isAdvised );
			const ranges = passageFinder( page )( 'e/a' );
			const points = [ ...text ];
			for ( const { written, position: { start, end } } of ranges ) {
				expect( points.slice( start, end ).join( '' ) ).toMatch( /^[\p{L}\p{N}].*$/su );
				if ( written ) {
					expect( points.slice( start, end ).join( '' ) ).toBe( written.exact );
					expect( points.slice( 0, start ).join( '' ).endsWith( written.prefix ) ).toBe( true );
					expect( points.slice( end ).join( '' ).startsWith( written.suffix ) ).toBe( true );
				}
			}
			// The panel shows as many.
			expect( ranges ).toHaveLength( advisedPassages( page, () => true ).get( 'e/a' )?.length ?? 0 );
		} ), { numRuns: 500 } );
	} );
} );
