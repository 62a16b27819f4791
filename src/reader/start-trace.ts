/** Starts what traces words: in a worker, or where none starts, on the page's own thread. */
import { TraceClient } from '../trace/trace-client';
import { localPorts, portOf } from '../trace/trace-port';
import { loadTraceScript, traceScriptUrl } from './load-script';
import type { PageAnswers } from './trace-script';

export interface RunningTrace {
	client: TraceClient<PageAnswers>;
	/** Ends it, whatever it is doing. */
	end(): void;
}

/**
 * A script that a proxy or a filter replaced by nothing never answers. A slow network may take
 * a while for the real one.
 */
const PATIENCE_MS = 10000;

/** Starts a worker; null where that is not to be had. */
async function startWorker(): Promise<RunningTrace | null> {
	let worker: Worker;
	try {
		// Absent in old browsers; forbidden by some policies, and from another host.
		worker = new Worker( traceScriptUrl() );
	} catch {
		return null;
	}
	const client = new TraceClient<PageAnswers>( portOf( worker ) );
	const end = (): void => {
		worker.terminate();
		client.fail( 'ended' );
	};
	worker.onerror = ( event ) => {
		client.fail( event.message || 'the worker did not load' );
	};
	const timer = setTimeout( () => client.fail( 'no answer' ), PATIENCE_MS );
	try {
		await client.start( null );
		return { client, end };
	} catch {
		end();
		return null;
	} finally {
		clearTimeout( timer );
	}
}

/** Starts the same on the page's own thread. */
async function startHere(): Promise<RunningTrace> {
	const { serveHere } = await loadTraceScript();
	const [ ours, theirs ] = localPorts();
	serveHere( theirs );
	const client = new TraceClient<PageAnswers>( ours );
	return {
		client,
		end() {
			client.cancel().catch( () => undefined );
			client.fail( 'ended' );
		}
	};
}

/**
 * Starts an empty trace.
 *
 * @throws {Error} where its script cannot be loaded
 */
export async function startTrace(): Promise<RunningTrace> {
	return await startWorker() || startHere();
}
