/** What all operations have in common, see operations.ts. */
import type { Page, Section } from './document';
import { plainWords } from './prose';

/** What one operation did to one section. */
export interface Effect {
	/** Id of the section, see document.ts. */
	section: string;
	/** Its heading in the resulting revision; where it ended there, its last one. As wikitext. */
	headingThen: string;
	/** Passages of plain words. */
	inserted: string[];
	removed: string[];
}

/** What an operation may look at besides its own page. */
export interface Surroundings {
	/** The present state of another page. */
	page( title: string ): Page;
	/** The state of this page after a named edit. */
	stateAfter( name: string ): Page;
	/** Says that a section lives on as part of another. */
	recordMerge( from: string, into: string ): void;
}

export type Operation = ( page: Page, surroundings: Surroundings ) => Effect[];

/** The words of a piece of wikitext as a list of passages: one, or none if it has no words. */
export function passages( wikitext: string ): string[] {
	const words = plainWords( wikitext );
	return words ? [ words ] : [];
}

export function effect( section: Section, inserted: string, removed: string ): Effect {
	return {
		section: section.id,
		headingThen: section.heading,
		inserted: passages( inserted ),
		removed: passages( removed )
	};
}
