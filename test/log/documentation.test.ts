import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../build/generate';
import schema from '../../src/log/advice-log.schema.json';
import type { Finding } from '../../src/log/check-log';

const guide = readFileSync( new URL( '../../docs/advice-log.md', import.meta.url ), 'utf8' );
const texts = JSON.parse(
	readFileSync( new URL( '../../i18n/en.json', import.meta.url ), 'utf8' )
) as { [ key: string ]: string };

interface Definition {
	description: string;
	properties?: { [ name: string ]: unknown };
}
const objects: [ string, Definition ][] = [
	[ 'log', schema as Definition ],
	...Object.entries( schema.$defs as { [ name: string ]: Definition } )
		.filter( ( [ , { properties } ] ) => properties )
];

let checkLog: ( text: string ) => Finding[];
beforeAll( async () => {
	await generate();
	( { checkLog } = await import( '../../src/log/check-log' ) );
} );

describe( 'the guide for maintainers', () => {
	it.each( objects )( 'has every field of %s, with its values', ( name, { properties, description } ) => {
		const chapter = guide.split( `\n### ${ name }\n` )[ 1 ]?.split( '\n### ' )[ 0 ] ?? '';
		expect( chapter ).toContain( description );
		const rows = chapter.match( /(?<=^\| `)\w+/gm );
		expect( rows ).toEqual( Object.keys( properties ?? {} ) );
		for ( const value of JSON.stringify( properties ).match( /(?<="enum":\[)[^\]]*/g ) ?? [] ) {
			for ( const word of JSON.parse( `[${ value }]` ) as string[] ) {
				expect( chapter ).toContain( `\`${ word }\`` );
			}
		}
	} );

	it( 'has every rule that has a message, and no other', () => {
		const keys = Object.keys( texts )
			.map( ( key ) => /provenance-rule-([ew]\d+)$/.exec( key )?.[ 1 ]?.toUpperCase() );
		const rules = keys.filter( ( rule ): rule is string => rule !== undefined );
		const rows = guide.match( /(?<=^\| )[EW]\d+(?= \|)/gm ) ?? [];
		expect( [ ...rows ].sort() ).toEqual( rules.sort() );
	} );

	it( 'has examples that are JSON, and a smallest log that is valid', () => {
		const blocks = [ ...guide.matchAll( /```json\n([\s\S]*?)```/g ) ]
			.map( ( [ , json ] ) => json ?? '' );
		expect( blocks.length ).toBeGreaterThan( 8 );
		for ( const block of blocks ) {
			const text = block.startsWith( '"' ) ? `{${ block }}` : block;
			expect( () => JSON.parse( text ) as unknown, block ).not.toThrow();
		}
		expect( checkLog( blocks[ 1 ] ?? '' ) ).toEqual( [] );
		expect( blocks[ 1 ] ).toContain( blocks[ 0 ]?.trim() );
	} );
} );
