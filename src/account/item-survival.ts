/** What became of the words of one piece of advice, over all its changes. */
import type { FollowedChange } from '../trace/followed-changes';
import { survivalState, type SurvivalState } from '../trace/survival';
import type { DraftWords } from './draft-words';

/** What became of the words of one piece of advice. */
export interface ItemSurvival {
	state: SurvivalState;
	/** Words that its changes inserted; of those, that stand, and that stand elsewhere. */
	inserted: number;
	standing: number;
	elsewhere: number;
	/** Words that they removed; of those, that are away. */
	removed: number;
	absent: number;
	/** Changes of which nothing is known, because a revision is missing. */
	unknown: number;
	/** The last revision that took words of it away, if any did. */
	rewrittenBy: number | null;
}

/**
 * What became of the words of an item; undefined if nothing was followed for it.
 *
 * @param changes its own; undefined for those that were not followed
 * @param revisions by id
 */
export function itemSurvival(
	changes: readonly ( FollowedChange | undefined )[], revisions: DraftWords[ 'revisions' ]
): ItemSurvival | undefined {
	const followed = changes.flatMap( ( change ) => change || [] );
	if ( !followed.length ) {
		return undefined;
	}
	const sum = ( one: ( change: FollowedChange ) => number ): number => followed
		.reduce( ( total, change ) => total + one( change ), 0 );
	const counts = {
		inserted: sum( ( { inserted } ) => inserted ),
		standing: sum( ( { standing } ) => standing ),
		elsewhere: sum( ( { elsewhere } ) => elsewhere ),
		removed: sum( ( { removed } ) => removed ),
		absent: sum( ( { absent } ) => absent )
	};
	const unknown = followed.filter( ( { state } ) => state === 'unknown' ).length;
	const takers = followed.flatMap( ( { takenBy } ) => takenBy.map( ( { revid } ) => revid ) );
	const time = ( revid: number ): string => revisions.get( revid )?.timestamp ?? '';
	takers.sort( ( a, b ) => time( a ) === time( b ) ? b - a : ( time( a ) < time( b ) ? 1 : -1 ) );
	return {
		...counts,
		state: unknown ? 'unknown' : survivalState( counts ),
		unknown,
		rewrittenBy: takers[ 0 ] ?? null
	};
}
