/** The note above an edited text: which advice it carries, and on request which words. */
import { refKey } from '../account/items';
import { adviceOn, type IsHere, type SectionAdvice } from '../account/section-advice';
import { STATE_ORDER } from '../account/state-order';
import type { AdviceItem, DraftAccount } from '../account/types';
import { append, element } from '../wiki/element';
import { formatList } from '../wiki/lists';
import { msg } from '../wiki/messages';
import { adviserNames, itemLine, itemList } from './item-line';
import { noteBox } from './note-box';
import type { Notes } from './notes';
import { passageList } from './passage-list';
import { question, type Answer, type Run } from './question';
import { readWords } from './read-words';
import { loadEvidence } from './scripts';

/** A part of a page that is being edited. */
export interface EditedPart {
	/** Number of its first section as the wiki counts them; 0 for the lead. */
	first: number;
	/** Headings of its sections, the first one and those within it; empty for the lead. */
	headings: string[];
}

/** More names than these would hide what they are about. */
const MOST_NAMES = 3;

/** "2 changed, 1 checked, Professor Marrow" */
function shortList( { items }: SectionAdvice ): string {
	const names = new Set( items.filter( ( { item } ) => item.advice )
		.map( ( { item } ) => adviserNames( item ) ) );
	return formatList( ...STATE_ORDER.map( ( state ) => {
		const count = items.filter( ( item ) => item.state === state ).length;
		return count && msg( `marker-${ state }`, count );
	} ), ...names.size > MOST_NAMES ? [ msg( 'notes-advisers', names.size ) ] : names );
}

function summaryText( account: DraftAccount | null, advice: SectionAdvice ): string {
	if ( !account ) {
		return msg( 'notes-log-failed' );
	}
	if ( advice.items.length ) {
		return msg( 'notes-edit-some', shortList( advice ) );
	}
	return advice.unplaced.length ?
		msg( 'notes-edit-unplaced', advice.unplaced.length ) :
		msg( 'notes-edit-none' );
}

/** The items of a part with their words. */
async function answer( notes: Notes, part: EditedPart | null, run: Run ): Promise<Answer> {
	const { account, words } = await readWords( notes.workspace, run );
	const { advisedPassages } = await loadEvidence();
	const page = words.pages.get( notes.page );
	const isWanted = ( number: number ): boolean => !part ||
		( number >= part.first && number < part.first + part.headings.length );
	const passages = page ? advisedPassages( page, isWanted ) : new Map<string, string[]>();
	const refs = new Set( page?.sections.filter( ( _, number ) => isWanted( number ) )
		.map( ( { ref } ) => refKey( ref ) ) );
	const { items } = adviceOn( account, ( ref ) => refs.has( refKey( ref ) ) );
	const listed = new Set<AdviceItem>( items.map( ( { item } ) => item ) );
	const more = account.items.filter(
		( item ) => passages.has( item.key ) && !listed.has( item )
	);
	const lines = [ ...items, ...more.map( ( item ) => ( { item, state: item.state } ) ) ]
		.map( ( { item, state } ) => itemLine( item, notes, { state, newTab: true }, [
			passages.has( item.key ) ?
				passageList( passages.get( item.key ) || [] ) :
				element( 'p', 'muted', msg( 'notes-words-not-here' ) )
		] ) );
	const count = [ ...passages.values() ].reduce( ( sum, { length } ) => sum + length, 0 );
	return {
		summary: count ? msg( 'notes-words-some', count ) : msg( 'notes-words-none' ),
		details: [ itemList( lines ) ]
	};
}

/**
 * A note on an edited text. It is folded, so that the form hardly moves.
 *
 * @param notes
 * @param part null for the whole page
 */
export function editNote( notes: Notes, part: EditedPart | null ): HTMLElement {
	const isHere: IsHere = ( { page, heading } ) => page === notes.page &&
		( !part || part.headings.includes( heading ) );
	const account = notes.workspace.account();
	const advice = account ? adviceOn( account, isHere ) : { items: [], unplaced: [] };
	const details = element( 'details', 'note-details',
		element( 'summary', '', summaryText( account, advice ) ) );
	if ( account ) {
		const list = itemList( advice.items.map(
			( { item, state } ) => itemLine( item, notes, { state, newTab: true } )
		) );
		append( details,
			element( 'p', 'muted', msg( 'notes-edit-intro' ) ),
			list,
			question( msg( 'notes-ask-words' ), async ( run ) => {
				const found = await answer( notes, part, run );
				// The answer has the same items, with their words.
				list?.remove();
				return found;
			} ) );
	}
	return noteBox( details );
}
