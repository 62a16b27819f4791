import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintMessages } from '../../build/lint-messages';
import { builtLanguages, languagePage, messagesOf, prefix, readMessages } from '../../build/messages';
import { root } from '../../build/root';

/** What brings messages with it: scripts, the wiki's own message pages, and exports. */
const sources = readdirSync( join( root, 'src' ), { recursive: true } ).map( String )
	.filter( ( file ) => /\.(?:ts|vue)$/.test( file ) && !file.endsWith( '.d.ts' ) )
	.map( ( file ) => readFileSync( join( root, 'src', file ), 'utf8' ) );
const scripts = [ ...new Set( [ 'gadget', 'export', ...sources.flatMap( ( source ) => (
	[ ...source.matchAll( /'virtual:messages\/(\w+)'/g ) ].map( ( match ) => match[ 1 ] ?? '' )
) ) ] ) ];

describe( 'the messages', () => {
	it( 'that the sources show exist, and each is shown', () => {
		expect( lintMessages() ).toEqual( [] );
	} );

	it( 'come with one script each, and none is lost', () => {
		// What summaries are made of is a second copy, in English.
		const keys = scripts.filter( ( script ) => script !== 'summary' ).flatMap( ( script ) => Object.keys( messagesOf( script ) ) )
			.map( ( key ) => key.startsWith( prefix ) ? key : prefix + key );
		expect( keys.sort() ).toEqual( Object.keys( readMessages( 'en' ) ).sort() );
		for ( const script of scripts ) {
			expect( Object.keys( messagesOf( script ) ) ).not.toEqual( [] );
		}
	} );

	it( 'have the same parameters as their documentation names', () => {
		const documentation = readMessages( 'qqq' );
		for ( const [ key, text ] of Object.entries( readMessages( 'en' ) ) ) {
			for ( const parameter of new Set( text.match( /\$\d/g ) ) ) {
				expect( documentation[ key ], `${ key } ${ parameter }` ).toContain( parameter );
			}
		}
	} );

	it( 'of other languages are pages of texts by full keys', () => {
		for ( const language of builtLanguages() ) {
			const page = JSON.parse( languagePage( language ) ) as Record<string, unknown>;
			expect( Object.keys( page ).every( ( key ) => key.startsWith( prefix ) ) ).toBe( true );
		}
		expect( builtLanguages() ).not.toContain( 'en' );
		expect( builtLanguages() ).not.toContain( 'qqq' );
	} );
} );
