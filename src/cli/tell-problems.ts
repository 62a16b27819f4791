/** Says where a log was not understood, so that nobody takes a part for the whole. */
import type { DraftAccount } from '../account/types';
import { CLEAN, FINDINGS, tell } from './program';

/** @return exit status: whether there was something */
export function tellProblems( { problems, logTitle }: DraftAccount ): number {
	if ( !problems.length ) {
		return CLEAN;
	}
	tell( `${ problems.length } parts of "${ logTitle }" cannot be understood and are left out; the command validate says which.` );
	return FINDINGS;
}
