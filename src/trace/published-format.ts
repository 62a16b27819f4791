/**
 * The published trace of one page: for one revision of it, which revisions its words come from,
 * its sections, and what became of the changes of the log. It holds no text. Lists of numbers
 * are texts, because MediaWiki gives each item of a list in a JSON page a line of its own.
 */
import { addTextToHash, addToHash, HASH_START } from './hash';
import type { Survival } from './survival';
import { visitWords } from './wikitext-words';

export const PUBLISHED_ENGINE = 'advice-provenance';
/** Raised whenever the shape changes, or what a word is. */
export const PUBLISHED_VERSION = 1;

export interface PublishedSection {
	/** Kept through renames and moves; as SectionHistory gives it. */
	id: number;
	/** Tells headings apart without saying what they say; null for the lead. */
	heading: string | null;
	/** 1 to 6; 0 for the lead. */
	level: number;
	/** How many words it has, up to the next heading; the sections follow each other. */
	words: number;
}

/** Ids of revisions, with the number of words that each is about. */
export type PublishedShares = [ revid: number, words: number ][];

/** Survival with ids of revisions. */
export interface PublishedSurvival extends Omit<Survival, 'takenBy' | 'broughtBackBy'> {
	takenBy: PublishedShares;
	broughtBackBy: PublishedShares;
}

export interface PublishedChange extends PublishedSurvival {
	/** Names the change. */
	key: string;
}

/** The page as JSON. */
export interface PublishedTrace {
	engine: typeof PUBLISHED_ENGINE;
	version: typeof PUBLISHED_VERSION;
	/** Id of the revision whose words these are. */
	revision: number;
	/** How many words it has, and a hash of them. */
	words: number;
	fingerprint: string;
	/**
	 * Where words come from, with spaces between them: the id of a revision, and with `|` behind
	 * it those of others that may have introduced the words as well.
	 */
	origins: string;
	/** Words in a row with one origin: which origin, counted from 0, and how many words. */
	runs: string;
	sections: PublishedSection[];
	changes: PublishedChange[];
}

function hex( hash: number ): string {
	return hash.toString( 16 ).padStart( 8, '0' );
}

/** A heading without what it says: eight hexadecimal digits. */
export function headingHash( heading: string ): string {
	return hex( addTextToHash( HASH_START, heading ) );
}

/** The number of words of a wikitext, and a hash that tells other words. */
export function wordsFingerprint(
	wikitext: string
): Pick<PublishedTrace, 'words' | 'fingerprint'> {
	let words = 0;
	let hash = HASH_START;
	visitWords( wikitext, ( isWord, start, end ) => {
		if ( isWord ) {
			words++;
			hash = addToHash( addTextToHash( hash, wikitext.slice( start, end ) ), end - start );
		}
	} );
	return { words, fingerprint: hex( hash ) };
}
