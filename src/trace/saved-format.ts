/**
 * A trace as it is kept, to go on with it later: what cannot be derived, each distinct line of
 * text once. `resumeTrace` derives the rest by going through the same edits without looking for
 * anything, so that a trace that was resumed goes on exactly like one that never stopped.
 */
import { addTextToHash, addToHash, HASH_START } from './hash';

export const SAVED_ENGINE = 'advice-provenance';
/** Raised whenever the shape changes, or the engine takes other words for the same ones. */
export const SAVED_VERSION = 1;

/** Fit for the structured clone algorithm: IndexedDB and messages to a worker. */
export interface SavedTrace {
	engine: typeof SAVED_ENGINE;
	version: typeof SAVED_VERSION;
	/** Names of pages: those that have a state, in the order in which it began, then others. */
	pages: string[];
	/** Of all revisions that were added, in order. */
	revids: number[];
	/** The distinct lines as they first appeared, with line breaks between them. */
	lines: string;
	/** What is known of words beyond the edits: origins, copies, ties. */
	words: Uint8Array;
	/** The edits. Both are written and read as NumberWriter does. */
	edits: Uint8Array;
	/** Tells whether something broke on the way. */
	checksum: number;
}

/** A number of 32 bits for all that a saved trace says. */
export function checksumOf(
	{ pages, revids, lines, words, edits }: Omit<SavedTrace, 'checksum'>
): number {
	let hash = HASH_START;
	for ( const text of [ ...pages, revids.join(), lines ] ) {
		hash = addToHash( addTextToHash( hash, text ), text.length );
	}
	for ( const bytes of [ words, edits ] ) {
		hash = addToHash( hash, bytes.length );
		for ( const byte of bytes ) {
			hash = addToHash( hash, byte );
		}
	}
	return hash;
}
