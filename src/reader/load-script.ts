/** Loads the scripts that a page view does not need. */
import type { PanelScript } from '../account/workspace';
import { loadScript as load, moduleOf } from '../wiki/load-script';
import { scriptUrl } from '../wiki/script-url';
import type { EvidenceScript } from './evidence-script';
import type { MarksScript } from './marks-script';
import type { PublishedScript } from './published-script';
import type { TraceScript } from './trace-script';
import type { WordsScript } from './words-script';

/** The panel's entry. */
export async function loadPanelScript(): Promise<PanelScript[ 'openPanel' ]> {
	return ( await load<PanelScript>( 'panel', 'openPanel' ) ).openPanel;
}

/** What reads and examines the revisions that a log cites, and draws what a card says. */
export function loadEvidenceScript(): Promise<EvidenceScript> {
	return load<EvidenceScript>( 'evidence', 'readFindings' );
}

/** The same, for what stands on cards and in the panel alone: they need it, so it is loaded. */
export function evidenceScript(): EvidenceScript {
	return mw.loader.require( moduleOf( 'evidence' ) ) as EvidenceScript;
}

/** What traces the words of a draft. */
export function loadWordsScript(): Promise<WordsScript> {
	return load<WordsScript>( 'words', 'readWords' );
}

/** What reads a published trace. */
export function loadPublishedScript(): Promise<PublishedScript> {
	return load<PublishedScript>( 'published', 'openPublished' );
}

/** What marks advised words on the page. */
export function loadMarksScript(): Promise<MarksScript> {
	return load<MarksScript>( 'marks', 'makeMarks' );
}

/** Address of the script that traces words, for a worker. */
export function traceScriptUrl(): string {
	return scriptUrl( moduleOf( 'trace' ) );
}

/** The same script, to run on the page's own thread. */
export function loadTraceScript(): Promise<TraceScript> {
	return load<TraceScript>( 'trace', 'serveHere' );
}
