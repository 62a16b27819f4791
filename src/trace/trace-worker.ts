/**
 * The worker's side: keeps a trace, feeds it and answers about it. It runs in a Web Worker, and
 * the same on a page's own thread where no worker starts, so it works in slices of time.
 */
import { resumeSteps } from './saved-trace';
import { finish, type Steps } from './steps';
import { Trace } from './trace';
import type { AnswerTable } from './trace-answers';
import type { TracePort } from './trace-port';
import type { RevisionText } from './types';
import {
	isRequest, PROTOCOL, type TraceReply, type TraceRequest, type TraceTask
} from './worker-messages';

/**
 * So long a thread is held without anything else having its turn. A page is felt to hang from
 * 50 ms on (`PerformanceLongTaskTiming`): the rest is for a step that takes longer than all before.
 */
export const SLICE_MS = 30;

/** What shares a thread's time. */
export interface Scheduler {
	/** Milliseconds since any moment. */
	now(): number;
	/** Runs something after everything else that waits has had its turn. */
	later( run: () => void ): void;
}

/** A request on its way. */
interface Job {
	id: number;
	steps: Steps<unknown>;
}

/** How many revisions a trace was given; it notes some of them several times. */
function countOf( { revisions }: Trace ): number {
	return revisions.filter( ( { further } ) => !further ).length;
}

/**
 * Serves a page.
 *
 * @param port to the page
 * @param scheduler decides when there is time for a slice
 * @param answers to what the page may ask
 */
export function serve( port: TracePort, scheduler: Scheduler, answers: AnswerTable ): void {
	let trace = new Trace();
	let jobs: Job[] = [];
	/** A slice runs or will. */
	let isBusy = false;

	function reply( id: number, result: TraceReply[ 'result' ], value: unknown ): void {
		port.post( { protocol: PROTOCOL, id, result, value } );
	}

	function* begin( saved: unknown ): Steps<number> {
		trace = saved === null ? new Trace() : yield* resumeSteps( saved );
		return countOf( trace );
	}

	function* add( revisions: RevisionText[] ): Steps<number> {
		for ( let index = 0; index < revisions.length; index++ ) {
			if ( index ) {
				yield;
			}
			const steps = trace.addSteps( revisions[ index ] as RevisionText );
			try {
				while ( !steps.next().done ) {
					yield;
				}
			} finally {
				// A revision is taken as a whole, also where the rest is dropped.
				finish( steps );
			}
		}
		return countOf( trace );
	}

	function* answer( question: string, subject: unknown ): Steps<unknown> {
		// Not what every object answers to.
		const find = Object.keys( answers ).includes( question ) ? answers[ question ] : undefined;
		if ( !find ) {
			throw new Error( `no answer to "${ question }"` );
		}
		// The client's types see to it that the subject fits the question.
		return yield* find( trace, subject as never );
	}

	function stepsOf( task: Exclude<TraceTask, { kind: 'cancel' }> ): Steps<unknown> {
		return task.kind === 'start' ? begin( task.saved ) :
			( task.kind === 'add' ? add( task.revisions ) : answer( task.question, task.subject ) );
	}

	/** Takes a step; true if the job is done with it. */
	function runStep( { id, steps }: Job ): boolean {
		let result: TraceReply[ 'result' ] = 'done';
		let value: unknown;
		try {
			const step = steps.next();
			if ( !step.done ) {
				return false;
			}
			( { value } = step );
		} catch ( error ) {
			result = 'failed';
			value = String( error );
		}
		jobs.shift();
		reply( id, result, value );
		return true;
	}

	/** Takes steps until the next one could take too long: as long as the longest so far. */
	function work( job: Job ): void {
		const start = scheduler.now();
		let spent = 0;
		let longest = 0;
		let isDone = false;
		while ( !isDone && spent + longest <= SLICE_MS ) {
			isDone = runStep( job );
			const now = scheduler.now() - start;
			longest = Math.max( longest, now - spent );
			spent = now;
		}
	}

	/** A slice is of one job: what a step of the next one takes is not known. */
	function runSlice(): void {
		const [ job ] = jobs;
		if ( job ) {
			work( job );
		}
		isBusy = jobs.length > 0;
		if ( isBusy ) {
			scheduler.later( runSlice );
		}
	}

	function take( { id, task }: TraceRequest ): void {
		if ( task.kind === 'cancel' ) {
			const dropped = jobs;
			jobs = [];
			dropped.forEach( ( job ) => {
				job.steps.return( undefined );
				reply( job.id, 'cancelled', 'cancelled' );
			} );
			reply( id, 'done', countOf( trace ) );
			return;
		}
		jobs.push( { id, steps: stepsOf( task ) } );
		if ( !isBusy ) {
			isBusy = true;
			scheduler.later( runSlice );
		}
	}

	port.listen( ( message ) => {
		if ( isRequest( message ) ) {
			if ( message.protocol === PROTOCOL ) {
				take( message );
			} else {
				reply( message.id, 'failed', `protocol ${ PROTOCOL }, not ${ message.protocol }` );
			}
		}
	} );
}
