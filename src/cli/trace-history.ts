/** What `npm run trace` and the command trace print; see trace.ts for the former's use. */

/* eslint-disable camelcase -- Names of the format. */
import { parseArgs } from 'node:util';
import { Trace } from '../trace/trace';
import { traceTokens, type TraceToken } from '../trace/trace-tokens';
import { readHistory, type HistoryRevision } from './history-file';
import { jsonText } from './json-text';
import { UseError } from './user-error';

export { UseError };

interface Run {
	tokens: TraceToken[];
	/** From the parsed history to the tokens, in milliseconds for each revision. */
	perRevision: number;
	/** The slowest revision, in milliseconds. */
	slowest: number;
}

const USE = 'Use: npm run --silent trace -- HISTORY.json [--at REVID] [--repeat N]';

function readArguments( args: string[] ): { file: string; at: number | null; repeat: number } {
	let parsed;
	try {
		parsed = parseArgs( {
			args, allowPositionals: true,
			options: { at: { type: 'string' }, repeat: { type: 'string', default: '3' } }
		} );
	} catch {
		throw new UseError( USE );
	}
	const { positionals: [ file, more ], values: { at, repeat } } = parsed;
	if ( file === undefined || more !== undefined ) {
		throw new UseError( USE );
	}
	return { file, ...readTraceOptions( at, repeat ) };
}

/**
 * Reads what is to be traced, and how often.
 *
 * @param at id of a revision, as typed
 * @param repeat number of runs, as typed
 * @throws {UseError} if one of them is none
 */
export function readTraceOptions(
	at: string | undefined, repeat: string
): { at: number | null; repeat: number } {
	if ( at !== undefined && !/^-?\d{1,15}$/.test( at ) ) {
		throw new UseError( `--at takes the id of a revision, not "${ at }".` );
	}
	if ( !/^[1-9]\d{0,3}$/.test( repeat ) ) {
		throw new UseError( `--repeat takes a number of runs from 1 to 9999, not "${ repeat }".` );
	}
	return { at: at === undefined ? null : Number( at ), repeat: Number( repeat ) };
}

/** Place of the revision to analyse; -1 if none has a text. */
function placeOf(
	revisions: readonly HistoryRevision[], at: number | null, page: string | undefined
): number {
	// Of several with one id the last one is what a reader sees.
	const place = revisions.map( ( { revid, text, page: own } ) => at === null ?
		text !== null && ( page === undefined || own === page ) : revid === at
	).lastIndexOf( true );
	if ( at !== null && place === -1 ) {
		throw new UseError( `The history has no revision ${ at }.` );
	}
	if ( at !== null && revisions[ place ]?.text === null ) {
		throw new UseError( `The text of revision ${ at } is missing.` );
	}
	return place;
}

/** Traces revisions, the last of which has a text. */
function traceOnce( revisions: readonly HistoryRevision[] ): Run {
	const trace = new Trace();
	let slowest = 0;
	const start = performance.now();
	let before = start;
	for ( const revision of revisions ) {
		trace.add( revision );
		const now = performance.now();
		slowest = Math.max( slowest, now - before );
		before = now;
	}
	const tokens = traceTokens( trace, revisions[ revisions.length - 1 ]?.page ?? '' );
	const time = performance.now() - start;
	return { tokens, perRevision: time / Math.max( 1, revisions.length ), slowest };
}

/**
 * Traces a history.
 *
 * @param history of one or several pages
 * @param options `at`: revision to analyse, by default the last one of `page` that has a text;
 *  `page`: without it, of any page; `repeat`: how often to trace
 * @return JSON
 * @throws {UserError} if there is no such revision
 */
export function traceRevisions(
	history: readonly HistoryRevision[],
	{ at, page, repeat }: { at: number | null; page?: string; repeat: number }
): string {
	const place = placeOf( history, at, page );
	const revisions = history.slice( 0, place + 1 );
	const runs = Array.from( { length: repeat }, () => traceOnce( revisions ) );
	return jsonText( {
		engine: 'advice-provenance',
		analysed_revid: revisions[ place ]?.revid ?? null,
		ms_per_rev: Math.min( ...runs.map( ( { perRevision } ) => perRevision ) ),
		max_ms: Math.min( ...runs.map( ( { slowest } ) => slowest ) ),
		tokens: runs[ 0 ]?.tokens ?? []
	} );
}

/**
 * Traces the history in a file.
 *
 * @param args of the command line
 * @return JSON
 * @throws {UserError} if the arguments cannot be followed, or the file is no history
 */
export function traceHistory( args: string[] ): string {
	const { file, at, repeat } = readArguments( args );
	return traceRevisions( readHistory( file ), { at, repeat } );
}
