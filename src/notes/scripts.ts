/** The scripts that the notes build on. */
import { loadScript } from '../wiki/load-script';
import type {
	EvidenceForNotes, MarksForNotes, ReaderForNotes, ReaderScript, WordsForNotes
} from '../wiki/reader-script';

/** The reader script: it is there already, for the notes depend on it. */
export async function loadReader(): Promise<ReaderForNotes> {
	return ( await loadScript<ReaderScript>( 'reader', 'forNotes' ) ).forNotes;
}

/**
 * What reads and examines texts; loaded where a text is compared with the log's headings, and
 * when somebody asks for words or revisions.
 */
export function loadEvidence(): Promise<EvidenceForNotes> {
	return loadScript<EvidenceForNotes>( 'evidence', 'advisedPassages' );
}

/** What traces words; loaded when somebody asks what an edit did to them. */
export function loadWords(): Promise<WordsForNotes> {
	return loadScript<WordsForNotes>( 'words', 'readEditEffect' );
}

/** What marks words; loaded when somebody wants those of an old revision marked. */
export function loadMarks(): Promise<MarksForNotes> {
	return loadScript<MarksForNotes>( 'marks', 'marksOfRevision' );
}
