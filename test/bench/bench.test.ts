import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { benchHistories } from './bench-histories';
import { historyNames, readHistory } from './bench-history';
import { benchRows } from './bench-rows';
import { benchTable } from './bench-table';
import { bound } from './bound';
import { policyText } from './policy-text';
import { jsdiffTrace } from './rival-traces';
import type { Engine } from './traced-text';

let folder: string;
beforeEach( () => {
	folder = mkdtempSync( join( tmpdir(), 'bench-' ) );
} );
afterEach( () => {
	rmSync( folder, { recursive: true } );
} );

function write( name: string, value: unknown ): void {
	writeFileSync( join( folder, name ), JSON.stringify( value ) );
}

const revisions = [ { revid: 5, text: 'one two' }, { revid: 9, text: 'one two three' } ];

describe( 'readHistory', () => {
	it( 'reads both shapes of a history, with what lies beside it', () => {
		write( 'plain.json', revisions );
		write( 'pages.json', { revisions: [ { revid: 1, text: null, page: 'A' } ] } );
		write( 'plain.truth.json', [ [ 'one', 5 ], [ 'two', 5 ], [ 'three', 9 ] ] );
		write( 'section_gold_x.json', { events: [
			{ history: 'plain', revid: 9, kind: 'insert', from: null, to: 'Bans' }
		] } );
		expect( historyNames( folder ) ).toEqual( [ 'pages', 'plain' ] );
		const plain = readHistory( folder, 'plain' );
		expect( plain.revisions[ 1 ] ).toEqual( { revid: 9, page: '', text: 'one two three' } );
		expect( [ ...plain.truths.keys() ] ).toEqual( [ 1 ] );
		expect( plain.sections ).toMatchObject( [ { revid: 9, kind: 'insert' } ] );
		const pages = readHistory( folder, 'pages' );
		expect( pages.revisions ).toEqual( [ { revid: 1, page: 'A', text: null } ] );
		expect( pages.sections ).toBeNull();
	} );

	it( 'reads the truth of every revision', () => {
		write( 'plain.json', revisions );
		write( 'plain.truth_all.json', { 5: [ [ 'one', 5 ] ], 9: [ [ 'three', 9 ] ] } );
		expect( readHistory( folder, 'plain' ).truths ).toEqual( new Map( [
			[ 0, [ [ 'one', 5 ] ] ], [ 1, [ [ 'three', 9 ] ] ]
		] ) );
	} );
} );

describe( 'benchHistories', () => {
	it( 'has histories of its own where there is no folder', () => {
		const names = benchHistories( join( folder, 'absent' ) ).map( ( { name } ) => name );
		expect( names ).toEqual( [
			'generated, usual edits', 'generated, much vandalism', 'generated, much moved and restored',
			'growth, 100', 'growth, 1000', 'growth, 10000', '200 kB page'
		] );
	} );
} );

describe( 'benchRows', () => {
	it( 'measures an engine, and says nothing of one that gave up', async () => {
		write( 'plain.json', revisions );
		write( 'plain.truth.json', [ [ 'one', 5 ], [ 'two', 5 ], [ 'three', 9 ] ] );
		const givesUp: Engine = () => null;
		const rows = await benchRows( readHistory( folder, 'plain' ), [
			{ name: 'jsdiff', trace: jsdiffTrace, isOurs: false },
			{ name: 'slow', trace: givesUp, isOurs: false }
		], 1000 );
		expect( rows[ 0 ] ).toMatchObject( {
			revisions: 2, megabytes: 20e-6, truth: { exact: 1, f1: 1 }, overblame: { words: 3 }
		} );
		expect( rows[ 1 ] ).toMatchObject( { time: null, truth: null, overblame: null } );
		const lines = benchTable( rows, 1000 ).split( '\n' );
		expect( lines ).toHaveLength( 4 );
		expect( lines[ 2 ] ).toContain( '100.00' );
		expect( lines[ 3 ] ).toContain( '> 1 s' );
		expect( new Set( lines.map( ( { length } ) => length ) ).size ).toBe( 1 );
	} );
} );

it( 'bound counts distinct lines and words', () => {
	expect( bound( [ 'one two\nthree', 'three\none two\n\ntwo four' ] ) ).toEqual( { lines: 4, words: 4 } );
} );

describe( 'policyText', () => {
	it( 'has about the length asked for, and is the same for the same seed', () => {
		const text = policyText( 20_000, 3 );
		expect( text.length ).toBeGreaterThan( 19_000 );
		expect( text.length ).toBeLessThan( 25_000 );
		expect( policyText( 20_000, 3 ) ).toBe( text );
		expect( policyText( 20_000, 4 ) ).not.toBe( text );
	} );

	it( 'has a heading of its own for each section', () => {
		const headings = policyText( 60_000, 1 ).match( /^=.*=$/gm ) ?? [];
		expect( headings.length ).toBeGreaterThan( 20 );
		expect( new Set( headings ).size ).toBe( headings.length );
	} );
} );
