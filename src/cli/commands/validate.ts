import type { Command } from '../command';
import { openWiki, readLogPage, readText, wikiHelp, wikiOptions } from '../draft-input';
import { needDraft } from '../find-draft';
import { checkLanguage } from '../messages';
import { CLEAN, FINDINGS, print } from '../program';
import { progressOn } from '../progress';
import { UseError } from '../user-error';
import { validateText } from '../validate-text';
import type { Values } from '../command';

/** The text to check, and the language of the pages beside it. */
async function readInput(
	values: Values, files: string[], signal: AbortSignal
): Promise<{ text: string; language: string }> {
	const [ file, more ] = files;
	const isWiki = values.text( 'wiki' ) !== undefined;
	if ( isWiki === ( file !== undefined ) || more !== undefined ) {
		throw new UseError( 'Name either one file, or a wiki with --wiki and --log or --page.' );
	}
	if ( file !== undefined ) {
		return { text: readText( 'log', file ), language: 'en' };
	}
	const asked = { page: values.text( 'page' ), log: values.text( 'log' ) };
	if ( asked.page === undefined && asked.log === undefined ) {
		throw new UseError( 'Name the log with --log, or a page of its draft with --page.' );
	}
	const progress = progressOn( values.flag( 'progress' ) );
	const { language } = await openWiki( values, progress, signal );
	const { log } = await needDraft( asked, signal );
	const { text } = await readLogPage( log, signal );
	progress.end();
	return { text: text ?? '', language };
}

export const validate: Command = {
	name: 'validate',
	summary: 'check an advice log by the rules that need nothing but the log',
	help: `Use: advice-provenance validate FILE
     advice-provenance validate --wiki URL (--log TITLE | --page TITLE)

Checks an advice log. Prints one finding a line: RULE PLACE LINE:COLUMN message.
FILE is the log as JSON; - reads it from standard input.

${ wikiHelp }  --language CODE  language of messages; English for files, else that of the wiki's pages

Exit status: 0 no errors (warnings may be listed), 1 errors, 2 there is no log to read.
`,
	options: { ...wikiOptions, language: { type: 'string' } },
	async run( values, files, signal ) {
		checkLanguage( values.text( 'language' ) );
		const { text, language } = await readInput( values, files, signal );
		const { lines, hasErrors } = validateText( text, values.text( 'language' ) ?? language );
		await print( lines.map( ( line ) => `${ line }\n` ).join( '' ) );
		return hasErrors ? FINDINGS : CLEAN;
	}
};
