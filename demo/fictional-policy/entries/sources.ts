import type { Source } from '../../../src/log/types';
import { TALK } from '../names';

/** Gives the wiki's revision id of an edit by the name that the story has for it. */
export type RevisionOf = ( name: string ) => number;

/** A discussion, in the talk page revision in which it can be read. */
export function talk( revision: number ): Source[] {
	return [ { title: TALK, revision } ];
}

/** Something that exists but is not public. */
export function kept( label: string ): Source[] {
	return [ { private: true, label } ];
}
