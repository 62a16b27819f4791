/**
 * Facts about other processes. Process numbers are used again by the system, so a process is
 * remembered by its number and the moment it was started. Read from /proc; where there is none
 * (macOS) a number that answers is taken for the same process.
 */
import { readdirSync, readFileSync } from 'node:fs';

function isAlive( pid: number ): boolean {
	try {
		process.kill( pid, 0 );
		return true;
	} catch ( error ) {
		return ( error as NodeJS.ErrnoException ).code === 'EPERM';
	}
}

/** Clock ticks from the system's start to the process's; null where it cannot be known. */
function startOf( pid: number ): string | null {
	try {
		const stat = readFileSync( `/proc/${ pid }/stat`, 'utf8' );
		// The name in parentheses may hold spaces; state is the first field after it.
		const fields = stat.slice( stat.lastIndexOf( ')' ) + 2 ).split( ' ' );
		return fields[ 0 ] === 'Z' ? 'ended' : fields[ 19 ] ?? null;
	} catch {
		return null;
	}
}

/** What to remember of a process in order to recognise it: `isSameProcess` understands it. */
export function processMark( pid: number ): string {
	return `${ pid } ${ startOf( pid ) ?? '' }`.trim();
}

/**
 * Whether the process that a mark was made of is still running.
 *
 * @param mark made by `processMark`
 */
export function isSameProcess( mark: string ): boolean {
	const [ pid, start ] = mark.split( ' ' );
	const number = Number( pid );
	if ( !Number.isInteger( number ) || number <= 0 || !isAlive( number ) ) {
		return false;
	}
	return start === undefined || startOf( number ) === start;
}

/**
 * Processes started with these two arguments next to each other.
 *
 * @return process numbers; none where there is no /proc
 */
export function processesWithArguments( first: string, second: string ): number[] {
	let names: string[];
	try {
		names = readdirSync( '/proc' );
	} catch {
		return [];
	}
	return names.filter( ( name ) => /^\d+$/.test( name ) ).map( Number ).filter( ( pid ) => {
		try {
			const args = readFileSync( `/proc/${ pid }/cmdline`, 'utf8' ).split( '\0' );
			return args.some( ( arg, i ) => arg === first && args[ i + 1 ] === second );
		} catch {
			return false;
		}
	} );
}
