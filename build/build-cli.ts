/**
 * Builds the program of the command line into `dist/cli/`, as one file that needs nothing but Node
 * and what the package has beside it. `npm pack` runs this.
 */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { generate } from './generate';
import { root } from './root';

/** As `bin` in package.json has it. */
export const program = join( root, 'dist', 'cli', 'advice-provenance.mjs' );

/** @throws {Error} when something does not compile */
export async function buildCli(): Promise<void> {
	await generate();
	await esbuild.build( {
		absWorkingDir: root,
		entryPoints: [ 'src/cli/start.ts' ],
		outfile: program,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20.19',
		charset: 'utf8',
		banner: { js: '#!/usr/bin/env node' },
		// Licences of what is bundled.
		legalComments: 'eof',
		tsconfig: join( root, 'tsconfig.node.json' ),
		logLevel: 'warning'
	} );
	chmodSync( program, 0o755 );
}

if ( import.meta.url === pathToFileURL( process.argv[ 1 ] || '' ).href ) {
	await buildCli();
}
