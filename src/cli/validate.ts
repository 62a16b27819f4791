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
import type { Finding } from '../log/check-log';

const usage = 'Use: npm run --silent validate -- FILE\n     FILE is an advice log as JSON; - reads it from standard input.\n';

const escapes: { [ character: string ]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One line, whatever a hostile key holds. */
function oneLine( text: string ): string {
	return text.replace( /\p{C}|\p{Zl}|\p{Zp}/gu, ( character ) => escapes[ character ] ||
		`\\u{${ ( character.codePointAt( 0 ) || 0 ).toString( 16 ) }}` );
}

async function messages(): Promise<{ [ key: string ]: string }> {
	const path = new URL( '../../i18n/en.json', import.meta.url );
	return JSON.parse( await readFile( path, 'utf8' ) ) as { [ key: string ]: string };
}

/** The finding in words, with $1, $2, … filled in. */
async function describer(): Promise<( finding: Finding ) => string> {
	const [ texts, { namedMessage } ] = await Promise.all( [
		messages(),
		import( '../log/named-message' )
	] );
	const textOf = ( key: string ): string => texts[ `advice-provenance-${ key }` ] || key;
	return ( finding ) => {
		const { key, params } = namedMessage( finding, textOf );
		return textOf( key )
			.replace( /\$(\d)/g, ( whole, n: string ) => params[ Number( n ) - 1 ] ?? whole );
	};
}

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
	const { checkLog } = await import( '../log/check-log' );
	const describe = await describer();
	const findings = checkLog( log );
	for ( const finding of findings ) {
		const { rule, path, line, column } = finding;
		const place = oneLine( path || '/' ).replace( / /g, '\\u{20}' );
		const message = oneLine( describe( finding ) );
		process.stdout.write( `${ rule } ${ place } ${ line }:${ column } ${ message }\n` );
	}
	return findings.some( ( { severity } ) => severity === 'error' ) ? 1 : 0;
}

process.exitCode = await main( process.argv.slice( 2 ) );
