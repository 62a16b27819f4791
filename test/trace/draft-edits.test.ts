import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftEdits, type DraftEdit } from '../../src/trace/draft-edits';
import { finish } from '../../src/trace/steps';
import type { RevisionText } from '../../src/trace/types';
import { policyHistory, traceOf, wildHistories } from './histories';
import { prose } from './texts';

function editsOf( revisions: readonly RevisionText[] ): DraftEdit[] {
	return finish( draftEdits( traceOf( revisions ) ) );
}

function pageOf( ...texts: ( string | null )[] ): RevisionText[] {
	return texts.map( ( text, index ) => ( { revid: index + 1, page: 'P', text } ) );
}

const a = prose( 'a' );
const b = prose( 'b' );

describe( 'the edits of a draft', () => {
	it( 'tell the words that came and went, and the sections', () => {
		const edits = editsOf( pageOf(
			`== A ==\n${ a }\n== B ==\n${ b }`,
			`== A ==\n${ a } brand new\n== B ==\n${ b }`,
			`== A ==\n${ a } brand\n== C ==\n${ b }`
		) );
		expect( edits[ 1 ] ).toEqual( {
			revid: 2, page: 'P', inserted: [ 'brand', 'new' ], removed: [], size: 2, takenBack: 0.5, takesBack: 0,
			sections: [ { heading: 'A', today: { page: 'P', heading: 'A' } } ]
		} );
		expect( edits[ 2 ] ).toMatchObject( {
			inserted: [ 'C' ], removed: [ 'new', 'B' ], size: 3,
			sections: [ { heading: 'A' }, { heading: 'C', today: { page: 'P', heading: 'C' } } ]
		} );
	} );

	it( 'name a section as it was then and as it is today, and one that ended', () => {
		const edits = editsOf( pageOf(
			`x\n== A ==\n${ a }\n== B ==\n${ b }`, `x\n== A ==\n${ a } more\n== B ==\n${ b }`, `x\n== Z ==\n${ a } more`
		) );
		expect( edits[ 1 ]?.sections ).toEqual( [ { heading: 'A', today: { page: 'P', heading: 'Z' } } ] );
		expect( edits[ 2 ]?.sections ).toContainEqual( { heading: 'B', today: null } );
	} );

	it( 'count words that come back as nobody\'s, and moved ones neither', () => {
		const [ , , undo ] = editsOf( pageOf( a, '', a ) );
		expect( undo ).toMatchObject( { inserted: [], removed: [], size: 0 } );
		const [ , move ] = editsOf( pageOf( `${ a }\n\n${ b }`, `${ b }\n\n${ a }` ) );
		expect( move ).toMatchObject( { inserted: [], removed: [] } );
	} );

	it( 'tell what was taken back soon, and what takes back', () => {
		const spoilt = editsOf( pageOf( a, `${ a } ${ b }`, '', `${ a } ${ b }` ) );
		expect( spoilt.map( ( { takenBack } ) => takenBack ) ).toEqual( [ 0, 0, 1, 0 ] );
		const reverts = spoilt.map( ( { takesBack } ) => takesBack > 0.9 );
		expect( reverts ).toEqual( [ false, false, true, true ] );
		const late = [ a, `${ a } new`, ...Array.from( { length: 12 }, ( _, n ) => `${ a } new ${ n }` ), `${ a } 11` ];
		const edits = editsOf( pageOf( ...late ) );
		expect( edits[ 1 ] ).toMatchObject( { takenBack: 0, takesBack: 0 } );
		expect( edits[ edits.length - 1 ] ).toMatchObject( { removed: [ 'new' ], takesBack: 0 } );
	} );

	it( 'leave out what could not be read', () => {
		expect( editsOf( pageOf( a, null, `${ a } new` ) ).map( ( { revid } ) => revid ) ).toEqual( [ 1, 3 ] );
		expect( editsOf( [] ) ).toEqual( [] );
	} );

	it( 'tell of few words where pages are replaced, and count all of them', () => {
		const many = Array.from( { length: 5000 }, ( _, n ) => `w${ n }` ).join( ' ' );
		const [ first ] = editsOf( pageOf( many ) );
		expect( [ first?.inserted.length, first?.size ] ).toEqual( [ 2000, 5000 ] );
	} );

	it( 'are one for each revision that was read, and insert each word once, in any history', () => {
		fc.assert( fc.property( wildHistories, ( revisions ) => {
			const edits = editsOf( revisions );
			expect( edits.map( ( { revid } ) => revid ) )
				.toEqual( revisions.filter( ( { text } ) => (
					text !== null
				) ).map( ( { revid } ) => revid ) );
			for ( const { inserted, removed, size, takenBack, takesBack } of edits ) {
				expect( size ).toBe( inserted.length + removed.length );
				expect( Math.min( takenBack, takesBack ) ).toBeGreaterThanOrEqual( 0 );
				expect( Math.max( takenBack, takesBack ) ).toBeLessThanOrEqual( 1 );
			}
		} ), { numRuns: 300 } );
	} );

	it( 'insert just the words that the trace says they introduced, in a history of a policy', () => {
		const revisions = policyHistory( 5, 80 );
		const trace = traceOf( revisions );
		const edits = finish( draftEdits( trace ) );
		const introduced = new Map<number, number>();
		for ( let id = 0; id < trace.wordLimit; id++ ) {
			const revid = trace.revisions[ trace.originOf( id ) ]?.revid;
			if ( revid !== undefined && trace.textOf( id ) !== '' ) {
				introduced.set( revid, ( introduced.get( revid ) ?? 0 ) + 1 );
			}
		}
		for ( const { revid, inserted, size } of edits ) {
			expect( inserted.length ).toBeLessThanOrEqual( introduced.get( revid ) ?? 0 );
			expect( size ).toBeGreaterThanOrEqual( inserted.length );
		}
		// Copies are words of their own that nobody wrote anew.
		const all = edits.reduce( ( sum, { inserted } ) => sum + inserted.length, 0 );
		const sum = [ ...introduced.values() ].reduce( ( total, count ) => total + count, 0 );
		expect( all / sum ).toBeGreaterThan( 0.9 );
	} );
} );
