/** The reader script: what a covered page shows of its draft's advice. */
import english from 'virtual:messages/reader';
import type { SectionRef } from '../account/types';
import type { DraftConfiguration } from '../wiki/configuration';
import { addMessages, msg } from '../wiki/messages';
import type { OpenOptions, ReaderForNotes } from '../wiki/reader-script';
import { adviceHash, readAdviceHash } from '../wiki/titles';
import { findHeadings } from './headings';
import { stateIcon } from './icons';
import { loadPanelScript } from './load-script';
import { openWorkspace, type ReaderWorkspace } from './draft-workspace';
import { markersOf } from './markers';
import { pageCards } from './page-cards';
import { pointing } from './card';
import { showTool } from './tools';

let started = false;
let opened: Promise<ReaderWorkspace> | null = null;

/** The account of the draft: read once, and the same for everybody. */
function openOnce(
	draft: DraftConfiguration, options?: OpenOptions
): Promise<ReaderWorkspace> {
	if ( !opened ) {
		addMessages( english );
		opened = openWorkspace( draft, options );
	}
	return opened;
}

/** Loads the panel script and opens it; says so where that fails. */
function openPanel(
	workspace: ReaderWorkspace,
	show: { item?: string; section?: SectionRef },
	from: { focus(): void } | null
): void {
	loadPanelScript().then( ( open ) => {
		open( workspace, show, from );
	} ).catch( () => {
		mw.notify( msg( 'tool-not-loaded' ), { type: 'error' } );
	} );
}

/**
 * Starts the reader on the open page, once.
 *
 * @param draft the draft that the page belongs to
 */
export function start( draft: DraftConfiguration ): void {
	if ( started ) {
		return;
	}
	started = true;
	$( () => {
		openOnce( draft ).then( ( workspace ) => {
			const tool = showTool(
				't-advice-provenance', adviceHash(), msg( 'tool-link' ),
				( from ) => openPanel( workspace, {}, from ), msg( 'tool-link-title' )
			);
			const openAddress = (): void => {
				const show = readAdviceHash( location.hash );
				if ( show ) {
					openPanel( workspace, show, tool );
				}
			};
			openAddress();
			window.addEventListener( 'hashchange', openAddress );
			const cards = pageCards( workspace, ( show, from ) => openPanel( workspace, show, {
				// What was found meanwhile may have moved the marker elsewhere.
				focus: () => ( from.isConnected ? from : tool )?.focus()
			} ), tool );
			const drawMarkers = markersOf( workspace, cards );
			drawMarkers();
			workspace.subscribe( () => {
				drawMarkers();
				cards.refresh();
			} );
			// Fires for the present content at once: only what comes later is new.
			let first = true;
			mw.hook( 'wikipage.content' ).add( () => {
				if ( !first ) {
					workspace.pageChanged();
				}
				first = false;
			} );
		} );
	} );
}

/** For the notes script, which has views of its own and no account. */
export const forNotes: ReaderForNotes = {
	openWorkspace: openOnce,
	start,
	findHeadings,
	stateIcon,
	pointing
};
