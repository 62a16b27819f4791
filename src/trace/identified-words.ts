/** The words of a state of a page by their identities, under which changes know them. */
import { passagesOf } from './passages';
import { wordSteps } from './state-words';
import type { Steps } from './steps';
import type { Trace } from './trace';
import type { TracedLine, TracedWords } from './types';

/**
 * The words of a state, each by its identity.
 *
 * @yield between steps
 */
export function* identified( trace: Trace, lines: readonly TracedLine[] ): Steps<TracedWords> {
	const words = yield* wordSteps( lines );
	return { ...words, ids: words.ids.map( ( id ) => trace.identityOf( id ) ) };
}

/** Passages of a state that consist of some words, as plain text. */
export function passagesWith( words: TracedWords, wanted: ReadonlySet<number> ): string[] {
	return wanted.size ? passagesOf( words, 0, words.ids.length, wanted ) : [];
}
