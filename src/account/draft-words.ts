/** Today's words of a draft, and what became of those that go back to advice. */
import { isWithheld } from '../log/withheld';
import type {
	AskedChange, FollowedChange, FollowedChanges, FollowedPage
} from '../trace/followed-changes';
import { toPlainText } from '../trace/plain-text';
import { changeName, itemKeyOf } from './change-key';
import { refKey } from './items';
import type { AdviceItem, SectionRef } from './types';

/** Who made a revision, and when. */
export interface RevisionFacts {
	/** ISO 8601, as the wiki tells it. */
	timestamp: string;
	/** null where the user name is hidden. */
	user: string | null;
}

/** A page of the draft with the changes that its words go back to; see FollowedPage. */
export interface PageWords extends Omit<FollowedPage, 'page' | 'sections'> {
	/** Title of the wiki page, with spaces. */
	title: string;
	sections: {
		ref: SectionRef;
		/** Index of its first word on the page, and after its last one. */
		from: number;
		to: number;
	}[];
}

/** Everything that the trace of a draft's whole history tells about its advice. */
export interface DraftWords {
	/** By `changeName`. */
	changes: ReadonlyMap<string, FollowedChange>;
	/** By title. */
	pages: ReadonlyMap<string, PageWords>;
	/** Of all revisions, by id. */
	revisions: ReadonlyMap<number, RevisionFacts>;
	/** How many revisions could not be read. */
	missing: number;
	/** When it was computed: milliseconds, as Date.now(). */
	computedOn: number;
}

/** How much of a section goes back to advice. */
export interface SectionWords {
	/** Words of the section, and those of them that go back to any advice. */
	total: number;
	advised: number;
	/** By key of an item; a word may count under several. */
	byItem: ReadonlyMap<string, number>;
}

/**
 * The changes to follow: those whose revisions could be read, and of no withheld advice, whose
 * words are not to be pointed at.
 */
export function askedChanges( items: readonly AdviceItem[] ): AskedChange[] {
	return items.filter( ( { advice } ) => advice && !isWithheld( advice ) )
		.flatMap( ( item ) => item.changes.flatMap( ( { change, evidence }, index ) => {
			if ( !evidence || evidence.problem ) {
				return [];
			}
			const { inserted, deleted } = change;
			// Where the log names words of one side only, nothing of the other side is meant.
			const isNarrowed = inserted !== undefined || deleted !== undefined;
			return [ {
				key: changeName( item, index ),
				base: evidence.base,
				last: change.revision,
				...isNarrowed && { inserted: inserted ?? [], removed: deleted ?? [] }
			} ];
		} ) );
}

/** Sections by heading as a page shows it, those with one heading told apart by their order. */
function sectionRefs( { sections }: FollowedPage, title: string ): PageWords[ 'sections' ] {
	const seen = new Map<string, number>();
	return sections.map( ( { heading, from, to } ) => {
		const plain = toPlainText( heading || '' );
		const nth = seen.get( plain ) || 0;
		seen.set( plain, nth + 1 );
		return { ref: { page: title, heading: plain, nth }, from, to };
	} );
}

/**
 * Puts together what was traced.
 *
 * @param followed
 * @param titles of the pages, by their names in the trace
 * @param rest see DraftWords
 */
export function joinWords(
	{ changes, pages }: FollowedChanges,
	titles: ReadonlyMap<string, string>,
	rest: Pick<DraftWords, 'revisions' | 'missing' | 'computedOn'>
): DraftWords {
	return {
		...rest,
		changes: new Map( changes.map( ( change ) => [ change.key, change ] ) ),
		pages: new Map( pages.map( ( page ) => {
			const title = titles.get( page.page ) || page.page;
			return [ title, { ...page, title, sections: sectionRefs( page, title ) } ];
		} ) )
	};
}

/** Shares of the sections of a page, by `refKey`. */
export function sectionWords( page: PageWords ): Map<string, SectionWords> {
	const itemsOf = page.groups.map( ( keys ) => [ ...new Set( keys.map( itemKeyOf ) ) ] );
	return new Map( page.sections.map( ( { ref, from, to } ) => {
		const byItem = new Map<string, number>();
		let advised = 0;
		for ( let word = from; word < to; word++ ) {
			const items = itemsOf[ page.groupOf[ word ] as number ] || [];
			advised += Number( items.length > 0 );
			for ( const key of items ) {
				byItem.set( key, ( byItem.get( key ) || 0 ) + 1 );
			}
		}
		return [ refKey( ref ), { total: to - from, advised, byItem } ];
	} ) );
}
