import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadScripts } from '../../src/loader/covered-draft';

const namespaceIds = {
	// eslint-disable-next-line camelcase
	'': 0, project: 4, wikipedia: 4, project_talk: 5, user: 2, benutzer: 2
};
const reading = {
	wgNamespaceIds: namespaceIds,
	wgNamespaceNumber: 0,
	wgTitle: 'Orchard Rules/Draft',
	wgAction: 'view',
	wgIsArticle: true,
	wgRevisionId: 7,
	wgCurRevisionId: 7
};
let config: Record<string, unknown>;
const start = vi.fn();
/** What waits for the visual editor. */
let hooked: ( () => void )[] = [];
const using = vi.fn( ( _module: string ) => ( {
	then: ( callback: ( require: () => unknown ) => void ) => callback( () => ( { start } ) )
} ) );

beforeEach( () => {
	config = { ...reading };
	start.mockClear();
	using.mockClear();
	hooked = [];
	vi.stubGlobal( 'mw', {
		config: { get: ( key: string ) => config[ key ] },
		loader: { using },
		hook: ( name: string ) => ( {
			add: ( handler: () => void ) => name === 've.activationComplete' && hooked.push( handler )
		} )
	} );
} );

function isCovered( title: unknown ): boolean {
	loadScripts( { drafts: [ { log: 'L.json', pages: [ title ] } ] } );
	return start.mock.calls.length > 0;
}

describe( 'the open page is covered', () => {
	it.each( [
		[ 'Orchard Rules/Draft', true ],
		[ 'Orchard_Rules/Draft', true ],
		[ ' Orchard__Rules/Draft ', true ],
		[ 'orchard Rules/Draft', true ],
		[ 'Orchard rules/Draft', false ],
		[ 'Orchard Rules', false ],
		[ 'Orchard Rules/Draft/de', false ],
		[ 'Project:Orchard Rules/Draft', false ],
		[ 'Nonsense:Orchard Rules/Draft', false ],
		[ 'constructor:Orchard Rules/Draft', false ],
		[ '', false ],
		[ ':', false ]
	] )( 'by %j: %s', ( title, expected ) => {
		expect( isCovered( title ) ).toBe( expected );
	} );

	it.each( [
		[ 4, 'Orchard Rules', 'Project:Orchard Rules', true ],
		[ 4, 'Orchard Rules', 'wikipedia:Orchard_Rules', true ],
		[ 4, 'Orchard Rules', 'WIKIPEDIA : Orchard Rules', true ],
		[ 5, 'Orchard Rules', 'Project talk:Orchard Rules', true ],
		[ 5, 'Orchard Rules', 'Project_talk:orchard Rules', true ],
		[ 2, 'Oak/Rules', 'Benutzer:Oak/Rules', true ],
		[ 4, 'Orchard Rules', 'Orchard Rules', false ],
		[ 4, 'Orchard Rules', 'Project talk:Orchard Rules', false ],
		[ 0, 'Rules: the second part', 'Rules: the second part', true ],
		[ 0, 'Constructor: a play', 'Constructor: a play', true ],
		[ 4, 'A:B', 'Project:A:B', true ]
	] )( 'in namespace %i, %j by %j: %s', ( namespace, name, title, expected ) => {
		Object.assign( config, { wgNamespaceNumber: namespace, wgTitle: name } );
		expect( isCovered( title ) ).toBe( expected );
	} );

	it.each( [
		[ 'a page that does not exist', { wgIsArticle: false, wgRevisionId: 0, wgCurRevisionId: 0 } ],
		[ 'the form of a new page', { wgAction: 'edit', wgIsArticle: false, wgRevisionId: 0, wgCurRevisionId: 0 } ],
		[ 'a special page', { wgNamespaceNumber: -1, wgIsArticle: false, wgRevisionId: 0, wgCurRevisionId: 0 } ],
		[ 'the information about the page', { wgAction: 'info', wgIsArticle: false } ],
		[ 'the protection form', { wgAction: 'protect', wgIsArticle: false } ]
	] )( 'but nothing is loaded on %s', ( _name, difference ) => {
		Object.assign( config, difference );
		expect( isCovered( 'Orchard Rules/Draft' ) ).toBe( false );
		expect( using ).not.toHaveBeenCalled();
	} );

	it( 'by the first draft that has it', () => {
		loadScripts( { drafts: [
			{ log: 'A.json', pages: [ 'Other' ] },
			{ log: 'B.json', pages: [ 'Other', 'Orchard Rules/Draft' ] },
			{ log: 'C.json', pages: [ 'Orchard Rules/Draft' ] }
		] } );
		expect( start.mock.calls ).toEqual( [ [ { log: 'B.json', pages: [ 'Other', 'Orchard Rules/Draft' ] } ] ] );
		expect( using.mock.calls ).toEqual( [ [ 'ext.gadget.AdviceProvenance-reader' ] ] );
	} );
} );

