/** Sees to it that a published trace is about a text, and carries it over to a newer one. */
import { wordsFingerprint } from './published-format';
import type { ReadTrace } from './read-published';
import { Trace } from './trace';

/** Words of a text with their places in it, in UTF-16 units. */
export interface AlignedWords {
	readonly starts: Int32Array;
	readonly ends: Int32Array;
	/**
	 * For each word the ids of the revision that introduced it, and of others that tie; null for
	 * one that is newer than the published trace: not yet traced.
	 */
	readonly origins: readonly ( readonly number[] | null )[];
	/** For each word its index in the text that was traced; -1 for a newer one. */
	readonly before: Int32Array;
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
	const trace = new Trace();
	trace.add( { revid: 1, page: '', text: textThen } );
	const index = new Map( [ ...trace.words( '' ).ids ].map( ( id, at ) => [ id, at ] ) );
	trace.add( { revid: 2, page: '', text: textNow } );
	const { ids, starts, ends } = trace.words( '' );
	const before = ids.map( ( id ) => index.get( id ) ?? -1 );
	const origins = Array.from( before, ( at ) => (
		published.origins[ published.words[ at ] ?? -1 ] ?? null
	) );
	return { starts, ends, origins, before };
}
