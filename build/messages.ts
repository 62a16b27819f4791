/** Messages of the interface: which go with which script, and the pages of other languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { root } from './root';

const folder = join( root, 'i18n' );
export const prefix = 'advice-provenance-';

/** Texts of one language by their keys. */
export function readMessages( language: string ): Record<string, string> {
	const texts = JSON.parse( readFileSync( join( folder, `${ language }.json` ), 'utf8' ) );
	delete texts[ '@metadata' ];
	return texts;
}

/** Languages other than English, which travels with the scripts. */
export function builtLanguages(): string[] {
	return readdirSync( folder )
		.map( ( file ) => file.replace( /\.json$/, '' ) )
		.filter( ( language ) => language !== 'en' && language !== 'qqq' )
		.sort();
}

/** The page that readers of a language fetch. */
export function languagePage( language: string ): string {
	return JSON.stringify( readMessages( language ), null, '\t' ) + '\n';
}

/** Beginnings of keys, or whole ones where they end in `$`. */
function prefixed( keys: string[] ): RegExp {
	// eslint-disable-next-line security/detect-non-literal-regexp -- the keys are our own, below
	return new RegExp( `^${ prefix }(?:${ keys.join( '|' ) })` );
}

/**
 * Beginnings of the keys that a script brings with it; the reader brings the rest. A key that
 * fits several belongs to the first.
 */
const ownKeys: Record<string, RegExp> = {
	gadget: prefixed( [ 'gadget-', 'cli-' ] ),
	// Of a published trace, for whoever shows what it tells.
	published: prefixed( [ 'published-', 'panel-how-published$', 'rule-w23$' ] ),
	timeline: prefixed( [ 'panel-timeline-', 'panel-mark-', 'panel-event$' ] ),
	panel: prefixed( [ 'panel-', 'because-(?:changed|asked)', 'rule-e', 'request-open' ] ),
	// Not for the panel: reading a log leniently tells of errors alone.
	warnings: prefixed( [ 'rule-w' ] ),
	report: prefixed( [ 'report-' ] ),
	logpage: prefixed( [ 'logpage-' ] ),
	setup: prefixed( [ 'config-' ] ),
	logview: prefixed( [ 'logview-' ] ),
	// What comparing two logs tells, and checking one strictly.
	log: prefixed( [ 'form-(?:rule|field)-', 'change-' ] ),
	// What puts a log in order is asked for in forms.
	upkeep: prefixed( [ 'form-upkeep-(?!open|title)', 'form-several-(?!open)', 'form-role-(?!open)' ] ),
	// Why a page was not saved, for whoever saves one.
	saving: prefixed( [ 'form-failure-', 'form-captcha$' ] ),
	// What offers the forms stands in the panel.
	forms: prefixed( [ 'form-' ] ),
	// What is published: summaries, in the language of the wiki.
	words: prefixed( [ 'trace-summary$' ] ),
	marks: prefixed( [ 'marks-', 'tool-unmark$' ] ),
	// What is published and exported is written in the language of the wiki's pages.
	export: prefixed( [ 'export-' ] ),
	// Why the wiki did not answer, for whoever shows it.
	network: prefixed( [ 'network-' ] ),
	// What several scripts say of a piece of advice, each with its own download.
	shared: prefixed( [ 'state-', 'adviser-not-recorded$' ] ),
	// What a card says: it is drawn by the evidence script, which the panel needs too and for which
	// it leaves other words of a record. And what notes answer: whoever asks something has that
	// script loaded.
	evidence: prefixed( [
		'agent-type-', 'decided-', 'disclosure-', 'failure-', 'interest-', 'naming-',
		'status-',
		'outcome-', 'engagement-', 'channel-', 'revision-', 'reason-', 'request-',
		'date-', 'question$', 'asked-on$', 'given-on$', 'through$', 'review-', 'stance-', 'because$',
		'edited-by$', 'user-hidden$', 'inserted$', 'removed$', 'moved$', 'more-passages$', 'no-words-here$',
		'changed-elsewhere$', 'words-not-found$', 'as-of-edit$', 'diff$', 'discussion$',
		'whole-record$', 'survival-', 'basis-', 'relation-',
		'go-to-words$', 'more-items$', 'card-read$', 'card-words-read$',
		'notes-effect-', 'notes-words-', 'notes-old-(?:count|then|later|elsewhere|words)',
		'notes-history-(?:removed|undone|perhaps|some|none)', 'notes-record-(?:rows|not)$', 'try-again$', 'edits-not-read$',
		'cards-open', 'setting-not-kept$', 'older-log-', 'marker-log-older$'
	] ),
	notes: prefixed( [ 'notes-' ] )
};

