/**
 * `npm run --silent sections -- HISTORY.json` tells what the revisions of a page history did to
 * its sections; `-` reads standard input. Prints `{"events": [ … ]}`. Exit status: 0, or 2 if
 * the file is no history.
 */
import { HistoryError, readHistory } from './history-file';
import { sectionEvents } from './section-events';

const usage = 'Use: npm run --silent sections -- HISTORY.json\n     HISTORY.json is a page history; - reads it from standard input.\n';

/** @return exit status */
function main( args: string[] ): number {
	const [ file ] = args;
	if ( file === undefined || args.length > 1 ) {
		process.stderr.write( usage );
		return 2;
	}
	try {
		process.stdout.write( `${ sectionEvents( readHistory( file ) ) }\n` );
	} catch ( error ) {
		if ( !( error instanceof HistoryError ) ) {
			throw error;
		}
		process.stderr.write( `${ error.message }\n` );
		return 2;
	}
	return 0;
}

process.exitCode = main( process.argv.slice( 2 ) );
