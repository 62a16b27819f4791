import { logFor } from '../../demo/fictional-policy/log';
import { story } from '../../demo/fictional-policy/history';
import type { Advice, AdviceLog, Change } from '../../src/log/types';

/** The log of the made-up policy, citing the ids of its own history. */
export function logWithOwnIds(): AdviceLog {
	return logFor( Object.fromEntries( story.edits
		.map( ( { revision: { revid } } ) => [ revid, revid ] ) ) );
}

export function allAdvice( log: AdviceLog ): Advice[] {
	return log.entries.flatMap( ( entry ) => entry.advice ?? [] );
}

export function allChanges( log: AdviceLog ): Change[] {
	return allAdvice( log ).flatMap( ( advice ) => advice.changes ?? [] );
}

/** The same values with every list in the order of `Array#sort` and without repetitions. */
export function distinct<T>( values: ( T | undefined )[] ): T[] {
	return [ ...new Set( values.filter( ( value ) => value !== undefined ) ) ].sort() as T[];
}
