/**
 * The note on an old revision: today's markers are not for it, what had been applied by then,
 * with the words that stand in it.
 */
import type { AdviceItem } from '../account/types';
import type { ItemThen } from '../account/words-then';
import { append, element, link } from '../wiki/element';
import { msg } from '../wiki/messages';
import { pageUrl } from '../wiki/titles';
import { titlesOf } from './draft-titles';
import { itemLine, itemList } from './item-line';
import { marksButton } from './marks-button';
import { logFailed, noteBox } from './note-box';
import type { Notes } from './notes';
import { passageList } from './passage-list';
import { question, type Answer, type Run } from './question';
import { readEvidence } from './read-words';
import { loadEvidence, loadWords } from './scripts';

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

/** What of an item stands in the revision. */
function wordLines( own: ItemThen | undefined ): HTMLElement[] {
	if ( !own ) {
		return [];
	}
	return own.words ?
		[ element( 'p', '', msg( 'notes-old-words', own.words ) ), passageList( own.passages ) ] :
		[ element( 'p', 'muted', msg( 'notes-old-words-none' ) ) ];
}

async function answer( notes: Notes, revision: number, run: Run ): Promise<Answer> {
	const [ { listRevisions }, { readWordsThen }, account ] =
		await Promise.all( [ loadEvidence(), loadWords(), readEvidence( notes.workspace ) ] );
	const { then, later, elsewhere } = appliedByThen(
		account.items, await listRevisions( notes.page ), revision
	);
	const words = await readWordsThen( account.items, titlesOf( account ), revision, {
		signal: run.signal,
		progress: run.tell
	} );
	const part = ( title: string, items: AdviceItem[] ): HTMLElement | null => {
		const list = itemList( items.map(
			( item ) => itemLine( item, notes, {}, wordLines( words.items.get( item.key ) ) )
		) );
		return list && element( 'div', '', element( 'p', 'note-title', title ), list );
	};
	return {
		summary: msg( 'notes-old-count', then.length, later.length ),
		details: [
			words.known ? null : element( 'p', 'muted', msg( 'notes-old-words-unknown' ) ),
			marksButton( notes, words ),
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
		question( msg( 'notes-ask-old' ), ( run ) => (
			answer( notes, mw.config.get( 'wgRevisionId' ), run )
		) ) :
		logFailed() );
	place?.prepend( note );
}
