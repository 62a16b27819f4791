/** What `npm run trace` prints; see trace.ts for its use. */

/* eslint-disable camelcase -- Names of the format. */
import { parseArgs } from 'node:util';
import { Trace } from '../trace/trace';
import { traceTokens, type TraceToken } from '../trace/trace-tokens';
import { readHistory, type HistoryRevision } from './history-file';

/** Arguments that cannot be followed; the message says in one sentence why. */
export class UseError extends Error {}

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
	if ( at !== undefined && !/^-?\d{1,15}$/.test( at ) ) {
		throw new UseError( `--at takes the id of a revision, not "${ at }".` );
	}
	if ( !/^[1-9]\d{0,3}$/.test( repeat ) ) {
		throw new UseError( `--repeat takes a number of runs from 1 to 9999, not "${ repeat }".` );
	}
	return { file, at: at === undefined ? null : Number( at ), repeat: Number( repeat ) };
}

/** Place of the revision to analyse; -1 if none has a text. */
function placeOf( revisions: readonly HistoryRevision[], at: number | null ): number {
	// Of several with one id the last one is what a reader sees.
	const place = revisions.map( ( { revid, text } ) => at === null ? text !== null : revid === at )
		.lastIndexOf( true );
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
 * @param args of the command line
 * @return JSON
 * @throws {UseError} if the arguments cannot be followed
 * @throws {HistoryError} if the file cannot be read or is no history
 */
export function traceHistory( args: string[] ): string {
	const { file, at, repeat } = readArguments( args );
	const history = readHistory( file );
	const place = placeOf( history, at );
	const revisions = history.slice( 0, place + 1 );
	const runs = Array.from( { length: repeat }, () => traceOnce( revisions ) );
	return JSON.stringify( {
		engine: 'advice-provenance',
		analysed_revid: revisions[ place ]?.revid ?? null,
		ms_per_rev: Math.min( ...runs.map( ( { perRevision } ) => perRevision ) ),
		max_ms: Math.min( ...runs.map( ( { slowest } ) => slowest ) ),
		tokens: runs[ 0 ]?.tokens ?? []
	} );
}
