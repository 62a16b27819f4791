/** The note above a difference: which advice it applied, and what it did to advised words. */
import { appliedBy } from '../account/applied-by';
import type { AskedEdit, EffectOnItem } from '../account/edit-effect';
import type { AdviceItem, DraftAccount } from '../account/types';
import { append, element, link } from '../wiki/element';
import { msg } from '../wiki/messages';
import { adviceUrl } from '../wiki/titles';
import { titlesOf } from './draft-titles';
import { itemLine, itemList } from './item-line';
import { logFailed, noteBox } from './note-box';
import type { Notes } from './notes';
import { passageList } from './passage-list';
import { question, type Answer, type Run } from './question';
import { readEvidence } from './read-words';
import { loadWords } from './scripts';

/** What was done to the words of an item, each in a line with the words. */
function effectLines( effect: EffectOnItem ): Node[] {
	const lines: Node[] = [];
	const tell = (
		text: string, count: number, passages: readonly string[], name: 'q' | 'ins' | 'del'
	): void => {
		if ( count ) {
			lines.push( element( 'p', '', msg( text, count ) ), passageList( passages, name ) );
		}
	};
	tell( 'notes-effect-removed', effect.removedWords, effect.removed, 'del' );
	if ( effect.removedWords ) {
		lines.push( element( 'p', 'muted', effect.standing ?
			msg( 'notes-effect-standing', effect.standing ) :
			msg( 'notes-effect-gone' ) ) );
	}
	tell( 'notes-effect-restored', effect.restoredWords, effect.restored, 'ins' );
	tell( 'notes-effect-moved', effect.movedWords, effect.moved, 'q' );
	tell( 'notes-effect-undone', effect.undoneWords, effect.undone, 'ins' );
	return lines;
}

/**
 * @param notes
 * @param edit
 * @param told keys of the items that stand above as applied
 * @param run
 */
async function answer(
	notes: Notes, edit: AskedEdit, told: readonly string[], run: Run
): Promise<Answer> {
	const [ { readEditEffect }, { items } ] =
		await Promise.all( [ loadWords(), readEvidence( notes.workspace ) ] );
	const titles = titlesOf( notes.workspace.account() as DraftAccount );
	const effect = await readEditEffect( items, titles, edit, {
		signal: run.signal,
		progress: run.tell
	} );
	if ( !effect.known ) {
		return { summary: msg( 'notes-effect-unknown' ) };
	}
	const touched = items.filter( ( { key } ) => effect.items.has( key ) );
	const isNew = ( { key }: AdviceItem ): boolean => (
		effect.applies.has( key ) && !told.includes( key )
	);
	const lines = items.filter( ( item ) => effect.items.has( item.key ) || isNew( item ) )
		.map( ( item ) => {
			const own = effect.items.get( item.key );
			return itemLine( item, notes, {}, [
				...isNew( item ) ?
					[ element( 'p', '', msg( 'notes-effect-applies' ) ) ] : [],
				...own ? effectLines( own ) : []
			] );
		} );
	return {
		summary: touched.length ?
			msg( 'notes-effect-some', touched.length ) :
			msg( 'notes-effect-none' ),
		details: [ itemList( lines ) ]
	};
}

/** Shows the note of the difference that is open. */
export function showInDifference( notes: Notes ): void {
	const base = Number( mw.config.get( 'wgDiffOldId' ) ) || null;
	const last = Number( mw.config.get( 'wgDiffNewId' ) );
	const place = document.querySelector( 'table.diff' ) ||
		document.querySelector( '#mw-content-text' )?.firstElementChild;
	const account = notes.workspace.account();
	if ( !place || !last ) {
		return;
	}
	const note = noteBox();
	if ( account ) {
		const applied = appliedBy( account ).get( last ) || [];
		const list = itemList( applied.map( ( item ) => itemLine( item, notes ) ) );
		append( note,
			element( 'p', 'note-title',
				list ? msg( 'notes-diff-applied' ) : msg( 'notes-diff-none' ) ),
			list,
			mw.config.get( 'wgIsProbablyEditable' ) ?
				element( 'p', '', link( adviceUrl( notes.page, `+${ last }` ), msg( 'notes-record' ) ) ) :
				null,
			question( msg( 'notes-ask-effect' ), ( run ) => (
				answer( notes, { base, last }, applied.map( ( { key } ) => key ), run )
			) ) );
	} else {
		note.appendChild( logFailed() );
	}
	place.before( note );
}
