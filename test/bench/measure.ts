import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString( '--expose-gc' );
const collectGarbage = runInNewContext( 'gc' ) as () => void;

/** Bytes that live objects take, typed arrays included. */
export function bytesInUse(): number {
	collectGarbage();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

/**
 * The same after everything that is no longer needed has been given back: what hangs on typed
 * arrays, and what the last function on the stack used, goes only between two tasks.
 */
export async function bytesAtRest(): Promise<number> {
	for ( let turn = 0; turn < 2; turn++ ) {
		collectGarbage();
		await setTimeout( 20 );
	}
	return bytesInUse();
}

export interface Timed<Result> {
	/** The shortest run. */
	milliseconds: number;
	/** What each run gave. */
	results: Result[];
}

/**
 * Runs a function three times and takes the shortest time; nothing else is to run meanwhile.
 *
 * @param run is told when to give up, as a time of `performance.now()`
 * @param limit in milliseconds, for all runs together: one that would pass it is left out
 */
export function bestOfThree<Result>(
	run: ( until: number ) => Result, limit = Infinity
): Timed<Result> {
	const results: Result[] = [];
	const until = performance.now() + limit;
	let milliseconds = Infinity;
	while ( results.length < 3 ) {
		collectGarbage();
		const start = performance.now();
		if ( results.length && start + milliseconds > until ) {
			break;
		}
		results.push( run( until ) );
		milliseconds = Math.min( milliseconds, performance.now() - start );
	}
	return { milliseconds, results };
}
