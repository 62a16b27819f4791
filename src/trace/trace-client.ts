/** The page's side of the way to a worker that traces. */
import type { AnswerTable } from './trace-answers';
import type { TracePort } from './trace-port';
import type { RevisionText } from './types';
import {
	isReply, PROTOCOL, type Answer, type Subject, type TraceTask
} from './worker-messages';

/** The worker failed, is of another version, or was told to forget the request. */
export class TraceError extends Error {
	public override readonly name = 'TraceError';

	/** @param message in words for developers */
	public constructor( public readonly reason: 'failed' | 'cancelled', message: string ) {
		super( message );
	}
}

interface Waiting {
	resolve( value: unknown ): void;
	reject( error: TraceError ): void;
}

/**
 * Asks a worker. Every promise is rejected with a `TraceError` where it does not do its part.
 *
 * `A` is the table from which it answers.
 */
export class TraceClient<A extends AnswerTable> {
	private readonly waiting = new Map<number, Waiting>();

	private count = 0;

	private failure: string | null = null;

	public constructor( private readonly port: TracePort ) {
		port.listen( ( message ) => this.take( message ) );
	}

	/**
	 * Begins a new trace.
	 *
	 * @param saved what `ask( 'saved' )` gave another time; null to begin from nothing
	 * @return number of revisions in it
	 */
	public start( saved: unknown ): Promise<number> {
		return this.send( { kind: 'start', saved } ) as Promise<number>;
	}

	/** Adds the next revisions; gives the number of revisions in the trace. */
	public add( revisions: RevisionText[] ): Promise<number> {
		return this.send( { kind: 'add', revisions } ) as Promise<number>;
	}

	public ask<Q extends keyof A & string>(
		question: Q, subject: Subject<A, Q>
	): Promise<Answer<A, Q>> {
		return this.send( { kind: 'ask', question, subject } ) as Promise<Answer<A, Q>>;
	}

	/** Drops what is not done yet; gives the number of revisions in the trace. */
	public cancel(): Promise<number> {
		return this.send( { kind: 'cancel' } ) as Promise<number>;
	}

	/**
	 * Gives up: nothing more is expected of the worker.
	 *
	 * @param message in words for developers
	 */
	public fail( message: string ): void {
		const waiting = [ ...this.waiting.values() ];
		this.failure = this.failure ?? message;
		this.waiting.clear();
		waiting.forEach( ( { reject } ) => reject( new TraceError( 'failed', message ) ) );
	}

	private send( task: TraceTask ): Promise<unknown> {
		return new Promise( ( resolve, reject ) => {
			if ( this.failure !== null ) {
				reject( new TraceError( 'failed', this.failure ) );
				return;
			}
			const id = ++this.count;
			this.waiting.set( id, { resolve, reject } );
			this.port.post( { protocol: PROTOCOL, id, task } );
		} );
	}

	private take( message: unknown ): void {
		if ( !isReply( message ) ) {
			return;
		}
		if ( message.protocol !== PROTOCOL ) {
			this.fail( `protocol ${ message.protocol }, not ${ PROTOCOL }` );
			return;
		}
		const request = this.waiting.get( message.id );
		this.waiting.delete( message.id );
		if ( message.result === 'done' ) {
			request?.resolve( message.value );
		} else {
			request?.reject( new TraceError( message.result, String( message.value ) ) );
		}
	}
}
