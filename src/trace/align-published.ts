/** Sees to it that a published trace is about a text, and carries it over to a newer one. */
import { carryOver, type CarriedWords } from './carry-over';
import { wordsFingerprint } from './published-format';
import type { ReadTrace } from './read-published';

/** Words of a text with where they come from. */
export interface AlignedWords extends CarriedWords {
	/**
	 * For each word the ids of the revision that introduced it, and of others that tie; null for
	 * one that is newer than the published trace: not yet traced.
	 */
	readonly origins: readonly ( readonly number[] | null )[];
}

/** Whether a published trace was made for just these words. */
export function fits( published: ReadTrace, wikitext: string ): boolean {
	const { words, fingerprint } = wordsFingerprint( wikitext );
	return words === published.words.length && fingerprint === published.fingerprint;
}

/**
 * Carries a published trace over to a newer text of its page: words that stand keep their
 * origin, also where they moved.
 *
 * @param published
 * @param textThen wikitext of the revision that was traced
 * @param textNow wikitext of a newer one, or of the same
 * @return null if the trace was not made for `textThen`
 */
export function alignPublished(
	published: ReadTrace, textThen: string, textNow: string
): AlignedWords | null {
	if ( !fits( published, textThen ) ) {
		return null;
	}
	const carried = carryOver( textThen, textNow );
	const origins = Array.from( carried.before, ( at ) => (
		published.origins[ published.words[ at ] ?? -1 ] ?? null
	) );
	return { ...carried, origins };
}
