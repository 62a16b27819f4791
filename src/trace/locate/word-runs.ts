/** Runs of words that stand once in a text. */
import { addToHash, HASH_START } from '../hash';

/** Words of a run. Runs of three ("in case of") stand in any text. */
export const RUN = 4;

/** A hash of the run that begins at a place. */
export function hashOfRun( values: Int32Array, at: number ): number {
	let hash = HASH_START;
	for ( let i = at; i < at + RUN; i++ ) {
		hash = addToHash( hash, values[ i ] as number );
	}
	return hash;
}

/**
 * Where runs begin, by their hashes; -1 for those that stand several times. Two runs with one
 * hash count as the same: then neither stands once.
 */
export class WordRuns {
	private readonly places = new Map<number, number>();

	/**
	 * @param values words as numbers
	 * @param base is added to the places
	 */
	public add( values: Int32Array, base = 0 ): void {
		for ( let at = 0; at + RUN <= values.length; at++ ) {
			const hash = hashOfRun( values, at );
			this.places.set( hash, this.places.has( hash ) ? -1 : base + at );
		}
	}

	/** Where a run stands; -1 if that is nowhere, or several times. */
	public placeOf( hash: number ): number {
		return this.places.get( hash ) ?? -1;
	}
}
