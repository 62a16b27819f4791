/** Runs the program within the test, and gives what it printed. */
import { vi } from 'vitest';
import { main } from '../../src/cli/main';
import { statusOf } from '../../src/cli/program';
import type { ReadingOptions } from '../../src/cli/whole-history';

export interface Result {
	status: number;
	stdout: string;
	lines: string[];
	stderr: string;
}

/** Options of reading for who wants to hear nothing of it. */
export function silently(): ReadingOptions {
	return {
		signal: new AbortController().signal,
		progress: { tell: () => undefined, end: () => undefined }
	};
}

export async function run(
	args: string[], signal = new AbortController().signal
): Promise<Result> {
	const written = { stdout: '', stderr: '' };
	const spies = ( [ 'stdout', 'stderr' ] as const ).map( ( name ) => vi.spyOn( process[ name ], 'write' )
		.mockImplementation( ( ( text: string, done?: ( error?: Error ) => void ) => {
			written[ name ] += text;
			done?.();
			return true;
		} ) as typeof process.stdout.write ) );
	try {
		const status = await statusOf( ( own ) => main( args, own ), signal );
		return { status, ...written, lines: written.stdout.split( '\n' ).slice( 0, -1 ) };
	} finally {
		spies.forEach( ( spy ) => spy.mockRestore() );
	}
}
