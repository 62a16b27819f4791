/**
 * What became of many changes at once: how many of their words stand, which words of today's
 * pages are theirs, and where the words stood that they removed.
 */
import type { AskedChange, FollowedChange, FollowedChanges } from './followed-changes';
import { Follower } from './follower';
import { SectionPlaces } from './section-places';
import type { Steps } from './steps';
import { survivalOf } from './survival';
import { TodayWords } from './today-words';
import type { Trace } from './trace';
import type { RevisionEffect } from './types';
import { readLives } from './word-lives';

/**
 * Follows changes to today's text.
 *
 * @param trace of the whole draft
 * @param asked
 * @return fit for the structured clone algorithm
 * @yield between steps
 */
export function* followChanges(
	trace: Trace, asked: readonly AskedChange[]
): Steps<FollowedChanges> {
	const follower = new Follower( trace );
	yield* follower.readStates( asked );
	const effects: ( RevisionEffect | null )[] = [];
	const places = new SectionPlaces( trace );
	for ( const change of asked ) {
		const effect = follower.effectOf( change );
		effects.push( effect );
		if ( effect ) {
			places.watch( follower.numberOf( change.last ) as number, effect.inserted );
		}
		yield;
	}
	yield* places.read();
	const lives = yield* readLives( trace );
	const today = new TodayWords( trace );
	yield* today.read( places );
	const changes: FollowedChange[] = [];
	for ( const [ index, change ] of asked.entries() ) {
		const effect = effects[ index ] || null;
		const { key } = change;
		const number = follower.numberOf( change.last ) as number;
		const survival = survivalOf(
			effect, lives, ( id ) => places.isElsewhere( number, id )
		);
		changes.push( {
			...survival,
			key,
			takenBy: survival.takenBy.map( ( share ) => follower.share( share ) ),
			broughtBackBy: survival.broughtBackBy.map( ( share ) => follower.share( share ) )
		} );
		yield;
		if ( effect ) {
			today.mark( key, effect.inserted );
			const before = follower.before( change );
			const after = follower.after( change );
			const { page } = trace.revisions[ number ] as { page: string };
			if ( before && after && effect.removed.length ) {
				today.markRemoved( key, page, before, after, effect.removed );
			}
			yield;
		}
	}
	return { changes, pages: today.pages };
}
