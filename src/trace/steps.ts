/**
 * Work in steps, none of which takes long: whoever runs it can stop between them and let others
 * have their turn.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Words that take some milliseconds in most of what is done with them, before code is compiled. */
export const WORDS_A_STEP = 2000;

/** Takes all steps at once. */
export function finish<T>( steps: Steps<T> ): T {
	let step = steps.next();
	while ( !step.done ) {
		step = steps.next();
	}
	return step.value;
}
