/** How much of the draft the account covers, and of the log the check. */
import type { DraftAccount } from '../../account/types';

export interface Coverage {
	/** Sections of today's text, and those of them with advice on record. */
	sections: number;
	sectionsWithAdvice: number;
	/** Topics of the log, and those of them with an entry. */
	topics: number;
	topicsWithEntry: number;
	/** Requests, or pieces of advice where there are any; and those whose content is withheld. */
	items: number;
	withheld: number;
	/** Changes that the log names, and those whose revisions could be compared. */
	changes: number;
	changesCompared: number;
	/** Words of today's text, and those that go back to advice. */
	words: number;
	advisedWords: number;
	/** Revisions of the draft's pages, and those that cannot be read. */
	revisions: number;
	unreadableRevisions: number;
}

function sum( numbers: readonly number[] ): number {
	return numbers.reduce( ( all, one ) => all + one, 0 );
}

export function coverageOf( { items, pages, topics, words }: DraftAccount ): Coverage {
	const sections = pages.flatMap( ( page ) => page.sections );
	const changes = items.flatMap( ( item ) => item.changes );
	const used = new Set( items.flatMap( ( { entry } ) => entry.topics ?? [] ) );
	const shares = sections.flatMap( ( section ) => section.words ?? [] );
	return {
		sections: sections.length,
		sectionsWithAdvice: sections.filter( ( section ) => section.items.length ).length,
		topics: topics.size,
		topicsWithEntry: [ ...topics.keys() ].filter( ( topic ) => used.has( topic ) ).length,
		items: items.length,
		withheld: items.filter( ( { state } ) => state === 'withheld' ).length,
		changes: changes.length,
		changesCompared: changes.filter( ( { evidence } ) => evidence && !evidence.problem ).length,
		words: sum( shares.map( ( { total } ) => total ) ),
		advisedWords: sum( shares.map( ( { advised } ) => advised ) ),
		revisions: words?.revisions.size ?? 0,
		unreadableRevisions: words?.missing ?? 0
	};
}
