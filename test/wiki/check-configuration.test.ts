import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkConfiguration, checkTitles, namedTitles } from '../../src/wiki/check-configuration';

const good = { log: 'Project:Rules/Log.json', pages: [ 'Project:Rules', 'Project:Rules/More' ] };

/** Keys and parameters of what is wrong with one draft. */
function wrong( draft: unknown ): unknown[] {
	return checkConfiguration( { drafts: [ draft ] } )
		.map( ( { key, params } ) => [ key, ...params ] );
}

describe( 'a configuration', () => {
	it( 'of several drafts in several languages has nothing wrong', () => {
		expect( checkConfiguration( { drafts: [
			good,
			{ log: 'Projekt:Regeln/Ratschläge.json', pages: [ 'Projekt:Regeln' ] },
			{ log: 'مشروع:القواعد/سجل.json', pages: [ 'مشروع:القواعد' ] }
		] } ) ).toEqual( [] );
	} );

	it.each( [ null, [], 'text', 7, {}, { drafts: {} }, { drafts: null } ] )( 'is none: %j', ( value ) => {
		expect( checkConfiguration( value ) ).toEqual( [ { key: 'shape', params: [] } ] );
	} );

	it( 'may name no draft yet', () => {
		expect( checkConfiguration( { drafts: [] } ) ).toEqual( [ { key: 'empty', params: [], isNote: true } ] );
	} );

	it.each( [
		[ null, [ [ 'draft', 1 ] ] ],
		[ {}, [ [ 'log', 1 ], [ 'pages', 1 ] ] ],
		[ { ...good, log: 7 }, [ [ 'log', 1 ] ] ],
		[ { ...good, pages: 'Project:Rules' }, [ [ 'pages', 1 ] ] ],
		[ { ...good, pages: [] }, [ [ 'pages', 1 ] ] ],
		[ { ...good, pages: [ 'A', 7, '[[B]]', ' ' ] }, [ [ 'title', 1, '7' ], [ 'title', 1, '"[[B]]"' ], [ 'title', 1, '" "' ] ] ],
		[ { ...good, page: 'A' }, [ [ 'unknown', 1, 'page' ] ] ],
		[ { ...good, pages: [ 'project:Rules', 'Project:Rules', 'Project:Rules' ] }, [ [ 'twice', 'Project:Rules', 1, 1 ], [ 'twice', 'Project:Rules', 1, 1 ] ] ]
	] )( 'has a slip: %j', ( draft, found ) => {
		expect( wrong( draft ) ).toEqual( found );
	} );

	it( 'names a page twice in two drafts', () => {
		expect( checkConfiguration( { drafts: [ good, { log: 'B', pages: [ 'project:Rules/More', 'Project:Rules_/More'.replace( '_/', '/' ) ] } ] } ) )
			.toEqual( [
				{ key: 'twice', params: [ 'project:Rules/More', 1, 2 ] },
				{ key: 'twice', params: [ 'Project:Rules/More', 1, 2 ] }
			] );
	} );

	it( 'names pages that are not there, or elsewhere', () => {
		expect( checkTitles( { drafts: [ good ] }, new Map( [
			[ 'Project:Rules/Log.json', { exists: false, target: null } ],
			[ 'Project:Rules', { exists: true, target: 'Project:Orchard' } ],
			[ 'Project:Rules/More', { exists: false, target: null } ]
		] ) ) ).toEqual( [
			{ key: 'no-log', params: [ 1, 'Project:Rules/Log.json' ], isNote: true },
			{ key: 'redirect', params: [ 1, 'Project:Rules', 'Project:Orchard' ] },
			{ key: 'no-page', params: [ 1, 'Project:Rules/More' ] }
		] );
	} );

	it( 'can be anything', () => {
		const draft = fc.record( { log: fc.jsonValue(), pages: fc.array( fc.jsonValue() ) } );
		const drafts = fc.array( fc.oneof( fc.jsonValue(), draft ) );
		const anything = fc.oneof( fc.jsonValue(), fc.record( { drafts } ) );
		fc.assert( fc.property( anything, ( value ) => {
			for ( const { key, params } of checkConfiguration( value ) ) {
				expect( key ).toMatch( /^[a-z-]+$/ );
				expect( params.every( ( param ) => [ 'string', 'number' ].includes( typeof param ) ) ).toBe( true );
			}
			expect( namedTitles( value ).every( ( { title } ) => title.trim() !== '' ) ).toBe( true );
		} ) );
	} );
} );
