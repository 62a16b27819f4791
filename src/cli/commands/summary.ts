import { summaryPlainText } from '../../export/summary-text';
import { summaryWikitext } from '../../export/summary-wikitext';
import { choice, type Command } from '../command';
import { draftHelp, draftOptions } from '../draft-input';
import { exportInput } from '../export-input';
import { openAccount } from '../open-account';
import { CLEAN, print } from '../program';
import { tellProblems } from '../tell-problems';

const makers = { wikitext: summaryWikitext, text: summaryPlainText };

export const summary: Command = {
	name: 'summary',
	summary: 'print the summary of a draft\'s advice, as wikitext or plain text',
	help: `Use: advice-provenance summary --wiki URL (--page TITLE | --log TITLE) [--format text]
     advice-provenance summary --history FILE… --log FILE [--format text]

Prints who was asked what, who advised, what came of it, which edits applied it and what still
stands, with how it was computed: wikitext to be pasted into a page, or plain text. The whole
history of the draft's pages is read.

  --format FORMAT  wikitext (by default) or text

${ draftHelp }
Exit status: 0, 1 if parts of the log cannot be understood and are left out, 2 if there is
no log or the wiki cannot be read.
`,
	options: { ...draftOptions, format: { type: 'string' } },
	async run( values, files, signal ) {
		const format = choice( values, 'format', [ 'wikitext', 'text' ] as const, 'wikitext' );
		const { draft, read } = await openAccount( values, files, signal );
		const text = makers[ format ]( exportInput( draft, read, values.text( 'language' ) ) );
		await print( `${ text.trimEnd() }\n` );
		return tellProblems( read.account ) || CLEAN;
	}
};
