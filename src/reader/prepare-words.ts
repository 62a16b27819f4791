/** What is to be followed through the history of a draft. */
import type { DraftAccount } from '../account/types';
import type { TraceToPublish } from '../account/workspace';
import { formerTitles } from '../wiki/former-titles';
import { loadWordsScript } from './load-script';
import type { PublishedReading } from './published-reading';

export interface PreparedWords {
	/** After the cited revisions were read; null where there is no log. */
	account: DraftAccount | null;
	/** Titles of the draft's pages. */
	pages: readonly string[];
	/** To be compared with the history. */
	published: PublishedReading | null;
}

/** Reads the cited revisions first. */
export type PrepareWords = () => Promise<PreparedWords>;

/** Titles of all pages that the text is on or came from. */
export function titlesToTrace( { account, pages }: PreparedWords ): string[] {
	return [ ...new Set( [ ...pages, ...account ? formerTitles( account.log ) : [] ] ) ];
}

/**
 * @param prepare
 * @param progress is told how many revisions were read, of those that are to be read
 */
export async function publishedTraces(
	prepare: PrepareWords, progress?: ( done: number, total: number ) => void
): Promise<TraceToPublish[]> {
	const [ { publishTraces }, prepared ] = await Promise.all( [ loadWordsScript(), prepare() ] );
	const { account } = prepared;
	return account ? publishTraces( account, titlesToTrace( prepared ), progress ) : [];
}
