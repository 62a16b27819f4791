/** Reads the account of a draft, with the words of its whole history, as the gadget does. */
import { askedChanges, askedReviews } from '../account/asked-words';
import { buildAccount, type AccountInput } from '../account/draft-account';
import type { DraftWords } from '../account/draft-words';
import type { Findings } from '../account/findings';
import { joinWords } from '../account/join-words';
import type { AdviceItem, DraftAccount } from '../account/types';
import { readLog } from '../log/read-log';
import type { AdviceLog } from '../log/types';
import { traceAnswers } from '../trace/trace-answers';
import type { DraftConfiguration } from '../wiki/configuration';
import type { PageText } from '../wiki/page-text';
import { readFindings } from '../wiki/read-findings';
import { wikiForms } from './find-draft';
import { UserError } from './user-error';
import {
	pageName, takeSteps, traceWhole, type OnTheWay, type ReadingOptions, type TracedHistory
} from './whole-history';

/** What the account was made from, too. */
export interface ReadAccount {
	account: DraftAccount;
	/** Likewise, as it is known before words are followed. */
	withoutWords: DraftAccount;
	findings: Findings;
	history: TracedHistory;
	logText: string;
	configuredPages: string[];
	/** Titles of the draft's pages, today and formerly. */
	titles: ReadonlySet<string>;
}

/** What the trace tells of the items, put together as src/reader/words-script.ts does. */
async function readWords(
	items: readonly AdviceItem[], { trace, pages, revisions }: TracedHistory, signal: AbortSignal
): Promise<DraftWords> {
	return joinWords( items, {
		followed: await takeSteps( traceAnswers.changes( trace, askedChanges( items ) ), signal ),
		reviews: await takeSteps( traceAnswers.reviews( trace, askedReviews( items ) ), signal ),
		titles: new Map( [ ...pages.values() ].map(
			( { id, title } ) => [ pageName( id ), title ]
		) ),
		revisions: new Map( revisions.map(
			( { id, timestamp, user } ) => [ id, { timestamp, user } ]
		) ),
		missing: revisions.filter( ( { hidden } ) => hidden ).length,
		computedOn: Date.now()
	} );
}

/** The pages of a log and their former titles, as the wiki writes them. */
async function titlesOf( { draft }: AdviceLog, signal: AbortSignal ): Promise<{
	pageIds: Map<string, string>; formerTitles: string[];
}> {
	const former = draft.pages.flatMap( ( { formerTitles = [] } ) => formerTitles );
	const titles = draft.pages.map( ( { title } ) => title );
	const form = await wikiForms( [ ...titles, ...former ], signal );
	return {
		pageIds: new Map( draft.pages.map( ( { id, title } ) => [ id, form( title ) ] ) ),
		formerTitles: [ ...new Set( former.map( form ) ) ]
	};
}

/**
 * Reads what is to be known of a draft: the cited revisions, and the whole history of its pages.
 *
 * @param draft titles as the wiki writes them
 * @param logPage
 * @param options
 * @param watch gives who looks at the trace on the way, by the account without words
 * @throws {UserError} if there is no log that can be understood
 * @throws {WikiError} when the wiki does not answer
 * @throws {DOMException} `AbortError` when stopped
 */
export async function readAccount(
	draft: DraftConfiguration, logPage: PageText, options: ReadingOptions,
	watch?: ( account: DraftAccount ) => OnTheWay
): Promise<ReadAccount> {
	const { signal, progress } = options;
	const { log, problems } = readLog( logPage.text ?? '' );
	if ( !log ) {
		throw new UserError( `"${ draft.log }" holds no advice log that can be understood; the command validate says why.` );
	}
	const { pageIds, formerTitles } = await titlesOf( log, signal );
	const pages = [ ...new Set( [ ...pageIds.values(), ...draft.pages ] ) ];
	progress.tell( 'Reading the revisions that the log cites' );
	const cited = { pages, pageIds, formerTitles };
	const { findings, titles } = await readFindings( log, cited, signal );
	const todays = ( title: string ): string => titles.get( title ) ?? title;
	const input: AccountInput = {
		log,
		problems,
		logTitle: draft.log,
		logRevision: logPage.revision,
		pages: [ ...new Set( pages.map( todays ) ) ],
		pageTitles: new Map( [ ...pageIds ].map( ( [ id, title ] ) => [ id, todays( title ) ] ) ),
		openPage: { title: '', sections: [] },
		findings,
		remembered: null
	};
	const withoutWords = buildAccount( input );
	const { items } = withoutWords;
	const history = await traceWhole(
		[ ...new Set( [ ...pages, ...formerTitles ] ) ], options, watch?.( withoutWords )
	);
	progress.tell( 'Following what the advice changed' );
	const words = await readWords( items, history, signal );
	progress.end();
	return {
		account: buildAccount( { ...input, words } ),
		withoutWords,
		findings,
		history,
		logText: logPage.text ?? '',
		configuredPages: draft.pages,
		titles: new Set( [ ...input.pages, ...formerTitles ] )
	};
}