describe( 'the script for what is open', () => {
	/** Names of the scripts that were loaded. */
	function loaded( ...pages: string[] ): string[] {
		loadScripts( { drafts: [ { log: 'L.json', pages } ] } );
		return using.mock.calls.map( ( [ name ] ) => name.replace( 'ext.gadget.AdviceProvenance-', '' ) );
	}

	it.each( [
		[ 'an old revision', { wgRevisionId: 6 } ],
		[ 'a difference', { wgDiffNewId: 7, wgDiffOldId: 6 } ],
		[ 'the edit form', { wgAction: 'edit', wgIsArticle: false } ],
		[ 'a preview', { wgAction: 'submit', wgIsArticle: false } ],
		[ 'the history', { wgAction: 'history', wgIsArticle: false } ]
	] )( 'on %s is the notes script', ( _name, difference ) => {
		Object.assign( config, difference );
		expect( loaded( 'Orchard Rules/Draft' ) ).toEqual( [ 'notes' ] );
		expect( start.mock.calls ).toEqual( [ [ { log: 'L.json', pages: [ 'Orchard Rules/Draft' ] } ] ] );
	} );

	it( 'is the reader for today’s text, and the notes once the visual editor opens', () => {
		expect( loaded( 'Orchard Rules/Draft' ) ).toEqual( [ 'reader' ] );
		hooked.forEach( ( open ) => open() );
		expect( loaded() ).toEqual( [ 'reader', 'notes' ] );
	} );

	it.each( [
		[ 'a translation', { wgTitle: 'Orchard Rules/Draft/de' }, true ],
		[ 'one for a region', { wgTitle: 'Orchard Rules/Draft/pt-br' }, true ],
		[ 'another subpage', { wgTitle: 'Orchard Rules/Draft/Cases' }, false ],
		[ 'a subpage of a translation', { wgTitle: 'Orchard Rules/Draft/de/x-1' }, false ],
		[ 'a translation of another page', { wgTitle: 'Orchard Rules/de' }, false ],
		[ 'the talk page', { wgNamespaceNumber: 1 }, true ],
		[ 'the page of this name elsewhere', { wgNamespaceNumber: 2 }, false ],
		[ 'the talk page of another page', { wgNamespaceNumber: 1, wgTitle: 'Orchard Rules' }, false ],
		[ 'the edit form of a translation', { wgTitle: 'Orchard Rules/Draft/de', wgAction: 'edit' }, false ],
		[ 'the history of the talk page', { wgNamespaceNumber: 1, wgAction: 'history' }, false ],
		[ 'an old revision of a translation', { wgTitle: 'Orchard Rules/Draft/de', wgRevisionId: 6 }, false ]
	] )( 'on %s is the notes script: %3$s', ( _name, difference, expected ) => {
		Object.assign( config, difference );
		expect( loaded( 'Orchard Rules/Draft' ) ).toEqual( expected ? [ 'notes' ] : [] );
	} );

	it( 'on a draft page that is itself a talk page’s name is no note of another', () => {
		Object.assign( config, { wgNamespaceNumber: 6, wgTitle: 'Orchard Rules' } );
		expect( loaded( 'Project talk:Orchard Rules' ) ).toEqual( [] );
	} );

	it( 'goes by the draft whose page is open, not by one of which it is a translation', () => {
		Object.assign( config, { wgTitle: 'Orchard Rules/Draft/de' } );
		loadScripts( { drafts: [
			{ log: 'A.json', pages: [ 'Orchard Rules/Draft' ] },
			{ log: 'B.json', pages: [ 'Orchard Rules/Draft/de' ] }
		] } );
		expect( start.mock.calls ).toEqual( [ [ { log: 'B.json', pages: [ 'Orchard Rules/Draft/de' ] } ] ] );
		expect( using.mock.calls ).toEqual( [ [ 'ext.gadget.AdviceProvenance-reader' ] ] );
	} );
} );

