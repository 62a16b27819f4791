/**
 * Runs one of the project's TypeScript programs on a machine that has nothing
 * but Node: installs the npm dependencies when they are missing or older than
 * the lock file, then hands over within the same process, so that signals
 * reach the program itself.
 *
 * Use: node build/bootstrap.mjs PROGRAM.ts [ARGUMENT …]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname( dirname( fileURLToPath( import.meta.url ) ) );
const stamp = join( root, 'node_modules', '.lock-hash' );

const [ major, minor ] = process.versions.node.split( '.' ).map( Number );
if ( major < 20 || ( major === 20 && minor < 19 ) ) {
	process.stderr.write( `Node 20.19 or newer is needed; this is ${ process.versions.node }.\n` );
	process.exit( 2 );
}

const lockHash = createHash( 'sha256' )
	.update( readFileSync( join( root, 'package-lock.json' ) ) )
	.digest( 'hex' );
if ( !existsSync( stamp ) || readFileSync( stamp, 'utf8' ) !== lockHash ) {
	process.stderr.write( 'Installing the npm dependencies …\n' );
	// Standard output belongs to the program that follows: `validate` and `wiki` print data there.
	const npm = spawnSync( 'npm', [ 'ci', '--loglevel=error' ], { cwd: root, stdio: [ 'ignore', 2, 2 ] } );
	if ( npm.status !== 0 ) {
		process.stderr.write( 'npm could not install the dependencies. Check that the npm registry can be reached, then start again.\n' );
		process.exit( 2 );
	}
	writeFileSync( stamp, lockHash );
}

const [ program, ...args ] = process.argv.slice( 2 );
const programPath = resolve( root, program );
process.argv = [ process.argv[ 0 ], programPath, ...args ];
const { register } = await import( 'tsx/esm/api' );
register( { tsconfig: join( root, 'tsconfig.node.json' ) } );
await import( pathToFileURL( programPath ).href );