/** The script that a message belongs to. */
function scriptOf( key: string ): string {
	return Object.keys( ownKeys ).find( ( script ) => ownKeys[ script ]?.test( key ) ) ?? 'reader';
}

/**
 * Names of fields and of what stands in them, and the words of errors: the panel brings them,
 * and where a log page is shown without it, they are needed once more.
 */
const logWords = prefixed( [
	'rule-e', 'panel-place', 'panel-field-', 'panel-part-(?:decision|changes|reviews)$', 'panel-lead$',
	'panel-trouble-(?:error|warning)', 'panel-troubles-', 'date-', 'agent-type-', 'engagement-',
	'naming-', 'request-', 'channel-', 'outcome-', 'basis-', 'decided-', 'relation-', 'stance-',
	'disclosure-', 'reason-', 'interest-'
] );

/**
 * What edit summaries are made of, in English once more: on a wiki that is written in English,
 * readers of other languages save summaries in English.
 */
const summary = prefixed( [
	'change-', 'form-field-', 'panel-field-', 'panel-lead$',
	'panel-part-(?:decision|changes|reviews)$', 'agent-type-', 'engagement-', 'naming-', 'request-',
	'channel-', 'outcome-', 'basis-', 'decided-', 'relation-', 'stance-', 'disclosure-', 'reason-',
	'interest-'
] );

/** What exports say beside words of their own, likewise in English once more. */
const exportWords = prefixed( [
	'agent-type-', 'basis-', 'channel-', 'date-', 'decided-', 'disclosure-', 'engagement-',
	'form-field-note$', 'interest-', 'naming-', 'number$', 'outcome-', 'panel-absent$',
	'panel-adviser-not-recorded$', 'panel-change-(?:edits?|lost-place|not-read)$',
	'panel-fact-(?:standing|absent|topics)$', 'panel-field-', 'panel-footer$',
	'panel-group-(?:orphaned|process)$', 'panel-how(?:-(?:cited|log|missing|read|revision-.*))?$',
	'panel-labelled$', 'panel-lead$', 'panel-no-advice-for-question$',
	'panel-open-(?:incomplete|lost|not-applied|nothing|unanswered|undecided)$',
	'panel-page-incomplete$', 'panel-part-advice$', 'panel-section-of-page$',
	'panel-share-(?:none|partly|not-recorded)$', 'panel-source-(?:revision|unnamed)$', 'reason-',
	'relation-', 'request-', 'review-', 'revision-', 'stance-', 'state-', 'survival-', 'user-hidden$'
] );

/** Texts that belong to one script and are needed by others as well. */
const borrowed: Record<string, RegExp> = {
	'log-words': logWords,
	summary,
	'export-words': exportWords,
	// Without the forms, changes of the log are told by the script of its page.
	'change-words': prefixed( [ 'change-', 'form-field-' ] )
};

/**
 * The English texts that a script brings with it.
 *
 * @param script or the name of `borrowed` ones, which other scripts bring as well
 */
export function messagesOf( script: string ): Record<string, string> {
	const keys = borrowed[ script ];
	return Object.fromEntries( Object.entries( readMessages( 'en' ) )
		.filter( ( [ key ] ) => keys ? keys.test( key ) : scriptOf( key ) === script ) );
}

/** Within the scripts the prefix is known: left out, it takes no room there. */
function withoutPrefix( texts: Record<string, string> ): Record<string, string> {
	return Object.fromEntries( Object.entries( texts ).map(
		( [ key, text ] ) => [ key.slice( prefix.length ), text ]
	) );
}

/** Gives `virtual:messages/<script>` to the bundles. */
export function messagesPlugin(): Plugin {
	return {
		name: 'messages',
		setup( builder ) {
			builder.onResolve( { filter: /^virtual:messages\// }, ( { path } ) => ( {
				path: path.slice( 'virtual:messages/'.length ),
				namespace: 'messages'
			} ) );
			builder.onLoad( { filter: /.*/, namespace: 'messages' }, ( { path } ) => ( {
				contents: JSON.stringify( withoutPrefix( messagesOf( path ) ) ),
				loader: 'json'
			} ) );
		}
	};
}
