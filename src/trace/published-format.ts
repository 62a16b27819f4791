/**
 * The published trace of one page: for one revision of it, which revisions its words come from,
 * which of them go back to changes of the log, its sections, and what became of these changes. It
 * holds no text. Lists of numbers are texts, because MediaWiki gives each item of a list in a JSON
 * page a line of its own.
 */
import { addTextToHash, addToHash, HASH_START } from './hash';
import type { FollowedChange } from './followed-changes';
import { visitWords } from './wikitext-words';

export const PUBLISHED_ENGINE = 'advice-provenance';
/** Raised whenever the shape changes, or what a word is. */
export const PUBLISHED_VERSION = 1;

export interface PublishedSection {
	/** Tells headings apart without saying what they say (`textHash`); null for the lead. */
	heading: string | null;
	/** 1 to 6; 0 for the lead. */
	level: number;
	/** How many words it has, up to the next heading; the sections follow each other. */
	words: number;
}

/** What became of a change, with its revisions as texts. */
export interface PublishedChange extends Omit<FollowedChange, 'takenBy' | 'broughtBackBy'> {
	/**
	 * Ids of revisions, each with the number of words that it is about: `12 3 14|13 1`. Behind `|`
	 * stand missing revisions that may have done it instead.
	 */
	takenBy: string;
	broughtBackBy: string;
}

/** Which sections of the page a piece of advice touched. */
export interface PublishedItem {
	/** Names it. */
	key: string;
	/** A hash that tells other changes: what is said here is about just these. */
	changes: string;
	/** Sections of the page, counted from 0, with spaces between. */
	places: string;
	/** How many places of it cannot be found on any page. */
	orphans: number;
	/** It also touched other pages. */
	elsewhere: boolean;
	/** Reviewed revisions, each with what its review is worth: `105 holds 107 lapsed`. */
	reviews: string;
}

/** Where a section that the log names stands. */
export interface PublishedPlace {
	/** Its id in the log. */
	id: string;
	/** Hash of the heading that the log has for it. */
	heading: string;
	/** Which section it is, counted from 0; null where it stands on another page. */
	place: number | null;
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
	/** What became of the changes of the log that concern the page. */
	changes: PublishedChange[];
	/** Sets of changes that words go back to, counted from 0: `0 0|3`. */
	groups: string;
	/** Words in a row: which group, counted from 1, or 0 for none; and how many words. */
	advised: string;
	/** All pieces of advice, of any page, that changed something or have a place that is lost. */
	items: PublishedItem[];
	/** Sections of the log that were found. */
	places: PublishedPlace[];
}

function hex( hash: number ): string {
	return hash.toString( 16 ).padStart( 8, '0' );
}

/** A text without what it says: eight hexadecimal digits. */
export function textHash( text: string ): string {
	return hex( addTextToHash( HASH_START, text ) );
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
