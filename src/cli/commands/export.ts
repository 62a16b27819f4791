import { exportFormats } from '../../export/formats';
import type { ExportFormat } from '../../export/types';
import { summaryTitle } from '../../wiki/published-title';
import { choice, type Command } from '../command';
import { draftHelp, draftOptions } from '../draft-input';
import { exportInput } from '../export-input';
import { openAccount } from '../open-account';
import { CLEAN, print } from '../program';
import { findPublished } from '../published-summary';
import { tellProblems } from '../tell-problems';

const formats = Object.keys( exportFormats ) as ExportFormat[];

export const exportCommand: Command = {
	name: 'export',
	summary: 'print the account as CSV, PROV-JSON, Web Annotations or the log itself',
	help: `Use: advice-provenance export --format FORMAT --wiki URL (--page TITLE | --log TITLE)
     advice-provenance export --format FORMAT --history FILE… --log FILE

Prints the whole account in a form for other programs; docs/command-line.md describes each.

  --format FORMAT  ${ formats.join( ', ' ) }

${ draftHelp }
Exit status: 0, 1 if parts of the log cannot be understood and are left out, 2 if there is
no log or the wiki cannot be read.
`,
	options: { ...draftOptions, format: { type: 'string' } },
	async run( values, files, signal ) {
		const format = choice( values, 'format', formats );
		const { draft, read } = await openAccount( values, files, signal );
		// Files tell of no other page.
		const published = !draft.fromFiles && format === 'prov' ?
			await findPublished( summaryTitle( draft.draft.log ), signal ) : undefined;
		// As it is: a file that is compared byte by byte has no line too many.
		await print( exportFormats[ format ].make(
			exportInput( draft, read, values.text( 'language' ), published )
		) );
		return tellProblems( read.account ) || CLEAN;
	}
};
