import { readFileSync, statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../build/generate';

const folder = new URL( '../../src/log/generated/', import.meta.url );
const files = [ 'advice-log.ts', 'log-shape.ts', 'validate-shape.js', 'validate-shape.d.ts' ];
beforeAll( generate );

describe( 'what is made from the schema', () => {
	it( 'is left alone when it is up to date', async () => {
		const times = (): number[] => files
			.map( ( name ) => statSync( new URL( name, folder ) ).mtimeMs );
		const before = times();
		await generate();
		expect( times() ).toEqual( before );
	} );

	it( 'evaluates and loads nothing at run time', () => {
		const code = readFileSync( new URL( 'validate-shape.js', folder ), 'utf8' );
		expect( code ).not.toMatch( /new Function|\beval\(|(?<!')\brequire\(|^import /m );
	} );
} );
