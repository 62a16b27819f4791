/** What a marked word tells: how closely it follows the advice, and which advice that is. */
import { itemKeyOf } from '../account/change-key';
import type { Relation } from '../log/types';

/**
 * How words are marked, the closest link first; `unstated` where the log does not say, `untraced`
 * where words are newer than what was published of them.
 */
export const MARK_STYLES = [ 'quoted', 'derived', 'influenced', 'unstated', 'untraced' ] as const;
export type MarkStyle = typeof MARK_STYLES[ number ];

export interface MarkKind {
	style: MarkStyle;
	/** Keys of the items that the words go back to; empty where that is not known. */
	items: string[];
}

/**
 * Kinds of a page's words.
 *
 * @param groups sets of changes by their names, as of PageWords
 * @param relations of the changes to their advice, by their names
 * @return for each group its kind, the same object where groups tell the same; null for the
 *  group of words that go back to no advice
 */
export function kindsOf(
	groups: readonly ( readonly string[] )[], relations: ReadonlyMap<string, Relation | undefined>
): ( MarkKind | null )[] {
	const known = new Map<string, MarkKind>();
	return groups.map( ( changes ) => {
		if ( !changes.length ) {
			return null;
		}
		const items = [ ...new Set( changes.map( itemKeyOf ) ) ];
		const links = new Set( changes.map( ( name ) => relations.get( name ) || 'unstated' ) );
		const style = MARK_STYLES.find( ( one ) => one !== 'untraced' && links.has( one ) ) ||
			'unstated';
		const name = JSON.stringify( [ style, ...[ ...items ].sort() ] );
		const kind = known.get( name ) || { style, items };
		known.set( name, kind );
		return kind;
	} );
}
