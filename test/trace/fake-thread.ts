/** A thread whose time goes by as a test wants it. */
import { traceAnswers, type TraceAnswers } from '../../src/trace/trace-answers';
import { localPorts } from '../../src/trace/trace-port';
import { TraceClient } from '../../src/trace/trace-client';
import { serve, type Scheduler } from '../../src/trace/trace-worker';

export interface FakeThread {
	scheduler: Scheduler;
	/** How long each look at the clock takes, in ms, by the number of the look. */
	cost( look: number ): number;
	/** When each slice began and ended. */
	slices: [ number, number ][];
	/** Runs one slice; false if none waits. */
	runSlice(): boolean;
	/** Runs until nothing waits. */
	run(): void;
}

/** A thread on which nothing takes any time, until `cost` says otherwise. */
export function fakeThread(): FakeThread {
	const waiting: ( () => void )[] = [];
	let time = 0;
	let looks = 0;
	const thread: FakeThread = {
		scheduler: {
			now: () => {
				time += thread.cost( looks++ );
				return time;
			},
			later: ( run ) => waiting.push( run )
		},
		cost: () => 0,
		slices: [],
		runSlice() {
			const run = waiting.shift();
			if ( run ) {
				const start = time;
				run();
				thread.slices.push( [ start, time ] );
			}
			return run !== undefined;
		},
		run() {
			while ( thread.runSlice() ) {
				// On to the next.
			}
		}
	};
	return thread;
}

/** A client of a worker on a thread. */
export function clientOn( thread: FakeThread ): TraceClient<TraceAnswers> {
	const [ ours, theirs ] = localPorts();
	serve( theirs, thread.scheduler, traceAnswers );
	return new TraceClient<TraceAnswers>( ours );
}
