/**
 * The operator's configuration, `MediaWiki:Gadget-AdviceProvenance-config.json`: which pages
 * are drafts, and which log page belongs to them. The page can be edited by interface
 * administrators only, but it is still read as untrusted: a slip in it must not break a page.
 */

/** One draft: its log page and the pages of its text. */
export interface DraftConfiguration {
	/** Title of the advice log, with namespace. */
	log: string;
	/** Titles of the pages of the draft, with namespace. */
	pages: string[];
}

export interface Configuration {
	drafts: DraftConfiguration[];
}
