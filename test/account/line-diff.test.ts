import { growth, LINEAR } from '../count-steps';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineDiff, type DiffLine } from '../../src/account/line-diff';

describe( 'a difference of lines', () => {
	const texts = fc.array( fc.constantFrom( 'a', 'b', 'c', '' ), { maxLength: 30 } );

	it( 'has as removed and added what turns one text into the other', () => {
		fc.assert( fc.property( texts, texts, ( old, now ) => {
			const lines = lineDiff( old, now );
			const count = ( wanted: string ): number => (
				lines.filter( ( { kind } ) => kind === wanted ).length
			);
			expect( now.length - old.length ).toBe( count( 'added' ) - count( 'removed' ) );
			expect( lines.length === 0 ).toBe( old.join( '\n' ) === now.join( '\n' ) && old.length === now.length );
		} ) );
	} );

	it( 'of very long texts is made in steps in proportion to their lines, with lines around it and an end', () => {
		const lines = ( name: string, count: number ): string[] => Array.from(
			{ length: count }, ( _, index ) => `${ name }${ index }`
		);
		const around = [ 'first', 'second', 'third' ];
		const diff = ( count: number ): DiffLine[] => lineDiff(
			[ ...around, ...lines( 'x', 3 * count ) ], [ ...around, ...lines( 'y', count ) ]
		);
		expect( growth( 50_000, ( count ) => count, diff ) ).toBeLessThan( LINEAR );
		const found = diff( 100_000 );
		expect( found.slice( 0, 3 ) ).toEqual( [
			{ kind: 'same', text: 'second' }, { kind: 'same', text: 'third' }, { kind: 'removed', text: 'x0' }
		] );
		expect( found ).toHaveLength( 401 );
		expect( found[ 400 ] ).toEqual( { kind: 'gap', text: '' } );
	} );

	it( 'finds one change in a very long text', () => {
		const old = Array.from( { length: 300_000 }, ( _, index ) => String( index ) );
		const now = old.map( ( line ) => line === '150000' ? 'new' : line );
		expect( lineDiff( old, now ).filter( ( { kind } ) => kind !== 'same' ) ).toEqual( [
			{ kind: 'removed', text: '150000' }, { kind: 'added', text: 'new' }
		] );
	} );
} );
