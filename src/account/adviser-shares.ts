/** Whose advice the words of today go back to. */
import { itemKeyOf } from './change-key';
import type { PageWords } from './draft-words';
import { refKey } from './items';
import type { AdviceItem } from './types';

/** Words of a section by those who advised on them: each word counts once. */
export interface AdviserShares {
	total: number;
	/** Words that go back to any advice. */
	advised: number;
	/** By id of the adviser, where a word goes back to the advice of one only. */
	single: ReadonlyMap<string, number>;
	/** Words that go back to the advice of several. */
	several: number;
	/** Words that go back to advice whose adviser is not recorded. */
	unknown: number;
}

/** Who advised where several changes meet on a word, for each set of changes. */
function advisersOfGroups(
	{ groups }: PageWords, items: ReadonlyMap<string, AdviceItem>
): string[][] {
	return groups.map( ( keys ) => [ ...new Set( keys.flatMap( ( key ) => (
		( items.get( itemKeyOf( key ) )?.advisers || [] ).map( ( { id } ) => id )
	) ) ) ] );
}

/**
 * Shares of the sections of a page.
 *
 * @param page
 * @param items by their keys
 * @return by `refKey`
 */
export function adviserShares(
	page: PageWords, items: ReadonlyMap<string, AdviceItem>
): Map<string, AdviserShares> {
	const advisersOf = advisersOfGroups( page, items );
	return new Map( page.sections.map( ( { ref, from, to } ) => {
		const single = new Map<string, number>();
		let [ advised, several, unknown ] = [ 0, 0, 0 ];
		for ( let word = from; word < to; word++ ) {
			const group = page.groupOf[ word ] as number;
			if ( !( page.groups[ group ] || [] ).length ) {
				continue;
			}
			advised++;
			const [ first, second ] = advisersOf[ group ] as string[];
			if ( first === undefined ) {
				unknown++;
			} else if ( second === undefined ) {
				single.set( first, ( single.get( first ) || 0 ) + 1 );
			} else {
				several++;
			}
		}
		return [ refKey( ref ), { total: to - from, advised, single, several, unknown } ];
	} ) );
}
