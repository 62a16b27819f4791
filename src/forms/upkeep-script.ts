/** What the script for upkeep gives to that of the forms, which is a download of its own. */
import type { Component } from 'vue';
import type { IdKind } from '../log/shape';

/** What somebody wants to put in order. */
export type UpkeepTask =
	/** Splits an entry, merges it with others, or removes it. */
	{ what: 'entry'; id: string; /** Id of an entry that may be the same. */ like?: string } |
	/** Removes something together with what refers to it. */
	{ what: 'remove'; kind: IdKind; id: string } |
	/** Names a person by role only. */
	{ what: 'role'; id: string } |
	/** Changes several entries at once. */
	{ what: 'several' };

export interface UpkeepScript {
	/**
	 * Properties `form` and `task`; the event `done` tells the entry to go on with, if it is
	 * another one; an empty one if the one that was worked on is gone.
	 */
	UpkeepView: Component;
}
