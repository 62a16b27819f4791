/**
 * Every check of the sources that runs nothing: `npm run lint`. Ends with status 1 if one
 * finds something.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from './generate';
import { scripts, styles } from './build';
import { lintDefinition } from './lint-definition';
import { lintMessages } from './lint-messages';
import { root } from './root';
import { runCommand } from './run-command';

/** One check: what it is called, and what it found. */
export interface Check {
	name: string;
	/** Resolves with everything that is wrong, empty if nothing is. */
	run(): Promise<string>;
}

function tool( name: string, ...args: string[] ): () => Promise<string> {
	return async () => {
		const program = join( root, 'node_modules', '.bin', name );
		const { status, stdout, stderr } = await runCommand( program, args, { cwd: root } );
		return status === 0 ? '' : `${ stdout }${ stderr }` || `${ name } ended with ${ status }`;
	};
}

/** Pages that the definition may name: what is built, and the operator's configuration. */
function definedPages(): Set<string> {
	return new Set( [
		...scripts.map( ( { page } ) => page.replace( /^Gadget-/, '' ) ),
		...styles.map( ( name ) => `AdviceProvenance-${ name }.css` ),
		'AdviceProvenance-config.json'
	] );
}

export const checks: Check[] = [
	{
		name: 'ESLint, with the import rules of the rooms',
		run: tool( 'eslint', '--max-warnings', '0', '--ext', '.ts,.vue,.mjs,.cjs,.json', '.' )
	},
	{ name: 'stylelint', run: tool( 'stylelint', 'styles/**/*.css' ) },
	{ name: 'banana-checker', run: tool( 'banana-checker', 'i18n' ) },
	{ name: 'messages', run: async () => lintMessages().join( '\n' ) },
	{
		name: 'gadget-definition.txt',
		run: async () => lintDefinition(
			readFileSync( join( root, 'gadget-definition.txt' ), 'utf8' ),
			{ pages: definedPages() }
		).join( '\n' )
	},
	{ name: 'types of the pure rooms', run: tool( 'vue-tsc', '--noEmit', '-p', 'tsconfig.pure.json' ) },
	{ name: 'types of the scripts', run: tool( 'vue-tsc', '--noEmit', '-p', 'tsconfig.json' ) },
	{ name: 'types of build and tests', run: tool( 'vue-tsc', '--noEmit', '-p', 'tsconfig.node.json' ) }
];

/** A check that found something, and what. */
export interface FailedCheck {
	check: Check;
	found: string;
}

/** Runs checks, two at a time, and prints what they found. Resolves with the failed ones. */
export async function runChecks( list: Check[] ): Promise<FailedCheck[]> {
	const failed: FailedCheck[] = [];
	const waiting = [ ...list ];
	async function work(): Promise<void> {
		for ( let check = waiting.shift(); check; check = waiting.shift() ) {
			const found = await check.run();
			process.stdout.write( `${ found ? '✗' : '✓' } ${ check.name }\n` );
			if ( found ) {
				process.stdout.write( `${ found.trimEnd() }\n` );
				failed.push( { check, found } );
			}
		}
	}
	await Promise.all( [ work(), work() ] );
	return failed;
}

if ( import.meta.url === pathToFileURL( process.argv[ 1 ] || '' ).href ) {
	await generate();
	process.exitCode = ( await runChecks( checks ) ).length ? 1 : 0;
}
