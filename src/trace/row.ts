/**
 * Words of a new revision of which it is to be found out what words they are, between the words
 * beside them, which are known. Several places of a page follow each other in one row, so that
 * they compete for the words of the past.
 */
export interface Row {
	/** Texts of the words, as numbers of the vocabulary. */
	readonly types: Int32Array;
	/** Word ids; UNKNOWN where not found (yet). */
	readonly ids: Int32Array;
}

export const UNKNOWN = -1;

/** How many words of a row are not found. */
export function countUnknown( { ids }: Row ): number {
	let count = 0;
	for ( let at = 0; at < ids.length; at++ ) {
		if ( ids[ at ] === UNKNOWN ) {
			count++;
		}
	}
	return count;
}
