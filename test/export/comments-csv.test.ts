import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { commentsCsv } from '../../src/export/comments-csv';
import { writeCsv } from '../../src/export/csv';
import { inputOf } from './fixture';
import { attacks, hostileText, randomLog } from './random-logs';
import { findPython, runPython } from './python';

/** Another reader of RFC 4180, written from its grammar, with any sign between cells. */
function readCsv( text: string, separator = ',' ): string[][] {
	const rows: string[][] = [ [] ];
	let [ cell, at, quoted ] = [ '', 0, false ];
	const end = (): void => {
		rows[ rows.length - 1 ]!.push( cell );
		cell = '';
	};
	while ( at < text.length ) {
		const character = text[ at ]!;
		if ( quoted && character === '"' && text[ at + 1 ] === '"' ) {
			cell += '"';
			at++;
		} else if ( character === '"' && ( quoted || cell === '' ) ) {
			quoted = !quoted;
		} else if ( !quoted && character === separator ) {
			end();
		} else if ( !quoted && character === '\n' ) {
			end();
			rows.push( [] );
		} else if ( quoted || character !== '\r' ) {
			cell += character;
		}
		at++;
	}
	return rows.slice( 0, -1 );
}

/** What a spreadsheet takes for a formula, also behind spaces and quotation marks. */
const formula = /^(?:[\s"'“”‘’]*[=+\-@＝＋－＠]|[\t\r])/;
/** Where cells are divided in the wrong place: an apostrophe before the sign makes text of it. */
const misreadFormula = /^[\s"“”‘’]*[=+\-@＝＋－＠]/;
/** An apostrophe at the very beginning makes text of a cell. */
const isHarmful = ( cell: string ): boolean => !cell.startsWith( '\'' ) && formula.test( cell );

const someTexts = fc.array( hostileText, { minLength: 1, maxLength: 5 } );

describe( 'the table of comments', () => {
	const rows = readCsv( commentsCsv( inputOf() ).slice( 1 ) );
	const [ header = [], ...body ] = rows;
	const cell = ( key: string, column: string ): string | undefined => body
		.find( ( row ) => row[ header.indexOf( 'Key' ) ] === key )?.[ header.indexOf( column ) ];

	it( 'has the columns of the ISO form first, in its order', () => {
		expect( header.slice( 0, 8 ) ).toEqual( [
			'MB/NC', 'Line number', 'Clause/Subclause', 'Paragraph/Figure/Table', 'Type of comment',
			'Comments', 'Proposed change', 'Observations of the secretariat'
		] );
		expect( new Set( header ).size ).toBe( header.length );
	} );

	it( 'says nothing of removed words that a published trace of an older text cannot tell of', () => {
		const input = inputOf();
		const { account } = input;
		const removedIn = ( untraced: number ): Set<string | undefined> => {
			const [ names = [], ...lines ] = readCsv( commentsCsv( { ...input, account: {
				...account, words: { ...account.words!, published: {
					revision: 1, title: 'T', heldBy: 2, user: null, timestamp: '2025-01-01T00:00:00Z', untraced
				} }
			} } ).slice( 1 ) );
			return new Set( lines.map( ( row ) => row[ names.indexOf( 'Words removed' ) ] ) );
		};
		expect( removedIn( 0 ).size ).toBeGreaterThan( 1 );
		expect( removedIn( 3 ) ).toEqual( new Set( [ '' ] ) );
	} );

	it( 'has a row for each piece of advice and each question without any', () => {
		const keys = inputOf().account.items.map( ( { key } ) => key );
		expect( body.map( ( row ) => row[ 8 ] ) ).toEqual( keys );
		expect( body.every( ( row ) => row.length === header.length ) ).toBe( true );
	} );

	it( 'says what the log says, and leaves empty what it does not', () => {
		const key = 'ladder-height/ladder-marit';
		expect( cell( key, 'MB/NC' ) ).toBe( 'Marit Holm' );
		expect( cell( key, 'Clause/Subclause' ) ).toBe( 'Project:Orchard Rules § Ladders' );
		expect( cell( key, 'Comments' ) ).toBe( 'Two metres at most, and never on a wet morning.' );
		expect( cell( key, 'Proposed change' ) ).toBe( 'Nobody climbs higher than two metres alone.' );
		expect( cell( key, 'Observations of the secretariat' ) ).toBe( 'Adopted with changes\nThe morning dew is left to common sense.' );
		expect( cell( key, 'Words standing' ) ).toBe( '2' );
		expect( cell( key, 'Hours' ) ).toBe( '1.5' );
		expect( cell( 'keys-old/keys-b', 'Edits read' ) ).toBe( 'read\nmissing' );
		expect( cell( 'shares/shares-legal', 'Given on' ) ).toBe( '' );
		expect( cell( 'shares/shares-legal', 'Words standing' ) ).toBe( '' );
		expect( cell( 'approval', 'Type of comment' ) ).toBe( 'ge' );
		expect( cell( 'insurance/insurance-legal', 'Comments' ) ).toBe( '' );
		expect( cell( 'insurance/insurance-legal', 'Disclosure' ) ).toBe( 'withheld' );
	} );

	it( 'has no cell that a spreadsheet would run, whatever it divides cells by', () => {
		fc.assert( fc.property( randomLog, ( log ) => {
			const csv = commentsCsv( inputOf( { log } ) ).slice( 1 );
			expect( readCsv( csv ).flat().filter( isHarmful ) ).toEqual( [] );
			for ( const separator of [ ';', '\t' ] ) {
				const cells = readCsv( csv, separator ).flat();
				expect( cells.filter( ( one ) => misreadFormula.test( one ) ) ).toEqual( [] );
			}
		} ), { numRuns: 60 } );
		fc.assert( fc.property( fc.array( someTexts, { minLength: 1 } ), ( table ) => {
			const cells = readCsv( writeCsv( table ).slice( 1 ) ).flat();
			expect( cells.filter( isHarmful ) ).toEqual( [] );
		} ) );
	} );

	it( 'keeps every text but for the apostrophes', () => {
		fc.assert( fc.property( someTexts, ( row ) => {
			const [ read = [] ] = readCsv( writeCsv( [ row ] ).slice( 1 ) );
			expect( read.map( ( one ) => one.replace( /'/g, '' ) ) ).toEqual( row.map( ( one ) => one.replace( /'/g, '' ) ) );
		} ) );
		const plain = [ 'a, b', 'c; d', '"e"', 'f\ng', '1-2', 'it\'s', 'x = y' ];
		expect( readCsv( writeCsv( [ plain ] ).slice( 1 ) ) ).toEqual( [ plain ] );
	} );

	describe( 'read by Python', () => {
		let python: Awaited<ReturnType<typeof findPython>>;
		beforeAll( async () => {
			python = await findPython();
		}, 300_000 );

		it( 'is the same table', async ( { skip } ) => {
			if ( 'missing' in python ) {
				skip( python.missing );
				return;
			}
			const hostile = writeCsv( attacks.map( ( text ) => [ text, text, 1.5 ] ) );
			const tables = [ commentsCsv( inputOf() ), hostile ];
			for ( const table of tables ) {
				// Python's own module leaves carriage returns in quoted cells alone.
				expect( await runPython( python.path, 'read-csv.py', table ) ).toEqual( readCsv( table.slice( 1 ) ) );
			}
		} );
	} );
} );
