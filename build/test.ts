/**
 * Everything that decides whether the project is well: `npm test`. Sets up what it needs,
 * runs checks, unit tests, the build with its gates and the browser tests, and ends with the
 * line `N passed, N failed`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { spawn } from 'node:child_process';
import { buildIfChanged } from './build-if-changed';
import { generate } from './generate';
import { checks, runChecks } from './lint';
import { root } from './root';

interface Tally {
	passed: number;
	failures: Failure[];
}

/** One thing that is not well: repeated at the end, where a long run's output is looked for. */
interface Failure {
	name: string;
	/** What was expected or went wrong, in a few lines. */
	reason: string;
}

/** What vitest's JSON reporter says of a run. */
interface VitestResult {
	numPassedTests: number;
	testResults: {
		name: string;
		status: string;
		message: string;
		assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
	}[];
}

/** Lines of a failure's message that are repeated at the end. */
const REPEATED_LINES = 12;

const folder = mkdtempSync( join( tmpdir(), 'advice-provenance-test-' ) );

/** Runs one project of vitest.config.ts in a process of its own. */
async function runVitest( project: string ): Promise<Tally> {
	const report = join( folder, `${ project }.json` );
	const status = await new Promise<number>( ( resolve ) => {
		const child = spawn( join( root, 'node_modules', '.bin', 'vitest' ), [
			'run', '--project', project,
			// By default one processor is left idle. Browser tests run one file at a time anyway.
			`--maxWorkers=${ availableParallelism() }`,
			'--reporter=default', '--reporter=json', `--outputFile.json=${ report }`
		], { cwd: root, stdio: [ 'ignore', 'inherit', 'inherit' ] } );
		for ( const signal of [ 'SIGINT', 'SIGTERM' ] as const ) {
			process.once( signal, () => child.kill( signal ) );
		}
		child.on( 'exit', ( code ) => resolve( code ?? 1 ) );
	} );
	let result: VitestResult;
	try {
		result = JSON.parse( readFileSync( report, 'utf8' ) );
	} catch {
		return { passed: 0, failures: [ { name: project, reason: 'No report was written.' } ] };
	}
	const failures = failuresOf( result );
	// What happens outside of a test, as an error that nothing waits for.
	if ( status !== 0 && !failures.length ) {
		failures.push( { name: project, reason: `vitest ended with status ${ status }.` } );
	}
	return { passed: result.numPassedTests, failures };
}

/** Failed tests, and files that failed as a whole, each counted as one failed test. */
function failuresOf( { testResults }: VitestResult ): Failure[] {
	return testResults.flatMap( ( { name, status, message, assertionResults } ) => {
		const tests = assertionResults.filter( ( test ) => test.status === 'failed' );
		if ( !tests.length && status === 'failed' ) {
			return [ { name: relative( root, name ), reason: message } ];
		}
		return tests.map( ( { fullName, failureMessages } ) => ( {
			name: `${ relative( root, name ) }: ${ fullName }`,
			reason: failureMessages.join( '\n' )
		} ) );
	} );
}

async function runBuild(): Promise<Tally> {
	try {
		// Into the folder from which the browser tests deploy.
		await buildIfChanged( ( line ) => process.stdout.write( `${ line }\n` ) );
		return { passed: 1, failures: [] };
	} catch ( error ) {
		return { passed: 0, failures: [ { name: 'build', reason: ( error as Error ).message } ] };
	}
}

function title( text: string ): void {
	process.stdout.write( `\n== ${ text } ==\n` );
}

const tallies: Tally[] = [];
try {
	mkdirSync( folder, { recursive: true } );
	await generate();
	title( 'Checks' );
	const failed = await runChecks( checks );
	tallies.push( {
		passed: checks.length - failed.length,
		failures: failed.map( ( { check, found } ) => ( { name: check.name, reason: found } ) )
	} );
	title( 'Build' );
	tallies.push( await runBuild() );
	title( 'Unit tests' );
	tallies.push( await runVitest( 'unit' ) );
	title( 'Browser tests' );
	tallies.push( await runVitest( 'e2e' ) );
} finally {
	rmSync( folder, { recursive: true, force: true } );
}
const passed = tallies.reduce( ( sum, tally ) => sum + tally.passed, 0 );
const failures = tallies.flatMap( ( tally ) => tally.failures );
if ( failures.length ) {
	title( 'What failed' );
}
for ( const { name, reason } of failures ) {
	const lines = reason.trimEnd().split( '\n' ).slice( 0, REPEATED_LINES );
	process.stdout.write( `✗ ${ name }\n${ lines.map( ( line ) => `  ${ line }\n` ).join( '' ) }` );
}
process.exitCode = failures.length || !passed ? 1 : 0;
process.stdout.write( `\n${ passed } passed, ${ failures.length } failed\n` );
