import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceTokens } from '../../src/trace/trace-tokens';
import { onePage, traceOf, wildHistories } from './histories';

/** `text@origin`, with other origins behind a question mark. */
function tokens( ...texts: ( string | null )[] ): string[] {
	return traceTokens( traceOf( onePage( ...texts ) ), '' ).map(
		( { str, o_rev_id: origin, alt } ) => `${ str }@${ origin }${ alt ? `?${ alt.join() }` : '' }`
	);
}

describe( 'the tokens of a trace', () => {
	it( 'are words and marks with the revisions that introduced them', () => {
		expect( tokens( 'Be kind.', 'Be very kind to [[all]].' ) ).toEqual( [
			'Be@1', 'very@2', 'kind@1', 'to@2', '[[@2', 'all@2', ']]@2', '.@1'
		] );
	} );

	it( 'tell missing revisions before the one in which a word first stood', () => {
		expect( tokens( 'Old words.', null, null, 'Old words, new words.', 'Old words, new words; last.' ) )
			.toEqual( [
				'Old@1', 'words@1', ',@4?3,2', 'new@4?3,2', 'words@4?3,2', ';@5', 'last@5', '.@1'
			] );
	} );

	it( 'cover translation markup, which introduces nothing', () => {
		expect( tokens( '== Old ==\nwords', '<translate>\n== Old == <!--T:1-->\n\n<!--T:2-->\nwords new\n</translate>' ) )
			.toEqual( [
				'<translate>@1', '==@1', 'Old@1', '==@1', '<!--T:1-->@1', '<!--T:2-->@1', 'words@1',
				'new@2', '</translate>@2'
			] );
	} );

	it( 'are there for a page of translation markup alone', () => {
		expect( tokens( 'Gone', '<translate></translate>' ) ).toEqual( [ '<translate></translate>@2' ] );
		expect( tokens( '' ) ).toEqual( [] );
		expect( tokens( null ) ).toEqual( [] );
		expect( tokens() ).toEqual( [] );
	} );

	it( 'count code points', () => {
		const [ , second, third ] = traceTokens( traceOf( onePage( '😀 𝒳y\n\ud83d z' ) ), '' );
		expect( second ).toMatchObject( { str: '𝒳y', start: 2, end: 4 } );
		expect( third ).toMatchObject( { str: '\ud83d', start: 5, end: 6 } );
	} );

	it( 'follow each other and leave nothing out but white space', () => {
		fc.assert( fc.property( wildHistories, ( revisions ) => {
			const trace = traceOf( revisions );
			for ( const page of trace.pages.keys() ) {
				const points = [ ...trace.text( page ) ];
				let done = 0;
				for ( const { str, start, end, o_rev_id: origin } of traceTokens( trace, page ) ) {
					expect( points.slice( done, start ).join( '' ).trim() ).toBe( '' );
					expect( points.slice( start, end ).join( '' ) ).toBe( str );
					expect( revisions.map( ( { revid } ) => revid ) ).toContain( origin );
					done = end;
				}
				expect( points.slice( done ).join( '' ).trim() ).toBe( '' );
			}
		} ) );
	} );
} );
