import type { Advice, Entry } from '../log/types';
import type { AdviceState } from './types';

/**
 * What a marker tells about a piece of advice at a glance.
 *
 * @param advice null for a request to which no advice is recorded
 */
export function adviceState( entry: Entry, advice: Advice | null ): AdviceState {
	const { state } = entry.request;
	if ( state && state !== 'open' ) {
		return 'set-aside';
	}
	if ( !advice ) {
		return state === 'open' ? 'pending' : 'not-recorded';
	}
	// What cannot be shown comes before what came of it: the card still tells the outcome.
	if ( advice.disclosure && advice.disclosure.level === 'withheld' ) {
		return 'withheld';
	}
	const hasChange = Boolean( advice.changes && advice.changes.length );
	switch ( advice.disposition && advice.disposition.outcome ) {
		case 'adopted':
		case 'adopted-in-part':
		case 'adopted-with-modification':
			return hasChange ? 'changed' : 'adopted';
		case 'confirmed-no-change':
			return 'checked';
		case 'declined':
			return 'declined';
		case 'pending':
			return 'pending';
		case 'superseded':
			return 'superseded';
		default:
			// Naming the revision that applied it says that it was adopted.
			return hasChange ? 'changed' : 'not-recorded';
	}
}
