/**
 * The script of a draft's log page: reading it, editing it as text, its differences and its
 * history.
 */
import english from 'virtual:messages/logpage';
import changeWords from 'virtual:messages/change-words';
import logWords from 'virtual:messages/log-words';
import network from 'virtual:messages/network';
import warnings from 'virtual:messages/warnings';
import type { DraftConfiguration } from '../wiki/configuration';
import { messagePages, takeMessages } from '../wiki/interface-language';
import { loadScript } from '../wiki/load-script';
import { readLogRevision } from '../wiki/log-history';
import { addMissingMessages } from '../wiki/messages';
import { readPageTexts } from '../wiki/page-text';
import type { ReaderScript, ShownPage } from '../wiki/reader-script';
import { showInDifference } from './diff-view';
import { showInEditForm } from './edit-view';
import { showInHistory } from './history-view';
import { showOnPage } from './page-view';

/** Nothing of the draft's text. */
const NOTHING_SHOWN: ShownPage = { title: '', sections: [], headings: [] };

let started = false;

/** Texts of the reader's language where no log is read that they could come with. */
async function readMessages(): Promise<void> {
	const pages = messagePages();
	try {
		const texts = await readPageTexts( pages, true );
		pages.forEach( ( page ) => takeMessages( texts.get( page )?.text ) );
	} catch {
		// The interface stays English: what it is for is more than its language.
	}
}

async function readPage( draft: DraftConfiguration ): Promise<void> {
	const { forNotes } = await loadScript<ReaderScript>( 'reader', 'forNotes' );
	const revision = mw.config.get( 'wgRevisionId' );
	const isNewest = revision === mw.config.get( 'wgCurRevisionId' );
	const workspace = await forNotes.openWorkspace( draft, {
		readPage: () => NOTHING_SHOWN,
		...!isNewest && {
			readLogPage: ( title: string ) => readLogRevision( title, revision )
		}
	} );
	addEnglish();
	await showOnPage( workspace, isNewest );
}

function addEnglish(): void {
	addMissingMessages( english );
	addMissingMessages( changeWords );
	addMissingMessages( logWords );
	addMissingMessages( network );
	addMissingMessages( warnings );
}

async function showView( draft: DraftConfiguration ): Promise<void> {
	const action = mw.config.get( 'wgAction' );
	const last = Number( mw.config.get( 'wgDiffNewId' ) );
	if ( action === 'view' && !last ) {
		return readPage( draft );
	}
	await readMessages();
	addEnglish();
	if ( action === 'history' ) {
		showInHistory();
	} else if ( action !== 'view' ) {
		showInEditForm();
	} else {
		await showInDifference( Number( mw.config.get( 'wgDiffOldId' ) ) || null, last );
	}
}

/**
 * Starts on the open log page, once.
 *
 * @param draft whose log it is
 */
export function start( draft: DraftConfiguration ): void {
	if ( !started ) {
		started = true;
		$( () => {
			showView( draft ).catch( ( error: Error ) => {
				mw.log.warn( `AdviceProvenance-logpage: ${ error.message }` );
			} );
		} );
	}
}
