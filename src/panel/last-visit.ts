/** What this browser remembers of an account, to tell next time what is new. */
import { readVisits, type Visit, type Visits } from './visit-shape';
import type { DraftAccount } from '../account/types';
import { keepObject, recallObject } from '../wiki/storage';

export type { Visit };

/** Within this time it is one visit, however often pages are opened. */
const ONE_VISIT_MS = 30 * 60 * 1000;

function storageKey( logTitle: string ): string {
	return `${ logTitle }#visits`;
}

/** What is to be remembered; of words that were not followed, what was known before. */
function visitOf( account: DraftAccount, known: Visit | null, now: number ): Visit {
	const standing: Record<string, number> = {};
	for ( const { key, survival } of account.items ) {
		const count = survival ? survival.standing : known?.standing[ key ];
		if ( count !== undefined ) {
			standing[ key ] = count;
		}
	}
	return {
		on: now,
		log: account.logRevision,
		states: Object.fromEntries( account.items.map( ( { key, state } ) => [ key, state ] ) ),
		standing
	};
}

/** Whether this browser remembers that somebody looked: not where storage is forbidden or full. */
export function isRemembered( { logTitle }: DraftAccount ): boolean {
	return recallObject( storageKey( logTitle ) ) !== null;
}

/**
 * Notes that somebody looks at an account.
 *
 * @param account
 * @param now milliseconds
 * @return the visit before this one; null if there was none, or storage is forbidden
 */
export function noteVisit( account: DraftAccount, now: number ): Visit | null {
	const key = storageKey( account.logTitle );
	const kept = readVisits( recallObject( key ) );
	const isNew = kept.last && now - kept.last.on > ONE_VISIT_MS;
	const before = isNew ? kept.last : kept.before;
	const visits: Visits = { last: visitOf( account, kept.last, now ), before };
	keepObject( key, visits );
	return before;
}
