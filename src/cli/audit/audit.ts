/** Recomputes everything from the draft's revisions, and finds what is claimed beyond that. */
import { logEvidence } from '../../account/log-evidence';
import type { Undecided } from '../../account/check-evidence';
import type { DraftAccount } from '../../account/types';
import { summaryWikitext } from '../../export/summary-wikitext';
import type { ExportInput, PublishedSource } from '../../export/types';
import { readCited, reviewedRevisions } from '../../wiki/cited-revisions';
import { readAccount, type ReadAccount } from '../read-account';
import type { DraftInput } from '../draft-input';
import { coverageOf, type Coverage } from './coverage';
import type { AuditFinding } from './finding';
import { checkClaims } from './log-claims';
import { PublishedTraces, type TracePage } from './published-traces';
import { checkSummary } from './summary-page';

/** What was published beside the log, and who wrote the log. */
export interface AuditSources {
	/** Published traces of pages with these ids. */
	readTraces( pages: readonly number[] ): Promise<TracePage[]>;
	/** The published summary; null if there is none. */
	readSummary(): Promise<{ title: string; text: string } | null>;
	/** Who wrote which entry; null if that is not known. */
	readEditors(): Promise<ReadonlyMap<string, ReadonlySet<string>> | null>;
	/** What a summary is made from. */
	exportInput( read: ReadAccount ): ExportInput;
}

export interface AuditResult {
	logTitle: string;
	logRevision: number;
	findings: AuditFinding[];
	undecided: Undecided[];
	coverage: Coverage;
	/** Pages that were compared with the history, by title. */
	compared: { traces: string[]; summary: string | null };
}

/**
 * Summaries that say nothing but what log and history give: they can also be made without
 * following words, or from published traces, if these are true.
 */
function rightSummaries(
	input: ExportInput, withoutWords: DraftAccount, confirmed: readonly TracePage[]
): string[] {
	const traces: PublishedSource[] = confirmed.map(
		( { title, revision, user, timestamp } ) => ( { title, revision, user, timestamp } )
	);
	return [
		summaryWikitext( { ...input, wordsOrigin: { from: 'history' } } ),
		summaryWikitext( { ...input, account: withoutWords, wordsOrigin: undefined } ),
		...traces.length ?
			[ summaryWikitext( { ...input, wordsOrigin: { from: 'published', traces } } ) ] : []
	];
}

/**
 * Audits a draft.
 *
 * @param draft
 * @param sources
 * @param signal cancels it
 * @throws {UserError} if there is no log that can be understood
 * @throws {WikiError} when the wiki does not answer
 * @throws {DOMException} `AbortError` when stopped
 */
export async function audit(
	{ draft, logPage, progress }: DraftInput, sources: AuditSources, signal: AbortSignal
): Promise<AuditResult> {
	let traces: PublishedTraces | null = null;
	const read = await readAccount( draft, logPage, { signal, progress }, ( cited ) => {
		traces = new PublishedTraces( cited, sources.readTraces.bind( sources ) );
		return traces;
	} );
	const { account, findings: evidence, titles } = read;
	progress.tell( 'Reading what was reviewed, and who wrote the log' );
	const known = logEvidence( evidence, {
		revisions: await readCited( reviewedRevisions( account.log ), { signal, titles } ),
		words: account.words,
		logEditors: await sources.readEditors()
	} );
	const { findings, undecided } = checkClaims(
		read.logText, account.items, known, read.history.revisions
	);
	// Set by readAccount, which the compiler cannot see.
	const { findings: aboutTraces, confirmed } = traces as unknown as PublishedTraces;
	const summary = await sources.readSummary();
	progress.end();
	return {
		logTitle: account.logTitle,
		logRevision: account.logRevision,
		findings: [
			...findings,
			...aboutTraces,
			...summary ? checkSummary(
				summary.title, summary.text,
				rightSummaries( sources.exportInput( read ), read.withoutWords, confirmed )
			) : []
		],
		undecided,
		coverage: coverageOf( account ),
		compared: {
			traces: [ ...new Set( [ ...confirmed, ...aboutTraces ].map( ( page ) => (
				'title' in page ? page.title : page.page ?? ''
			) ) ) ],
			summary: summary?.title ?? null
		}
	};
}
