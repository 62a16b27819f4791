/** Runs other programs: collects what they print, and ends them when this process ends. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** What a program printed, and how it ended. */
export interface CommandResult {
	/** Exit status; 127 where there is no such program, 128 where a signal ended it. */
	status: number;
	stdout: string;
	stderr: string;
}

/** How to run a program. */
export interface CommandOptions {
	cwd?: string;
	/** Added to this process's environment. */
	env?: Record<string, string>;
	/** Text for its standard input; nothing by default. */
	stdin?: string;
	/** Path of a file for its standard input, for what is too large to hold. */
	stdinFile?: string;
}

const running = new Set<ChildProcess>();

/** Ends every program that is still running; for use when this process has to end. */
export function endCommands(): void {
	for ( const child of running ) {
		child.kill( 'SIGTERM' );
	}
}

/**
 * Runs a program to its end. Never rejects: look at `status`.
 *
 * @param command name or path of the program
 * @param args its arguments, each passed as it is (there is no shell)
 */
export function runCommand(
	command: string, args: string[], options: CommandOptions = {}
): Promise<CommandResult> {
	return new Promise( ( resolve ) => {
		const input = options.stdinFile === undefined ?
			( options.stdin === undefined ? 'ignore' : 'pipe' ) :
			openSync( options.stdinFile, 'r' );
		const child = spawn( command, args, {
			cwd: options.cwd,
			env: { ...process.env, ...options.env },
			stdio: [ input, 'pipe', 'pipe' ]
		} );
		if ( typeof input === 'number' ) {
			closeSync( input );
		}
		running.add( child );
		const stdout: Buffer[] = [];
		const stderr: Buffer[] = [];
		child.stdout?.on( 'data', ( part: Buffer ) => stdout.push( part ) );
		child.stderr?.on( 'data', ( part: Buffer ) => stderr.push( part ) );
		const finish = ( status: number, message = '' ): void => {
			running.delete( child );
			resolve( {
				status,
				stdout: Buffer.concat( stdout ).toString( 'utf8' ),
				stderr: Buffer.concat( stderr ).toString( 'utf8' ) + message
			} );
		};
		child.on( 'error', ( error ) => finish( 127, error.message ) );
		child.on( 'close', ( status ) => finish( status ?? 128 ) );
		// A program that ends without reading its input is judged by its status.
		child.stdin?.on( 'error', () => undefined );
		child.stdin?.end( options.stdin );
	} );
}

/** The last lines of what a program printed, to be quoted in an error message. */
export function lastLines( result: CommandResult, count = 3 ): string {
	const lines = `${ result.stdout }\n${ result.stderr }`.split( '\n' )
		.map( ( line ) => line.trim() ).filter( ( line ) => line !== '' );
	return lines.slice( -count ).join( ' / ' );
}
