/**
 * What every export is made from, and what the room offers. All functions are pure: the same input
 * gives the same text, whoever asks, in a browser or in Node. None of them reads a clock, the
 * language of the computer or its own version.
 */
import type { DraftAccount } from '../account/types';

/**
 * A text of the interface in the language that the wiki's pages are written in.
 *
 * @param key without the prefix `advice-provenance-`; those of exports begin with `export-`
 * @param params inserted for `$1`, `$2`, … as they are, and nothing else: no PLURAL, no GENDER,
 *  no digits of a language. The page knows the grammar of the reader's language only, and the
 *  same summary has to come out of the command line. What `readContentMessages` of the room wiki
 *  gives is one.
 */
export type Words = ( key: string, ...params: string[] ) => string;

/** The wiki that a draft stands on. All addresses are whole ones, with their protocol. */
export interface ExportWiki {
	/** Its name, as `siteinfo` gives it. */
	siteName: string;
	/** Code of the language that its pages are written in. */
	language: string;
	direction: 'ltr' | 'rtl';
	/** @param title with namespace; any text, also one that is no title */
	pageUrl( title: string ): string;
	revisionUrl( revision: number ): string;
	/** @param base revision to compare with; without it the one before */
	diffUrl( revision: number, base?: number | null ): string;
	/** @param user name without namespace */
	userUrl( user: string ): string;
}

/** A trace that somebody published, as far as words were taken from it. */
export interface PublishedSource {
	/** The page on which it stands, and its revision. */
	title: string;
	revision: number;
	/** Who saved it; null where the name is hidden. */
	user: string | null;
	/** ISO 8601, as the wiki tells it. */
	timestamp: string;
}

/**
 * How it is known which words stand, where `account.words` is not null:
 *
 * - `history`: by reading the whole history of the draft's pages
 * - `published`: from traces that somebody published, unchecked
 */
export type WordsOrigin = { from: 'history' } | { from: 'published'; traces: PublishedSource[] };

export interface ExportInput {
	/**
	 * With the cited revisions read (`readEvidence`), and with words (`readWords`) or without:
	 * what was not read is told as not known.
	 */
	account: DraftAccount;
	/** Text of the revision `account.logRevision` of the log page. */
	logText: string;
	/** Titles of the draft's pages as the operator configured them. */
	configuredPages: readonly string[];
	wiki: ExportWiki;
	words: Words;
	/** Left out where words were not followed. */
	wordsOrigin?: WordsOrigin;
	/** Version of this software; not in the summary, so that a new one does not change it. */
	version: string;
	/** Title of the page that the summary is published on, for PROV-JSON; left out for none. */
	summaryTitle?: string;
	/** When the export was made (ISO 8601, UTC); in PROV-JSON and annotations only. */
	madeOn?: string;
}

/** Text of an export, fit to be saved as a file. */
export interface ExportFile {
	/** End of the file's name, with a dot. */
	extension: string;
	/** Media type. */
	type: string;
	make( input: ExportInput ): string;
}

/** Names of exports, as the command line has them. */
export type ExportFormat = 'wikitext' | 'text' | 'csv' | 'prov' | 'annotations' | 'log';

/**
 * Why a page has no place for the summary that is certain:
 *
 * - `none`: text, but neither marker
 * - `begin-only`, `end-only`: one marker without the other
 * - `doubled`: a marker stands there more than once
 * - `order`: the end comes before the beginning
 */
export type MarkerProblem = 'none' | 'begin-only' | 'end-only' | 'doubled' | 'order';

/** What a page would be with a summary in its place. */
export type MergedSummary =
	{
		/** Text to save. */
		text: string;
		/** False if the page has this summary already: then there is nothing to save. */
		changed: boolean;
	} |
	{ problem: MarkerProblem };

/** The summary of a page, with its markers, and what people wrote around it. */
export type FoundSummary =
	{ before: string; summary: string; after: string } |
	{ problem: MarkerProblem };
