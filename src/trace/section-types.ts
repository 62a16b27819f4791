/** Shapes of sections as they are followed through revisions. */

/** A section of one revision, as read from its text and words. */
export interface SectionInput {
	/** As in the wikitext, see wikitext-headings.ts; null for the lead. */
	readonly heading: string | null;
	/** 1 to 6; 0 for the lead. */
	readonly level: number;
	/** Word ids up to the next heading of any level, those of the heading first. */
	readonly words: Int32Array;
	/** How many of the words are the heading's. */
	readonly headingWords: number;
	/** How many of the last words are the page's rather than the section's; 0 by default. */
	readonly pageWords?: number;
}

/** A section as the last revision of its page left it, with its identity. */
export interface TrackedSection extends SectionInput {
	/** Kept through renames, moves, changes of level, and absence. */
	readonly id: number;
	readonly page: string;
}

/** Which part of a section's words stands in another one. */
export interface WordShare {
	readonly section: TrackedSection;
	/** 0 to 1 */
	readonly share: number;
}

/** A section of the new state, and where it comes from. */
export interface SectionPassage {
	/** Its index among the sections of its page now. */
	readonly now: number;
	readonly section: TrackedSection;
	/** The section of the state before that it continues; null for a new section. */
	readonly before: TrackedSection | null;
	/** For a new section that had ended earlier: as it was then. */
	readonly returned: TrackedSection | null;
	/** A section that stood for it meanwhile, under an identity that is given up. */
	readonly substitute: TrackedSection | null;
	/** For a new section: where its words stood in the state before. */
	readonly stoodIn: readonly WordShare[];
}

/** A section of the state before that ended. */
export interface EndedSection {
	readonly section: TrackedSection;
	/** Where its words stand now. */
	readonly standIn: readonly WordShare[];
}

/** From one state of all pages to the next: what became of each section of the page edited. */
export interface SectionStep {
	readonly page: string;
	/** It is the first state of all. */
	readonly isFirst: boolean;
	/** A revision before it could not be read: what is told of this one may be its deed. */
	readonly isAfterGap: boolean;
	/** Sections of the page before, in the order of the text. */
	readonly before: readonly TrackedSection[];
	/** Sections of the page now, in the order of the text. */
	readonly after: readonly TrackedSection[];
	/** For each of `after`, the index in `before` of what it continues; -1 if not from there. */
	readonly places: readonly number[];
	/** The sections of `after` that are not just as they were, apart from their places. */
	readonly passages: readonly SectionPassage[];
	/** In the order of the text before. */
	readonly ended: readonly EndedSection[];
}

/** How many words of its own a section has below the heading. */
export function bodyWords( { words, headingWords, pageWords }: SectionInput ): number {
	return words.length - headingWords - ( pageWords || 0 );
}

/**
 * The words by which a section is measured: those of the body, and of the heading where
 * there is no body.
 *
 * @return index in `words` of the first one, and of what follows the last one
 */
export function measuredRange( section: SectionInput ): [ number, number ] {
	const { headingWords } = section;
	const body = bodyWords( section );
	return body ? [ headingWords, headingWords + body ] : [ 0, headingWords ];
}

/** The words themselves. */
export function measured( section: SectionInput ): Int32Array {
	return section.words.subarray( ...measuredRange( section ) );
}

/** How many words a section is measured by. */
export function measuredWords( section: SectionInput ): number {
	return bodyWords( section ) || section.headingWords;
}
