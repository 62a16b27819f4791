/** The note on an old revision: today's markers are not for it, and what had been applied. */
import type { AdviceItem, DraftAccount } from '../account/types';
import { append, element, link } from '../wiki/element';
import { msg } from '../wiki/messages';
import { pageUrl } from '../wiki/titles';
import { itemLine, itemList } from './item-line';
import { logFailed, noteBox } from './note-box';
import type { Notes } from './notes';
import { question, type Answer } from './question';
import { loadEvidence } from './scripts';

/** Items that name edits, by when these were made, seen from an old revision. */
export interface AppliedByThen {
	then: AdviceItem[];
	later: AdviceItem[];
	/** None of their edits is one of this page. */
	elsewhere: AdviceItem[];
}

/**
 * @param items of the account
 * @param order revisions of the page, the oldest first
 * @param revision the old one
 */
export function appliedByThen(
	items: readonly AdviceItem[], order: readonly number[], revision: number
): AppliedByThen {
	const found: AppliedByThen = { then: [], later: [], elsewhere: [] };
	const places = new Map( order.map( ( id, place ) => [ id, place ] ) );
	const now = places.get( revision ) ?? -1;
	for ( const item of items.filter( ( { changes } ) => changes.length ) ) {
		const own = item.changes.flatMap( ( { change } ) => places.get( change.revision ) ?? [] );
		if ( own.some( ( place ) => place <= now ) ) {
			found.then.push( item );
		} else {
			found[ own.length ? 'later' : 'elsewhere' ].push( item );
		}
	}
	return found;
}

async function answer( account: DraftAccount, notes: Notes, revision: number ): Promise<Answer> {
	const { listRevisions } = await loadEvidence();
	const { then, later, elsewhere } = appliedByThen(
		account.items, await listRevisions( notes.page ), revision
	);
	const part = ( title: string, items: AdviceItem[] ): HTMLElement | null => {
		const list = itemList( items.map( ( item ) => itemLine( item, notes ) ) );
		return list && element( 'div', '', element( 'p', 'note-title', title ), list );
	};
	return {
		summary: msg( 'notes-old-count', then.length, later.length ),
		details: [
			part( msg( 'notes-old-then' ), then ),
			part( msg( 'notes-old-later' ), later ),
			part( msg( 'notes-old-elsewhere' ), elsewhere )
		]
	};
}

/** Shows the note on the old revision that is open. */
export function showOnOldRevision( notes: Notes ): void {
	const place = document.querySelector( '#mw-content-text' );
	const account = notes.workspace.account();
	const note = noteBox( element( 'p', '', msg( 'notes-old' ), ' ',
		link( pageUrl( notes.page ), msg( 'notes-old-today' ) ) ) );
	append( note, account ?
		question( msg( 'notes-ask-old' ), () => (
			answer( account, notes, mw.config.get( 'wgRevisionId' ) )
		) ) :
		logFailed() );
	place?.prepend( note );
}
