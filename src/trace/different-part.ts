/** In which lines two states of a page differ. */
import type { TracedLine } from './types';

/** Lines before `from` are the same, and so are those from the two ends on. */
export interface DifferentPart {
	readonly from: number;
	readonly oldEnd: number;
	readonly newEnd: number;
}

export function differentPart(
	before: readonly TracedLine[], after: readonly TracedLine[]
): DifferentPart {
	const shorter = Math.min( before.length, after.length );
	let from = 0;
	while ( from < shorter && before[ from ] === after[ from ] ) {
		from++;
	}
	let same = 0;
	while (
		same < shorter - from &&
		before[ before.length - 1 - same ] === after[ after.length - 1 - same ]
	) {
		same++;
	}
	return { from, oldEnd: before.length - same, newEnd: after.length - same };
}
