import { beforeEach, describe, expect, it, vi } from 'vitest';
import { draftLanguage, logLanguage } from '../../src/wiki/languages';

let page = '';

beforeEach( () => {
	vi.stubGlobal( 'mw', { config: { get: ( key: string ) => ( {
		wgContentLanguage: 'en', wgPageContentLanguage: 'de', wgPageName: page
	} as Record<string, string> )[ key ] } } );
} );

describe( 'the language', () => {
	it( 'of the draft is that of its page, and on a translation that of the wiki', () => {
		page = 'Project:Regeln';
		expect( draftLanguage() ).toBe( 'de' );
		page = 'Project:Rules/de';
		expect( draftLanguage() ).toBe( 'en' );
		expect( logLanguage() ).toBe( 'en' );
	} );
} );
