/** A lock between processes: one of them does the work, the others wait for it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSameProcess, processMark } from './processes';
import { UserError } from '../user-error';

/** Takes the lock; the mark of the process that holds it if that one is alive. */
function take( path: string ): string | null {
	try {
		writeFileSync( path, processMark( process.pid ), { flag: 'wx' } );
		return null;
	} catch ( error ) {
		if ( ( error as NodeJS.ErrnoException ).code !== 'EEXIST' ) {
			throw error;
		}
	}
	let holder = '';
	try {
		holder = readFileSync( path, 'utf8' );
	} catch {
		return take( path );
	}
	// Empty: its holder is between creating and writing it.
	if ( holder === '' || isSameProcess( holder ) ) {
		return holder || 'another process';
	}
	rmSync( path, { force: true } );
	return take( path );
}

/**
 * Runs some work while holding a lock file; waits while another living process holds it. A lock
 * left by a process that has ended is taken over.
 *
 * @param path of the lock file
 * @param work what to do
 * @param patience seconds to wait for the other process
 */
export async function withLock<T>(
	path: string, work: () => Promise<T>, patience = 600
): Promise<T> {
	mkdirSync( dirname( path ), { recursive: true } );
	const deadline = Date.now() + patience * 1000;
	for ( let holder = take( path ); holder !== null; holder = take( path ) ) {
		if ( Date.now() > deadline ) {
			throw new UserError( `Process ${ holder.split( ' ' )[ 0 ] } has been holding ${ path } for more than ${ patience } seconds; end it, or delete that file, then start again.` );
		}
		await sleep( 200 );
	}
	try {
		return await work();
	} finally {
		rmSync( path, { force: true } );
	}
}
