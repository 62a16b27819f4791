/**
 * `npm run --silent validate -- FILE` checks an advice log, `-` for standard input. Prints
 * one finding a line:
 *
 *     RULE PATH LINE:COLUMN message
 *
 * PATH is a JSON Pointer; the log as a whole is `/`. Line breaks and other characters that
 * cannot be seen are written as escapes, in PATH also spaces. Exit status: 0 without errors
 * (warnings may be listed), 1 with errors, 2 if the log cannot be read.
 */
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { generate } from '../../build/generate';

const usage = 'Use: npm run --silent validate -- FILE\n     FILE is an advice log as JSON; - reads it from standard input.\n';

async function readInput( name: string ): Promise<string> {
	return name === '-' ? readAll( process.stdin ) : readFile( name, 'utf8' );
}

/** @return exit status */
async function main( args: string[] ): Promise<number> {
	const [ file ] = args;
	if ( file === undefined || args.length > 1 ) {
		process.stderr.write( usage );
		return 2;
	}
	let log: string;
	try {
		log = await readInput( file );
	} catch ( error ) {
		process.stderr.write( `The log cannot be read: ${ ( error as Error ).message }\n` );
		return 2;
	}
	await generate();
	// It needs what was just made.
	const { validateText } = await import( './validate-text' );
	const { lines, hasErrors } = validateText( log, 'en' );
	process.stdout.write( lines.map( ( line ) => `${ line }\n` ).join( '' ) );
	return hasErrors ? 1 : 0;
}

process.exitCode = await main( process.argv.slice( 2 ) );
