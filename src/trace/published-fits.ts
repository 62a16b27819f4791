/** Sees to it that a published trace is about a text. */
import { wordsFingerprint } from './published-format';
import type { ReadTrace } from './read-published';

/** Whether a published trace was made for just these words. */
export function fits( published: ReadTrace, wikitext: string ): boolean {
	const { words, fingerprint } = wordsFingerprint( wikitext );
	return words === published.words.length && fingerprint === published.fingerprint;
}
