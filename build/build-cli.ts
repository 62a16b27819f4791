/**
 * Builds the program of the command line into `dist/cli/`, as one file that needs nothing but Node
 * and what the package has beside it. `npm pack` runs this.
 */
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { generate } from './generate';
import { root } from './root';

/** As `bin` in package.json has it. */
export const program = join( root, 'dist', 'cli', 'advice-provenance.mjs' );

/** The licences of the packages that files were bundled from, as these want them to go along. */
function licencesOf( files: readonly string[] ): string {
	const packages = new Set( files.filter( ( file ) => file.startsWith( 'node_modules/' ) ).map(
		// Names with a scope have two parts.
		( file ) => file.split( '/' ).slice( 0, file.startsWith( 'node_modules/@' ) ? 3 : 2 ).join( '/' )
	) );
	return [ ...packages ].sort().map( ( folder ) => {
		const licence = readdirSync( join( root, folder ) ).find( ( file ) => /^licen[cs]e/i.test( file ) );
		if ( licence === undefined ) {
			throw new Error( `${ folder } has no licence to go along with it` );
		}
		const text = readFileSync( join( root, folder, licence ), 'utf8' );
		return `${ folder.replace( 'node_modules/', '' ) }\n\n${ text.trim() }\n`;
	} ).join( '\n----\n\n' );
}

/** @throws {Error} when something does not compile */
export async function buildCli(): Promise<void> {
	await generate();
	const { metafile } = await esbuild.build( {
		absWorkingDir: root,
		entryPoints: [ 'src/cli/start.ts' ],
		outfile: program,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20.19',
		charset: 'utf8',
		banner: { js: '#!/usr/bin/env node' },
		metafile: true,
		tsconfig: join( root, 'tsconfig.node.json' ),
		logLevel: 'warning'
	} );
	writeFileSync(
		join( dirname( program ), 'LICENCES.txt' ), licencesOf( Object.keys( metafile.inputs ) )
	);
	chmodSync( program, 0o755 );
}

if ( import.meta.url === pathToFileURL( process.argv[ 1 ] || '' ).href ) {
	await buildCli();
}