describe( 'the log page', () => {
	const configuration = { drafts: [
		{ log: 'Project:Orchard Rules/Log.json', pages: [ 'Orchard Rules/Draft', null ] }
	] };

	it.each<[ string, Record<string, unknown> ]>( [
		[ 'read', {} ],
		[ 'in an old revision', { wgRevisionId: 5 } ],
		[ 'edited', { wgAction: 'edit' } ],
		[ 'previewed', { wgAction: 'submit' } ],
		[ 'compared', { wgDiffNewId: 7, wgDiffOldId: 5 } ],
		[ 'in its history', { wgAction: 'history' } ],
		[ 'before it exists', { wgIsArticle: false, wgRevisionId: 0, wgCurRevisionId: 0 } ],
		[ 'being begun', { wgAction: 'edit', wgIsArticle: false, wgRevisionId: 0, wgCurRevisionId: 0 } ]
	] )( '%s has its own script', ( _how, view ) => {
		Object.assign( config, { wgNamespaceNumber: 4, wgTitle: 'Orchard Rules/Log.json', ...view } );
		loadScripts( configuration );
		expect( using.mock.calls ).toEqual( [ [ 'ext.gadget.AdviceProvenance-logpage' ] ] );
		expect( start.mock.calls ).toEqual( [ [ {
			log: 'Project:Orchard Rules/Log.json', pages: [ 'Orchard Rules/Draft' ]
		} ] ] );
	} );

	it.each<[ string, Record<string, unknown> ]>( [
		[ 'its page information', { wgAction: 'info' } ],
		[ 'its talk page', { wgNamespaceNumber: 5 } ],
		[ 'a page beside it', { wgTitle: 'Orchard Rules/Log.json/de' } ]
	] )( 'but not %s', ( _what, view ) => {
		Object.assign( config, { wgNamespaceNumber: 4, wgTitle: 'Orchard Rules/Log.json', ...view } );
		loadScripts( configuration );
		expect( using ).not.toHaveBeenCalled();
	} );
} );

describe( 'a configuration with slips', { timeout: 60000 }, () => {
	it.each( [
		null, undefined, 0, 1, '', 'text', [], {}, { drafts: null }, { drafts: {} }, { drafts: 'x' },
		{ drafts: [ null, 1, [], 'x', {}, { log: 1, pages: [ 'Orchard Rules/Draft' ] } ] },
		{ drafts: [ { log: 'L' }, { log: 'L', pages: 'Orchard Rules/Draft' }, { log: 'L', pages: [ [ 'Orchard Rules/Draft' ] ] } ] },
		{ drafts: [ { pages: [ 'Orchard Rules/Draft' ] } ] },
		{ drafts: [ { log: 'L', pages: [ { toString: 1, valueOf: 1 } ] } ] }
	] )( '%j loads nothing', ( configuration ) => {
		loadScripts( configuration );
		expect( using ).not.toHaveBeenCalled();
	} );

	it( 'still covers the pages that are right, and hands on only those', () => {
		loadScripts( { drafts: [ null, { log: 'L', pages: [ null, 5, [ 'x' ], 'Orchard Rules/Draft' ] } ] } );
		expect( start.mock.calls ).toEqual( [ [ { log: 'L', pages: [ 'Orchard Rules/Draft' ] } ] ] );
	} );

	it( 'of any kind throws nothing', () => {
		const value = fc.jsonValue();
		const draft = fc.record( { log: value, pages: fc.oneof( value, fc.array( value ) ) } );
		const drafts = fc.record( { drafts: fc.array( fc.oneof( draft, value ) ) } );
		fc.assert( fc.property( fc.oneof( value, drafts ), ( configuration ) => {
			loadScripts( configuration );
		} ) );
	} );
} );
