/**
 * `npm run --silent trace -- HISTORY.json [--at REVID] [--repeat N]` tells for each word and mark
 * of a page which revision introduced it. Prints
 *
 *     {"engine", "analysed_revid", "ms_per_rev", "max_ms", "tokens": [{"str", "o_rev_id", …}, …]}
 *
 * for the revision REVID, by default the last one that has a text. HISTORY.json is a page
 * history, `-` standard input. Times are in milliseconds, the best of N runs, 3 by default.
 * Exit status: 0, or 2 if there is nothing to trace: no history, no such revision.
 */
import { traceHistory } from './trace-history';
import { UserError } from './user-error';

try {
	process.stdout.write( `${ traceHistory( process.argv.slice( 2 ) ) }\n` );
} catch ( error ) {
	if ( !( error instanceof UserError ) ) {
		throw error;
	}
	// What is wrong with JSON is told with a piece of it, which can have several lines.
	process.stderr.write( `${ error.message.replace( /\s+/g, ' ' ) }\n` );
	process.exitCode = 2;
}
