/** The words of today's text that go back to a piece of advice, as passages to read. */
import { passagesOf } from '../trace/passages';
import { itemKeyOf } from './change-key';
import type { PageWords } from './draft-words';

/**
 * Passages of some sections of a page, by the keys of the items that they go back to.
 *
 * @param page
 * @param wanted by the number of a section, 0 for the lead
 */
export function advisedPassages(
	page: PageWords, wanted: ( section: number ) => boolean
): Map<string, string[]> {
	// Here a word is named by its place.
	const places = page.starts.map( ( _, index ) => index );
	const words = { text: page.text, ids: places, starts: page.starts, ends: page.ends };
	const passages = new Map<string, string[]>();
	page.sections.filter( ( _, number ) => wanted( number ) ).forEach( ( { from, to } ) => {
		const byItem = new Map<string, Set<number>>();
		for ( let place = from; place < to; place++ ) {
			for ( const key of page.groups[ page.groupOf[ place ] as number ] || [] ) {
				const item = itemKeyOf( key );
				byItem.set( item, ( byItem.get( item ) || new Set() ).add( place ) );
			}
		}
		for ( const [ item, own ] of byItem ) {
			passages.set( item, [
				...passages.get( item ) || [], ...passagesOf( words, from, to, own )
			] );
		}
	} );
	return passages;
}
