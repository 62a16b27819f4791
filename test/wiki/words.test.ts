import { beforeEach, describe, expect, it, vi } from 'vitest';
import { formatLogDate, formatTimestamp, interfaceLocale } from '../../src/wiki/dates';
import { formatList } from '../../src/wiki/lists';
import { addMessagePage, msg } from '../../src/wiki/messages';
import { currentTitle, diffUrl, normaliseTitle, revisionUrl, sectionUrl, userUrl } from '../../src/wiki/titles';
import texts from '../../i18n/en.json';

const messages = new Map<string, unknown>();
let language = 'en';

beforeEach( () => {
	messages.clear();
	Object.entries( texts ).forEach( ( [ key, text ] ) => messages.set( key, text ) );
	language = 'en';
	vi.stubGlobal( 'mw', {
		config: { get: ( key: string ) => ( {
			wgUserLanguage: language, wgPageName: 'Project:Orchard_Rules',
			wgNamespaceNumber: 4, wgTitle: 'Orchard Rules'
		} as Record<string, unknown> )[ key ] },
		messages: { set: ( key: string, text: string ) => messages.set( key, text ) },
		message: ( key: string, ...params: string[] ) => ( {
			text: () => String( messages.get( key ) ?? `⧼${ key }⧽` ).replace( /\$(\d)/g, ( _all, n ) => params[ n - 1 ] ?? '' )
		} ),
		language: { convertNumber: ( number: number ) => `<${ number }>` },
		util: {
			getUrl: ( title: string ) => `/wiki/${ encodeURIComponent( title ) }`,
			wikiScript: () => '/w/index.php',
			escapeIdForLink: ( id: string ) => id.replace( / /g, '_' )
		},
		Title: {
			newFromText: ( title: string ) => title.includes( '<' ) ? null : {
				getNamespaceId: () => title.includes( ':' ) ? 4 : 0,
				getMainText: () => title.replace( /^.*:/, '' ).replace( /_/g, ' ' ),
				getPrefixedText: () => title.replace( /_/g, ' ' )
			},
			makeTitle: ( ns: number, name: string ) => name.includes( '#' ) ? null : { getUrl: () => `/wiki/${ ns }:${ name }` }
		}
	} );
} );

describe( 'a date of the log in words', () => {
	it.each( [
		[ '2016', '2016' ],
		[ '2016-01', 'January 2016' ],
		[ '2016-01-15', 'Jan 15, 2016' ],
		[ '0099-03-01', 'Mar 1, 99' ]
	] )( '%s', ( date, expected ) => {
		expect( formatLogDate( date ) ).toBe( expected );
	} );

	it.each( [
		// date, message, parts
		[ '2016-01~', 'date-about', [ 'January 2016' ] ],
		[ '2016-01/2016-04', 'date-within', [ 'January 2016', 'April 2016' ] ],
		[ '../2016', 'date-until', [ '2016' ] ],
		[ '2016/..', 'date-since', [ '2016' ] ]
	] )( 'that is vague stays vague: %s', ( date, key, parts ) => {
		expect( formatLogDate( date ) ).toBe( msg( key, ...parts ) );
		expect( formatLogDate( date ) ).not.toContain( '⧼' );
	} );

	it.each( [ '', 'early', '2016-02-30', '2017/2016', '2016/2017/2018', '<b>2016</b>', '../..' ] )(
		'that is none stays as it is: %j', ( text ) => {
			expect( formatLogDate( text ) ).toBe( text );
		}
	);

	it( 'is in the reader\'s language, or in some language where the code is unknown', () => {
		language = 'de';
		expect( formatLogDate( '2016-01' ) ).toBe( 'Januar 2016' );
		language = 'zh-classical';
		expect( interfaceLocale() ).toBeUndefined();
		expect( formatLogDate( '2016' ) ).toContain( '2016' );
	} );

	it( 'of the wiki that is broken stays as it is', () => {
		expect( formatTimestamp( 'undefined' ) ).toBe( 'undefined' );
		expect( formatTimestamp( '2025-06-02T12:00:00Z' ) ).toBe( 'Jun 2, 2025' );
	} );
} );

describe( 'messages', () => {
	it( 'write numbers in the reader\'s way, and texts as they are', () => {
		messages.set( 'advice-provenance-x', '$1 $2' );
		expect( msg( 'x', 3, '$1 [[a]]' ) ).toBe( '<3> $1 [[a]]' );
	} );

	it( 'of a page are taken over only where they are texts with a key of ours', () => {
		addMessagePage( { 'advice-provenance-a': 'A', 'advice-provenance-b': 5, save: 'Steal', '@metadata': {} } );
		expect( messages.get( 'advice-provenance-a' ) ).toBe( 'A' );
		expect( messages.has( 'advice-provenance-b' ) ).toBe( false );
		expect( messages.has( 'save' ) ).toBe( false );
	} );

	it( 'join lists as the wiki does, without what is empty, and not as an enumeration', () => {
		messages.set( 'comma-separator', '، ' );
		expect( formatList( 'أُخذ بها', '1 مايو' ) ).toBe( 'أُخذ بها، 1 مايو' );
		messages.set( 'comma-separator', ', ' );
		expect( formatList( 'a', null, '', undefined, 'b' ) ).toBe( 'a, b' );
		expect( formatList() ).toBe( '' );
	} );
} );

describe( 'titles and addresses', () => {
	it( 'are in the wiki\'s form', () => {
		expect( currentTitle() ).toBe( 'Project:Orchard Rules' );
		expect( normaliseTitle( 'a_b' ) ).toBe( 'a b' );
		// As the open page is called, also where a namespace has two names.
		expect( normaliseTitle( 'Projekt:Orchard_Rules' ) ).toBe( 'Project:Orchard Rules' );
		expect( normaliseTitle( '<' ) ).toBeNull();
		expect( userUrl( 'Oak' ) ).toBe( '/wiki/2:Oak' );
		expect( userUrl( 'a#b' ) ).toBeNull();
	} );

	it( 'of sections have the anchors that the wiki gives to headings', () => {
		expect( sectionUrl( 'P', '', 0 ) ).toBe( '/wiki/P' );
		expect( sectionUrl( 'P', 'Tall ladders', 0 ) ).toBe( '/wiki/P#Tall_ladders' );
		expect( sectionUrl( 'P', 'Tall ladders', 1 ) ).toBe( '/wiki/P#Tall_ladders_2' );
	} );

	it( 'of revisions and differences need no title', () => {
		expect( revisionUrl( 7 ) ).toBe( '/w/index.php?oldid=7' );
		expect( diffUrl( 7 ) ).toBe( '/w/index.php?diff=prev&oldid=7' );
		expect( diffUrl( 7, null ) ).toBe( '/w/index.php?diff=prev&oldid=7' );
		expect( diffUrl( 7, 5 ) ).toBe( '/w/index.php?diff=7&oldid=5' );
	} );
} );
