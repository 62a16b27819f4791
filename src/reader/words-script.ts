/**
 * The words script: reads the whole history of a draft and has it traced. Loaded when words are
 * asked for.
 */
import { askedChanges, askedReviews } from '../account/asked-words';
import type { DraftWords } from '../account/draft-words';
import { joinEffects } from '../account/edit-effect';
import { joinWords } from '../account/join-words';
import type { AdviceItem } from '../account/types';
import { joinThen } from '../account/words-then';
import type { WordsForNotes } from '../wiki/reader-script';
import { dropAllTraces } from '../wiki/trace-store';
import { traceDraft, type TraceOptions } from './word-trace';

/** What this script exports to the other scripts. */
export interface WordsScript {
	/**
	 * Traces the words of a draft, and follows those of its advice.
	 *
	 * @param items with what the revisions showed that they cite
	 * @param titles of all pages that the text is on or came from
	 * @param options
	 * @throws {WikiError} when the wiki does not answer
	 * @throws {DOMException} `AbortError` when it was stopped
	 * @throws {LargeHistory} when more is to be read than `options.atMost`
	 */
	readWords(
		items: readonly AdviceItem[], titles: readonly string[], options?: TraceOptions
	): Promise<DraftWords>;
	traceDraft: typeof traceDraft;
	dropAllTraces: typeof dropAllTraces;
}

export { dropAllTraces, traceDraft };

export const readWords: WordsScript[ 'readWords' ] = async ( items, titles, options ) => {
	const trace = await traceDraft( titles, options );
	try {
		const { pages, revisions } = trace;
		const names = [ ...pages.values() ].map(
			( { id, title } ): [ string, string ] => [ String( id ), title ]
		);
		return joinWords( items, {
			followed: await trace.ask( 'changes', askedChanges( items ) ),
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
