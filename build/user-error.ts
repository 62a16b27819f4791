/**
 * A failure that the person at the keyboard can do something about: its message is one
 * sentence (or two) in plain words that says what is wrong and what to do. Programs print it
 * alone, without a stack trace; every other error is a fault of this project.
 */
export class UserError extends Error {
	public override readonly name = 'UserError';

	/**
	 * @param message what is wrong and what to do
	 * @param status exit status of a program that ends because of it
	 */
	public constructor( message: string, public readonly status = 1 ) {
		super( message );
	}
}

/**
 * Runs a program's main function and gives the process its exit status: a `UserError` is
 * printed as its sentence, anything else with its stack.
 *
 * @param main resolves with the exit status, or with nothing for 0
 */
export async function runProgram( main: () => Promise<number | void> ): Promise<void> {
	try {
		process.exitCode = await main() ?? 0;
	} catch ( error ) {
		if ( error instanceof UserError ) {
			process.stderr.write( `${ error.message }\n` );
			process.exitCode = error.status;
		} else {
			process.stderr.write( `${ error instanceof Error ? error.stack : String( error ) }\n` );
			process.exitCode = 70;
		}
	}
}
