/**
 * A script of its own that traces words. The wiki's load.php gives it as it is for a worker,
 * where there is neither `mw` nor a page; where no worker starts, `mw.loader` runs it as a
 * module.
 */
import { traceAnswers } from '../trace/trace-answers';
import { portOf, type TracePort } from '../trace/trace-port';
import { serve, type Scheduler } from '../trace/trace-worker';

/** What this script exports where it is a module. */
export interface TraceScript {
	/** Serves a page on the thread on which the script runs. */
	serveHere( port: TracePort ): void;
}

/** All that a page may ask. */
const answers = traceAnswers;

export type PageAnswers = typeof answers;

/** Given by `mw.loader`. */
declare const module: { exports: object } | undefined;

const scheduler: Scheduler = {
	now: () => performance.now(),
	later: ( run ) => {
		setTimeout( run );
	}
};

const serveHere: TraceScript[ 'serveHere' ] = ( port ) => serve( port, scheduler, answers );

if ( typeof module === 'undefined' ) {
	serveHere( portOf( self ) );
} else {
	Object.assign( module.exports, { serveHere } );
}
