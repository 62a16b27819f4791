/** Badges in the history of a page: which edits applied advice, and which took its words away. */
import { appliedBy, appliedInPart } from '../account/applied-by';
import type { RevidShare } from '../trace/followed-changes';
import type { AdviceItem } from '../account/types';
import { element, link } from '../wiki/element';
import { msg } from '../wiki/messages';
import { adviceUrl } from '../wiki/titles';
import { adviserNames, dirAuto, sentenceOf } from './item-line';
import { recordsQuestion } from './history-records';
import { logFailed, noteBox } from './note-box';
import type { Notes } from './notes';
import { question, type Answer, type Run } from './question';
import { readWords } from './read-words';

type Kind = 'applied' | 'removed' | 'undone';

/** Rows of the history by their revisions, in the order of the page. */
function findRows(): Map<number, HTMLElement> {
	const rows = document.querySelectorAll<HTMLElement>( '#pagehistory li[data-mw-revid]' );
	return new Map( Array.from( rows ).map( ( row ) => [ Number( row.dataset.mwRevid ), row ] ) );
}

function addBadge( row: HTMLElement, kind: Kind, text: string, href: string, title: string ): void {
	const badge = dirAuto( link( href, text ) );
	badge.className = `advice-provenance-note-badge advice-provenance-note-badge-${ kind }`;
	badge.title = title;
	let bar = row.querySelector( '.advice-provenance-note-badges' );
	if ( !bar ) {
		bar = element( 'span', 'note-badges' );
		row.appendChild( bar );
	}
	bar.append( badge, ' ' );
}

/** What is known of a row's edit from the words of an item. */
interface RowWords {
	item: AdviceItem;
	words: number;
	/** Another edit, which cannot be read, may have done it. */
	doubtful: boolean;
}

/** Adds up what edits did to the words of items. */
function byRevision(
	items: readonly AdviceItem[], kind: 'takenBy' | 'broughtBackBy'
): Map<number, RowWords[]> {
	const found = new Map<number, RowWords[]>();
	for ( const item of items ) {
		const sums = new Map<number, RowWords>();
		const shares: RevidShare[] = item.changes.flatMap(
			( { survival } ) => survival ? survival[ kind ] : []
		);
		for ( const { revid, words, perhaps } of shares ) {
			const sum = sums.get( revid );
			sums.set( revid, {
				item,
				words: words + ( sum?.words || 0 ),
				doubtful: perhaps.length > 0 || Boolean( sum?.doubtful )
			} );
		}
		for ( const [ revid, sum ] of sums ) {
			found.set( revid, [ ...found.get( revid ) || [], sum ] );
		}
	}
	return found;
}

async function answer( notes: Notes, rows: Map<number, HTMLElement>, run: Run ): Promise<Answer> {
	const { account: { items } } = await readWords( notes.workspace, run );
	const marked = new Set<number>();
	for ( const [ kind, text, sums ] of [
		[ 'removed', 'notes-history-removed', byRevision( items, 'takenBy' ) ],
		[ 'undone', 'notes-history-undone', byRevision( items, 'broughtBackBy' ) ]
	] as const ) {
		for ( const [ revid, list ] of sums ) {
			const row = rows.get( revid );
			for ( const { item, words, doubtful } of row ? list : [] ) {
				const said = msg( text, words, adviserNames( item ) );
				addBadge( row as HTMLElement, kind,
					doubtful ? msg( 'notes-history-perhaps', said ) : said,
					adviceUrl( notes.page, item.key ), sentenceOf( item ) );
				marked.add( revid );
			}
		}
	}
	return {
		summary: marked.size ?
			msg( 'notes-history-some', marked.size ) :
			msg( 'notes-history-none' )
	};
}

/** Shows what is known of the history that is open. */
export function showInHistory( notes: Notes ): void {
	const rows = findRows();
	const place = document.querySelector( '#mw-history-compare' ) ||
		document.querySelector( '#pagehistory' );
	const account = notes.workspace.account();
	if ( !place || !rows.size ) {
		return;
	}
	if ( !account ) {
		place.before( noteBox( logFailed() ) );
		return;
	}
	const order = [ ...rows.keys() ].reverse();
	for ( const [ text, revisions ] of [
		[ 'notes-history-applied', appliedBy( account ) ],
		[ 'notes-history-part', appliedInPart( account, order ) ]
	] as const ) {
		for ( const [ revision, items ] of revisions ) {
			const row = rows.get( revision );
			for ( const item of row ? items : [] ) {
				addBadge( row as HTMLElement, 'applied', msg( text, adviserNames( item ) ),
					adviceUrl( notes.page, item.key ), sentenceOf( item ) );
			}
		}
	}
	place.before( noteBox(
		question( msg( 'notes-ask-history' ), ( run ) => answer( notes, rows, run ) ),
		mw.config.get( 'wgIsProbablyEditable' ) ? recordsQuestion( notes, rows ) : null
	) );
}
