/**
 * The words script: reads the whole history of a draft and has it traced. Loaded when words are
 * asked for.
 */
import { askedChanges, askedReviews } from '../account/asked-words';
import { candidateEdits } from '../account/candidate-edits';
import type { DraftWords } from '../account/draft-words';
import { joinEffects } from '../account/edit-effect';
import { joinWords } from '../account/join-words';
import { CandidateIndex } from '../account/rank-candidates';
import type { AdviceItem } from '../account/types';
import { joinThen } from '../account/words-then';
import type { FollowedChanges } from '../trace/followed-changes';
import { listAllEdits } from '../wiki/edit-list';
import type { WordsForNotes } from '../wiki/reader-script';
import { dropAllTraces } from '../wiki/trace-store';
import { publishTraces } from './publish-traces';
import type { WordsForForms } from '../wiki/words-script';
import { traceDraft, type TraceOptions, type WordTrace } from './word-trace';

/** What this script exports to the other scripts. */
export interface WordsScript {
	/**
	 * Traces the words of a draft, and follows those of its advice.
	 *
	 * @param items with what the revisions showed that they cite
	 * @param titles of all pages that the text is on or came from
	 * @param options `verify` is shown the trace: what was published may say otherwise
	 * @throws {WikiError} when the wiki does not answer
	 * @throws {DOMException} `AbortError` when it was stopped
	 * @throws {LargeHistory} when more is to be read than `options.atMost`
	 */
	readWords(
		items: readonly AdviceItem[], titles: readonly string[], options?: TraceOptions & {
			verify?( trace: WordTrace, followed: FollowedChanges ): Promise<void>;
		}
	): Promise<DraftWords>;
	traceDraft: typeof traceDraft;
	dropAllTraces: typeof dropAllTraces;
	publishTraces: typeof publishTraces;
}

export { dropAllTraces, publishTraces, traceDraft };

export const readWords: WordsScript[ 'readWords' ] = async ( items, titles, options ) => {
	const trace = await traceDraft( titles, options );
	try {
		const { pages, revisions } = trace;
		const names = [ ...pages.values() ].map(
			( { id, title } ): [ string, string ] => [ String( id ), title ]
		);
		const followed = await trace.ask( 'changes', askedChanges( items ) );
		await options?.verify?.( trace, followed );
		return joinWords( items, {
			followed,
			reviews: await trace.ask( 'reviews', askedReviews( items ) ),
			titles: new Map( names ),
			revisions: new Map( revisions.map(
				( { id, timestamp, user } ) => [ id, { timestamp, user } ]
			) ),
			missing: revisions.filter( ( { hidden } ) => hidden ).length,
			computedOn: Date.now()
		} );
	} finally {
		trace.end();
	}
};

export const readCandidates: WordsForForms[ 'readCandidates' ] = async (
	query, titles, options
) => {
	const trace = await traceDraft( titles, options );
	try {
		const { pages, revisions } = trace;
		const names = new Map( [ ...pages.values() ].map(
			( { id, title } ) => [ String( id ), title ]
		) );
		const listed = await Promise.all( [ ...new Set( names.values() ) ].map( listAllEdits ) );
		const comments = new Map( listed.flat().map( ( { id, comment } ) => [ id, comment ] ) );
		const facts = new Map( revisions.map( ( { id, timestamp, user } ) => (
			[ id, { timestamp, user, comment: comments.get( id ) ?? null } ]
		) ) );
		const edits = candidateEdits( await trace.ask( 'edits', undefined ), names, facts );
		return new CandidateIndex( edits ).rank( query );
	} finally {
		trace.end();
	}
};

export const readEditEffect: WordsForNotes[ 'readEditEffect' ] = async (
	items, titles, edit, options
) => {
	const trace = await traceDraft( titles, options );
	try {
		return joinEffects(
			await trace.ask( 'effect', { ...edit, changes: askedChanges( items ) } )
		);
	} finally {
		trace.end();
	}
};

export const readWordsThen: WordsForNotes[ 'readWordsThen' ] = async (
	items, titles, revision, options
) => {
	const trace = await traceDraft( titles, options );
	try {
		return joinThen(
			await trace.ask( 'then', { revision, changes: askedChanges( items ) } )
		);
	} finally {
		trace.end();
	}
};
