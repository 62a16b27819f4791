import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HistoryError, parseHistory, readHistory } from '../../src/cli/history-file';

let folder = '';
beforeAll( () => {
	folder = mkdtempSync( join( tmpdir(), 'history-' ) );
} );
afterAll( () => rmSync( folder, { recursive: true } ) );

describe( 'a page history', () => {
	const whole = { revid: 7, page: 'Draft', text: 'a', timestamp: '2020-01-01T00:00:00Z', user: 'U', comment: '' };

	it.each( [
		[ 'a list', [ whole ], [ whole ] ],
		[ 'an object with a list', { revisions: [ whole ], title: 'x' }, [ whole ] ],
		[ 'nothing at all', [], [] ],
		[ 'the least', [ { revid: 1, text: '' } ], [ { revid: 1, page: '', text: '' } ] ],
		[ 'a text that is suppressed', [ { revid: 1, text: null } ], [ { revid: 1, page: '', text: null } ] ],
		[ 'a text that is missing', [ { revid: 1, sha: 'x' } ], [ { revid: 1, page: '', text: null } ] ],
		[ 'equal and falling ids', [ { revid: 2, text: 'a' }, { revid: 1, text: 'b' }, { revid: 2, text: 'c' } ], [ { revid: 2, page: '', text: 'a' }, { revid: 1, page: '', text: 'b' }, { revid: 2, page: '', text: 'c' } ] ],
		[ 'a user who is hidden', [ { revid: 1, text: '', user: null } ], [ { revid: 1, page: '', text: '' } ] ]
	] )( 'is %s', ( _name, data, expected ) => {
		expect( parseHistory( JSON.stringify( data ) ) ).toEqual( { revisions: expected } );
	} );

	it( 'may begin with a byte order mark and hold lone surrogates', () => {
		expect( parseHistory( '\uFEFF[{"revid":1,"text":"\\ud800"}]' ).revisions[ 0 ]?.text ).toBe( '\uD800' );
	} );

	it( 'may say in which direction its pages are written', () => {
		expect( parseHistory( '{"rtl":true,"revisions":[]}' ) ).toEqual( { revisions: [], isRtl: true } );
		expect( parseHistory( '{"rtl":"no","revisions":[]}' ) ).toEqual( { revisions: [] } );
	} );

	it.each( [
		[ '', /^This is no page history: it is not JSON/ ],
		[ '[{"revid":1,"text":""}', /^This is no page history: it is not JSON/ ],
		[ 'null', /neither a list of revisions nor/ ],
		[ '"text"', /neither a list of revisions nor/ ],
		[ '{"entries":[]}', /neither a list of revisions nor/ ],
		[ '{"revisions":{}}', /neither a list of revisions nor/ ],
		[ '[1]', /revision 1 of the file is not an object\.$/ ],
		[ '[{"revid":1},null]', /revision 2 of the file is not an object\.$/ ],
		[ '[{"text":"a"}]', /revision 1 of the file has no whole number as "revid"\.$/ ],
		[ '[{"revid":"1","text":"a"}]', /has no whole number/ ],
		[ '[{"revid":1.5,"text":"a"}]', /has no whole number/ ],
		[ '[{"revid":1,"text":5}]', /the "text" of revision 1 of the file is neither a text nor null\.$/ ],
		[ '[{"revid":1,"text":"","page":5}]', /the "page" of revision 1 of the file is not a text\.$/ ]
	] )( 'is not %s', ( json, message ) => {
		expect( () => parseHistory( json ) ).toThrow( HistoryError );
		expect( () => parseHistory( json ) ).toThrow( message );
	} );

	it( 'is read from a file', () => {
		const file = join( folder, 'history.json' );
		writeFileSync( file, '[{"revid":1,"text":"ä"}]' );
		expect( readHistory( file ) ).toEqual( [ { revid: 1, page: '', text: 'ä' } ] );
		expect( () => readHistory( join( folder, 'nowhere.json' ) ) ).toThrow( HistoryError );
		expect( () => readHistory( folder ) ).toThrow( /^The history cannot be read: / );
	} );
} );
