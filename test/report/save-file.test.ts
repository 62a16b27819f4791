import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../src/report/save-file';

describe( 'the name of a file', () => {
	it( 'is that of the log', () => {
		expect( fileName( 'Project:Rules/Advice log.json', '.csv' ) ).toBe( 'Project-Rules-Advice log.csv' );
		expect( fileName( '../../etc/passwd', '.json' ) ).toBe( 'etc-passwd.json' );
	} );

	it( 'leads nowhere, hides no ending and is short, whatever the title', () => {
		fc.assert( fc.property( fc.string( { unit: 'binary', maxLength: 300 } ), ( title ) => {
			const name = fileName( title, '.csv' );
			// eslint-disable-next-line no-control-regex -- they are what must not be in it
			expect( name ).not.toMatch( /[\x00-\x1f\\/:*?"<>|\u202e]/ );
			expect( name ).toMatch( /\.csv$/ );
			expect( Array.from( name ).length ).toBeLessThanOrEqual( 84 );
		} ) );
	} );
} );
