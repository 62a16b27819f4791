/** Makes a trace from what was saved of it. */
import { readShape, readWords } from './check-saved';
import { EditReader } from './edit-reader';
import { finish, type Steps } from './steps';
import type { Trace } from './trace';

/**
 * Resumes a trace, in steps.
 *
 * @param saved what `saveTrace` gave, perhaps long ago, perhaps spoilt or made up meanwhile
 * @yield nothing, between steps
 * @return a trace that goes on as the one that was saved would have
 * @throws {Error} if it is no such thing; the message says why, for people who look into it
 */
export function* resumeSteps( saved: unknown ): Steps<Trace> {
	try {
		const shape = readShape( saved );
		return yield* new EditReader( shape, readWords( shape ) ).read();
	} catch ( error ) {
		throw new Error( `This is no saved trace: ${ ( error as Error ).message }.` );
	}
}

/** The same at once. */
export function resumeTrace( saved: unknown ): Trace {
	return finish( resumeSteps( saved ) );
}
