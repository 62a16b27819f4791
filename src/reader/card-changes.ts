/** What a card says of the edits that applied advice. */
import type { ItemChange, SectionRef } from '../account/types';
import { formatTimestamp } from '../wiki/dates';
import { ofDraft } from '../wiki/languages';
import { msg } from '../wiki/messages';
import { diffUrl } from '../wiki/titles';
import { shorten } from './card-texts';
import { element, link } from './element';

export interface ChangeContext {
	/** Section whose card it is; null for the items that have no place on the page. */
	section: SectionRef | null;
	/** `reading`: on its way; `failed`: the wiki did not answer */
	evidence: 'reading' | 'ready' | 'failed';
}

const MOST_PASSAGES = 6;

function isHere( section: SectionRef | null, here: SectionRef | null ): boolean {
	return !here || ( section !== null && section.page === here.page &&
		section.heading === here.heading && section.nth === here.nth );
}

/** Words that an edit put in, took out or moved here, and what that is called for listeners. */
function passages( change: ItemChange, here: SectionRef | null ): HTMLElement | null {
	const list = element( 'ul', 'card-passages' );
	for ( const effect of change.effects.filter( ( { section } ) => isHere( section, here ) ) ) {
		for ( const [ kind, name, texts ] of [
			[ 'inserted', 'ins', effect.inserted ],
			[ 'removed', 'del', effect.removed ],
			[ 'moved', 'span', effect.moved ]
		] as const ) {
			for ( const text of texts ) {
				list.appendChild( element( 'li', `passage-${ kind }`,
					element( 'span', 'passage-kind', msg( kind ) ), ' ',
					ofDraft( element( name, '', shorten( text ) ) ) ) );
			}
		}
	}
	const all = list.children.length;
	while ( list.children.length > MOST_PASSAGES ) {
		list.lastChild?.remove();
	}
	if ( all > MOST_PASSAGES ) {
		list.appendChild( element( 'li', 'muted', msg( 'more-passages', all - MOST_PASSAGES ) ) );
	}
	return all ? list : null;
}

/** "Rewords the advice (a discussion says so)": how the edit follows it, on whose word. */
function linkStrength( { change: { relation, basis } }: ItemChange ): HTMLElement[] {
	const text = relation && basis ?
		msg( 'relation-with-basis', msg( `relation-${ relation }` ), msg( `basis-${ basis }` ) ) :
		( relation && msg( `relation-${ relation }` ) ) || ( basis && msg( `basis-${ basis }` ) );
	return text ? [ element( 'p', 'card-facts', text ) ] : [];
}

/**
 * What a card says of one edit that applied advice.
 *
 * @param change
 * @param withheld its words are not to be shown
 * @param context
 */
export function changeFacts(
	change: ItemChange, withheld: boolean, context: ChangeContext
): Node[] {
	const { evidence } = change;
	if ( !evidence || evidence.problem ) {
		const text = evidence?.problem ? `revision-${ evidence.problem }` :
			( context.evidence === 'reading' ? 'reading-revisions' : 'revision-not-read' );
		return [ element( 'p', 'muted', msg( text ) ) ];
	}
	const editor = evidence.user ?? msg( 'user-hidden' );
	const line = element( 'p', 'card-edit',
		msg( 'edited-by', editor, formatTimestamp( evidence.timestamp || '' ) ), ' ',
		link( diffUrl( evidence.revision, evidence.base ), msg( 'diff' ) ) );
	const facts = [ line, ...linkStrength( change ) ];
	if ( withheld ) {
		return facts;
	}
	const words = passages( change, context.section );
	if ( words ) {
		// What became of them since is said once it is known.
		return [ ...facts, words,
			...( change.survival ? [] : [ element( 'p', 'muted', msg( 'as-of-edit' ) ) ] ) ];
	}
	return [ ...facts, element( 'p', 'muted', msg( change.notFound.inserted.length ||
		change.notFound.removed.length ? 'words-not-found' : 'no-words-here' ) ) ];
}
