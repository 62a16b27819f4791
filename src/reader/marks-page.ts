/** What is known of the marked page: passages, sections, kinds, and why nothing may be marked. */
import { changeName } from '../account/change-key';
import type { PageWords as TracedPage } from '../account/draft-words';
import type { DraftAccount, SectionRef } from '../account/types';
import type { FollowedWords } from '../trace/followed-changes';
import { msg } from '../wiki/messages';
import { pageUrl } from '../wiki/titles';
import { button, link } from './element';
import type { Drawing, PageMark } from './marks-drawing';
import { kindsOf } from './marks-kinds';

/** Longer passages are read on the page. */
const LONGEST = 120;

/** The beginning of a passage, as the page shows it. */
export function textOf( passage: readonly PageMark[], { rangeOf }: Drawing ): string {
	const text = passage.map( ( mark ) => rangeOf( mark ).toString() ).join( ' … ' )
		.replace( /\s+/g, ' ' );
	const characters = Array.from( text );
	return characters.length > LONGEST ?
		`${ characters.slice( 0, LONGEST ).join( '' ) }…` :
		text;
}

/** The section that a word of a page stands in. */
export function sectionOf( { sections }: TracedPage, word: number ): SectionRef | null {
	// Subsections come after the sections that they are part of.
	return sections.filter( ( { from, to } ) => from <= word && word < to )
		.map( ( { ref } ) => ref ).pop() || null;
}

/** Kinds of the words of a page, as the log tells. */
export function kindsOnPage(
	page: FollowedWords, { items }: Pick<DraftAccount, 'items'>
): ReturnType<typeof kindsOf> {
	const kinds = kindsOf( page.groups, new Map( items.flatMap( ( item ) => item.changes.map(
		( { change }, index ) => [ changeName( item, index ), change.relation ] as const
	) ) ) );
	if ( page.untraced !== undefined ) {
		kinds[ page.untraced ] = { style: 'untraced', items: [] };
	}
	return kinds;
}

/** A button of the bar: a way on. */
export function way( text: string, action: () => void ): HTMLElement {
	const made = button( 'marks-button', text );
	made.addEventListener( 'click', action );
	return made;
}

/** Why the words of the page cannot be marked, as a text and a way on; null if they can. */
export function hindrance( traced: TracedPage ): [ string, HTMLElement? ] | null {
	const shown = mw.config.get( 'wgRevisionId' );
	if ( shown === traced.revision ) {
		return null;
	}
	return shown === mw.config.get( 'wgCurRevisionId' ) ?
		[ msg( 'marks-changed' ), way( msg( 'marks-reload' ), () => location.reload() ) ] :
		[ msg( 'marks-old' ), link( pageUrl( traced.title ), msg( 'marks-newest' ) ) ];
}
