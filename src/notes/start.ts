/**
 * The notes script: what edit forms, differences, histories, old revisions, translations and
 * talk pages say of a draft's advice.
 */
import english from 'virtual:messages/notes';
import shared from 'virtual:messages/shared';
import type { DraftConfiguration } from '../wiki/configuration';
import { addMissingMessages } from '../wiki/messages';
import type { OpenOptions, ReaderForNotes } from '../wiki/reader-script';
import { currentTitle, normaliseTitle } from '../wiki/titles';
import { showInDifference } from './diff-note';
import { showInEditForm } from './edit-form';
import { showInHistory } from './history-badges';
import type { Notes } from './notes';
import { showOnOldRevision } from './old-revision';
import { loadEvidence, loadReader } from './scripts';
import { showOnTalkPage } from './talk-links';
import { isLanguage, matchHeadings, NOTHING_SHOWN, showOnTranslation } from './translation';
import { showInVisualEditor } from './visual-editor';

let started = false;

/** What shows a note on the open view of a draft's page; null where its text of today is read. */
function noteOfView(): ( ( notes: Notes ) => void | Promise<void> ) | null {
	const action = mw.config.get( 'wgAction' );
	if ( action === 'history' ) {
		return showInHistory;
	}
	if ( action !== 'view' ) {
		return showInEditForm;
	}
	if ( mw.config.get( 'wgDiffNewId' ) ) {
		return showInDifference;
	}
	return mw.config.get( 'wgRevisionId' ) === mw.config.get( 'wgCurRevisionId' ) ?
		null :
		showOnOldRevision;
}

async function openNotes(
	reader: ReaderForNotes, draft: DraftConfiguration, page: string, options: OpenOptions
): Promise<Notes | null> {
	const workspace = await reader.openWorkspace( draft, options );
	// Without a log there is nothing to say; that it could not be read is worth a word.
	const isSilent = workspace.account() === null &&
		workspace.failures().every( ( { kind } ) => kind !== 'failed' && kind !== 'unreadable' );
	return isSilent ? null : { ...reader, page, workspace };
}

/** The source page of the translation that is open; null if it is none. */
function sourceOf( title: string, pages: readonly string[] ): string | null {
	const [ , source = '', code = '' ] = /^(.+)\/([^/]+)$/.exec( title ) || [];
	return pages.includes( source ) && isLanguage( code ) ? source : null;
}

async function showTranslation(
	reader: ReaderForNotes, draft: DraftConfiguration, source: string
): Promise<void> {
	const { textSections } = await loadEvidence();
	let hasMarkers = false;
	const notes = await openNotes( reader, draft, source, {
		alsoRead: [ source ],
		readPage( texts ) {
			const text = texts.get( source )?.text;
			const shown = typeof text === 'string' ?
				matchHeadings(
					source, textSections( source, text ), reader.findHeadings( currentTitle() )
				) :
				null;
			hasMarkers = shown !== null;
			return shown || NOTHING_SHOWN;
		}
	} );
	if ( notes?.workspace.account() ) {
		showOnTranslation( source, hasMarkers );
		if ( hasMarkers ) {
			reader.start( draft );
		}
	}
}

async function showNotes( draft: DraftConfiguration ): Promise<void> {
	const reader = await loadReader();
	const title = currentTitle();
	const pages = draft.pages.map( ( page ) => normaliseTitle( page ) || page );
	const open = ( page: string ): Promise<Notes | null> => (
		openNotes( reader, draft, page, { readPage: () => NOTHING_SHOWN } )
	);
	if ( pages.includes( title ) ) {
		const show = noteOfView();
		showInVisualEditor( () => open( title ), () => reader.findHeadings( title ) );
		const notes = show && await open( title );
		if ( show && notes ) {
			await show( notes );
		}
		return;
	}
	const source = sourceOf( title, pages );
	if ( source !== null ) {
		await showTranslation( reader, draft, source );
		return;
	}
	const page = pages.find( ( one ) => mw.Title.newFromText( one )?.getTalkPage()
		?.getPrefixedText() === title );
	const notes = page === undefined ? null : await open( page );
	if ( notes ) {
		showOnTalkPage( notes );
	}
}

/**
 * Starts the notes on the open page, once.
 *
 * @param draft the draft that the page belongs to
 */
export function start( draft: DraftConfiguration ): void {
	if ( !started ) {
		started = true;
		addMissingMessages( english );
		addMissingMessages( shared );
		$( () => {
			showNotes( draft ).catch( ( error: Error ) => {
				mw.log.warn( `AdviceProvenance-notes: ${ error.message }` );
			} );
		} );
	}
}
