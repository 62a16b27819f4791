/** The annotations as others read them: jsonld as linked data, the Apache Annotator as places. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { root } from '../../build/root';
import { passageFinder } from '../../src/export/passage-selectors';
import { shownText } from '../../src/export/shown-text';
import { webAnnotations } from '../../src/export/web-annotations';
import { splitWords } from '../../src/trace/words';
import type { PageWords } from '../../src/account/draft-words';
import { anchored, textPage } from './anchor';
import { annotationContext, CONTEXT } from './annotation-terms';
import { inputOf, wikiOf, wordsOf } from './fixture';
import { randomLog } from './random-logs';

const OA = 'http://www.w3.org/ns/oa#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

interface Statement {
	subject: { value: string; termType: string };
	predicate: { value: string };
	object: { value: string; termType: string; datatype?: { value: string } };
}

/** What the document says; anything that would get lost is an error. */
async function statementsOf( text: string ): Promise<Statement[]> {
	const options = {
		safe: true,
		documentLoader( url: string ) {
			expect( url ).toBe( CONTEXT );
			return Promise.resolve( { documentUrl: url, document: annotationContext } );
		}
	};
	return await jsonld.toRDF( JSON.parse( text ) as object, options as object ) as Statement[];
}

/** The vocabulary of annotations, by the W3C. */
const vocabulary = readFileSync( join( root, 'node_modules', '@vocabulary', 'oa', 'oa.nq' ), 'utf8' );
const known = new Set(
	Array.from( vocabulary.matchAll( /^<([^>]+)> <[^>]+#type> /gm ), ( [ , term ] ) => term )
);

function isIri( text: string ): boolean {
	return URL.canParse( text ) && !/[\s<>"{}|\\^`]/.test( text );
}

/** Everything that has to hold of any export. */
function expectSound( statements: readonly Statement[] ): void {
	for ( const { subject, predicate, object } of statements ) {
		for ( const name of [ predicate.value, ...object.termType === 'NamedNode' ? [ object.value ] : [] ] ) {
			expect( isIri( name ), name ).toBe( true );
			expect( !name.startsWith( OA ) || known.has( name ), name ).toBe( true );
		}
		expect( subject.termType === 'BlankNode' || isIri( subject.value ), subject.value ).toBe( true );
		if ( object.datatype?.value.endsWith( '#dateTime' ) ) {
			expect( object.value ).toMatch( /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*Z$/ );
			expect( Date.parse( object.value ) ).not.toBeNaN();
		}
		if ( object.datatype?.value.endsWith( 'nteger' ) ) {
			expect( object.value ).toMatch( /^\d+$/ );
		}
	}
	const objects = ( subject: string, name: string ): string[] => statements
		.filter( ( one ) => one.subject.value === subject && one.predicate.value === name )
		.map( ( { object } ) => object.value );
	const types = statements.filter( ( { predicate } ) => predicate.value === RDF_TYPE );
	const ofType = ( name: string ): string[] => types
		.filter( ( { object } ) => object.value === OA + name )
		.map( ( { subject } ) => subject.value );
	for ( const annotation of ofType( 'Annotation' ) ) {
		expect( objects( annotation, `${ OA }hasTarget` ).length ).toBeGreaterThan( 0 );
		expect( objects( annotation, `${ OA }hasBody` ).length ).toBeGreaterThan( 0 );
		expect( objects( annotation, `${ OA }motivatedBy` ) ).toEqual( [ `${ OA }describing` ] );
	}
	for ( const resource of ofType( 'SpecificResource' ) ) {
		expect( objects( resource, `${ OA }hasSource` ) ).toHaveLength( 1 );
		expect( objects( resource, `${ OA }hasSelector` ).length ).toBeGreaterThan( 0 );
	}
	for ( const body of ofType( 'TextualBody' ) ) {
		expect( objects( body, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value' ) ).toHaveLength( 1 );
	}
}

describe( 'annotations as linked data', () => {
	it( 'say all that stands in them', async () => {
		const statements = await statementsOf( webAnnotations( inputOf( {}, { madeOn: '2024-07-01T12:00:00Z' } ) ) );
		expectSound( statements );
		const said = new Set( statements.map( ( { predicate } ) => predicate.value ) );
		for ( const name of [
			...[ 'hasTarget', 'hasBody', 'hasSource', 'hasSelector', 'hasState', 'exact', 'prefix', 'suffix', 'start', 'end', 'sourceDate', 'motivatedBy', 'hasPurpose' ].map( ( term ) => OA + term ),
			'http://purl.org/dc/terms/creator', 'http://purl.org/dc/terms/issued', 'http://purl.org/dc/terms/source',
			'http://www.w3.org/ns/activitystreams#totalItems'
		] ) {
			expect( said ).toContain( name );
		}
		const source = statements.find( ( { predicate } ) => predicate.value === 'http://purl.org/dc/terms/source' );
		expect( source?.object.termType ).toBe( 'NamedNode' );
	} );

	it( 'are refused with a term that annotations do not have', async () => {
		const text = webAnnotations( inputOf() ).replace( '"exact":', '"exactly":' );
		await expect( statementsOf( text ) ).rejects.toThrow( /safe mode/i );
	} );

	it( 'are sound whatever stands in the log', async () => {
		await fc.assert( fc.asyncProperty( randomLog, async ( log ) => {
			const input = inputOf( { log, words: true }, { words: wordsOf( 'ar' ), wiki: wikiOf( 'rtl', 'ar' ) } );
			expectSound( await statementsOf( webAnnotations( input ) ) );
		} ), { numRuns: 40 } );
	} );
} );

/** Wikitext with passages that repeat, marks, other scripts and directions, astral characters. */
const pieces = fc.array( fc.constantFrom(
	'word', 'word', 'Wort', 'שלום', 'مرحبا', '\u200f', '\u2067', '\u2069', '😀', '𝒜𝒷', '行', 'e\u0301', '[[link|shown]]', '\'\'slant\'\'', '<b>bold</b>',
	'&nbsp;', '&amp;', '\n\n', '\n', '\n* ', '\n== Head ==\n', '. ', ', ', ' ', ' ', ' ', '{{x|y}}', '<ref>note</ref>', '<!-- not shown -->'
), { minLength: 1, maxLength: 80 } );

/** Those of its words that pages show. */
const PROSE = [ 'word', 'Wort', 'שלום', 'مرحبا', 'shown', 'slant', 'bold', 'Head', 'note' ];

/** A page with some of its words advised. */
function pageWords( text: string, isAdvised: ( word: number ) => boolean ): PageWords {
	const words = splitWords( text );
	return {
		title: 'P', revision: 1, text,
		starts: Int32Array.from( words, ( { start } ) => start ),
		ends: Int32Array.from( words, ( { end } ) => end ),
		groups: [ [], [ 'e/a#0' ] ],
		groupOf: Uint16Array.from( words, ( _, word ) => Number( isAdvised( word ) ) ),
		removed: [],
		sections: [ { ref: { page: 'P', heading: '', nth: 0 }, from: 0, to: words.length } ],
		shares: new Map()
	};
}

describe( 'selectors', () => {
	it( 'select the advised words, and no others, by another implementation', async () => {
		let [ found, shownOnes ] = [ 0, 0 ];
		const advice = fc.func( fc.boolean() );
		await fc.assert( fc.asyncProperty( pieces, advice, async ( parts, isAdvised ) => {
			const text = parts.join( '' );
			const source = textPage( text );
			const shownPage = textPage( shownText( text ).text );
			const page = pageWords( text, isAdvised );
			const selected = new Set<number>();
			for ( const { shown, written, position } of passageFinder( page )( 'e/a' ) ) {
				const [ place, ...others ] = await anchored( source, position );
				expect( others ).toEqual( [] );
				page.starts.forEach( ( start, word ) => {
					if ( start >= place!.startOffset && start < place!.endOffset ) {
						selected.add( word );
					}
				} );
				if ( written ) {
					const quoted = await anchored( source, written );
					const offsets = quoted.map( ( one ) => [ one.startOffset, one.endOffset ] );
					expect( offsets ).toEqual( [ [ place?.startOffset, place?.endOffset ] ] );
					expect( String( place ) ).toBe( written.exact );
					found++;
				}
				for ( const selector of shown ) {
					const ranges = await anchored( shownPage, selector );
					expect( ranges.map( String ) ).toEqual( [ selector.exact ] );
					shownOnes++;
				}
			}
			const { starts, ends, groupOf } = page;
			const missed: string[] = [];
			starts.forEach( ( start, word ) => {
				expect( groupOf[ word ] === 1 || !selected.has( word ) ).toBe( true );
				if ( groupOf[ word ] === 1 && !selected.has( word ) ) {
					missed.push( text.slice( start, ends[ word ] ) );
				}
			} );
			// Marks alone are no passage.
			expect( missed.filter( ( word ) => PROSE.includes( word ) ) ).toEqual( [] );
		} ), { numRuns: 60 } );
		expect( Math.min( found, shownOnes ) ).toBeGreaterThan( 30 );
	} );

	it( 'quote more of the text around where the same words stand elsewhere', async () => {
		const text = `${ 'Ask the keeper of the gate before noon, and ask again. '.repeat( 5 ) }Then go.`;
		const { starts } = pageWords( text, () => true );
		const wanted = starts.indexOf( text.indexOf( 'gate', 150 ) );
		const page = pageWords( text, ( word ) => word === wanted );
		const [ passage ] = passageFinder( page )( 'e/a' );
		expect( passage?.written?.prefix.length ).toBeGreaterThan( 32 );
		const [ range, ...more ] = await anchored( textPage( text ), passage!.written! );
		expect( [ range?.startOffset, more ] ).toEqual( [ starts[ wanted ], [] ] );
		expect( String( range ) ).toBe( 'gate' );
	} );

	it( 'leave a quote out that could be another one', () => {
		const text = `${ 'The same line.\n\n'.repeat( 400 ) }`;
		const page = pageWords( text, ( word ) => word === 601 );
		const [ passage ] = passageFinder( page )( 'e/a' );
		expect( passage ).toMatchObject( { shown: [], written: null } );
		expect( passage?.position.start ).toBe( page.starts[ 601 ] );
	} );
} );
