/** What the words script gives to the forms, which are a download of their own. */
import type { CandidateQuery } from '../account/candidate-query';
import type { Candidate } from '../account/rank-candidates';

export interface CandidateOptions {
	signal?: AbortSignal;
	progress?( done: number, total: number ): void;
	/** Nothing is read if more revisions than these are to be read. */
	atMost?: number;
}

export interface WordsForForms {
	/**
	 * Ranks all edits of a draft by how likely they applied a piece of advice.
	 *
	 * @param query what to look for
	 * @param titles of all pages that the text is on or came from
	 * @param options
	 * @return the likeliest first
	 * @throws {WikiError} when the wiki does not answer
	 * @throws {DOMException} `AbortError` when it was stopped
	 * @throws {Error} of the name `LargeHistory` when more is to be read than `options.atMost`
	 */
	readCandidates(
		query: CandidateQuery, titles: readonly string[], options?: CandidateOptions
	): Promise<Candidate[]>;
}
