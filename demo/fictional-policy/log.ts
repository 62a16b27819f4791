/** The advice log of the demonstration, put together from its entries. */
import type { AdviceLog } from '../../src/log/types';
import { draft, topics } from './draft';
import { concernsAndAppeals } from './entries/concerns-and-appeals';
import { fireAndFields } from './entries/fire-and-fields';
import { firstRound } from './entries/first-round';
import { gateAndWater } from './entries/gate-and-water';
import { looseEnds } from './entries/loose-ends';
import { revisionNamed } from './history';
import { agents } from './people';

/**
 * The log, citing revisions by the ids that they have on a wiki.
 *
 * @param revisionIds ids of history.ts -> ids on the wiki
 * @throws {Error} if a cited revision is not among them
 */
export function logFor( revisionIds: Readonly<Record<string, number>> ): AdviceLog {
	const revision = ( name: string ): number => {
		const id = revisionIds[ revisionNamed( name ) ];
		if ( id === undefined ) {
			throw new Error( `The revision "${ name }" has no id on the wiki` );
		}
		return id;
	};
	return {
		schemaVersion: 1,
		title: 'Advice log: Lantern Orchard Rules (a made-up policy)',
		draft,
		topics,
		agents,
		entries: [ firstRound, gateAndWater, fireAndFields, concernsAndAppeals, looseEnds ]
			.flatMap( ( part ) => part( revision ) )
	};
}
