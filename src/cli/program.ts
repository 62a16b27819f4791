/** What the programs of the command line have in common: how they print, fail and end. */
import { WikiError } from '../wiki/api';
import { UserError } from './user-error';

/** Exit statuses of every command. */
export const CLEAN = 0;
export const FINDINGS = 1;
export const UNUSABLE = 2;
/** As shells have it for a program that was interrupted. */
const INTERRUPTED = 130;

const escapes: { [ character: string ]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One line for a terminal, whatever a hostile page holds: what cannot be seen is written out. */
export function oneLine( text: string ): string {
	return text.replace( /\p{C}|\p{Zl}|\p{Zp}/gu, ( character ) => escapes[ character ] ||
		`\\u{${ ( character.codePointAt( 0 ) || 0 ).toString( 16 ) }}` );
}

/** Likewise, without spaces: one column among others. */
export function oneColumn( text: string ): string {
	return oneLine( text ).replace( / /g, '\\u{20}' );
}

/** Prints a line for people, beside what is printed for programs. */
export function tell( line: string ): void {
	process.stderr.write( `${ oneLine( line ) }\n` );
}

function isPipeClosed( error: unknown ): boolean {
	return error instanceof Error && ( error as NodeJS.ErrnoException ).code === 'EPIPE';
}

/**
 * Prints a result, and waits until it is taken: a pipe takes a long one bit by bit. Whoever reads
 * it may have read enough: what the exit status says stays true.
 */
export function print( text: string ): Promise<void> {
	return new Promise( ( resolve, reject ) => {
		process.stdout.write( text, ( error ) => error && !isPipeClosed( error ) ?
			reject( error ) : resolve() );
	} );
}

function tellFailure( error: unknown ): number {
	if ( error instanceof Error && error.name === 'AbortError' ) {
		tell( 'Stopped.' );
		return INTERRUPTED;
	}
	if ( error instanceof UserError || error instanceof WikiError ) {
		tell( error.message );
	} else {
		tell( `This should not have happened: ${ error instanceof Error ? error.message : String( error ) }` );
		// For whoever looks into it.
		if ( process.env.DEBUG && error instanceof Error ) {
			process.stderr.write( `${ error.stack ?? '' }\n` );
		}
	}
	return UNUSABLE;
}

/**
 * Runs a program; whatever fails is told in a sentence.
 *
 * @param main resolves with the exit status
 * @param signal tells of Ctrl+C
 * @return exit status
 */
export async function statusOf(
	main: ( signal: AbortSignal ) => Promise<number>, signal: AbortSignal
): Promise<number> {
	try {
		return await main( signal );
	} catch ( error ) {
		return tellFailure( error );
	}
}

/** Likewise, and gives the process its exit status. */
export async function runProgram(
	main: ( signal: AbortSignal ) => Promise<number>
): Promise<void> {
	const controller = new AbortController();
	const interrupt = (): void => {
		if ( controller.signal.aborted ) {
			// Asked twice: at once.
			process.exit( INTERRUPTED );
		}
		controller.abort();
	};
	process.on( 'SIGINT', interrupt );
	process.on( 'SIGTERM', interrupt );
	// Whoever prints is told as well.
	process.stdout.on( 'error', ( error ) => isPipeClosed( error ) || process.exit( UNUSABLE ) );
	process.exitCode = await statusOf( main, controller.signal );
	process.off( 'SIGINT', interrupt );
	process.off( 'SIGTERM', interrupt );
}
