/** Runs a Python script beside the tests: what another library makes of an export. */
import { join } from 'node:path';
import { ensurePythonProv } from '../../build/packages';
import { root } from '../../build/root';
import { runCommand } from '../../build/run-command';
import { UserError } from '../../build/user-error';

/**
 * Path of a Python with python3-prov, installed where there is none.
 *
 * @return or a sentence that says why there is none
 */
export async function findPython(): Promise<{ path: string } | { missing: string }> {
	try {
		return { path: await ensurePythonProv( ( line ) => process.stdout.write( `${ line }\n` ) ) };
	} catch ( error ) {
		if ( error instanceof UserError ) {
			return { missing: error.message };
		}
		throw error;
	}
}

/** What a script of this folder prints, as JSON. */
export async function runPython<T>( path: string, script: string, stdin: string ): Promise<T> {
	const { status, stdout, stderr } = await runCommand(
		path, [ join( root, 'test', 'export', script ) ], { stdin, env: { PYTHONIOENCODING: 'utf-8' } }
	);
	if ( status !== 0 ) {
		throw new Error( stderr );
	}
	return JSON.parse( stdout ) as T;
}
