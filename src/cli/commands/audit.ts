import { audit, type AuditResult, type AuditSources } from '../audit/audit';
import { auditLine } from '../audit/finding';
import type { Command, Values } from '../command';
import { draftHelp, draftOptions, openDraft, readText, type DraftInput } from '../draft-input';
import { exportInput } from '../export-input';
import { jsonText } from '../json-text';
import { checkLanguage, messagesIn, type Msg } from '../messages';
import { CLEAN, FINDINGS, oneLine, print } from '../program';
import { readSummaryPage } from '../published-summary';
import { UseError } from '../user-error';
import { readLogEditors } from '../../wiki/log-editors';
import { readPageTexts } from '../../wiki/page-text';
import { publishedTitle, summaryTitle } from '../../wiki/published-title';

/** More revisions of a log page than anybody makes; each part is one request. */
const LOG_HISTORY = Array.from( { length: 2000 }, () => 50 );

function fromWiki(
	{ draft, logPage, progress }: DraftInput, values: Values, signal: AbortSignal
): Omit<AuditSources, 'exportInput'> {
	const asked = values.text( 'summary' ) ?? summaryTitle( draft.log );
	return {
		async readTraces( pages ) {
			progress.tell( 'Reading published traces' );
			const titles = pages.map( ( page ) => publishedTitle( draft.log, page ) );
			const found = await readPageTexts( titles, false, signal );
			return [ ...found.values() ].filter( ( { revision } ) => revision );
		},
		readSummary: () => readSummaryPage( asked, signal ),
		readEditors: () => readLogEditors(
			draft.log, { revision: logPage.revision, parts: LOG_HISTORY, signal }
		)
	};
}

function fromFiles( values: Values ): Omit<AuditSources, 'exportInput'> {
	const summary = values.text( 'summary' );
	return {
		readTraces: () => Promise.resolve( values.texts( 'trace' ).map( ( file ) => ( {
			title: file, text: readText( 'published trace', file ), timestamp: '', revision: 0, user: null
		} ) ) ),
		readSummary: () => Promise.resolve( summary === undefined ? null :
			{ title: summary, text: readText( 'summary', summary ) } ),
		readEditors: () => Promise.resolve( null )
	};
}

/** How many checks could not be made, and by which rules. */
function undecidedText( undecided: AuditResult[ 'undecided' ] ): string {
	const counts = new Map<string, number>();
	undecided.forEach( ( { rule } ) => counts.set( rule, ( counts.get( rule ) ?? 0 ) + 1 ) );
	const rules = [ ...counts ].map( ( [ rule, count ] ) => `${ rule } ${ count }` ).join( ', ' );
	return String( undecided.length ) + ( rules && ` (${ rules })` );
}

/** What was found, as lines for people. */
function linesOf(
	{ findings, undecided, coverage, compared }: AuditResult, msg: Msg
): string[] {
	const refuted = findings.filter( ( finding ) => finding.refuted ).length;
	const say = ( key: string, ...params: ( string | number )[] ): string => (
		`# ${ oneLine( msg( key, ...params ) ) }`
	);
	const traces = compared.traces.length;
	return [
		...findings.map( ( finding ) => auditLine( finding, msg ) ),
		say(
			'cli-audit-count', refuted, findings.length - refuted, undecidedText( undecided )
		),
		say( 'cli-audit-changes', coverage.changes, coverage.changesCompared ),
		say( 'cli-audit-sections', coverage.sections, coverage.sectionsWithAdvice ),
		say( 'cli-audit-topics', coverage.topics, coverage.topicsWithEntry ),
		say( 'cli-audit-words', coverage.words, coverage.advisedWords ),
		say( 'cli-audit-revisions', coverage.revisions, coverage.unreadableRevisions ),
		say( 'cli-audit-withheld', coverage.items, coverage.withheld ),
		traces ? say( 'cli-audit-traces', traces ) : say( 'cli-audit-no-traces' ),
		compared.summary === null ? say( 'cli-audit-no-summary' ) :
			say( 'cli-audit-summary', compared.summary )
	];
}

/** The same for programs. */
function jsonOf( { findings, ...rest }: AuditResult, msg: Msg ): string {
	return jsonText( {
		...rest,
		findings: findings.map( ( { say, ...finding } ) => ( { ...finding, message: say( msg ) } ) )
	}, '\t' );
}

export const auditCommand: Command = {
	name: 'audit',
	summary: 'find where log, published trace or summary claim more than the history shows',
	help: `Use: advice-provenance audit --wiki URL (--page TITLE | --log TITLE) [--json] [--strict]
     advice-provenance audit --history FILE… --log FILE [--trace FILE…] [--summary FILE]

Recomputes everything from the revisions of the draft's pages, and compares with it what the
advice log, the published traces (LOG/trace/PAGE ID.json) and the published summary (LOG/summary)
say. Prints one finding a line: RULE PLACE LINE:COLUMN message, then lines with # that count.
docs/command-line.md tells the rules.

  --summary TITLE  another page with the summary; with files, the file that holds it
  --trace FILE     with files: a published trace
  --json           print JSON
  --strict         doubts and gaps count as findings too

${ draftHelp }
Exit status: 0 nothing is claimed that the history contradicts (doubts and gaps may be
listed), 1 something is, 2 there is no log or the wiki cannot be read.
`,
	options: {
		...draftOptions,
		summary: { type: 'string' },
		trace: { type: 'string', multiple: true },
		json: { type: 'boolean' },
		strict: { type: 'boolean' }
	},
	async run( values, files, signal ) {
		const language = values.text( 'language' );
		checkLanguage( language );
		if ( files.length ) {
			throw new UseError( 'Files are named with --history, --log, --trace and --summary.' );
		}
		const draft = await openDraft( values, signal );
		if ( !draft.fromFiles && values.texts( 'trace' ).length ) {
			throw new UseError( '--trace goes with --history: on a wiki, published traces are found by themselves.' );
		}
		const sources = draft.fromFiles ? fromFiles( values ) : fromWiki( draft, values, signal );
		// A summary is published in the language of the wiki's pages.
		const written = draft.fromFiles ? language : undefined;
		const result = await audit( draft, {
			...sources, exportInput: ( read ) => exportInput( draft, read, written )
		}, signal );
		const msg = messagesIn( language ?? draft.wiki?.language ?? 'en' );
		await print( values.flag( 'json' ) ?
			`${ jsonOf( result, msg ) }\n` :
			linesOf( result, msg ).map( ( line ) => `${ line }\n` ).join( '' ) );
		const isStrict = values.flag( 'strict' );
		return result.findings.some( ( { refuted } ) => refuted || isStrict ) ? FINDINGS : CLEAN;
	}
};
