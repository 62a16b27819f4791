import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../build/root';

interface Message {
	ruleId: string | null;
	severity: number;
	fatal?: boolean;
}

/** As much as is used: ESLint 8 comes without types. */
const { ESLint } = createRequire( import.meta.url )( 'eslint' ) as {
	ESLint: new( options: { cwd: string } ) => {
		lintText( text: string, options: { filePath: string } ): Promise<{ messages: Message[] }[]>;
	};
};
const eslint = new ESLint( { cwd: root } );

/** The rules that a source breaks, of those that keep the rooms apart. */
async function broken( file: string, source: string ): Promise<string[]> {
	const [ result ] = await eslint.lintText( `${ source }\n`, { filePath: join( root, file ) } );
	expect( result?.messages.filter( ( { fatal } ) => fatal ) ).toEqual( [] );
	return ( result?.messages || [] ).filter( ( { severity } ) => severity === 2 )
		.map( ( { ruleId } ) => ruleId || '' )
		.filter( ( rule ) => /restricted/.test( rule ) );
}

describe( 'the rooms', { timeout: 60000 }, () => {
	it.each( [
		// [ file, what it imports, allowed ]
		[ 'trace', '../wiki/api', false ],
		[ 'trace', '../log/types', false ],
		[ 'trace', './words', true ],
		[ 'log', '../trace/words', false ],
		[ 'log', '../account/types', false ],
		[ 'account', '../trace/words', true ],
		[ 'account', '../log/types', true ],
		[ 'account', '../wiki/api', false ],
		[ 'account', '../reader/element', false ],
		[ 'wiki', '../log/dates', true ],
		[ 'wiki', '../trace/words', false ],
		[ 'wiki', '../reader/element', false ],
		[ 'reader', '../wiki/api', true ],
		[ 'reader', '../panel/panel', false ],
		[ 'reader', '../notes/start', false ],
		[ 'notes', '../wiki/api', true ],
		[ 'notes', '../reader/headings', false ],
		[ 'panel', '../reader/element', false ],
		[ 'panel', '../wiki/api', true ],
		[ 'panel', '../report/save-file', false ],
		[ 'report', '../export/types', true ],
		[ 'report', '../panel/context', false ],
		[ 'report', '../forms/session', false ],
		[ 'loader', '../wiki/api', false ],
		[ 'cli', '../reader/start', false ],
		[ 'cli', '../wiki/api', true ],
		[ 'cli', '../log/read-log', true ]
	] )( '%s may import %s: %s', async ( room, path, allowed ) => {
		const found = await broken( `src/${ room }/snippet.ts`, `import * as a from '${ path }';\na.toString();` );
		expect( found ).toEqual( allowed ? [] : [ 'import/no-restricted-paths' ] );
	} );

	it.each( [ 'log', 'trace', 'account' ] )( '%s know neither the page nor the wiki', async ( room ) => {
		for ( const name of [ 'document', 'window', 'mw', '$', 'localStorage', 'fetch' ] ) {
			expect( await broken( `src/${ room }/snippet.ts`, `${ name }.toString();` ) ).toEqual( [ 'no-restricted-globals' ] );
		}
	} );

	it( 'with views may know the page', async () => {
		expect( await broken( 'src/reader/snippet.ts', 'document.toString();' ) ).toEqual( [] );
	} );
} );
