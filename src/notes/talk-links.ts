/** Links from the topics of a talk page to the advice that cites them. */
import type { AdviceItem } from '../account/types';
import { element, link } from '../wiki/element';
import { inInterfaceLanguage, ofLog } from '../wiki/languages';
import { msg } from '../wiki/messages';
import { adviceUrl, currentTitle } from '../wiki/titles';
import { itemLine, itemList, sentenceOf } from './item-line';
import { noteBox } from './note-box';
import type { Notes } from './notes';
import { citedAnchors } from './talk-sources';

/** What the wiki wraps around a heading, or the heading; null if it stands elsewhere. */
function topicAt( anchor: string ): Element | null {
	const target = document.getElementById( anchor );
	const heading = target?.closest( 'h1, h2, h3, h4, h5, h6' );
	return heading?.closest( '.mw-parser-output' ) ?
		heading.closest( '.mw-heading' ) || heading :
		null;
}

function topicLinks( items: readonly AdviceItem[], page: string ): HTMLElement {
	const list = element( 'ul', 'note-topic-links' );
	for ( const item of items ) {
		list.appendChild( element( 'li', '',
			ofLog( link( adviceUrl( page, item.key ), sentenceOf( item ) ) ) ) );
	}
	return inInterfaceLanguage(
		element( 'div', 'note-topic', element( 'span', '', msg( 'notes-talk-topic' ) ), list )
	);
}

/** Shows which parts of the open talk page the log cites. */
export function showOnTalkPage( notes: Notes ): void {
	const account = notes.workspace.account();
	const ofPage: AdviceItem[] = [];
	for ( const [ anchor, items ] of citedAnchors( account?.items || [], currentTitle() ) ) {
		const topic = anchor ? topicAt( anchor ) : null;
		if ( topic ) {
			topic.after( topicLinks( items, notes.page ) );
		} else {
			// A topic that has gone to an archive, or no topic was named.
			ofPage.push( ...items.filter( ( item ) => !ofPage.includes( item ) ) );
		}
	}
	const list = itemList( ofPage.map( ( item ) => itemLine( item, notes ) ) );
	if ( list ) {
		document.querySelector( '#mw-content-text' )?.prepend( noteBox( element( 'details', 'note-details',
			element( 'summary', '', msg( 'notes-talk-page', ofPage.length ) ), list ) ) );
	}
}
