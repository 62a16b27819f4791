import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendSummary, BEGIN, END, findSummary, marker, mergeSummary } from '../../src/export/merge-summary';

const summary = ( inner: string ): string => `${ marker( BEGIN, 'a note' ) }\n\n${ inner }\n\n${ marker( END, '' ) }`;
/** What people write around a summary: anything but its markers. */
const prose = fc.string( { unit: fc.constantFrom( 'a', ' ', '\n', '<!--', '-->', '==', '[[', ']]', 'é', '😀', 'advice-provenance', '$&', '$1', '$`' ) } );

/** A summary has no comments of its own. */
const text = fc.string().map( ( any ) => any.replace( /[<>]/g, '' ) );

describe( 'a summary on a page', () => {
	it( 'takes the place of the former one; nothing around it changes', () => {
		fc.assert( fc.property( prose, prose, text, text, ( before, after, old, now ) => {
			// A comment that people opened and did not close swallows the marker.
			fc.pre( !/<!--(?![^]*-->)/.test( before ) );
			const [ one, other ] = [ summary( old ), summary( now ) ];
			expect( mergeSummary( before + one + after, other ) ).toEqual( {
				text: before + other + after, changed: one !== other
			} );
		} ) );
	} );

	it( 'changes nothing if nothing changed, also where the wiki took away the end of a line', () => {
		expect( mergeSummary( `Hello.\n${ summary( 'x' ) }`, summary( 'x' ) ) ).toMatchObject( { changed: false } );
		expect( mergeSummary( `${ summary( 'x' ) }\nBye.`, summary( 'x' ) ) ).toMatchObject( { changed: false } );
	} );

	it( 'is the whole text of a page that was empty, or was none', () => {
		for ( const page of [ null, '', ' \n' ] ) {
			expect( mergeSummary( page, summary( 'x' ) ) ).toEqual( { text: summary( 'x' ), changed: true } );
		}
	} );

	it.each( [
		[ 'none', 'Only people wrote here.' ],
		[ 'none', '<!-- advice-provenance -->' ],
		[ 'begin-only', `${ marker( BEGIN, '' ) } text` ],
		[ 'end-only', `text ${ marker( END, '' ) }` ],
		[ 'doubled', summary( 'a' ) + summary( 'b' ) ],
		[ 'doubled', `${ marker( BEGIN, '' ) }${ summary( 'a' ) }` ],
		[ 'order', `${ marker( END, '' ) } text ${ marker( BEGIN, '' ) }` ]
	] )( 'has no certain place: %s', ( problem, page ) => {
		expect( mergeSummary( page, summary( 'x' ) ) ).toEqual( { problem } );
		expect( findSummary( page ) ).toEqual( { problem } );
	} );

	it.each( [ ' -- >', '', ' --', '-- ><!-- and' ] )( 'does not take along what people wrote behind a marker that is damaged: %j', ( ending ) => {
		const damaged = summary( 'x' ).replace( / -->$/, ending );
		const page = `${ damaged } We wrote this.\n\n<!-- A note of ours --> And this.`;
		expect( mergeSummary( page, summary( 'y' ) ) ).toEqual( { problem: 'begin-only' } );
	} );

	it( 'comes to the end of a page when somebody asks for it', () => {
		const page = appendSummary( 'Hello.\n\n', summary( 'x' ) );
		expect( page ).toBe( `Hello.\n\n${ summary( 'x' ) }` );
		expect( mergeSummary( page, summary( 'x' ) ) ).toMatchObject( { changed: false } );
		expect( appendSummary( '', summary( 'x' ) ) ).toBe( summary( 'x' ) );
	} );

	it( 'has markers that no translation can break', () => {
		expect( marker( BEGIN, 'a --> b <!-- c --- d' ) ).toBe( '<!-- advice-provenance summary begins: a b ! c d -->' );
	} );
} );
