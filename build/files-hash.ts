import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './root';

/** Files of a folder and its folders, sorted. */
function filesBelow( path: string ): string[] {
	if ( !existsSync( path ) ) {
		return [];
	}
	return statSync( path ).isDirectory() ?
		readdirSync( path ).sort().flatMap( ( name ) => filesBelow( join( path, name ) ) ) :
		[ path ];
}

/**
 * Hash of the names and contents of files, to find out whether any of them changed.
 *
 * @param paths files and folders of the project; what does not exist counts as empty
 */
export function filesHash( paths: string[] ): string {
	const hash = createHash( 'sha256' );
	for ( const file of paths.flatMap( ( path ) => filesBelow( join( root, path ) ) ) ) {
		hash.update( `${ relative( root, file ) }\0` ).update( readFileSync( file ) ).update( '\0' );
	}
	return hash.digest( 'hex' ).slice( 0, 16 );
}
