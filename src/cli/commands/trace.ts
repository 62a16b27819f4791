import type { Command } from '../command';
import { wikiHelp } from '../draft-input';
import { historyOptions, readPageHistory } from '../page-history';
import { CLEAN, print } from '../program';
import { readTraceOptions, traceRevisions } from '../trace-history';

export const trace: Command = {
	name: 'trace',
	summary: 'tell for each word of a page which revision introduced it',
	help: `Use: advice-provenance trace HISTORY.json [--at REVID] [--repeat N]
     advice-provenance trace --wiki URL --page TITLE [--at REVID]

Prints for each word and mark of a page which revision introduced it, as JSON; see
docs/trace.md. HISTORY.json is a page history; - reads it from standard input. On a wiki the
text may also come from the other pages and former titles that the page's advice log names.

  --at REVID       the revision to analyse, by default the last one that has a text
  --repeat N       trace N times and print the best times; 3 for files, else 1
${ wikiHelp }
Several --page: the first one is analysed, its text may come from the others.

Exit status: 0, or 2 if there is nothing to trace: no history, no such revision.
`,
	options: { ...historyOptions, at: { type: 'string' }, repeat: { type: 'string' } },
	async run( values, files, signal ) {
		const options = readTraceOptions(
			values.text( 'at' ), values.text( 'repeat' ) ?? ( files.length ? '3' : '1' )
		);
		const { revisions, page } = await readPageHistory( values, files, signal );
		await print( `${ traceRevisions( revisions, { ...options, page } ) }\n` );
		return CLEAN;
	}
};
