/**
 * What a page and the worker that traces for it say to each other. The page asks, the worker
 * answers each request once, in the order of the requests; `cancel` alone overtakes.
 */
import type { Steps } from './steps';
import type { AnswerTable } from './trace-answers';
import type { RevisionText } from './types';

/**
 * Raised whenever a message changes its meaning: a worker from another deployment than the
 * page's script is then told apart by its first answer.
 */
export const PROTOCOL = 1;

/** What a question is about. */
export type Subject<A extends AnswerTable, Q extends keyof A> = Parameters<A[ Q ]>[ 1 ];

export type Answer<A extends AnswerTable, Q extends keyof A> =
	ReturnType<A[ Q ]> extends Steps<infer T> ? T : never;

/** What the worker is to do. */
export type TraceTask =
	/**
	 * Begin a new trace: from one that was kept, or with `saved: null` from nothing. Answered
	 * with the number of revisions in it. If what was kept is unreadable, an error, and the
	 * trace is as it was.
	 */
	| { kind: 'start'; saved: unknown }
	/** Take the next revisions. Answered with the number of revisions in the trace. */
	| { kind: 'add'; revisions: RevisionText[] }
	/** Answered from the worker's table of answers. */
	| { kind: 'ask'; question: string; subject: unknown }
	/**
	 * Forget all requests that are not done; they are answered as cancelled. Answered with the
	 * number of revisions in the trace, which stays as it is.
	 */
	| { kind: 'cancel' };

export interface TraceRequest {
	protocol: number;
	/** Tells requests apart. */
	id: number;
	task: TraceTask;
}

export interface TraceReply {
	protocol: number;
	/** Of the request. */
	id: number;
	/** What came of it. */
	result: 'done' | 'cancelled' | 'failed';
	/** If done, the answer; else what went wrong, in words for developers. */
	value: unknown;
}

function isMessage( message: unknown ): message is Record<string, unknown> {
	return typeof message === 'object' && message !== null &&
		'protocol' in message && 'id' in message && typeof message.id === 'number';
}

/** Whether a message is a request, of this or another version. */
export function isRequest( message: unknown ): message is TraceRequest {
	return isMessage( message ) && typeof message.task === 'object' && message.task !== null;
}

/** Whether a message is a reply, of this or another version. */
export function isReply( message: unknown ): message is TraceReply {
	return isMessage( message ) && typeof message.result === 'string';
}
