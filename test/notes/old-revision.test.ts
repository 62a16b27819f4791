import { describe, expect, it } from 'vitest';
import { appliedBy, appliedInPart } from '../../src/account/applied-by';
import { appliedByThen } from '../../src/notes/old-revision';
import { itemWith } from './items';

// An import gave older edits greater ids: the order of the page counts.
const order = [ 500, 501, 20, 30, 40 ];
const imported = itemWith( 'imported', { changes: [ { revision: 501 } ] } );
const twice = itemWith( 'twice', { changes: [ { revision: 30 }, { revision: 40 } ] } );
const later = itemWith( 'later', { changes: [ { revision: 40 } ] } );
const elsewhere = itemWith( 'elsewhere', { changes: [ { revision: 7 } ] } );
const none = itemWith( 'none' );
const items = [ imported, twice, later, elsewhere, none ];

describe( 'what had been applied by an old revision', () => {
	it( 'goes by the order of the page, not by numbers', () => {
		expect( appliedByThen( items, order, 30 ) )
			.toEqual( { then: [ imported, twice ], later: [ later ], elsewhere: [ elsewhere ] } );
		expect( appliedByThen( items, order, 20 ) )
			.toEqual( { then: [ imported ], later: [ twice, later ], elsewhere: [ elsewhere ] } );
		expect( appliedByThen( items, order, 500 ).then ).toEqual( [] );
	} );

	it( 'is nothing for a revision that is not in the page’s history', () => {
		expect( appliedByThen( items, order, 99 ).then ).toEqual( [] );
	} );
} );

describe( 'what edits of a history applied', () => {
	it( 'names each piece of advice once for a revision', () => {
		const both = itemWith( 'both', { changes: [ { revision: 30 }, { revision: 30, from: 20 } ] } );
		expect( [ ...appliedBy( { items: [ both, twice ] } ) ] )
			.toEqual( [ [ 30, [ both, twice ] ], [ 40, [ twice ] ] ] );
	} );

	it( 'finds the edits in between, of this page alone', () => {
		const run = itemWith( 'run', { changes: [ { revision: 40, from: 501 } ] } );
		expect( [ ...appliedInPart( { items: [ run ] }, order ) ] )
			.toEqual( [ [ 20, [ run ] ], [ 30, [ run ] ] ] );
		// Its beginning is not on this part of the list, or on another page.
		expect( [ ...appliedInPart( { items: [ run ] }, [ 20, 30, 40 ] ) ] ).toEqual( [] );
		const other = itemWith( 'other', { changes: [ { revision: 25, from: 15 } ] } );
		expect( [ ...appliedInPart( { items: [ other ] }, order ) ] ).toEqual( [] );
	} );
} );
