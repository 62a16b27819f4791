/** What the scripts know of the published trace of the open page; see published-script.ts. */
import type { AccountInput } from '../account/draft-account';
import type { DraftReading } from '../account/draft-reading';
import type { DraftAccount } from '../account/types';
import type { AdviceLog } from '../log/types';
import type { carryOver } from '../trace/carry-over';
import type { FollowedChanges } from '../trace/followed-changes';
import type { WordTrace } from './word-trace';

/** Today's texts, and what compares texts: both come with the evidence script. */
export interface CheckedTexts extends Pick<DraftReading, 'today'> {
	carryOver: typeof carryOver;
}

export interface PublishedReading {
	/**
	 * Builds the account with what it tells, where nothing was found out here: where advice stands,
	 * and once the text was read and it fits, the words.
	 */
	build( input: AccountInput ): DraftAccount;
	/**
	 * Sees whether it fits the text that it was made for, and brings it together with today's.
	 * Never rejects unless cancelled: else nothing of its words is shown.
	 */
	check( log: AdviceLog, texts: CheckedTexts, signal?: AbortSignal ): Promise<void>;
	/** Compares it with the trace of the history. */
	verify(
		log: AdviceLog, trace: Pick<WordTrace, 'pages' | 'ask'>, followed: FollowedChanges
	): Promise<void>;
}
