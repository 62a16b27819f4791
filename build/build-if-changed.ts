/** Builds the gadget unless it was built from these very files. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesHash } from './files-hash';
import { root } from './root';

const stampFile = join( root, '.local', 'build-stamp' );

/** All that a build is made of, and the build. */
function stamp(): string {
	const programs = readdirSync( join( root, 'build' ) ).filter( ( name ) => name.endsWith( '.ts' ) )
		.map( ( name ) => `build/${ name }` );
	return filesHash( [
		'src', 'i18n', 'styles', 'gadget-definition.txt', 'package-lock.json', 'tsconfig.json',
		...programs, 'dist'
	] );
}

function lastStamp(): string {
	try {
		return readFileSync( stampFile, 'utf8' );
	} catch {
		return '';
	}
}

/**
 * Builds the gadget into `dist/` if it is not up to date there.
 *
 * @param log gets a line if there is something to do
 * @return folder of the built gadget
 */
export async function buildIfChanged( log: ( line: string ) => void ): Promise<string> {
	const dist = join( root, 'dist' );
	if ( lastStamp() !== stamp() ) {
		log( 'Building the gadget …' );
		// Loading the compilers takes as long as everything else in a second start.
		const { build } = await import( './build' );
		await build( { dist } );
		mkdirSync( join( root, '.local' ), { recursive: true } );
		writeFileSync( stampFile, stamp() );
	}
	return dist;
}
