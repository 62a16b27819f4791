import { describe, expect, it } from 'vitest';
import { lineDiff } from '../../build/deploy/line-diff';

describe( 'lineDiff', () => {
	it( 'shows what changes with a little of what does not', () => {
		const before = [ '1', '2', '3', '4', '5', '6' ].join( '\n' );
		expect( lineDiff( before, before.replace( '5', 'five' ) ) ).toEqual( [ '  …', '  3', '  4', '- 5', '+ five', '  6' ] );
		expect( lineDiff( '', 'a\nb' ) ).toEqual( [ '+ a', '+ b' ] );
		expect( lineDiff( 'a', 'a' ) ).toEqual( [] );
	} );

	it( 'shows the places of a long line that differ', () => {
		const line = ( name: string ): string => `${ 'var x=f(1);'.repeat( 20 ) }return ${ name }+1;${ 'y();'.repeat( 40 ) }`;
		const [ place = '', ...others ] = lineDiff( line( 'old' ), line( 'fresh' ) );
		expect( place ).toMatch( /^~ ….{40}\[-old-\]\{\+fresh\+\}.{40}…$/ );
		expect( others ).toEqual( [] );
	} );

	it( 'shows a line between two changes once', () => {
		expect( lineDiff( 'a\nx\ny\nz\nb', 'A\nx\ny\nz\nB' ) )
			.toEqual( [ '- a', '+ A', '  x', '  y', '  z', '- b', '+ B' ] );
	} );
} );
