/** What the words say about which sections are the same. */
import { bodyWords, measuredWords, type SectionInput, type TrackedSection } from './section-types';
import type { Overlap } from './word-owners';

/** A section that is known, and a section now that has words of it. */
export interface Candidate {
	/** Index among the sections of the page before; -1 if it ended earlier or is elsewhere. */
	readonly old: number;
	readonly section: TrackedSection;
	/** Index among the sections now. */
	readonly now: number;
	/** Words that both have. */
	readonly words: number;
	/** Their share of the old section; over 1 where words that it had lost are back. */
	readonly kept: number;
	/** Their share of the section now. */
	readonly made: number;
	/** Words of the heading now that belong to the old section. */
	readonly heading: number;
	/** The section had just these words before. */
	readonly exact: boolean;
}

/** How much of one section is in the other, whichever share is larger: 0 to 1 and more. */
export function strength( candidate: Candidate | undefined ): number {
	return candidate ? Math.max( candidate.kept, candidate.made ) : 0;
}

export class SectionEvidence {
	private readonly byNow = new Map<number, Candidate[]>();

	private readonly byOld = new Map<number, Candidate[]>();

	/** Notes that a section now has words of a section that is known. */
	public add(
		old: number, section: TrackedSection, now: number, input: SectionInput, overlap: Overlap
	): void {
		// Words of a heading that are text now, or the other way round, tell little.
		const comparable = ( bodyWords( section ) > 0 ) === ( bodyWords( input ) > 0 );
		const words = comparable ? overlap.words : 0;
		const candidate: Candidate = {
			old,
			section,
			now,
			words,
			kept: words / ( measuredWords( section ) || 1 ),
			made: words / ( measuredWords( input ) || 1 ),
			heading: overlap.heading,
			exact: overlap.exact || false
		};
		append( this.byNow, now, candidate );
		append( this.byOld, old, candidate );
	}

	public all(): Candidate[] {
		return [ ...this.byNow.values() ].flat();
	}

	/** What the words of a section now say. */
	public ofNow( now: number ): readonly Candidate[] {
		return this.byNow.get( now ) || [];
	}

	/** Where the words of a section of the page before stand now. */
	public ofOld( old: number ): readonly Candidate[] {
		return this.byOld.get( old ) || [];
	}

	public between( old: number, now: number ): Candidate | undefined {
		return this.ofNow( now ).find( ( candidate ) => candidate.old === old );
	}
}

function append( map: Map<number, Candidate[]>, key: number, candidate: Candidate ): void {
	const list = map.get( key );
	if ( list ) {
		list.push( candidate );
	} else {
		map.set( key, [ candidate ] );
	}
}
