import type { Command } from '../command';
import { wikiHelp } from '../draft-input';
import { historyOptions, readPageHistory } from '../page-history';
import { CLEAN, print } from '../program';
import { sectionEvents } from '../section-events';

export const sections: Command = {
	name: 'sections',
	summary: 'tell what the revisions of a page did to its sections',
	help: `Use: advice-provenance sections HISTORY.json
     advice-provenance sections --wiki URL --page TITLE

Prints which sections were renamed, moved, split, merged, added and removed, and by which
revision, as JSON; see docs/trace.md. HISTORY.json is a page history; - reads it from standard
input. On a wiki, the events of all pages and former titles are told that the page's advice log
names.

${ wikiHelp }
Exit status: 0, or 2 if there is no history.
`,
	options: historyOptions,
	async run( values, files, signal ) {
		const { revisions } = await readPageHistory( values, files, signal );
		await print( `${ sectionEvents( revisions ) }\n` );
		return CLEAN;
	}
};
